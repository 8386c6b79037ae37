// Whether an expression may throw, and with how much of its work done: what memory
// a handler may find. Running out of memory is left aside, or every assignment of
// a string would be a way into the next handler.
#pragma once

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/DenseMap.h"

namespace earmark::lower {

enum class Throws : uint8_t {
  No,
  AsAfter,  // memory is as it is after the call: what a library does to an object it does or leaves
  Anywhere, // memory may be as before the call, or as after it, or between
};

/// What is known of the functions of a unit.
using ThrowMemo = llvm::DenseMap<const clang::FunctionDecl *, Throws>;

/// Of `expr` itself: its operands, which ran before, are not asked.
Throws throwsItself(ThrowMemo &memo, const clang::Expr &expr);

} // namespace earmark::lower
