// Who receives personal data: a declared recipient with an agreement that is
// valid, in an allowed region, for a purpose that it was agreed for. A call that
// no model knows is a recipient that nobody declared.
#pragma once

#include "policy/Checks.h"

namespace earmark {

/// A call that has neither body, model nor role, or whose model says that it
/// leaves the project, and that gets personal data.
bool isUnknownCall(const FlowView &view, const CheckContext &context);
/// The machine itself is no recipient.
bool isLoopback(llvm::StringRef host);

void checkUnknownRecipient(const Rule &rule, const FlowView &view, const CheckContext &context,
                           Violations &violations);
void checkUnapprovedRecipient(const Rule &rule, const FlowView &view, const CheckContext &context,
                              Violations &violations);
void checkRegion(const Rule &rule, const FlowView &view, const CheckContext &context,
                 Violations &violations);

} // namespace earmark
