#include "base/NearestWord.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <vector>

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

llvm::StringRef tailOf(llvm::StringRef word) {
  size_t at = word.find_last_of(":.");
  return at == llvm::StringRef::npos ? word : word.substr(at + 1);
}

} // namespace

llvm::StringRef nearestWord(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known) {
  // A third of the letters may be wrong: "markting" is "marketing", "x" is nothing.
  const unsigned bound = std::max<unsigned>(1, std::max<size_t>(word.size(), 3) / 3) + 1;
  unsigned best = bound;
  bool nearestHasTail = false;
  llvm::StringRef nearest;
  for (llvm::StringRef candidate : known) {
    unsigned distance = candidate.equals_insensitive(word)
                            ? 0
                            : word.edit_distance(candidate, /*AllowReplacements=*/true, bound);
    // Of a qualified name one part is mistaken more often than both.
    bool hasTail = distance == 0 || (tailOf(word) != word && tailOf(candidate) == tailOf(word));
    if (distance < bound && (hasTail != nearestHasTail ? hasTail : distance < best)) {
      best = distance;
      nearest = candidate;
      nearestHasTail = hasTail;
    }
  }
  if (!nearest.empty())
    return nearest;
  for (llvm::StringRef candidate : known)
    if (isSwapped(word, candidate) || isShortFor(word, candidate))
      return candidate;
  // "email" for "contact.email", "Client::name" for "Customer::name".
  for (llvm::StringRef candidate : known)
    if (tailOf(word).size() >= 3 && tailOf(candidate).equals_insensitive(tailOf(word)))
      return candidate;
  return nearest;
}

std::string nearestWord(llvm::StringRef word, llvm::ArrayRef<std::string> known) {
  std::vector<llvm::StringRef> words(known.begin(), known.end());
  return nearestWord(word, words).str();
}

std::string suggestion(llvm::StringRef wrong, llvm::ArrayRef<llvm::StringRef> words) {
  llvm::StringRef near = nearestWord(wrong, words);
  if (!near.empty())
    return "; did you mean '" + near.str() + "'?";
  if (words.empty() || words.size() > 12)
    return "";
  return "; there is " + llvm::join(words, ", ");
}

} // namespace earmark
