// Data that is used for an audited purpose on a path that leaves no record of
// it; and a record that holds the data itself.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkUnauditedUse(const Rule &rule, llvm::ArrayRef<FlowView> views,
                       const CheckContext &context, ProgramFindings &findings);

} // namespace earmark
