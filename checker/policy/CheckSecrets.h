// weak-encryption: a key or nonce that is a constant of the program, and a key
// that is kept in the store that holds what it encrypts.
#pragma once

#include "policy/Checks.h"

namespace earmark {

void checkSecrets(const Rule &rule, llvm::ArrayRef<FlowView> views, const CheckContext &context,
                  ProgramFindings &findings);

} // namespace earmark
