// Data that is used for a purpose that needs consent, where no check of it for
// that purpose and that person comes first on every path.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkMissingConsent(const Rule &rule, const FlowView &view, const CheckContext &context,
                         Violations &violations);

} // namespace earmark
