// The two ways in which C programs say how far a member lies from the start of its
// object: offsetof(T, a.m), and &((T *)0)->a.m. With it they get from a pointer to a
// member to the object around it (`container_of`).
#pragma once

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/SmallVector.h"

namespace earmark::lower {

/// The members that `offset` names, the outermost first; null for an element of an
/// array. Empty where it is no such offset.
llvm::SmallVector<const clang::FieldDecl *, 2> membersOfOffset(const clang::Expr &offset);

} // namespace earmark::lower
