// Which family of constructs an expression kind belongs to: the one switch over
// Clang's kinds, without a default.
#pragma once

#include "clang/AST/Expr.h"

namespace earmark::lower {

enum class ExprFamily : uint8_t {
  Constant,    // 42, sizeof x, noexcept(f()): nothing flows
  Foreign,     // Objective-C, OpenMP, ...: all operands reach the result
  Transparent, // (x), default arguments: what the operand is
  Construct,   // T{x}, new T, initialiser lists, temporaries
  Dependent,   // of templates that nothing instantiated: by name
  Operator,    // a + b, a = b, *p, c ? a : b, delete p
  Cast,        // all conversions
  Place,       // x, x.f, a[i], this, "text"
  Call,        // f(x), x.f(y), a @ b by an overloaded operator
  Closure,     // lambdas, throw, co_await, co_yield
};

ExprFamily familyOf(clang::Stmt::StmtClass kind);

} // namespace earmark::lower
