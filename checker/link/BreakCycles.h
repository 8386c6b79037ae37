// Pass: no class is its own base and nothing encloses itself. Each unit was
// verified to be so, but two units that contradict each other (of other versions
// of a source, or made by hand) can be a cycle once they are merged.
#pragma once

#include "flow/FlowGraph.h"

namespace earmark {

void breakCycles(FlowTables &flow);

} // namespace earmark
