// The checks behind the rules: most look at one arrival and say what is wrong
// with it; some look at all of them together, because it takes two to be a
// mistake. A rule with sinks that has no check of its own here is held
// generally: at one of its sinks, its requirement must be met.
#pragma once

#include "policy/FlowView.h"

#include "llvm/ADT/ArrayRef.h"

namespace earmark {

struct Violation {
  Level level = Level::Error;
  const SinkHit *sink = nullptr; // of the view
  std::string recipient, store;
  std::string purpose; // that the code runs for, where the finding is about it
  Bilingual sentence;  // what is done with the datum: "is written to a log by 'puts'"
  Bilingual detail;    // what is wrong with that, where the rule alone does not say it
};

using Violations = std::vector<Violation>;
using Check = void (*)(const Rule &, const FlowView &, const CheckContext &, Violations &);

struct NamedCheck {
  llvm::StringRef rule;
  Check check;
};

/// The checks that need more than sinks and marks, sorted by rule.
llvm::ArrayRef<NamedCheck> namedChecks();

/// What a look at the whole program gives: violations by flows, and findings
/// about what was declared or never done.
struct ProgramFindings {
  std::vector<std::pair<const FlowView *, Violation>> flows;
  std::vector<Finding> others;
};

using ProgramCheck = void (*)(const Rule &, llvm::ArrayRef<FlowView>, const CheckContext &,
                              ProgramFindings &);

/// The program-wide check of `rule`; null where it has none.
ProgramCheck programCheckOf(const Rule &rule);

/// The check of `rule`; null for a rule that is not about arrivals.
Check checkOf(const Rule &rule);

} // namespace earmark
