// Pass: every call with the bodies that it may run: of the project, or of the
// library models. Also gives calls the roles that models have for them.
//
// A callee of the project is its body; one of a library, or in namespace std, is
// its model first. A virtual call goes to the callee and to its overriders in the
// classes that the receiver can be. Reload calls have the targets of their
// callee; Indirect calls are the solver's.
#pragma once

#include "link/MatchModels.h"
#include "link/Program.h"

namespace earmark {

/// Fills targets, functionOf, callersOf, callRoles and modelsOfValue.
/// `firstModel` is where the functions of `models.flow` begin in `program.flow`.
/// Appends the functions that models with Builds calls become for their callees.
void resolveCalls(Program &program, const ModelSet &models, uint32_t firstModel);

} // namespace earmark
