// The steps of a way, which the solver tells in English, in Dutch: names between
// quotes and numbers stay, what stands around them is looked up.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// "is passed to 'greet' as 'name'" -> "wordt doorgegeven aan 'greet' als 'name'".
/// What is not known stays as it is.
std::string dutchStep(llvm::StringRef text);

} // namespace earmark
