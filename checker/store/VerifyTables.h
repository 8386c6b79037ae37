// Pass: whether every id, range and enum of flow tables that came from outside
// is what FlowGraph.h says, so that later stages need not ask.
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/Support/Error.h"

namespace earmark {

/// Success, or what is wrong first: "edge 12: path 99 of 40".
llvm::Error verifyTables(const FlowTables &flow);

} // namespace earmark
