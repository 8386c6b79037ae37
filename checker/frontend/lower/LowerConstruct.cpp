// Objects coming to be: constructor calls, new, initialiser lists, temporaries.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

const Expr *constructorOf(const Expr *init) {
  while (init) {
    init = init->IgnoreParens();
    if (const auto *full = dyn_cast<FullExpr>(init))
      init = full->getSubExpr();
    else if (const auto *bound = dyn_cast<CXXBindTemporaryExpr>(init))
      init = bound->getSubExpr();
    else if (const auto *fallback = dyn_cast<CXXDefaultInitExpr>(init))
      init = fallback->getExpr();
    else if (const auto *cast = dyn_cast<CastExpr>(init);
             cast && init->isPRValue() &&
             (cast->getCastKind() == CK_NoOp || cast->getCastKind() == CK_ConstructorConversion))
      init = cast->getSubExpr();
    else
      break;
  }
  return init && isa<CXXConstructExpr, CXXInheritedCtorInitExpr>(init) ? init : nullptr;
}

const Node *asSequence(Lowering &in, const Node *array) {
  llvm::SmallVector<Origin, 4> own(array->own);
  llvm::SmallVector<Kid, 8> kids;
  for (const Kid &kid : array->kids) {
    llvm::StringRef index =
        kid.first.name ? in.flow.tables.texts[kid.first.name] : llvm::StringRef();
    if (kid.first.isElement())
      kids.emplace_back(Projection{ProjectionKind::Field, in.flow.text(("[" + index + "]").str())},
                        kid.second);
    else
      kids.push_back(kid);
  }
  return in.values.make(own, kids);
}

namespace {

bool saysHowMoved(const CXXRecordDecl &record) {
  return record.hasUserDeclaredMoveConstructor() &&
         llvm::any_of(record.ctors(), [](const CXXConstructorDecl *constructor) {
           return constructor->isMoveConstructor() && constructor->isUserProvided();
         });
}

/// What classes of the library are made of, members and bases of a container.
struct Parts {
  bool moved = false;   // one of them says how it is moved
  bool holding = false; // one of them is what the container was asked to hold: a pair, no vector
};

void findParts(Lowering &in, const CXXRecordDecl &record, llvm::ArrayRef<TemplateArgument> held,
               unsigned depth, Parts &parts) {
  parts.moved |= saysHowMoved(record);
  auto part = [&](QualType type) {
    const CXXRecordDecl *inner = type->getAsCXXRecordDecl();
    if (inner && (!inner->hasDefinition() || inner->isEmpty()))
      return; // comparators, allocators
    parts.holding |= llvm::any_of(held, [&](const TemplateArgument &argument) {
      return argument.getKind() == TemplateArgument::Type &&
             in.ast.hasSameUnqualifiedType(argument.getAsType(), type);
    });
    if (!parts.holding && depth < 8 && inner)
      findParts(in, *inner->getDefinition(), held, depth + 1, parts);
  };
  for (const CXXBaseSpecifier &base : record.bases())
    part(base.getType());
  for (const FieldDecl *field : record.fields())
    part(field->getType());
}

/// A container whose elements lie elsewhere, and which hands them over.
bool movesElements(Lowering &in, const CXXRecordDecl &record) {
  const auto *container = dyn_cast<ClassTemplateSpecializationDecl>(&record);
  if (!container)
    return false;
  llvm::SmallVector<TemplateArgument, 4> held;
  for (const TemplateArgument &argument : container->getTemplateArgs().asArray())
    if (argument.getKind() == TemplateArgument::Pack)
      llvm::append_range(held, argument.pack_elements());
    else
      held.push_back(argument);
  Parts parts;
  findParts(in, record, held, 0, parts);
  return parts.moved && !parts.holding;
}

/// A class of the library that says how it is moved leaves nothing behind; what
/// the compiler moves, it moves member by member, and copies what is no class.
void emptyMoved(Lowering &in, const Places &object, QualType type, const Expr &at, unsigned depth) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || depth > 4)
    return;
  record = record->getDefinition();
  if (record->isTriviallyCopyable() || record->isUnion())
    return;
  bool inSystem = in.ast.getSourceManager().isInSystemHeader(record->getLocation());
  if (saysHowMoved(*record) || (inSystem && movesElements(in, *record))) {
    if (inSystem)
      store(in, object, in.values.empty(), &at);
    return;
  }
  for (const FieldDecl *field : record->fields()) {
    if (field->isAnonymousStructOrUnion() || field->getType()->isReferenceType())
      continue;
    TextId name = in.names.fieldName(*field);
    in.fieldTypes.try_emplace(name, field->getType());
    emptyMoved(in, in.memory.project(object, {ProjectionKind::Field, name}), field->getType(), at,
               depth + 1);
  }
}

/// The array that an object of the library is a sequence of, its one member. A
/// class with a body for its elements says itself what it does with them.
const FieldDecl *sequenceArray(const RecordDecl &record) {
  const auto *cxx = dyn_cast<CXXRecordDecl>(&record);
  if (!cxx || !cxx->isInStdNamespace() || std::distance(cxx->field_begin(), cxx->field_end()) != 1)
    return nullptr;
  const FieldDecl *field = *cxx->field_begin();
  if (!field->getType()->isArrayType())
    return nullptr;
  bool inSystem = cxx->getASTContext().getSourceManager().isInSystemHeader(cxx->getLocation());
  for (const CXXMethodDecl *method : cxx->methods())
    if (!inSystem && method->getOverloadedOperator() == OO_Subscript && method->hasBody())
      return nullptr;
  return field;
}

/// The entries of a table, `{{"a", x}, {"b", y}}`, are told apart by their keys,
/// where these are constant and can be nothing but keys.
const Node *byKey(Lowering &in, const Expr &array, const Node *elements) {
  const auto *list = dyn_cast<InitListExpr>(array.IgnoreImplicit());
  if (!list || list->getNumInits() == 0)
    return elements;
  const auto *entry = list->getInit(0)->getType()->getAsCXXRecordDecl();
  if (!entry || !entry->isInStdNamespace() || entry->field_empty() ||
      entry->field_begin()->getName() != "first" ||
      !entry->field_begin()->getType().isConstQualified())
    return elements;
  llvm::SmallVector<Origin, 4> own(elements->own);
  llvm::SmallVector<Kid, 8> kids;
  for (unsigned i = 0; i < list->getNumInits(); ++i) {
    TextId key = literalOf(in, *list->getInit(i));
    const Node *element =
        in.values.child(elements, {ProjectionKind::ElementAt, in.flow.text(std::to_string(i))});
    if (!key)
      return elements;
    Projection at{ProjectionKind::ElementAt, key};
    auto same = llvm::find_if(kids, [&](const Kid &kid) { return kid.first == at; });
    if (same == kids.end())
      kids.emplace_back(at, element);
    else
      same->second = in.values.join(same->second, element);
  }
  return in.values.make(own, kids);
}

} // namespace

void leaveMoved(Lowering &in, const Expr &moved) {
  if (!moved.isXValue() || isa<MaterializeTemporaryExpr>(moved.IgnoreParenImpCasts()))
    return;
  emptyMoved(in, placesOf(in, moved), moved.getType(), moved, 0);
}

void setDestination(Lowering &in, const Expr *init, const Places &places) {
  if (const Expr *construct = constructorOf(init))
    in.destinations[construct] = places;
}

namespace {

/// Copies are equal to what they are copies of, unless the project says how.
bool copiesValue(Lowering &in, const CXXConstructorDecl &constructor) {
  return constructor.isCopyOrMoveConstructor() &&
         (constructor.isDefaulted() || constructor.isImplicit() ||
          in.ast.getSourceManager().isInSystemHeader(constructor.getLocation()));
}

Places destinationOf(Lowering &in, const Expr &expr) {
  auto found = in.destinations.find(&expr);
  if (found != in.destinations.end()) {
    in.inPlace.insert(&expr);
    for (const Place &place : found->second.at)
      if (in.allocations.contains(place.root) && in.state.memory.contains(place.root.value))
        in.memory.markSummary(in.state, place.root); // allocated again: in a loop
    return found->second;
  }
  Places temporary;
  temporary.at.push_back({in.memory.local(&expr, expr.getType()), EmptyPath});
  return temporary;
}

/// What an object says of itself when it is stored to be called later: its
/// class, where that has a call operator. Of other objects nothing, nor of those of a
/// library that hold what they call.
const Node *callableOf(Lowering &in, const CXXRecordDecl *record) {
  if (!record || !record->hasDefinition() || record->isLambda() ||
      (in.ast.getSourceManager().isInSystemHeader(record->getLocation()) && !record->isEmpty()))
    return in.values.empty();
  DeclarationName call = in.ast.DeclarationNames.getCXXOperatorName(OO_Call);
  if (record->getDefinition()->lookup(call).empty())
    return in.values.empty();
  return in.values.leaf(originOf(port(PortKind::Created, in.names.symbol(*record).value)));
}

Result construct(Lowering &in, const Expr &expr, const CXXConstructorDecl &constructor,
                 llvm::ArrayRef<Passed> arguments) {
  Places object = destinationOf(in, expr);
  if (expr.getType()->isArrayType())
    object = in.memory.project(object, {ProjectionKind::Element, TextId()});
  CallRecord call;
  call.key = {&expr, nullptr};
  call.kind = CallKind::Construct;
  call.callee = in.names.symbol(constructor);
  call.range = expr.getSourceRange();
  call.location = expr.getExprLoc();
  Passed self;
  self.parameter = This;
  llvm::SmallVector<Origin, 1> own;
  for (const Place &place : object.at)
    own.push_back(in.memory.addressOf(place, object.weak));
  llvm::SmallVector<Kid, 0> kids;
  self.value = in.values.make(own, kids);
  self.type = in.ast.getLValueReferenceType(in.ast.getRecordType(constructor.getParent()));
  self.range = expr.getSourceRange();
  call.arguments.push_back(std::move(self));
  call.arguments.append(arguments.begin(), arguments.end());
  issueCall(in, std::move(call));
  const Node *made = in.values.empty(), *callable = callableOf(in, constructor.getParent());
  for (const Place &place : object.at) {
    if (!callable->empty())
      in.memory.write(in.state, place, in.values.join(in.memory.raw(in.state, place), callable),
                      true);
    made = in.values.join(made, in.memory.raw(in.state, place));
  }
  return value(in.values.withoutPointees(made));
}

Result lowerConstructor(Lowering &in, const CXXConstructExpr &expr) {
  const CXXConstructorDecl &constructor = *expr.getConstructor();
  if (copiesValue(in, constructor) && expr.getNumArgs() >= 1) {
    const Node *copied = valueOf(in, *expr.getArg(0));
    if (constructor.isMoveConstructor())
      leaveMoved(in, *expr.getArg(0));
    return value(copied);
  }
  if (constructor.isTrivial() && expr.getNumArgs() == 0)
    return value(callableOf(in, constructor.getParent()));
  llvm::SmallVector<Passed, 4> arguments;
  for (unsigned i = 0; i < expr.getNumArgs(); ++i)
    arguments.push_back(
        pass(in, i, *expr.getArg(i),
             i < constructor.getNumParams() ? constructor.getParamDecl(i)->getType() : QualType()));
  return construct(in, expr, constructor, arguments);
}

/// An inherited constructor passes on what it was given.
Result lowerInherited(Lowering &in, const CXXInheritedCtorInitExpr &expr) {
  llvm::SmallVector<Passed, 4> arguments;
  if (in.function)
    for (const ParmVarDecl *parameter : in.function->parameters()) {
      Passed passed;
      passed.parameter = parameter->getFunctionScopeIndex();
      passed.type = parameter->getType();
      passed.range = parameter->getSourceRange();
      Places at = placesOfVariable(in, *parameter);
      passed.value = load(in, at, &expr);
      arguments.push_back(std::move(passed));
    }
  return construct(in, expr, *expr.getConstructor(), arguments);
}

} // namespace

QualType allocatedType(Lowering &in, const CXXNewExpr &expr) {
  QualType type = expr.getAllocatedType();
  return expr.isArray() ? in.ast.getIncompleteArrayType(type, ArraySizeModifier::Normal, 0) : type;
}

namespace {

Result lowerNew(Lowering &in, const CXXNewExpr &expr) {
  const Expr *init = expr.getInitializer();
  // new (where) T: the object is where the pointer points.
  if (expr.getNumPlacementArgs() == 1 && expr.getPlacementArg(0)->getType()->isPointerType()) {
    const Node *where = valueOf(in, *expr.getPlacementArg(0));
    Places at = in.memory.deref(where);
    if (init)
      store(in, at, valueOf(in, *init), &expr);
    return value(where);
  }
  RootId root = in.memory.local(&expr, allocatedType(in, expr));
  in.allocations.insert(root);
  Places at;
  at.at.push_back({root, EmptyPath});
  const Expr *constructor = constructorOf(init);
  if (!(constructor && in.inPlace.contains(constructor))) {
    if (in.state.memory.contains(root.value))
      in.memory.markSummary(in.state, root);
    const Node *content = init ? valueOf(in, *init) : in.values.empty();
    in.memory.write(in.state, at.at.front(), content, true);
  }
  const Node *pointer = in.values.leaf(in.memory.addressOf(at.at.front()));
  if (const auto *record = expr.getAllocatedType()->getAsCXXRecordDecl();
      record && record->isPolymorphic())
    pointer = in.values.join(
        pointer, in.values.leaf(originOf(port(PortKind::Created, in.names.symbol(*record).value))));
  return value(pointer);
}

bool namesThis(const Stmt &stmt) {
  return isa<CXXThisExpr>(stmt) || llvm::any_of(stmt.children(), [](const Stmt *child) {
           return child && namesThis(*child);
         });
}

void forgetResults(Lowering &in, const Stmt &stmt) {
  in.results.erase(&stmt);
  for (const Stmt *child : stmt.children())
    if (child)
      forgetResults(in, *child);
}

/// What a member of an aggregate is given. A default initialiser may read the
/// members before it, `made` so far: the CFG came to it without an object.
const Node *memberOf(Lowering &in, const FieldDecl &field, const Expr &init,
                     llvm::ArrayRef<Origin> own, llvm::ArrayRef<Kid> made) {
  bool reference = field.getType()->isReferenceType();
  const auto *fallback = dyn_cast<CXXDefaultInitExpr>(&init);
  const Expr *expr = fallback ? fallback->getExpr() : nullptr;
  if (!expr || in.beingMade || !namesThis(*expr))
    return reference ? addressOf(in, init) : valueOf(in, init);
  llvm::SmallVector<Origin, 4> origins(own);
  llvm::SmallVector<Kid, 8> kids(made);
  RootId object = in.memory.local(&init, QualType());
  in.memory.set(in.state, object, in.values.make(origins, kids));
  forgetResults(in, *expr);
  in.beingMade.emplace().at.push_back({object, EmptyPath});
  const Node *part = reference ? addressOf(in, *expr) : valueOf(in, *expr);
  in.beingMade.reset();
  return part;
}

Result lowerInitList(Lowering &in, const InitListExpr &given) {
  const InitListExpr &list =
      given.isSemanticForm() || !given.getSemanticForm() ? given : *given.getSemanticForm();
  if (list.isTransparent() && list.getNumInits() == 1)
    return resultOf(in, *list.getInit(0));
  QualType type = list.getType();
  llvm::SmallVector<Origin, 0> own;
  llvm::SmallVector<Kid, 8> kids;
  if (type->isArrayType() || type->isVectorType()) {
    // Elements told apart while there are few; a long table is one of many.
    constexpr unsigned Few = 64;
    const Node *any = in.values.empty();
    for (unsigned i = 0; i < list.getNumInits(); ++i) {
      const Node *element = valueOf(in, *list.getInit(i));
      if (list.getNumInits() <= Few)
        kids.emplace_back(Projection{ProjectionKind::ElementAt, in.flow.text(std::to_string(i))},
                          element);
      else
        any = in.values.join(any, element);
    }
    if (!any->empty())
      kids.emplace_back(Projection{ProjectionKind::Element, TextId()}, any);
    return value(in.values.make(own, kids));
  }
  const RecordDecl *record = type->getAsRecordDecl();
  if (!record) // a scalar in braces
    return list.getNumInits() == 1 ? resultOf(in, *list.getInit(0)) : nothing(in);
  const Node *bases = in.values.empty();
  auto addField = [&](const FieldDecl &field, const Expr &init) {
    const Node *part = memberOf(in, field, init, own, kids);
    if (Declarations::isTransparent(field)) {
      bases = in.values.join(bases, part);
      return;
    }
    if (&field == sequenceArray(*record)) {
      bases = in.values.join(bases, asSequence(in, part));
      return;
    }
    TextId name = in.names.fieldName(field);
    in.fieldTypes.try_emplace(name, field.getType());
    part =
        withStep(in, part, StepKind::Assign, init.getSourceRange(), in.names.qualifiedName(field));
    kids.emplace_back(Projection{ProjectionKind::Field, name}, part);
  };
  if (record->isUnion()) {
    if (const FieldDecl *field = list.getInitializedFieldInUnion();
        field && list.getNumInits() == 1)
      addField(*field, *list.getInit(0));
    return value(in.values.make(own, kids));
  }
  unsigned next = 0;
  if (const auto *cxx = dyn_cast<CXXRecordDecl>(record)) {
    const Node *callable = callableOf(in, cxx);
    own.append(callable->own.begin(), callable->own.end());
    for (unsigned i = 0; i < cxx->getNumBases() && next < list.getNumInits(); ++i)
      bases = in.values.join(bases, valueOf(in, *list.getInit(next++)));
  }
  for (const FieldDecl *field : record->fields()) {
    if (field->isUnnamedBitField())
      continue;
    if (next >= list.getNumInits())
      break;
    addField(*field, *list.getInit(next++));
  }
  const Node *fields = in.values.make(own, kids);
  if (bases->empty())
    return value(fields);
  llvm::SmallVector<Origin, 4> allOwn(bases->own);
  allOwn.append(own);
  llvm::SmallVector<Kid, 8> allKids(bases->kids);
  llvm::erase_if(allKids, [&](const Kid &kid) {
    return llvm::any_of(kids, [&](const Kid &other) { return other.first == kid.first; });
  });
  allKids.append(kids);
  return value(in.values.make(allOwn, allKids));
}

Result lowerParenList(Lowering &in, const CXXParenListInitExpr &list) {
  const auto *record = list.getType()->getAsCXXRecordDecl();
  if (!record) {
    const Node *any = in.values.empty();
    for (const Expr *init : list.getInitExprs())
      any = in.values.join(any, valueOf(in, *init));
    llvm::SmallVector<Origin, 0> own;
    llvm::SmallVector<Kid, 1> kids{{Projection{ProjectionKind::Element, TextId()}, any}};
    return value(in.values.make(own, kids));
  }
  llvm::SmallVector<Origin, 4> own;
  llvm::SmallVector<Kid, 8> kids;
  unsigned next = 0;
  auto inits = list.getInitExprs();
  for (unsigned i = 0; i < record->getNumBases() && next < inits.size(); ++i) {
    const Node *base = valueOf(in, *inits[next++]);
    own.append(base->own.begin(), base->own.end());
    kids.append(base->kids.begin(), base->kids.end());
  }
  for (const FieldDecl *field : record->fields()) {
    if (field->isUnnamedBitField() || next >= inits.size())
      continue;
    const Expr &init = *inits[next++];
    if (Declarations::isTransparent(*field)) {
      const Node *part = valueOf(in, init);
      own.append(part->own.begin(), part->own.end());
      kids.append(part->kids.begin(), part->kids.end());
      continue;
    }
    kids.emplace_back(Projection{ProjectionKind::Field, in.names.fieldName(*field)},
                      memberOf(in, *field, init, own, kids));
  }
  return value(in.values.make(own, kids));
}

} // namespace

Result lowerConstruct(Lowering &in, const Expr &expr) {
  switch (expr.getStmtClass()) {
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass: return lowerConstructor(in, cast<CXXConstructExpr>(expr));
  case Stmt::CXXInheritedCtorInitExprClass:
    return lowerInherited(in, cast<CXXInheritedCtorInitExpr>(expr));
  case Stmt::CXXNewExprClass: return lowerNew(in, cast<CXXNewExpr>(expr));
  case Stmt::InitListExprClass: return lowerInitList(in, cast<InitListExpr>(expr));
  case Stmt::CXXParenListInitExprClass: return lowerParenList(in, cast<CXXParenListInitExpr>(expr));
  case Stmt::CXXStdInitializerListExprClass: {
    const Expr &array = *cast<CXXStdInitializerListExpr>(expr).getSubExpr();
    return value(asSequence(in, byKey(in, array, valueOf(in, array))));
  }
  case Stmt::CompoundLiteralExprClass: {
    const auto &literal = cast<CompoundLiteralExpr>(expr);
    if (!literal.isGLValue())
      return value(valueOf(in, *literal.getInitializer()));
    RootId root = in.memory.local(&expr, literal.getType());
    in.memory.set(in.state, root, valueOf(in, *literal.getInitializer()));
    Places at;
    at.at.push_back({root, EmptyPath});
    return places(std::move(at));
  }
  case Stmt::MaterializeTemporaryExprClass: {
    const auto &temporary = cast<MaterializeTemporaryExpr>(expr);
    const Expr &init = *temporary.getSubExpr();
    if (init.isGLValue())
      return resultOf(in, init);
    Places at;
    at.at.push_back({in.memory.local(&expr, expr.getType()), EmptyPath});
    const Expr *constructor = constructorOf(&init);
    const Node *made = valueOf(in, init);
    if (!(constructor && in.inPlace.contains(constructor)))
      in.memory.set(in.state, at.at.front().root, made);
    return places(std::move(at));
  }
  case Stmt::ArrayInitLoopExprClass:
    if (const Expr *source = cast<ArrayInitLoopExpr>(expr).getCommonExpr()->getSourceExpr())
      return value(valueOf(in, *source));
    return lowerUnmodelled(in, expr);
  default: return lowerUnmodelled(in, expr);
  }
}

} // namespace earmark::lower
