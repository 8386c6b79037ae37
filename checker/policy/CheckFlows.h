// Pass: the arrivals of a program held against every rule of the policy ->
// findings, sorted by place and rule. One finding for each rule, sink place,
// category, subject and receiver: the surest, with the shortest path.
#pragma once

#include "policy/FlowView.h"

namespace earmark {

struct CheckOptions {
  std::string asOf; // ISO date that agreements are held against
  Confidence minConfidence = Confidence::Possible;
};

std::vector<Finding> checkFlows(const Program &program, const Reach &reach, const Policy &policy,
                                const CheckOptions &options);

/// The same of arrivals that were looked at already.
std::vector<Finding> checkFlows(const CheckContext &context, llvm::ArrayRef<FlowView> views);

/// The order of findings in every report.
bool comesBefore(const Finding &a, const Finding &b);

} // namespace earmark
