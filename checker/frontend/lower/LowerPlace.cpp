// Names, members, subscripts, `this` and string literals: what they denote.
#include "frontend/lower/DependentLoops.h"
#include "frontend/lower/Lowering.h"

#include "clang/AST/Attr.h"
#include "clang/AST/CXXInheritance.h"

namespace earmark::lower {

namespace {

using namespace clang;

Places thisObject(Lowering &in) {
  if (in.beingMade)
    return *in.beingMade;
  if (in.thisCapture) {
    // In a lambda's body `this` is what the closure captured.
    Places field = in.memory.project(closurePlaces(in),
                                     {ProjectionKind::Field, closureField(in, *in.thisCapture)});
    if (!in.thisCapture->getType()->isPointerType())
      return field; // [*this]: the closure holds the object
    return in.memory.deref(load(in, field, nullptr));
  }
  Places object;
  object.at.push_back({in.memory.symbolic({PortKind::Entry, This, ~0u}),
                       in.flow.extend(EmptyPath, ProjectionKind::Deref)});
  return object;
}

Places ofField(Lowering &in, Places object, const FieldDecl &field) {
  if (Declarations::isTransparent(field))
    return object; // members of an anonymous struct are the object's own
  TextId name = in.names.fieldName(field);
  in.fieldTypes.try_emplace(name, field.getType());
  // Of libraries, what an annotation there speaks of; a company's own may be one.
  bool counts = !in.ast.getSourceManager().isInSystemHeader(field.getLocation()) ||
                field.hasAttr<AnnotateAttr>() || field.getParent()->hasAttr<AnnotateAttr>();
  if (counts && !in.fieldSymbols.count(name))
    in.fieldSymbols.try_emplace(name, in.names.symbol(field));
  Projection projection{ProjectionKind::Field, name};
  // Of the object around a member, that member is where one came from.
  if (auto by = in.stats.uses.embedded.find(name); by != in.stats.uses.embedded.end()) {
    const auto &paths = in.flow.tables.paths;
    auto cameFrom = [&](const Place &place) {
      return place.path != EmptyPath && paths[place.path.value].kind == ProjectionKind::Field &&
             paths[place.path.value].name == by->second;
    };
    if (llvm::all_of(object.at, cameFrom)) {
      for (Place &place : object.at)
        place.path = paths[place.path.value].parent;
      return object;
    }
  }
  // A union's members are one place: what one of them holds, all hold.
  if (field.getParent()->isUnion())
    for (const Place &place : object.at) {
      const auto &paths = in.flow.tables.paths;
      if (place.path != EmptyPath && paths[place.path.value].kind == ProjectionKind::Field &&
          paths[place.path.value].name == name)
        return object;
    }
  return in.memory.project(object, projection);
}

Result lowerDeclRef(Lowering &in, const DeclRefExpr &ref) {
  const ValueDecl *decl = ref.getDecl();
  if (const auto *variable = dyn_cast<VarDecl>(decl)) {
    Places at = placesOfVariable(in, *variable);
    if (!variable->getType()->isReferenceType() || in.captures.count(variable))
      return places(std::move(at));
    Places object = derefPlaces(in, load(in, at, &ref), variable->getType().getNonReferenceType());
    object.labels.append(at.labels);
    return places(std::move(object));
  }
  if (const auto *binding = dyn_cast<BindingDecl>(decl)) {
    if (std::optional<Places> captured = placesOfCapture(in, *binding))
      return places(std::move(*captured));
    if (const Expr *bound = binding->getBinding())
      return evaluate(in, *bound);
    // Of a type that is not known: some part of the whole.
    if (const auto *whole = dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl())) {
      Places at = placesOfVariable(in, *whole);
      if (whole->getType()->isReferenceType())
        at = derefPlaces(in, load(in, at, &ref), whole->getType().getNonReferenceType());
      at.weak = true;
      return places(std::move(at));
    }
    return nothing(in);
  }
  if (const auto *function = dyn_cast<FunctionDecl>(decl))
    return value(
        in.values.leaf(originOf(port(PortKind::Function, in.names.symbol(*function).value))));
  if (isa<FieldDecl>(decl)) // &C::field
    return value(in.values.leaf(originOf(port(PortKind::Function, in.names.symbol(*decl).value))));
  if (const auto *indirect = dyn_cast<IndirectFieldDecl>(decl))
    return value(in.values.leaf(
        originOf(port(PortKind::Function, in.names.symbol(*indirect->getAnonField()).value))));
  return nothing(in); // enumerators, template parameters
}

/// Whether the object that `base` denotes a part of has several such parts: they
/// share their places, since base classes are transparent.
bool isRepeated(const Expr &base, const FieldDecl &field) {
  const Expr *whole = &base;
  while (const auto *cast = dyn_cast<CastExpr>(whole->IgnoreParens())) {
    if (cast->getCastKind() != CK_UncheckedDerivedToBase && cast->getCastKind() != CK_DerivedToBase)
      break;
    whole = cast->getSubExpr();
  }
  if (whole == &base)
    return false;
  QualType type = whole->getType();
  if (!type->getPointeeType().isNull())
    type = type->getPointeeType();
  const CXXRecordDecl *outer = type->getAsCXXRecordDecl();
  const auto *inner = dyn_cast<CXXRecordDecl>(field.getParent());
  if (!outer || !inner || !outer->hasDefinition() || outer->isDependentContext())
    return false;
  CXXBasePaths ways(/*FindAmbiguities=*/true, /*RecordPaths=*/false, /*DetectVirtual=*/false);
  return outer->isDerivedFrom(inner, ways) &&
         ways.isAmbiguous(inner->getASTContext().getCanonicalType(
             inner->getTypeForDecl()->getCanonicalTypeInternal()));
}

Result lowerMember(Lowering &in, const MemberExpr &member) {
  const ValueDecl *decl = member.getMemberDecl();
  if (const auto *field = dyn_cast<FieldDecl>(decl)) {
    const Expr &base = *member.getBase();
    Places object = member.isArrow()
                        ? derefPlaces(in, valueOf(in, base), base.getType()->getPointeeType())
                        : placesOf(in, base);
    Places at = ofField(in, std::move(object), *field);
    at.weak |= isRepeated(base, *field);
    if (!field->getType()->isReferenceType())
      return places(std::move(at));
    return places(derefPlaces(in, load(in, at, &member), field->getType().getNonReferenceType()));
  }
  if (const auto *variable = dyn_cast<VarDecl>(decl)) {
    Places at = placesOfVariable(in, *variable);
    if (!variable->getType()->isReferenceType())
      return places(std::move(at));
    return places(
        derefPlaces(in, load(in, at, &member), variable->getType().getNonReferenceType()));
  }
  if (const auto *function = dyn_cast<FunctionDecl>(decl))
    return value(
        in.values.leaf(originOf(port(PortKind::Function, in.names.symbol(*function).value))));
  return nothing(in);
}

/// (&a[i])[k] is a[i + k], or some element of `a` where that is none.
PathId besides(Lowering &in, Place element, TextId by) {
  const auto &paths = in.flow.tables.paths;
  const PathNode last = paths[element.path.value];
  QualType type = typeAt(in, {element.root, last.parent});
  const ConstantArrayType *array = type.isNull() ? nullptr : in.ast.getAsConstantArrayType(type);
  int64_t base = 0, step = 0;
  if (by && array && !in.flow.tables.texts[last.name].getAsInteger(10, base) &&
      !in.flow.tables.texts[by].getAsInteger(10, step) && base + step >= 0 &&
      array->getSize().ugt(uint64_t(base + step)))
    return in.flow.extend(last.parent, ProjectionKind::ElementAt,
                          in.flow.text(std::to_string(base + step)));
  // Past its own row: a matrix taken for a list.
  PathId row = last.parent;
  if (row != EmptyPath && (paths[row.value].kind == ProjectionKind::ElementAt ||
                           paths[row.value].kind == ProjectionKind::Element))
    row = in.flow.extend(paths[row.value].parent, ProjectionKind::Element);
  return in.flow.extend(row, ProjectionKind::Element);
}

Result lowerSubscript(Lowering &in, const ArraySubscriptExpr &subscript) {
  const Expr &left = *subscript.getLHS();
  if (left.isTypeDependent() && !left.getType()->isAnyPointerType() &&
      !left.getType()->isArrayType())
    return places(placesOfElement(in, left)); // of a class, perhaps
  const Expr &base = *subscript.getBase();
  if (subscript.getLHS()->getType()->isVectorType() || base.getType()->isVectorType())
    return places(placesOf(in, base));
  TextId index = literalOf(in, *subscript.getIdx());
  Projection element{index ? ProjectionKind::ElementAt : ProjectionKind::Element, index};
  Places result;
  Places target = in.memory.deref(valueOf(in, base));
  result.labels = target.labels;
  result.weak = target.weak;
  const auto &paths = in.flow.tables.paths;
  for (Place place : target.at) {
    if (in.memory.roots[place.root.value].kind == Root::Symbolic) {
      // From outside, a pointer to an array looks like one to an element. A
      // subscript that may be another element than the first overwrites nothing.
      result.at.push_back(place);
      result.weak = true;
      continue;
    }
    QualType type = typeAt(in, place);
    if (!type.isNull() && type->isArrayType()) {
      place.path = in.flow.extend(place.path, element.kind, element.name);
    } else if (place.path != EmptyPath && !(index && in.flow.tables.texts[index] == "0") &&
               (paths[place.path.value].kind == ProjectionKind::ElementAt)) {
      place.path = besides(in, place, index);
    }
    result.at.push_back(place);
  }
  return places(std::move(result));
}

} // namespace

Result lowerPlace(Lowering &in, const clang::Expr &expr) {
  switch (expr.getStmtClass()) {
  case Stmt::DeclRefExprClass: return lowerDeclRef(in, cast<DeclRefExpr>(expr));
  case Stmt::MemberExprClass: return lowerMember(in, cast<MemberExpr>(expr));
  case Stmt::ArraySubscriptExprClass: return lowerSubscript(in, cast<ArraySubscriptExpr>(expr));
  case Stmt::CXXThisExprClass: {
    llvm::SmallVector<Origin, 1> own;
    for (const Place &place : thisObject(in).at)
      own.push_back(in.memory.addressOf(place));
    llvm::SmallVector<Kid, 0> kids;
    return value(in.values.make(own, kids));
  }
  case Stmt::StringLiteralClass: {
    const auto &literal = cast<StringLiteral>(expr);
    if (literal.getCharByteWidth() != 1 || literal.getLength() > 200)
      return nothing(in);
    Places at;
    at.at.push_back(
        {in.memory.symbolic(port(PortKind::Literal, in.flow.text(literal.getString()).value)),
         in.flow.extend(EmptyPath, ProjectionKind::Deref)});
    return places(std::move(at));
  }
  case Stmt::PredefinedExprClass: return nothing(in);
  case Stmt::ExtVectorElementExprClass:
    return resultOf(in, *cast<ExtVectorElementExpr>(expr).getBase());
  case Stmt::MatrixSubscriptExprClass:
    return resultOf(in, *cast<MatrixSubscriptExpr>(expr).getBase());
  default: return lowerUnmodelled(in, expr);
  }
}

} // namespace earmark::lower
