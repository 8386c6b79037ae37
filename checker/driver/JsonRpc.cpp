#include "driver/JsonRpc.h"

#include <algorithm>
#include <limits>

namespace earmark {

namespace {

constexpr size_t LongestHeader = 8u << 10, MostHeaders = 64, LongestBody = 64u << 20;

/// A line without its end. False at the end of input; what is longer than a
/// header may be is cut.
bool readLine(std::istream &in, std::string &line) {
  line.clear();
  for (int c; (c = in.get()) != std::istream::traits_type::eof();) {
    if (c == '\n') {
      if (!line.empty() && line.back() == '\r')
        line.pop_back();
      return true;
    }
    if (line.size() < LongestHeader)
      line += static_cast<char>(c);
  }
  return false;
}

} // namespace

MessageStatus readMessage(std::istream &in, std::string &body) {
  std::string line;
  bool hasLength = false;
  uint64_t length = 0;
  for (size_t headers = 0;; ++headers) {
    if (!readLine(in, line))
      return MessageStatus::End;
    if (line.empty())
      break;
    llvm::StringRef header(line);
    auto [name, value] = header.split(':');
    if (name.trim().equals_insensitive("content-length"))
      hasLength = !value.trim().getAsInteger(10, length);
    if (headers == MostHeaders)
      break;
  }
  if (!hasLength) {
    body = "a message without a Content-Length";
    return MessageStatus::Malformed;
  }
  if (length > LongestBody) {
    in.ignore(static_cast<std::streamsize>(
        std::min<uint64_t>(length, std::numeric_limits<std::streamsize>::max())));
    body = "a message of " + std::to_string(length) + " bytes is too long";
    return MessageStatus::Malformed;
  }
  body.resize(length);
  in.read(body.data(), static_cast<std::streamsize>(length));
  return static_cast<uint64_t>(in.gcount()) == length ? MessageStatus::Whole : MessageStatus::End;
}

void writeMessage(llvm::raw_ostream &out, const llvm::json::Value &message) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  stream << message;
  out << "Content-Length: " << stream.str().size() << "\r\n\r\n" << text;
  out.flush();
}

} // namespace earmark
