#include "base/ParseJson.h"

namespace earmark {

namespace {

constexpr unsigned DeepestNesting = 256;

bool isTooDeep(llvm::StringRef text) {
  unsigned depth = 0;
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (inString) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      if (++depth > DeepestNesting)
        return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

} // namespace

llvm::Expected<llvm::json::Value> parseJson(llvm::StringRef text) {
  if (isTooDeep(text))
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "JSON that is nested deeper than " +
                                       std::to_string(DeepestNesting));
  return llvm::json::parse(text);
}

} // namespace earmark
