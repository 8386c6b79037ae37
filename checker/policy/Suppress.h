// Pass: what has been looked at and allowed. Reviewed exceptions, in comments
// or in the policy, suppress a finding as long as they are valid; one that is
// malformed, expired or used for nothing is a finding of its own.
#pragma once

#include "link/Program.h"
#include "policy/Finding.h"

#include <string>

namespace earmark {

struct SuppressOptions {
  std::string asOf; // ISO date
  /// The whole program was analysed: an exception that covers nothing is stale.
  bool whole = true;
};

/// Marks the findings that an exception covers, adds findings about exceptions,
/// and returns a line for each exception that was used. Keeps the order.
std::vector<std::string> suppress(std::vector<Finding> &findings, const Program &program,
                                  const Policy &policy, const SuppressOptions &options);

} // namespace earmark
