// One run of Clang over one unit, with the bodies of libraries skipped, on the
// calling thread and with its stack. What it finds goes to ExtractUnit.
#pragma once

#include "frontend/CompileCommands.h"

namespace earmark {

/// Fills `unit`, whose file and digest are set. What stops it is a problem.
void parseUnit(const CompileCommand &command, FileSystem files, Unit &unit);

void addError(Unit &unit, std::string message);

/// Whether a problem means that the unit is not analysed.
bool isUnreadable(const Unit &unit);

} // namespace earmark
