// Stage: a linked program -> what personal data reaches, with the functions that
// the policy's purposes and departments make worth watching.
#pragma once

#include "solve/SolveReach.h"

namespace earmark {

Reach solveProgram(const Program &program, const Policy &policy);

} // namespace earmark
