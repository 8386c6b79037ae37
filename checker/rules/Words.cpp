#include "rules/Words.h"

#include "base/NearestWord.h"

namespace earmark {

std::string expectedOneOf(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known) {
  constexpr size_t MaxShown = 12;
  if (known.empty())
    return "; none is declared";
  std::string text = known.size() == 1 ? "; expected " : "; expected one of ";
  for (size_t i = 0; i < std::min(known.size(), MaxShown); ++i)
    text += (i ? ", " : "") + known[i].str();
  if (known.size() > MaxShown)
    text += ", ... (" + std::to_string(known.size()) + " in all)";
  if (llvm::StringRef nearest = nearestWord(word, known); !nearest.empty())
    text += "; did you mean '" + nearest.str() + "'?";
  return text;
}

} // namespace earmark
