// What is stored is stored for a time, and then erased.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkMissingRetention(const Rule &rule, const FlowView &view, const CheckContext &context,
                           Violations &violations);
void checkMissingErasure(const Rule &rule, const FlowView &view, const CheckContext &context,
                         Violations &violations);

} // namespace earmark
