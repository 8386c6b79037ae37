// Pass: the units of a program, the library models and the policy's annotations
// -> one Program. The order of the units does not matter: they are merged in the
// order of their main files, whatever order they come in.
#pragma once

#include "link/MergeUnits.h"

#include <vector>

namespace earmark {

/// Mistakes in annotations and patterns are in Program::problems; a unit with an
/// error in it is in Program::units and has no part in the graph.
Program linkProgram(std::vector<Unit> units, const Policy &policy, const ModelSet &models);
/// The same of the parts that `divide` and `mergeParts` make of them, in order.
Program linkParts(std::vector<Part> parts, const Policy &policy, const ModelSet &models);

} // namespace earmark
