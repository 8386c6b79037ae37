// The dispatcher: an expression to its family; operands to their results.
#include "frontend/lower/DependentLoops.h"
#include "frontend/lower/ExprFamily.h"
#include "frontend/lower/Lowering.h"

#include "llvm/ADT/ScopeExit.h"

namespace earmark::lower {

namespace {

/// Constants hold no data. What a flag was set to decides, though, which way a
/// branch on it goes: see Emitter::edge. C has 0 and 1 for flags.
Result lowerConstant(Lowering &in, const clang::Expr &expr) {
  std::optional<bool> flag;
  if (const auto *literal = llvm::dyn_cast<clang::CXXBoolLiteralExpr>(&expr))
    flag = literal->getValue();
  else if (const auto *number = llvm::dyn_cast<clang::IntegerLiteral>(&expr);
           number && !in.ast.getLangOpts().CPlusPlus && number->getValue().ule(1))
    flag = number->getValue().getBoolValue();
  if (!flag)
    return nothing(in);
  Origin origin;
  origin.port = port(PortKind::Literal, in.flow.text(*flag ? "true" : "false").value);
  return value(in.values.leaf(origin));
}

/// Expressions that are what their operand is.
Result lowerTransparent(Lowering &in, const clang::Expr &expr) {
  using namespace clang;
  switch (expr.getStmtClass()) {
  case Stmt::ParenExprClass: return resultOf(in, *cast<ParenExpr>(expr).getSubExpr());
  case Stmt::ConstantExprClass:
  case Stmt::ExprWithCleanupsClass: return resultOf(in, *cast<FullExpr>(expr).getSubExpr());
  case Stmt::CXXBindTemporaryExprClass:
    return resultOf(in, *cast<CXXBindTemporaryExpr>(expr).getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return resultOf(in, *cast<SubstNonTypeTemplateParmExpr>(expr).getReplacement());
  case Stmt::GenericSelectionExprClass:
    if (const Expr *chosen = cast<GenericSelectionExpr>(expr).isResultDependent()
                                 ? nullptr
                                 : cast<GenericSelectionExpr>(expr).getResultExpr())
      return resultOf(in, *chosen);
    return lowerUnmodelled(in, expr);
  case Stmt::ChooseExprClass:
    if (cast<ChooseExpr>(expr).isConditionDependent())
      return lowerUnmodelled(in, expr);
    return resultOf(in, *cast<ChooseExpr>(expr).getChosenSubExpr());
  case Stmt::CXXDefaultArgExprClass: return evaluate(in, *cast<CXXDefaultArgExpr>(expr).getExpr());
  case Stmt::CXXDefaultInitExprClass:
    if (const Expr *init = cast<CXXDefaultInitExpr>(expr).getExpr())
      return evaluate(in, *init);
    return nothing(in);
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return resultOf(in, *cast<CXXRewrittenBinaryOperator>(expr).getSemanticForm());
  case Stmt::OpaqueValueExprClass:
    if (const Expr *range = in.elementsOf.lookup(&expr))
      return places(placesOfElement(in, *range));
    if (const Expr *source = cast<OpaqueValueExpr>(expr).getSourceExpr())
      return resultOf(in, *source);
    return lowerUnmodelled(in, expr);
  case Stmt::PseudoObjectExprClass:
    if (const Expr *result = cast<PseudoObjectExpr>(expr).getResultExpr())
      return resultOf(in, *result);
    return nothing(in);
  case Stmt::StmtExprClass: {
    const CompoundStmt *body = cast<StmtExpr>(expr).getSubStmt();
    if (const auto *last =
            dyn_cast_or_null<Expr>(body->body_empty() ? nullptr : body->getStmtExprResult()))
      return resultOf(in, *last);
    return nothing(in);
  }
  default: return lowerUnmodelled(in, expr);
  }
}

} // namespace

Result evaluate(Lowering &in, const clang::Expr &expr) {
  ++in.depth;
  const void *outer = std::exchange(in.reader, &expr);
  auto done = llvm::make_scope_exit([&] {
    --in.depth;
    in.reader = outer;
  });
  switch (familyOf(expr.getStmtClass())) {
  case ExprFamily::Constant: return lowerConstant(in, expr);
  case ExprFamily::Foreign: return lowerUnmodelled(in, expr);
  case ExprFamily::Transparent: return lowerTransparent(in, expr);
  case ExprFamily::Construct: return lowerConstruct(in, expr);
  case ExprFamily::Dependent: return lowerDependent(in, expr);
  case ExprFamily::Operator: return lowerOperator(in, expr);
  case ExprFamily::Cast: return lowerCast(in, llvm::cast<clang::CastExpr>(expr));
  case ExprFamily::Place: return lowerPlace(in, expr);
  case ExprFamily::Call: return lowerCall(in, expr);
  case ExprFamily::Closure: return lowerClosure(in, expr);
  }
  llvm_unreachable("a family without its lowering");
}

Result resultOf(Lowering &in, const clang::Expr &expr) {
  auto found = in.results.find(&expr);
  if (found != in.results.end())
    return found->second;
  return evaluate(in, expr);
}

const Node *valueOf(Lowering &in, const clang::Expr &expr) {
  Result result = resultOf(in, expr);
  return result.value ? result.value : load(in, result.places, &expr);
}

Places placesOf(Lowering &in, const clang::Expr &expr) {
  Result result = resultOf(in, expr);
  if (!result.value)
    return result.places;
  // A prvalue where memory is wanted: it gets a temporary.
  RootId root = in.memory.local(&expr, expr.getType());
  in.memory.set(in.state, root, result.value);
  Places at;
  at.at.push_back({root, EmptyPath});
  return at;
}

const Node *addressOf(Lowering &in, const clang::Expr &expr) {
  Places at = placesOf(in, expr);
  llvm::SmallVector<Origin, 2> own;
  for (const Place &place : at.at)
    own.push_back(in.memory.addressOf(place, at.weak));
  for (const Origin &label : at.labels) {
    // A label of what is pointed to: one step less deep is a label of the pointer.
    const auto &paths = in.flow.tables.paths;
    Origin pointer = label;
    if (label.path != EmptyPath && paths[label.path.value].kind == ProjectionKind::Deref)
      pointer.path = paths[label.path.value].parent;
    own.push_back(pointer);
  }
  llvm::SmallVector<Kid, 0> kids;
  return in.values.make(own, kids);
}

Result lowerUnmodelled(Lowering &in, const clang::Expr &expr) {
  if (in.emitting)
    ++in.stats.fallbacks[expr.getStmtClassName()];
  const Node *all = in.values.empty();
  for (const clang::Stmt *child : expr.children())
    if (const auto *operand = llvm::dyn_cast_or_null<clang::Expr>(child))
      all = in.values.join(all, valueOf(in, *operand));
  return value(all);
}

Result lowerDependent(Lowering &in, const clang::Expr &expr) {
  using namespace clang;
  switch (expr.getStmtClass()) {
  case Stmt::CXXDependentScopeMemberExprClass: {
    // x.name of an unknown class: a field of that name alone.
    const auto &member = cast<CXXDependentScopeMemberExpr>(expr);
    if (member.isImplicitAccess())
      return nothing(in);
    const Expr &base = *member.getBase();
    Places object =
        member.isArrow() ? derefPlaces(in, valueOf(in, base), QualType()) : placesOf(in, base);
    return places(in.memory.project(
        object, {ProjectionKind::Field, in.flow.text(member.getMember().getAsString())}));
  }
  case Stmt::PackExpansionExprClass:
    return resultOf(in, *cast<PackExpansionExpr>(expr).getPattern());
  case Stmt::UnresolvedLookupExprClass:
  case Stmt::DependentScopeDeclRefExprClass: return nothing(in);
  default: return lowerUnmodelled(in, expr);
  }
}

} // namespace earmark::lower
