// Pass: entries of `annotate`, which name declarations by pattern, become roles
// of what they match. In a policy every entry must match something.
#pragma once

#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"

namespace earmark {

void applyAnnotate(Program &program, llvm::ArrayRef<Annotate> entries, Role::Origin origin);

/// Adds a role in its normal form, see Role. Defined in AssignRoles.cpp.
void addRole(Program &program, SymbolId target, Role role);
/// The normal form of what is said of a function as a whole.
void normalizeForFunction(Role &role);

} // namespace earmark
