// Pass: decisions that follow from the score of a model. The score itself need not
// be passed on: `if (risk(c) > 0.8) refuse(c.number)` decides by it all the same,
// unless a person has looked.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkScoreDecisions(const Rule &rule, llvm::ArrayRef<FlowView> views,
                         const CheckContext &context, ProgramFindings &findings);

} // namespace earmark
