#include "frontend/lower/Constants.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

namespace earmark::lower {

using namespace clang;

namespace {

/// Calls of functions that return constants are followed so deep.
constexpr unsigned MaxCalls = 8;
/// Conditions nest deeper only where a machine wrote them.
constexpr unsigned MaxDepth = 200;

struct Evaluator {
  const ASTContext &ast;
  KnownValue known;
  unsigned calls = 0, depth = 0;

  std::optional<int64_t> evaluate(const Expr *expr) {
    QualType type = expr->getType();
    if (depth > MaxDepth || expr->isValueDependent() ||
        !(type->isIntegralOrEnumerationType() || type->isPointerType() || type->isNullPtrType()))
      return std::nullopt;
    ++depth;
    std::optional<int64_t> result = look(expr->IgnoreParens());
    --depth;
    return result;
  }

  std::optional<int64_t> look(const Expr *expr) {
    if (const auto *full = dyn_cast<FullExpr>(expr))
      return evaluate(full->getSubExpr());
    if (const auto *argument = dyn_cast<SubstNonTypeTemplateParmExpr>(expr))
      return evaluate(argument->getReplacement());
    if (const auto *argument = dyn_cast<CXXDefaultArgExpr>(expr))
      return evaluate(argument->getExpr());
    if (const auto *cast = dyn_cast<CastExpr>(expr))
      return converted(*cast);
    if (const auto *name = dyn_cast<DeclRefExpr>(expr))
      return variable(name);
    if (const auto *op = dyn_cast<UnaryOperator>(expr))
      return unary(*op);
    if (const auto *op = dyn_cast<BinaryOperator>(expr))
      return binary(*op);
    if (const auto *op = dyn_cast<ConditionalOperator>(expr)) {
      std::optional<int64_t> condition = evaluate(op->getCond());
      return condition ? evaluate(*condition ? op->getTrueExpr() : op->getFalseExpr())
                       : std::nullopt;
    }
    if (const auto *call = dyn_cast<CallExpr>(expr))
      return result(*call);
    if (const auto *list = dyn_cast<InitListExpr>(expr); list && list->getNumInits() <= 1)
      return list->getNumInits() == 1 ? evaluate(list->getInit(0)) : 0;
    if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(expr))
      return 0;
    return constant(expr);
  }

  std::optional<int64_t> constant(const Expr *expr) {
    Expr::EvalResult result;
    if (!expr->getType()->isIntegralOrEnumerationType() || !expr->EvaluateAsInt(result, ast) ||
        !result.Val.isInt())
      return std::nullopt;
    return asWord(result.Val.getInt());
  }

  static std::optional<int64_t> asWord(const llvm::APSInt &value) {
    return value.isRepresentableByInt64() ? std::optional<int64_t>(value.getExtValue())
                                          : std::nullopt;
  }

  /// `value` as `type` holds it.
  std::optional<int64_t> fit(std::optional<int64_t> value, QualType type) {
    if (!value || !type->isIntegralOrEnumerationType())
      return value;
    if (type->isBooleanType())
      return *value != 0;
    llvm::APSInt wide(llvm::APInt(64, uint64_t(*value), true), false);
    llvm::APSInt narrow = wide.extOrTrunc(unsigned(ast.getIntWidth(type)));
    narrow.setIsSigned(type->isSignedIntegerOrEnumerationType());
    return asWord(narrow);
  }

  std::optional<int64_t> converted(const CastExpr &cast) {
    switch (cast.getCastKind()) {
    case CK_NullToPointer: return 0;
    case CK_LValueToRValue:
    case CK_NoOp:
    case CK_BitCast:
    case CK_DerivedToBase:
    case CK_BaseToDerived: return evaluate(cast.getSubExpr());
    case CK_IntegralCast:
    case CK_IntegralToBoolean:
    case CK_BooleanToSignedIntegral:
    case CK_PointerToBoolean: return fit(evaluate(cast.getSubExpr()), cast.getType());
    default: return cast.getType()->isIntegralOrEnumerationType() ? constant(&cast) : std::nullopt;
    }
  }

  std::optional<int64_t> variable(const DeclRefExpr *name) {
    const auto *variable = dyn_cast<VarDecl>(name->getDecl());
    if (!variable)
      return constant(name);
    if (std::optional<int64_t> value = known(*variable))
      return value;
    QualType type = variable->getType();
    if (isa<ParmVarDecl>(variable) || type->isReferenceType() || type.isVolatileQualified())
      return std::nullopt;
    const Expr *init = variable->getAnyInitializer();
    // A member's or an extern's value may be another in each instance or program.
    if (!type.isConstQualified() || !init || variable->isWeak())
      return std::nullopt;
    // What the initialiser names may have changed since.
    auto nothing = [](const VarDecl &) { return std::optional<int64_t>(); };
    return Evaluator{ast, nothing, calls, depth}.evaluate(init);
  }

  std::optional<int64_t> unary(const UnaryOperator &op) {
    if (op.isIncrementDecrementOp() || op.getOpcode() == UO_AddrOf || op.getOpcode() == UO_Deref)
      return std::nullopt;
    std::optional<int64_t> operand = evaluate(op.getSubExpr());
    if (!operand)
      return std::nullopt;
    switch (op.getOpcode()) {
    case UO_LNot: return !*operand;
    case UO_Plus:
    case UO_Extension: return operand;
    case UO_Not: return fit(~*operand, op.getType());
    case UO_Minus: return *operand > INT64_MIN ? fit(-*operand, op.getType()) : std::nullopt;
    default: return std::nullopt;
    }
  }

  std::optional<int64_t> binary(const BinaryOperator &op) {
    if (op.isCompoundAssignmentOp())
      return std::nullopt;
    if (op.getOpcode() == BO_Assign)
      return fit(evaluate(op.getRHS()), op.getLHS()->getType());
    if (op.getOpcode() == BO_Comma)
      return evaluate(op.getRHS());
    std::optional<int64_t> left = evaluate(op.getLHS());
    if (op.isLogicalOp()) {
      bool isAnd = op.getOpcode() == BO_LAnd;
      if (left && (*left != 0) != isAnd)
        return *left != 0;
      std::optional<int64_t> right = evaluate(op.getRHS());
      if (right && (*right != 0) != isAnd)
        return *right != 0; // whatever the left side says
      return left && right ? std::optional<int64_t>(*right != 0) : std::nullopt;
    }
    if (!left)
      return std::nullopt;
    std::optional<int64_t> right = evaluate(op.getRHS());
    if (!right)
      return std::nullopt;
    return computed(op.getOpcode(), *left, *right, op.getLHS()->getType(), op.getType());
  }

public:
  /// `left op right`, which are of type `from`, as a `to`.
  std::optional<int64_t> computed(BinaryOperatorKind op, int64_t left, int64_t right, QualType from,
                                  QualType to) {
    // Only null is known of pointers.
    if (from->isPointerType() || from->isNullPtrType()) {
      bool null = left == 0 && right == 0;
      if (op != BO_EQ && op != BO_NE)
        return std::nullopt;
      return null ? std::optional<int64_t>(op == BO_EQ) : std::nullopt;
    }
    bool isUnsigned = from->isUnsignedIntegerOrEnumerationType();
    auto less = [&](int64_t a, int64_t b) {
      return isUnsigned ? uint64_t(a) < uint64_t(b) : a < b;
    };
    int64_t result = 0;
    switch (op) {
    case BO_LT: return less(left, right);
    case BO_GT: return less(right, left);
    case BO_LE: return !less(right, left);
    case BO_GE: return !less(left, right);
    case BO_EQ: return left == right;
    case BO_NE: return left != right;
    case BO_And: return left & right;
    case BO_Or: return left | right;
    case BO_Xor: return left ^ right;
    case BO_Add:
      return __builtin_add_overflow(left, right, &result) ? std::nullopt : fit(result, to);
    case BO_Sub:
      return __builtin_sub_overflow(left, right, &result) ? std::nullopt : fit(result, to);
    case BO_Mul:
      return __builtin_mul_overflow(left, right, &result) ? std::nullopt : fit(result, to);
    case BO_Div:
      return right > 0 && left >= 0 ? std::optional<int64_t>(left / right) : std::nullopt;
    case BO_Rem:
      return right > 0 && left >= 0 ? std::optional<int64_t>(left % right) : std::nullopt;
    case BO_Shl:
      return left >= 0 && left < (1 << 30) && right >= 0 && right < 32 ? fit(left << right, to)
                                                                       : std::nullopt;
    case BO_Shr:
      return left >= 0 && right >= 0 && right < 63 ? std::optional<int64_t>(left >> right)
                                                   : std::nullopt;
    default: return std::nullopt;
    }
  }

private:
  /// A function of this unit whose body is one return of what is constant for its
  /// arguments.
  std::optional<int64_t> result(const CallExpr &call) {
    const FunctionDecl *callee = call.getDirectCallee();
    const FunctionDecl *definition = nullptr;
    if (!callee || calls >= MaxCalls || !callee->getBody(definition) || !definition ||
        definition->isWeak())
      return std::nullopt;
    if (const auto *method = dyn_cast<CXXMethodDecl>(definition); method && method->isVirtual())
      return std::nullopt;
    const auto *body = dyn_cast<CompoundStmt>(definition->getBody());
    const auto *stmt =
        body && !body->body_empty() ? dyn_cast<ReturnStmt>(body->body_back()) : nullptr;
    if (!stmt || !stmt->getRetValue())
      return std::nullopt;
    for (const Stmt *before : body->body()) // constants that the return may name
      if (before != stmt && !isa<DeclStmt>(before))
        return std::nullopt;
    llvm::SmallVector<std::pair<const VarDecl *, int64_t>, 4> bound;
    if (body->size() == 1 && !isa<CXXOperatorCallExpr>(call) && !definition->isVariadic())
      for (unsigned i = 0; i < call.getNumArgs() && i < definition->getNumParams(); ++i)
        if (const ParmVarDecl *parameter = definition->getParamDecl(i);
            !parameter->getType()->isReferenceType())
          if (std::optional<int64_t> value = evaluate(call.getArg(i)))
            bound.push_back({parameter, *value});
    auto inside = [&](const VarDecl &variable) -> std::optional<int64_t> {
      for (const auto &[parameter, value] : bound)
        if (parameter == &variable)
          return value;
      return std::nullopt;
    };
    ++calls;
    Evaluator inner{ast, inside, calls, depth};
    std::optional<int64_t> result = inner.evaluate(stmt->getRetValue());
    --calls;
    return result;
  }
};

} // namespace

std::optional<int64_t> constantValue(const ASTContext &ast, const Expr &expr, KnownValue known) {
  Evaluator evaluator{ast, known};
  return evaluator.evaluate(&expr);
}

std::optional<int64_t> constantResult(const ASTContext &ast, BinaryOperatorKind op, int64_t left,
                                      int64_t right, QualType from, QualType to) {
  auto nothing = [](const VarDecl &) { return std::optional<int64_t>(); };
  Evaluator evaluator{ast, nothing};
  return evaluator.computed(op, left, right, from, to);
}

} // namespace earmark::lower
