// Pass: the flows before and after a change -> those that are new, those that
// are gone, and those that were always protected and are so no longer. Where the
// code stands plays no part: moved code is no new flow.
#pragma once

#include "policy/DataFlow.h"

namespace earmark {

struct FlowDiff {
  std::vector<DataFlow> added, removed;
  struct Weakened {
    DataFlow flow;                 // as it is now
    std::vector<std::string> lost; // marks that it always bore
  };
  std::vector<Weakened> weakened;
  bool isWorse() const { return !added.empty() || !weakened.empty(); }
};

FlowDiff diffFlows(std::vector<DataFlow> before, std::vector<DataFlow> after);

} // namespace earmark
