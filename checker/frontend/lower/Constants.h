// Integers, truth values and null pointers that are certain: what Clang
// evaluates, and what it may not but a reader can, such as a local that holds a
// constant at this point, or a function that returns one.
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>

namespace earmark::lower {

/// The value of a local variable or parameter where it is certain.
using KnownValue = llvm::function_ref<std::optional<int64_t>(const clang::VarDecl &)>;

/// The value of `expr`; null is 0. Expressions that change what they read have none.
std::optional<int64_t> constantValue(const clang::ASTContext &ast, const clang::Expr &expr,
                                     KnownValue known);

/// `left op right`, which are of type `from`, as a `to`.
std::optional<int64_t> constantResult(const clang::ASTContext &ast, clang::BinaryOperatorKind op,
                                      int64_t left, int64_t right, clang::QualType from,
                                      clang::QualType to);

} // namespace earmark::lower
