// Passes: what has been looked at and allowed. Reviewed exceptions, in comments
// or in the policy, suppress a finding as long as they are valid; one that is
// malformed, expired or used for nothing is a finding of its own. A baseline
// suppresses what an earlier report already had.
#pragma once

#include "policy/Finding.h"
#include "link/Program.h"

#include "llvm/Support/Error.h"

#include <set>
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

/// The fingerprints of a report in JSON.
llvm::Expected<std::set<std::string>> readBaseline(llvm::StringRef json);

/// Suppresses what `known` holds.
void applyBaseline(std::vector<Finding> &findings, const std::set<std::string> &known);

} // namespace earmark
