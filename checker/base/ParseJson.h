// JSON of people and programs that are not trusted: LLVM's parser goes down with
// the stack on "[[[[[...".
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace earmark {

/// The value, or why `text` is none; nested deeper than 256 it is refused.
llvm::Expected<llvm::json::Value> parseJson(llvm::StringRef text);

} // namespace earmark
