// Lists of words in messages: which are allowed, and which one was meant.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// The word of `known` nearest to `word` by edit distance; empty when none is
/// near enough to be what the user meant.
llvm::StringRef nearestWord(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known);

/// "; expected one of a, b, c; did you mean 'b'?" Long lists are cut.
std::string expectedOneOf(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known);

} // namespace earmark
