// Systems and departments are kept apart: data of a category that names the
// departments that need it, in the code of another; data about subjects that a
// purpose has nothing to do with; a value, record or store that mixes subjects
// that the policy keeps apart.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkNeedToKnow(const Rule &rule, llvm::ArrayRef<FlowView> views, const CheckContext &context,
                     ProgramFindings &findings);

} // namespace earmark
