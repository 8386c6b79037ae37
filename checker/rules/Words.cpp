#include "rules/Words.h"

#include <algorithm>

namespace earmark {
namespace {

/// "agv" for "avg": the same letters, two of them swapped.
bool isSwapped(llvm::StringRef word, llvm::StringRef candidate) {
  return word.size() == candidate.size() && word.edit_distance(candidate) <= 2 &&
         std::is_permutation(word.begin(), word.end(), candidate.begin());
}

/// "warn" for "warning", "lvl" for "level".
bool isShortFor(llvm::StringRef word, llvm::StringRef candidate) {
  if (word.size() < 3 || word.size() * 2 < candidate.size() || word.front() != candidate.front())
    return false;
  for (char c : candidate)
    if (!word.empty() && word.front() == c)
      word = word.drop_front();
  return word.empty();
}

} // namespace

llvm::StringRef nearestWord(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known) {
  // A third of the letters may be wrong: "markting" is "marketing", "x" is nothing.
  unsigned best = std::max<unsigned>(1, std::max<size_t>(word.size(), 3) / 3) + 1;
  llvm::StringRef nearest;
  for (llvm::StringRef candidate : known) {
    unsigned distance = candidate.equals_insensitive(word)
                            ? 0
                            : word.edit_distance(candidate, /*AllowReplacements=*/true, best);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  if (!nearest.empty())
    return nearest;
  for (llvm::StringRef candidate : known)
    if (isSwapped(word, candidate) || isShortFor(word, candidate))
      return candidate;
  // "email" for "contact.email".
  for (llvm::StringRef candidate : known)
    if (word.size() >= 3 && candidate.ends_with_insensitive("." + word.str()))
      return candidate;
  return nearest;
}

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
