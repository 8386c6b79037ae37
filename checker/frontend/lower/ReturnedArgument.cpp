#include "frontend/lower/ReturnedArgument.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

namespace earmark::lower {

using namespace clang;

namespace {

/// Bodies larger than this do more than give back an argument.
constexpr unsigned MaxStatements = 2000;

const Expr *withoutCasts(const Expr *expr) {
  for (;;) {
    expr = expr->IgnoreParens();
    const auto *cast = dyn_cast<CastExpr>(expr);
    if (const auto *full = dyn_cast<FullExpr>(expr)) {
      expr = full->getSubExpr();
      continue;
    }
    if (!cast)
      return expr;
    switch (cast->getCastKind()) {
    case CK_NoOp:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_BaseToDerived:
    case CK_Dependent: expr = cast->getSubExpr(); continue;
    default: return expr;
    }
  }
}

/// What one `return` gives back; none: something else.
std::optional<uint16_t> givenBack(const Expr *value, bool reference) {
  value = withoutCasts(value);
  if (!reference)
    return isa<CXXThisExpr>(value) ? std::optional<uint16_t>(This) : std::nullopt;
  if (const auto *deref = dyn_cast<UnaryOperator>(value))
    return deref->getOpcode() == UO_Deref && isa<CXXThisExpr>(withoutCasts(deref->getSubExpr()))
               ? std::optional<uint16_t>(This)
               : std::nullopt;
  const auto *name = dyn_cast<DeclRefExpr>(value);
  const auto *parameter = name ? dyn_cast<ParmVarDecl>(name->getDecl()) : nullptr;
  if (!parameter || !parameter->getType()->isReferenceType() ||
      name->refersToEnclosingVariableOrCapture())
    return std::nullopt;
  return static_cast<uint16_t>(parameter->getFunctionScopeIndex());
}

std::optional<uint16_t> byBody(const Stmt &body, bool reference) {
  std::optional<uint16_t> result;
  unsigned seen = 0;
  llvm::SmallVector<const Stmt *, 32> work{&body};
  while (!work.empty()) {
    const Stmt *stmt = work.pop_back_val();
    if (++seen > MaxStatements)
      return std::nullopt;
    if (const auto *returns = dyn_cast<ReturnStmt>(stmt)) {
      std::optional<uint16_t> one =
          returns->getRetValue() ? givenBack(returns->getRetValue(), reference) : std::nullopt;
      if (!one || (result && result != one))
        return std::nullopt;
      result = one;
      continue;
    }
    if (isa<Expr>(stmt) && !isa<StmtExpr>(stmt))
      continue; // statements alone return
    for (const Stmt *child : stmt->children())
      if (child)
        work.push_back(child);
  }
  return result;
}

/// Operators whose result is the operand on the left, wherever they are written.
std::optional<uint16_t> byName(const FunctionDecl &function) {
  switch (function.getOverloadedOperator()) {
  case OO_Equal:
  case OO_PlusEqual:
  case OO_MinusEqual:
  case OO_StarEqual:
  case OO_SlashEqual:
  case OO_PercentEqual:
  case OO_CaretEqual:
  case OO_AmpEqual:
  case OO_PipeEqual:
  case OO_LessLessEqual:
  case OO_GreaterGreaterEqual:
  case OO_LessLess:
  case OO_GreaterGreater: break;
  default: return std::nullopt;
  }
  QualType result = function.getReturnType();
  if (!result->isLValueReferenceType() || result->getPointeeType().isConstQualified())
    return std::nullopt;
  auto same = [&](QualType type) {
    return type->getCanonicalTypeUnqualified() ==
           result->getPointeeType()->getCanonicalTypeUnqualified();
  };
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function);
      method && method->isImplicitObjectMemberFunction())
    return !method->isConst() && same(QualType(method->getParent()->getTypeForDecl(), 0))
               ? std::optional<uint16_t>(This)
               : std::nullopt;
  if (function.getNumParams() != 2)
    return std::nullopt;
  QualType left = function.getParamDecl(0)->getType();
  return left->isLValueReferenceType() && same(left->getPointeeType()) ? std::optional<uint16_t>(0)
                                                                       : std::nullopt;
}

std::optional<uint16_t> find(const FunctionDecl &function) {
  QualType result = function.getReturnType();
  bool reference = result->isReferenceType();
  // What is annotated speaks of the result, not of the argument.
  if (!(reference || result->isPointerType()) || Declarations::isAnnotated(function))
    return std::nullopt;
  const FunctionDecl *definition = nullptr;
  const Stmt *body = function.hasSkippedBody() ? nullptr : function.getBody(definition);
  if (!body || definition->hasSkippedBody())
    return function.isDefined(definition) && !definition->hasSkippedBody() ? std::nullopt
                                                                           : byName(function);
  return byBody(*body, reference);
}

} // namespace

std::optional<uint16_t> returnedArgument(LowerStats &stats, const FunctionDecl &function) {
  auto [row, isNew] = stats.returned.try_emplace(function.getCanonicalDecl(), NoParameter);
  if (isNew)
    if (std::optional<uint16_t> found = find(function))
      stats.returned[function.getCanonicalDecl()] = *found;
  uint16_t parameter = stats.returned.lookup(function.getCanonicalDecl());
  return parameter == NoParameter ? std::nullopt : std::optional<uint16_t>(parameter);
}

} // namespace earmark::lower
