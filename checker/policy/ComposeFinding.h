// One violation as a person reads it: the sentence in both languages, the path,
// the law, the owner.
#pragma once

#include "policy/Checks.h"

namespace earmark {

Finding composeFinding(const Rule &rule, const FlowView &view, const Violation &violation,
                       const CheckContext &context);

/// A finding about what is declared at `place`, or never done with it.
Finding composeDeclared(const Rule &rule, const FindingPlace &place, Bilingual message);

/// Gives every finding its fingerprint: what it is about, not where it stands,
/// so that it survives moved lines. Equal ones are numbered in their order.
void addFingerprints(std::vector<Finding> &findings);

} // namespace earmark
