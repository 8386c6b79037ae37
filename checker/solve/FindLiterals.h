// Constants that decide a sink's channel or recipient: what a role's selectors
// name, looked for backward from the call.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// Roles of the call have selectors: some constant of it matters.
bool hasSelectors(Tabulation &solve, CallId call);

/// The constants where the function that holds `call` was entered over the calls
/// `context`, outermost first. `anyCaller`: from there on, over all callers.
const Literals &findLiterals(Tabulation &solve, CallId call, llvm::ArrayRef<CallId> context,
                             bool anyCaller);

} // namespace earmark
