// Lists of words in messages: which are allowed, and which one was meant.
#pragma once

#include "base/NearestWord.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// "; expected one of a, b, c; did you mean 'b'?" Long lists are cut.
std::string expectedOneOf(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known);

} // namespace earmark
