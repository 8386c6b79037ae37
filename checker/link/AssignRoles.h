// Pass: what annotations in source, the policy's `annotate` and library models
// say, put on the symbols and calls that it is said of. Redeclarations add up;
// overriding methods have the roles of what they override; contradictions and
// patterns that match nothing are problems.
#pragma once

#include "link/Program.h"

namespace earmark {

/// Fills roles; adds to callRoles what is said of macros.
void assignRoles(Program &program, const Policy &policy, const ModelSet &models);

} // namespace earmark
