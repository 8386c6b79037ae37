// Pass: library models in YAML -> ModelSet. The models that the tool carries,
// and the files that a policy names under `model-files`. The language is in
// rules/README.md.
#pragma once

#include "flow/Model.h"
#include "rules/LoadPolicy.h"

namespace earmark {

/// The built-in models and those of `policy.modelFiles`. A word in a user's file
/// that `policy` does not declare is a mistake; the error is PolicyErrors.
llvm::Expected<ModelSet> loadModels(const Policy &policy,
                                    const LoadOptions &options = LoadOptions());

} // namespace earmark
