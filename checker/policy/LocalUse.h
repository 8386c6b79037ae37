// What a function does with data that came into view in it, on its own
// skeleton: passes it on, returns it, or keeps it somewhere.
#pragma once

#include "policy/FlowView.h"

namespace earmark {

struct LocalUse {
  bool passedOn = false;       // to a function of the program, or one that nobody knows
  std::vector<CallId> calls;   // that it is passed to, those included
  std::vector<BlockId> blocks; // where it is returned
  bool stored = false;         // behind a parameter, in a variable
};

LocalUse usesOf(const FlowView &view, const CheckContext &context);

} // namespace earmark
