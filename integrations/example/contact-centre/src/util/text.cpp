#include "util/text.h"

#include <algorithm>
#include <cctype>

namespace desk::util {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

bool containsWord(std::string_view text, std::string_view word) {
  return lower(text).find(lower(word)) != std::string::npos;
}

std::string hex(std::span<const unsigned char> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string result;
  result.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    result += digits[byte >> 4];
    result += digits[byte & 15];
  }
  return result;
}

std::string join(const std::vector<std::string> &parts, std::string_view separator) {
  std::string result;
  for (const auto &part : parts) {
    if (!result.empty())
      result += separator;
    result += part;
  }
  return result;
}

} // namespace desk::util
