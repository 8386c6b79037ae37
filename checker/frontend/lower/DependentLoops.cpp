#include "frontend/lower/DependentLoops.h"

namespace earmark::lower {

using namespace clang;

static void complete(Lowering &in, CXXForRangeStmt &loop) {
  auto *range = dyn_cast<VarDecl>(loop.getRangeStmt()->getSingleDecl());
  VarDecl *variable = loop.getLoopVariable();
  if (!range || !variable || loop.getInc())
    return;
  SourceLocation place = loop.getColonLoc();
  // Of a type that is not known, so nobody takes the condition for a constant.
  auto all = [&] {
    return DeclRefExpr::Create(in.ast, NestedNameSpecifierLoc(), SourceLocation(), range, false,
                               place, in.ast.DependentTy, VK_LValue);
  };
  // What begins and ends is not known; they must be there. To bind the range again does nothing.
  if (!loop.getBeginStmt())
    loop.setBeginStmt(loop.getRangeStmt());
  if (!loop.getEndStmt())
    loop.setEndStmt(loop.getRangeStmt());
  if (!loop.getCond())
    loop.setCond(all());
  loop.setInc(all());
  if (!variable->getInit()) {
    auto *element =
        new (in.ast) OpaqueValueExpr(place, in.ast.DependentTy, VK_LValue, OK_Ordinary, all());
    in.elementsOf[element] = element->getSourceExpr();
    variable->setInit(element);
  }
}

void completeLoops(Lowering &in, Stmt &body) {
  llvm::SmallVector<Stmt *, 64> work{&body};
  while (!work.empty()) {
    Stmt *stmt = work.pop_back_val();
    if (auto *loop = dyn_cast<CXXForRangeStmt>(stmt))
      complete(in, *loop);
    if (isa<LambdaExpr>(stmt))
      continue; // its body is another function
    for (Stmt *child : stmt->children())
      if (child)
        work.push_back(child);
  }
}

Places placesOfElement(Lowering &in, const Expr &object) {
  Places whole = placesOf(in, object), result;
  for (Place place : whole.at)
    result.at.push_back({place.root, in.flow.extend(place.path, ProjectionKind::Element)});
  result.labels = whole.labels;
  result.weak = true;
  // Of a class of the project nobody knows where its iterators lead: to what it holds.
  for (const Origin &origin : load(in, whole, &object)->own)
    result.labels.push_back(origin);
  return result;
}

} // namespace earmark::lower
