#include "frontend/lower/ExprFamily.h"

#include "llvm/Support/ErrorHandling.h"

namespace earmark::lower {

#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
ExprFamily familyOf(clang::Stmt::StmtClass kind) {
  switch (kind) {
#define EXPR_FAMILY(KIND, FAMILY)                                                                  \
  case clang::Stmt::KIND##Class: return ExprFamily::FAMILY;
#include "frontend/lower/ExprFamily.def"
  // Statements are no expressions; they are listed so that a new expression
  // kind cannot hide behind a default.
  case clang::Stmt::NoStmtClass:
#define ABSTRACT_STMT(STMT)
#define EXPR(CLASS, PARENT)
#define STMT(CLASS, PARENT) case clang::Stmt::CLASS##Class:
#include "clang/AST/StmtNodes.inc"
    break;
  }
  llvm_unreachable("not an expression");
}
#pragma GCC diagnostic pop

} // namespace earmark::lower
