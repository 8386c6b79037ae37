#include "frontend/lower/MemberOffset.h"

namespace earmark::lower {

using namespace clang;

namespace {

/// Whether `base` is a null pointer, written as a number.
bool isNull(const Expr &base) {
  const auto *number = dyn_cast<IntegerLiteral>(base.IgnoreParenCasts());
  return number && number->getValue() == 0;
}

} // namespace

llvm::SmallVector<const FieldDecl *, 2> membersOfOffset(const Expr &offset) {
  llvm::SmallVector<const FieldDecl *, 2> members;
  const Expr *bare = offset.IgnoreParenCasts();
  if (const auto *named = dyn_cast<OffsetOfExpr>(bare)) {
    for (unsigned i = 0; i < named->getNumComponents(); ++i) {
      const OffsetOfNode &part = named->getComponent(i);
      if (part.getKind() == OffsetOfNode::Field)
        members.push_back(part.getField());
      else if (part.getKind() == OffsetOfNode::Array)
        members.push_back(nullptr);
      // Base classes are transparent.
    }
    return members;
  }
  const auto *address = dyn_cast<UnaryOperator>(bare);
  if (!address || address->getOpcode() != UO_AddrOf)
    return {};
  const Expr *at = address->getSubExpr()->IgnoreParens();
  while (const auto *member = dyn_cast<MemberExpr>(at)) {
    const auto *field = dyn_cast<FieldDecl>(member->getMemberDecl());
    if (!field)
      return {};
    if (!field->isAnonymousStructOrUnion())
      members.insert(members.begin(), field);
    at = member->getBase()->IgnoreParens();
    if (member->isArrow())
      return isNull(*at) ? members : llvm::SmallVector<const FieldDecl *, 2>();
  }
  return {};
}

} // namespace earmark::lower
