// Constants that decide a sink's channel or recipient: what a role's selectors
// name, looked for backward from the call.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// Sorted, without duplicates; empty when nothing constant is found.
std::vector<std::string> findLiterals(Tabulation &solve, CallId call);

} // namespace earmark
