#include "link/NearestWord.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace earmark {
namespace {

llvm::StringRef tailOf(llvm::StringRef word) {
  size_t at = word.find_last_of(":.");
  return at == llvm::StringRef::npos ? word : word.substr(at + 1);
}

} // namespace

llvm::StringRef nearestWord(llvm::StringRef wrong, llvm::ArrayRef<llvm::StringRef> words) {
  unsigned limit = std::max<unsigned>(2, wrong.size() / 3), best = limit + 1;
  llvm::StringRef result;
  for (llvm::StringRef word : words) {
    unsigned distance;
    if (word.equals_insensitive(wrong))
      distance = 0;
    else if (word.size() > 2 && tailOf(word) == tailOf(wrong))
      distance = 1;
    else
      distance = word.edit_distance(wrong, true, best);
    if (distance < best) {
      best = distance;
      result = word;
    }
  }
  return result;
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
