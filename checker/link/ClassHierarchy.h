// Pass: classes and overrides of the whole program, closed over inheritance.
#pragma once

#include "link/Program.h"

namespace earmark {

/// Fills recordOf, derived and overriders from program.flow.
void buildClassHierarchy(Program &program);

} // namespace earmark
