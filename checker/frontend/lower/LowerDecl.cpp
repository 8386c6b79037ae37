// Variables and members coming to be, and objects ending.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

std::optional<Places> placesOfCapture(Lowering &in, const ValueDecl &variable) {
  auto captured = in.captures.find(&variable);
  if (captured == in.captures.end())
    captured = in.captures.find(cast<ValueDecl>(variable.getCanonicalDecl()));
  if (captured == in.captures.end())
    return std::nullopt;
  PathId path = in.flow.extend(EmptyPath, ProjectionKind::Deref);
  path = in.flow.extend(path, ProjectionKind::Field, closureField(in, *captured->second));
  Places at;
  at.at.push_back({in.memory.symbolic({PortKind::Entry, This, ~0u}), path});
  if (!captured->second->getType()->isReferenceType())
    return at;
  return derefPlaces(in, load(in, at, nullptr), captured->second->getType().getNonReferenceType());
}

Places placesOfVariable(Lowering &in, const VarDecl &given) {
  Places at;
  if (std::optional<Places> captured = placesOfCapture(in, given))
    return std::move(*captured);
  const VarDecl &variable = *given.getCanonicalDecl();
  if (variable.hasGlobalStorage()) {
    at.at.push_back({in.memory.global(in.names.symbol(variable), variable.getType()), EmptyPath});
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
  Step step{in.names.span(variable.getLocation()), StepKind::Assign, in.flow.text(variable.getName())};
  if (variable.getType()->isReferenceType()) {
    const Node *pointer = addressOf(in, *init);
    in.memory.write(in.state, at.at.front(), in.values.map(pointer,
                    [&](Origin &origin) {
                      origin.chain = in.values.addStep(origin.chain, step);
                      return true;
                    }), true);
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

} // namespace

void lowerMemberInit(Lowering &in, const CXXCtorInitializer &init) {
  const Expr *expr = init.getInit();
  if (!expr)
    return;
  Places self = thisPlaces(in);
  const FieldDecl *field = init.getAnyMember();
  if (!field) { // a base class, or another constructor of this one
    setDestination(in, expr, self);
    const Expr *constructor = constructorOf(expr);
    const Node *made = constructor ? evaluate(in, *constructor).value : valueOf(in, *expr);
    if (!(constructor && in.inPlace.contains(constructor)) && made) {
      // The base's part only: what is there of the derived class stays.
      for (const Kid &kid : made->kids) {
        Places part = in.memory.project(self, kid.first);
        store(in, part, kid.second, &init);
      }
      if (!made->own.empty()) {
        Places whole = self;
        whole.weak = true;
        llvm::SmallVector<Origin, 4> own(made->own);
        llvm::SmallVector<Kid, 0> none;
        store(in, whole, in.values.make(own, none), &init);
      }
    }
    return;
  }
  Places at = self;
  auto enter = [&](const FieldDecl &member) {
    if (member.isAnonymousStructOrUnion() && !member.getType()->isUnionType())
      return;
    TextId name = in.names.fieldName(member);
    in.fieldTypes.try_emplace(name, member.getType());
    if (!in.ast.getSourceManager().isInSystemHeader(member.getLocation()) && !in.fieldSymbols.count(name))
      in.fieldSymbols.try_emplace(name, in.names.symbol(member));
    at = in.memory.project(at, {ProjectionKind::Field, name});
  };
  if (const IndirectFieldDecl *indirect = init.getIndirectMember()) {
    for (const NamedDecl *part : indirect->chain())
      enter(*cast<FieldDecl>(part));
  } else {
    enter(*field);
  }
  Step step{in.names.span(init.getSourceRange()), StepKind::Assign, in.names.qualifiedName(*field)};
  if (field->getType()->isReferenceType()) {
    store(in, at, addressOf(in, *expr), &init);
    return;
  }
  setDestination(in, expr, at);
  if (const Expr *constructor = constructorOf(expr)) {
    const Node *made = evaluate(in, *constructor).value;
    if (!in.inPlace.contains(constructor) && made)
      store(in, at, made, &init);
    return;
  }
  lowerInit(in, at, *expr, step);
}

void lowerDestructor(Lowering &in, const CXXRecordDecl &given, const Places &object, const void *key,
                     SourceLocation location, bool deleted) {
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
