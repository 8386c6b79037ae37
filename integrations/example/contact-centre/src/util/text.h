// Small questions asked of text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace desk::util {

std::string lower(std::string_view text);
bool containsWord(std::string_view text, std::string_view word);
std::string hex(std::span<const unsigned char> bytes);
std::string join(const std::vector<std::string> &parts, std::string_view separator);

} // namespace desk::util
