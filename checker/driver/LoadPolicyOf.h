// The policy of a command that reads no source: the one that is named, else the
// nearest upward from the working directory, else the built-in pack.
#pragma once

#include "driver/Console.h"
#include "driver/Options.h"
#include "rules/LoadModels.h"
#include "rules/LoadPolicy.h"

#include <optional>

namespace earmark {

llvm::Expected<Policy> policyOf(const Options &options, const Console &console);

struct PolicyAndModels {
  Policy policy;
  ModelSet models;
};

/// Both; none where one cannot be used, which has been complained of then.
std::optional<PolicyAndModels> policyAndModelsOf(const Options &options, Console &console);

/// "the built-in pack", or the file.
std::string sourceOf(const Policy &policy, bool dutch = false);

} // namespace earmark
