// Variables and members coming to be, and objects ending.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

Places closurePlaces(Lowering &in) {
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(in.function);
  if (method && method->isExplicitObjectMemberFunction()) { // [x](this auto self) { ... }
    const ParmVarDecl &self = *method->getParamDecl(0);
    Places at;
    at.at.push_back({in.memory.local(self.getCanonicalDecl(), self.getType()), EmptyPath});
    return self.getType()->isReferenceType()
               ? derefPlaces(in, load(in, at, nullptr), self.getType().getNonReferenceType())
               : at;
  }
  Places at;
  at.at.push_back({in.memory.symbolic({PortKind::Entry, This, ~0u}),
                   in.flow.extend(EmptyPath, ProjectionKind::Deref)});
  return at;
}

std::optional<Places> placesOfCapture(Lowering &in, const ValueDecl &variable) {
  auto captured = in.captures.find(&variable);
  if (captured == in.captures.end())
    captured = in.captures.find(cast<ValueDecl>(variable.getCanonicalDecl()));
  if (captured == in.captures.end())
    return std::nullopt;
  Places at = in.memory.project(closurePlaces(in),
                                {ProjectionKind::Field, closureField(in, *captured->second)});
  if (!captured->second->getType()->isReferenceType())
    return at;
  return derefPlaces(in, load(in, at, nullptr), captured->second->getType().getNonReferenceType());
}

namespace {

/// Whether evaluating `init` calls nothing and makes no object of its own.
/// `budget` is how many expressions it may have left.
bool isTable(const Expr *init, unsigned &budget) {
  if (!init || budget-- == 0)
    return false;
  init = init->IgnoreParens();
  if (const auto *list = dyn_cast<InitListExpr>(init))
    return llvm::all_of(list->inits(),
                        [&](const Expr *element) { return isTable(element, budget); });
  if (const auto *cast = dyn_cast<CastExpr>(init))
    return isTable(cast->getSubExpr(), budget);
  if (const auto *full = dyn_cast<FullExpr>(init))
    return isTable(full->getSubExpr(), budget);
  if (const auto *op = dyn_cast<UnaryOperator>(init))
    return !op->isIncrementDecrementOp() && isTable(op->getSubExpr(), budget);
  if (const auto *argument = dyn_cast<SubstNonTypeTemplateParmExpr>(init))
    return isTable(argument->getReplacement(), budget);
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(init)) { // a closure as a function pointer
    const CXXRecordDecl *record = call->getRecordDecl();
    return record && record->isLambda() &&
           isa_and_nonnull<CXXConversionDecl>(call->getMethodDecl()) &&
           isTable(call->getImplicitObjectArgument(), budget);
  }
  if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(init))
    return isa<LambdaExpr>(temporary->getSubExpr()->IgnoreImplicit());
  if (const auto *lambda = dyn_cast<LambdaExpr>(init))
    return lambda->capture_size() == 0;
  return isa<DeclRefExpr, StringLiteral, IntegerLiteral, CharacterLiteral, FloatingLiteral,
             CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, GNUNullExpr, ImplicitValueInitExpr,
             UnaryExprOrTypeTraitExpr>(init);
}

/// Tables longer than this are not told apart from what they hold somewhere.
constexpr unsigned MaxTable = 250;

/// Whether an object of the type holds functions, itself or in a member.
bool holdsFunctions(QualType type) {
  if (type->isFunctionPointerType() || type->isMemberFunctionPointerType())
    return true;
  const RecordDecl *record = type->getAsRecordDecl();
  return record && record->getDefinition() &&
         llvm::any_of(record->getDefinition()->fields(), [](const FieldDecl *field) {
           return field->getType()->isFunctionPointerType() ||
                  field->getType()->isMemberFunctionPointerType();
         });
}

/// Nobody says that it is constant, but only this unit knows it, and only reads it.
bool isNeverChanged(Lowering &in, const VarDecl &variable, QualType element) {
  return !variable.isExternallyVisible() && !in.stats.uses.changed.contains(&variable) &&
         holdsFunctions(element);
}

/// The initialiser of a global that holds the same for ever.
const Expr *tableOf(Lowering &in, const VarDecl &variable) {
  QualType type = variable.getType();
  QualType element = in.ast.getBaseElementType(type);
  if (element.isVolatileQualified() || type->isReferenceType() ||
      !(element.isConstQualified() || isNeverChanged(in, variable, element)) || variable.isWeak() ||
      !(type->isArrayType() || type->isRecordType() || type->isPointerType() ||
        type->isMemberPointerType()))
    return nullptr;
  if (type->isArrayType() && element->isArithmeticType())
    return nullptr; // nothing to follow in it
  if (const CXXRecordDecl *record = element->getAsCXXRecordDecl();
      record && (!record->hasDefinition() || record->hasMutableFields()))
    return nullptr;
  const Expr *init = variable.getAnyInitializer();
  unsigned budget = MaxTable;
  return init && !init->isValueDependent() && isTable(init, budget) ? init : nullptr;
}

} // namespace

Places placesOfVariable(Lowering &in, const VarDecl &given) {
  Places at;
  if (std::optional<Places> captured = placesOfCapture(in, given))
    return std::move(*captured);
  const VarDecl &variable = *given.getCanonicalDecl();
  if (variable.hasGlobalStorage()) {
    SymbolId symbol = in.names.symbol(variable);
    RootId root = in.memory.global(symbol, variable.getType());
    at.at.push_back({root, EmptyPath});
    auto [constant, isNew] = in.memory.constants.try_emplace(root, nullptr);
    if (isNew)
      if (const Expr *table = tableOf(in, variable)) {
        const Node *held = valueOf(in, *table);
        in.memory.constants[root] = held; // it may name itself
      }
    if (in.memory.constants.lookup(root)) // its annotations are told of all the same
      at.labels.push_back(originOf(port(PortKind::Read, symbol.value)));
    return at;
  }
  at.at.push_back({in.memory.local(&variable, variable.getType()), EmptyPath});
  if (Declarations::isAnnotated(given)) {
    Origin read = originOf(port(PortKind::Read, in.names.symbol(variable).value));
    at.labels.push_back(read);
  }
  return at;
}

void lowerInit(Lowering &in, const Places &places, const Expr &init, const Step &step) {
  const Expr *constructor = constructorOf(&init);
  const Node *made = valueOf(in, init);
  if (constructor && in.inPlace.contains(constructor))
    return;
  made = in.values.map(made, [&](Origin &origin) {
    origin.chain = in.values.addStep(origin.chain, step);
    return true;
  });
  store(in, places, made, &init);
}

void lowerVariable(Lowering &in, const VarDecl &variable) {
  if (variable.hasGlobalStorage())
    return; // has an initialisation of its own
  Places at = placesOfVariable(in, variable);
  at.labels.clear();
  const Expr *init = variable.getInit();
  // A variable of a loop's body is a new object each time round.
  if (!(init && constructorOf(init)))
    in.memory.set(in.state, at.at.front().root, in.values.empty());
  if (!init)
    return;
  Step step{in.names.span(variable.getLocation()), StepKind::Assign,
            in.flow.text(variable.getName())};
  if (variable.getType()->isReferenceType()) {
    const Node *pointer = addressOf(in, *init);
    in.memory.write(in.state, at.at.front(),
                    in.values.map(pointer,
                                  [&](Origin &origin) {
                                    origin.chain = in.values.addStep(origin.chain, step);
                                    return true;
                                  }),
                    true);
    return;
  }
  lowerInit(in, at, *init, step);
}

namespace {

Places thisPlaces(Lowering &in) {
  Places self;
  self.at.push_back({in.memory.symbolic({PortKind::Entry, This, ~0u}),
                     in.flow.extend(EmptyPath, ProjectionKind::Deref)});
  return self;
}

/// The memory that a constructor's initialiser makes: a member, or the object itself.
Places initialisedPlaces(Lowering &in, const CXXCtorInitializer &init) {
  Places at = thisPlaces(in);
  const FieldDecl *field = init.getAnyMember();
  if (!field) // a base class, or another constructor of this one
    return at;
  auto enter = [&](const FieldDecl &member) {
    if (Declarations::isTransparent(member))
      return;
    TextId name = in.names.fieldName(member);
    in.fieldTypes.try_emplace(name, member.getType());
    if (!in.ast.getSourceManager().isInSystemHeader(member.getLocation()) &&
        !in.fieldSymbols.count(name))
      in.fieldSymbols.try_emplace(name, in.names.symbol(member));
    at = in.memory.project(at, {ProjectionKind::Field, name});
  };
  if (const IndirectFieldDecl *indirect = init.getIndirectMember()) {
    for (const NamedDecl *part : indirect->chain())
      enter(*cast<FieldDecl>(part));
  } else {
    enter(*field);
  }
  return at;
}

} // namespace

void setMemberDestination(Lowering &in, const CXXCtorInitializer &init) {
  if (init.getInit() && !(init.getAnyMember() && init.getAnyMember()->getType()->isReferenceType()))
    setDestination(in, init.getInit(), initialisedPlaces(in, init));
}

void lowerMemberInit(Lowering &in, const CXXCtorInitializer &init) {
  const Expr *expr = init.getInit();
  if (!expr)
    return;
  Places at = initialisedPlaces(in, init);
  const FieldDecl *field = init.getAnyMember();
  if (field && field->getType()->isReferenceType()) {
    store(in, at, addressOf(in, *expr), &init);
    return;
  }
  const Expr *constructor = constructorOf(expr);
  if (field && !constructor) {
    Step step{in.names.span(init.getSourceRange()), StepKind::Assign,
              in.names.qualifiedName(*field)};
    return lowerInit(in, at, *expr, step);
  }
  const Node *made = valueOf(in, constructor ? *constructor : *expr);
  if (constructor && in.inPlace.contains(constructor))
    return;
  if (field) {
    store(in, at, made, &init);
    return;
  }
  // The base's part only: what is there of the derived class stays.
  for (const Kid &kid : made->kids) {
    Places part = in.memory.project(at, kid.first);
    store(in, part, kid.second, &init);
  }
  if (!made->own.empty()) {
    at.weak = true;
    llvm::SmallVector<Origin, 4> own(made->own);
    llvm::SmallVector<Kid, 0> none;
    store(in, at, in.values.make(own, none), &init);
  }
}

void lowerDestructor(Lowering &in, const CXXRecordDecl &given, const Places &object,
                     const void *key, SourceLocation location, bool deleted) {
  const CXXRecordDecl *record = given.getDefinition();
  if (!record || record->hasTrivialDestructor() ||
      in.ast.getSourceManager().isInSystemHeader(record->getLocation()) || object.at.empty())
    return;
  const CXXDestructorDecl *destructor = record->getDestructor();
  if (!destructor)
    return;
  CallRecord call;
  call.key = {key, destructor};
  call.kind = CallKind::Destruct;
  call.callee = in.names.symbol(*destructor);
  call.range = SourceRange(location);
  call.location = location;
  Passed self;
  self.parameter = This;
  llvm::SmallVector<Origin, 1> own;
  for (const Place &place : object.at)
    own.push_back(in.memory.addressOf(place, object.weak));
  llvm::SmallVector<Kid, 0> kids;
  self.value = in.values.make(own, kids);
  self.type = in.ast.getLValueReferenceType(in.ast.getRecordType(record));
  call.arguments.push_back(std::move(self));
  if (deleted && destructor->isVirtual())
    for (const Place &place : object.at)
      if (in.memory.roots[place.root.value].kind == Root::Symbolic)
        call.kind = CallKind::Virtual;
  call.receiver = in.names.symbol(*record);
  issueCall(in, std::move(call));
}

} // namespace earmark::lower
