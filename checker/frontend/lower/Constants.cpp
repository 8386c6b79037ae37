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
  const Written &written;
  /// The variable whose value is known here besides.
  const VarDecl *known = nullptr;
  int64_t value = 0;
  unsigned calls = 0, depth = 0;

  std::optional<int64_t> evaluate(const Expr *expr) {
    if (depth > MaxDepth || expr->isValueDependent() || !expr->getType()->isIntegralOrEnumerationType())
      return std::nullopt;
    ++depth;
    std::optional<int64_t> result = look(expr->IgnoreParens());
    --depth;
    return result;
  }

  std::optional<int64_t> look(const Expr *expr) {
    if (const auto *full = dyn_cast<FullExpr>(expr))
      return evaluate(full->getSubExpr());
    if (const auto *cast = dyn_cast<ImplicitCastExpr>(expr)) {
      std::optional<int64_t> operand = evaluate(cast->getSubExpr());
      if (operand && cast->getCastKind() == CK_IntegralToBoolean)
        return *operand != 0;
      bool keeps = cast->getCastKind() == CK_LValueToRValue || cast->getCastKind() == CK_NoOp ||
                   cast->getCastKind() == CK_IntegralCast;
      return keeps ? operand : std::nullopt;
    }
    if (const auto *name = dyn_cast<DeclRefExpr>(expr))
      return variable(name);
    if (const auto *op = dyn_cast<UnaryOperator>(expr)) {
      std::optional<int64_t> operand = evaluate(op->getSubExpr());
      if (operand && op->getOpcode() == UO_LNot)
        return !*operand;
      if (operand && op->getOpcode() == UO_Minus && *operand > INT32_MIN)
        return -*operand;
      return std::nullopt;
    }
    if (const auto *op = dyn_cast<BinaryOperator>(expr))
      return binary(*op);
    if (const auto *call = dyn_cast<CallExpr>(expr))
      return result(*call);
    return constant(expr);
  }

  std::optional<int64_t> constant(const Expr *expr) {
    Expr::EvalResult result;
    if (!expr->EvaluateAsInt(result, ast) || !result.Val.isInt() ||
        !result.Val.getInt().isRepresentableByInt64())
      return std::nullopt;
    return result.Val.getInt().getExtValue();
  }

  std::optional<int64_t> variable(const DeclRefExpr *name) {
    const auto *variable = dyn_cast<VarDecl>(name->getDecl());
    if (!variable)
      return constant(name);
    if (variable == known)
      return value;
    QualType type = variable->getType();
    if (isa<ParmVarDecl>(variable) || type->isReferenceType() || type.isVolatileQualified())
      return std::nullopt;
    bool steady = type.isConstQualified() || (variable->hasLocalStorage() && !written.contains(variable));
    const Expr *init = variable->getInit();
    // A member's or an extern's value may be another in each instance or program.
    if (!steady || !init || variable->isWeak())
      return std::nullopt;
    return evaluate(init);
  }

  std::optional<int64_t> binary(const BinaryOperator &op) {
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
    if (!op.isComparisonOp() || op.getOpcode() == BO_Cmp)
      return std::nullopt;
    std::optional<int64_t> right = evaluate(op.getRHS());
    if (!left || !right)
      return std::nullopt;
    switch (op.getOpcode()) {
    case BO_LT: return *left < *right;
    case BO_GT: return *left > *right;
    case BO_LE: return *left <= *right;
    case BO_GE: return *left >= *right;
    case BO_EQ: return *left == *right;
    default: return *left != *right;
    }
  }

  /// A function of this unit whose body is one return of a constant.
  std::optional<int64_t> result(const CallExpr &call) {
    const FunctionDecl *callee = call.getDirectCallee();
    const FunctionDecl *definition = nullptr;
    if (!callee || calls >= MaxCalls || !callee->getBody(definition) || !definition || definition->isWeak())
      return std::nullopt;
    if (const auto *method = dyn_cast<CXXMethodDecl>(definition); method && method->isVirtual())
      return std::nullopt;
    const auto *body = dyn_cast<CompoundStmt>(definition->getBody());
    if (!body || body->size() != 1)
      return std::nullopt;
    const auto *stmt = dyn_cast<ReturnStmt>(body->body_front());
    if (!stmt || !stmt->getRetValue())
      return std::nullopt;
    ++calls;
    Written nothing(nullptr);
    Evaluator inner{ast, nothing, nullptr, 0, calls, depth};
    std::optional<int64_t> result = inner.evaluate(stmt->getRetValue());
    --calls;
    return result;
  }
};

} // namespace

Written::Written(const Stmt *body) {
  // Not recursive: expressions nest as deep as people, and machines, like.
  llvm::SmallVector<const Stmt *, 64> work;
  if (body)
    work.push_back(body);
  while (!work.empty()) {
    const Stmt *stmt = work.pop_back_val();
    if (const auto *cast = dyn_cast<ImplicitCastExpr>(stmt);
        cast && cast->getCastKind() == CK_LValueToRValue &&
        isa<DeclRefExpr>(cast->getSubExpr()->IgnoreParens()))
      continue; // a read
    if (const auto *name = dyn_cast<DeclRefExpr>(stmt)) {
      if (const auto *variable = dyn_cast<VarDecl>(name->getDecl()))
        variables.insert(variable);
      continue;
    }
    if (const auto *lambda = dyn_cast<LambdaExpr>(stmt))
      work.push_back(lambda->getBody());
    for (const Stmt *child : stmt->children())
      if (child)
        work.push_back(child);
  }
}

std::optional<bool> constantCondition(const ASTContext &ast, const Expr &condition, const Written &written) {
  bool result = false;
  if (condition.EvaluateAsBooleanCondition(result, ast))
    return result;
  Evaluator evaluator{ast, written};
  if (std::optional<int64_t> value = evaluator.evaluate(&condition))
    return *value != 0;
  return std::nullopt;
}

bool certainlyRuns(const ASTContext &ast, const Stmt &loop, const Written &written) {
  if (const auto *range = dyn_cast<CXXForRangeStmt>(&loop)) {
    const Expr *over = range->getRangeInit();
    const ConstantArrayType *array = over ? ast.getAsConstantArrayType(over->getType()) : nullptr;
    return array && array->getSize().ugt(0);
  }
  const auto *statement = dyn_cast<ForStmt>(&loop);
  if (!statement || !statement->getInit() || !statement->getCond() ||
      statement->getCond()->isValueDependent())
    return false;
  const auto *declared = dyn_cast<DeclStmt>(statement->getInit());
  const auto *assigned = dyn_cast<BinaryOperator>(statement->getInit());
  const VarDecl *variable = nullptr;
  const Expr *from = nullptr;
  if (declared && declared->isSingleDecl()) {
    variable = dyn_cast<VarDecl>(declared->getSingleDecl());
    from = variable ? variable->getInit() : nullptr;
  } else if (assigned && assigned->getOpcode() == BO_Assign) {
    if (const auto *name = dyn_cast<DeclRefExpr>(assigned->getLHS()->IgnoreParens()))
      variable = dyn_cast<VarDecl>(name->getDecl());
    from = assigned->getRHS();
  }
  if (!variable || !from || !isa<BinaryOperator>(statement->getCond()->IgnoreParenImpCasts()))
    return false;
  Evaluator evaluator{ast, written};
  std::optional<int64_t> start = evaluator.evaluate(from);
  if (!start)
    return false;
  evaluator.known = variable;
  evaluator.value = *start;
  std::optional<int64_t> first = evaluator.evaluate(statement->getCond());
  return first && *first != 0;
}

} // namespace earmark::lower
