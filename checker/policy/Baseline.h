// Passes: what an earlier report already had does not fail, and what is gone
// since is told; what a change did not touch does not fail where that is asked.
#pragma once

#include "policy/Finding.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

#include <map>

namespace earmark {

struct Baseline {
  /// Every finding of the report that failed it then; by fingerprint.
  std::map<std::string, GoneFinding> findings;
};

/// Reads a report in JSON. What an exception covered then is not in the baseline:
/// where the exception has gone, it is new.
llvm::Expected<Baseline> readBaseline(llvm::StringRef json);

/// Suppresses what `baseline` holds and returns what it holds and `findings` does
/// not, in the order of reports.
std::vector<GoneFinding> applyBaseline(std::vector<Finding> &findings, const Baseline &baseline);

/// Suppresses the findings no place of which (sink, source, declaration, the way
/// between) is in a file that `isChanged`; `why` says so in the report.
void applyChanged(std::vector<Finding> &findings,
                  llvm::function_ref<bool(const std::string &file)> isChanged,
                  const std::string &why);

} // namespace earmark
