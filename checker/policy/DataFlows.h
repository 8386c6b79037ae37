// Passes: all arrivals of a program, allowed or not -> its data flows; what the
// record of processing, the flow map and `diff` are made of.
#pragma once

#include "policy/DataFlow.h"
#include "policy/FlowView.h"

namespace earmark {

/// Sorted by data, subject, purposes, end; none twice.
std::vector<DataFlow> dataFlows(const CheckContext &context, llvm::ArrayRef<FlowView> views);

/// Which of the flows have findings that no exception covers.
void countFindings(std::vector<DataFlow> &flows, const std::vector<Finding> &findings);

} // namespace earmark
