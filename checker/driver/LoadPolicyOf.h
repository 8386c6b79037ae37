// The policy of a command that reads no source: the one that is named, else the
// nearest upward from the working directory, else the built-in pack.
#pragma once

#include "driver/Console.h"
#include "driver/Options.h"
#include "rules/LoadPolicy.h"

namespace earmark {

llvm::Expected<Policy> policyOf(const Options &options, const Console &console);

/// "the built-in pack", or the file.
std::string sourceOf(const Policy &policy, bool dutch = false);

} // namespace earmark
