// Only what is needed: a datum that is kept in two stores, and a personal field
// that is filled and that nothing in the whole program ever reads.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkMinimisation(const Rule &rule, llvm::ArrayRef<FlowView> views,
                       const CheckContext &context, ProgramFindings &findings);

} // namespace earmark
