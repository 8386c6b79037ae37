// Conditions that have one outcome: what Clang evaluates, and what it may not
// but a reader can, such as a local that is never written again, a function
// that returns a constant, or a loop over a fixed range, which certainly runs.
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/DenseSet.h"

#include <optional>

namespace earmark::lower {

/// Locals of a function body that something may write, or take the address of,
/// after they were initialised.
class Written {
public:
  explicit Written(const clang::Stmt *body);
  bool contains(const clang::VarDecl *variable) const { return variables.contains(variable); }

private:
  llvm::DenseSet<const clang::VarDecl *> variables;
};

std::optional<bool> constantCondition(const clang::ASTContext &ast, const clang::Expr &condition,
                                      const Written &written);
/// Whether the body of `loop`, a for statement, runs at least once.
bool certainlyRuns(const clang::ASTContext &ast, const clang::Stmt &loop, const Written &written);

} // namespace earmark::lower
