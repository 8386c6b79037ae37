// Data serves the purposes that were stated for it: code that runs for another
// one must not have it.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkPurposeLimitation(const Rule &rule, llvm::ArrayRef<FlowView> views,
                            const CheckContext &context, ProgramFindings &findings);
/// Code that runs for a purpose uses data for which none was ever stated.
void checkUndeclaredPurpose(const Rule &rule, const FlowView &view, const CheckContext &context,
                            Violations &violations);

} // namespace earmark
