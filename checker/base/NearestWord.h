// The word that someone probably meant.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// The nearest of `words` to `wrong`, the first of equals; empty where none is
/// near. A word that differs only in what stands before its last "::" or "." is near.
llvm::StringRef nearestWord(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known);
std::string nearestWord(llvm::StringRef word, llvm::ArrayRef<std::string> known);

/// "; did you mean 'x'?", or a list of a few, or nothing.
std::string suggestion(llvm::StringRef wrong, llvm::ArrayRef<llvm::StringRef> words);

} // namespace earmark
