// Marks as facts: which of them a datum has, with what each implies
// ("anonymised" implies "pseudonymised"), and whether that is what is required.
#pragma once

#include "flow/Policy.h"

#include "llvm/ADT/StringRef.h"

namespace earmark {

class MarkRules {
public:
  explicit MarkRules(const Policy &policy);

  /// Whether data with `marks` is in the state `mark`, said or implied.
  bool has(MarkSet marks, llvm::StringRef mark) const;
  /// Whether data with `marks` meets `requirement`. An empty one is met.
  bool meets(MarkSet marks, const Requirement &requirement) const;

private:
  const Policy &policy;
  std::vector<MarkSet> closure; // by bit: the mark and all that it implies
};

/// "encrypted", "anonymised or aggregated"; in Dutch when `dutch`.
std::string describe(const Requirement &requirement, const Policy &policy, bool dutch);

} // namespace earmark
