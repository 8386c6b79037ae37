#include "base/TextPool.h"

#include <cstring>

namespace earmark {

TextPool::TextPool(const TextPool &other) {
  for (llvm::StringRef text : other.texts)
    intern(text);
}

TextPool &TextPool::operator=(const TextPool &other) {
  if (this != &other)
    *this = TextPool(other);
  return *this;
}

TextId TextPool::intern(llvm::StringRef text) {
  auto found = ids.find(text);
  if (found != ids.end())
    return found->second;
  char *copy = arena.Allocate<char>(text.size() + 1);
  if (!text.empty())
    std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  TextId id(static_cast<uint32_t>(texts.size()));
  texts.emplace_back(copy, text.size());
  ids.try_emplace(texts.back(), id);
  return id;
}

TextId TextPool::find(llvm::StringRef text) const {
  auto found = ids.find(text);
  return found == ids.end() ? TextId() : found->second;
}

} // namespace earmark
