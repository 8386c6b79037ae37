#include "solve/CallInfo.h"
#include "solve/FindAliases.h"
#include "solve/FindHits.h"
#include "solve/NamePromises.h"
#include "solve/OpaqueObjects.h"
#include "solve/Sites.h"
#include "solve/Tabulation.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

// ---- into bodies --------------------------------------------------------------

llvm::SmallVector<DynamicTarget, 4> bodiesOf(Tabulation &solve, CallId call, SiteId site) {
  llvm::SmallVector<DynamicTarget, 4> result;
  if (solve.call(call).kind == CallKind::Virtual) {
    for (FunctionId function : virtualBodies(solve, call, site))
      result.push_back({function, DynamicTarget::Plain, SymbolId()});
  } else {
    for (const Target &target : solve.program.targets[call.value].bodies)
      result.push_back({target.function, DynamicTarget::Plain, SymbolId()});
  }
  if (auto found = solve.dynamicTargets.find({call, site}); found != solve.dynamicTargets.end())
    llvm::append_range(result, found->second);
  return result;
}

void enterBody(Tabulation &solve, FactId id, CallId call, uint16_t parameter, PathId path,
               const DynamicTarget &target, bool late) {
  Fact fact = solve.fact(id);
  StartKey caller = solve.startOf(fact).key;
  SiteId site = siteFor(solve, target.function, call, caller.site);
  uint32_t rest = caller.port.kind == PortKind::Entry && caller.port.parameter == Rest
                      ? caller.port.entity
                      : ~0u;
  for (const Crossed &crossed : intoBody(solve, call, parameter, path, target, rest)) {
    Port entry = crossed.port;
    entry.entity = ~0u;
    // What is being handled goes on into calls, without an edge.
    if (entry.parameter != Handled && solve.edgesFrom(target.function, entry).empty())
      continue;
    StartKey key;
    key.function = target.function;
    key.port = crossed.port;
    key.path = crossed.path;
    key.site = site;
    key.label = caller.label;
    key.late = late || caller.late;
    Confidence widened = solve.widen(key);
    solve.addStart(key, {id, call, LinkKind::Enter, std::min(target.confidence, widened)});
  }
}

// ---- around and past calls ------------------------------------------------------

/// Something may run at the indirect call of which nothing is known.
static bool runsUnknown(const Tabulation &solve, CallId call, SiteId site) {
  if (solve.dynamicBodyless.count({call, site}))
    return true;
  auto targets = solve.dynamicTargets.find({call, site});
  if (targets == solve.dynamicTargets.end() ||
      llvm::any_of(targets->second,
                   [](const DynamicTarget &t) { return t.confidence != Confidence::Certain; }))
    return true;
  auto modelled = solve.dynamicRoles.find({call, site});
  return modelled != solve.dynamicRoles.end() &&
         llvm::any_of(modelled->second, [&](SymbolId label) {
           return solve.program.modelsOfValue.lookup(label).bodies.empty();
         });
}

bool isKilled(Tabulation &solve, CallId call, uint16_t parameter, PathId path, SiteId site,
              bool byValues) {
  const CallTargets &targets = solve.program.targets[call.value];
  if (targets.unknown && targets.bodies.empty() && parameter == This &&
      solve.call(call).kind == CallKind::Direct)
    return promisesOf(solve.flow, solve.call(call).callee).overwrites;
  if (targets.unknown)
    return false;
  if (solve.call(call).kind == CallKind::Indirect && (!byValues || runsUnknown(solve, call, site)))
    return false;
  llvm::SmallVector<DynamicTarget, 4> bodies = bodiesOf(solve, call, site);
  if (bodies.empty())
    return false;
  for (const DynamicTarget &target : bodies) {
    const Function &body = solve.flow.functions[target.function.value];
    if (body.kills.count == 0)
      return false;
    SiteId inner = siteFor(solve, target.function, call, site);
    bool killed = false;
    for (const Crossed &crossed : intoBody(solve, call, parameter, path, target)) {
      Paths::Projections projections = solve.paths.projections(crossed.path);
      for (auto id : body.kills.ids()) {
        const Kill &kill = solve.flow.kills[id.value];
        killed |= kill.parameter == crossed.port.parameter &&
                  solve.paths.covers(resolveElements(solve, kill.path, inner), projections);
      }
    }
    if (!killed)
      return false;
  }
  return true;
}

bool isOverwritten(Tabulation &solve, CallId call, uint16_t parameter, PathId path, SiteId site) {
  PathId overwritten = solve.call(call).resultOverwritten;
  if (overwritten == EmptyPath)
    return false;
  llvm::SmallVector<DynamicTarget, 4> bodies = bodiesOf(solve, call, site);
  if (bodies.size() != 1)
    return false;
  std::vector<Name> names = namesBehindResult(solve, call, overwritten, bodies[0], site);
  if (names.size() != 1 || names[0].port.kind != PortKind::CallOut ||
      names[0].port.parameter != parameter)
    return false;
  // An element that is not known may be another one.
  for (const PathNode &node : solve.paths.projections(names[0].path))
    if (node.kind == ProjectionKind::Element || node.kind == ProjectionKind::ElementOf)
      return false;
  return solve.paths.covers(names[0].path, solve.paths.projections(path));
}

static MarksChange writtenChange(const CallInfo &info, uint16_t parameter) {
  MarksChange result;
  for (const CallInfo::Param &param : info.onWritten)
    if (param.parameter == parameter || param.parameter == Rest)
      result = result.then(param.change);
  return result;
}

void around(Tabulation &solve, FactId id, CallId call, const CallInfo &info) {
  Fact fact = solve.fact(id);
  const StartKey key = solve.startOf(fact).key;
  // What is personal by its type is still so behind the call, for who reads it.
  if (fact.via == Via::Start && key.free && !key.label)
    return;
  uint16_t parameter = fact.port.parameter;
  // A model's further arguments are many; what one of them holds its caller knows.
  if (parameter == Rest && solve.isModel(key.function))
    return;
  Port out{PortKind::CallOut, parameter, call.value};
  if (solve.edgesFrom(key.function, out).empty())
    return; // nothing reads what the call left
  PathId path = fact.path;
  if (!solve.isModel(key.function) && !solve.paths.hasDeref(solve.paths.projections(path))) {
    const Argument *argument = solve.argument(call, parameter);
    const Type *type = argument ? solve.type(argument->type) : nullptr;
    if (path != EmptyPath || (type && type->pointers == 0 && !type->reference && !type->record))
      return;
    path = solve.paths.extend(EmptyPath, ProjectionKind::Deref);
  }
  // Function values go around all calls that go where values lead: which those
  // are is what they find out.
  bool runs = solve.call(call).kind != CallKind::Reload;
  // What was written after the call is none of what it overwrites.
  const bool before = bool(fact.since);
  if (runs && !before && isKilled(solve, call, parameter, path, key.site, !key.label)) {
    if (solve.call(call).kind == CallKind::Indirect)
      solve.heldBack[{call, key.site}].push_back(id);
    return;
  }
  if (!before && isOverwritten(solve, call, parameter, path, key.site)) {
    std::optional<PathId> elsewhere = solve.paths.elsewhere(path);
    if (!elsewhere)
      return;
    path = *elsewhere;
  }
  solve.step(id, out, path, Via::Around, call.value,
             key.label ? MarksChange{} : writtenChange(info, parameter));
}

/// The callee can write behind this argument, as far as types tell.
bool isWritable(Tabulation &solve, CallId id, const Argument &argument) {
  const Call &call = solve.call(id);
  const Symbol *callee = solve.symbol(call.callee);
  if (argument.parameter == Callee)
    return false;
  if (argument.parameter == This)
    return !callee || !(callee->flags & IsConst);
  if (const Type *type = declaredType(solve, id, argument.parameter))
    return !type->constant && (type->pointers > 0 || type->reference);
  const Type *type = solve.type(argument.type);
  return type && !type->constant && type->pointers > 0;
}

bool isGivenBack(Tabulation &solve, CallId id, const Argument &argument) {
  const Call &call = solve.call(id);
  const Type *result = solve.type(call.resultType);
  if (isWritable(solve, id, argument))
    return true;
  if (argument.parameter == Callee || !result || result->constant || result->functional ||
      (!result->reference && result->pointers == 0))
    return false;
  if (argument.parameter == This)
    return true;
  const Type *type = declaredType(solve, id, argument.parameter);
  return type && type->reference && (type->record || type->pointers > 0);
}

/// A function value, or an object by its class, that a callee without a body was
/// given is of interest where code in sight can call it again: in a function, or in
/// an object. What else a pointer leads to is not taken to hold it: registering a
/// callback with its context would put it into every member of that.
static bool canHoldCallable(Tabulation &solve, TypeId id, bool isResult) {
  const Type *type = solve.type(id);
  if (!type || type->functional)
    return true;
  if (type->pointers > 0)
    return isResult && !type->record && !type->arithmetic && !type->boolean; // void *
  return type->record && solve.flow.symbols[type->record.value].kind == SymbolKind::Record;
}

static bool isSunk(Tabulation &solve, CallId call, const CallInfo &info, uint16_t parameter) {
  return llvm::any_of(info.sinks, [&](const Role *role) {
    return role->kind == AnnotationKind::Sink && concerns(solve, *role, call, parameter);
  });
}

static const Type *parameterType(const Tabulation &solve, CallId call, const Argument &argument) {
  const Type *declared = declaredType(solve, call, argument.parameter);
  return declared ? declared : solve.type(argument.type);
}

static bool takesCallback(const Tabulation &solve, CallId call) {
  for (ArgumentId id : solve.call(call).arguments.ids())
    if (const Type *type = solve.type(solve.flow.arguments[id.value].type))
      if (type->functional)
        return true;
  return false;
}

/// What a callback gets back as it was: a function that only knows `void *` and calls
/// somebody who knows better does not write there itself.
static bool isContext(const Tabulation &solve, CallId call, const Argument &argument) {
  const Type *type = parameterType(solve, call, argument);
  return type && type->pointers == 1 && !type->record && !type->arithmetic && !type->boolean &&
         !type->functional;
}

/// `char *p_strdup(struct pool *, const char *)`: what comes of the data is returned,
/// and the object is what the callee works with.
static bool isBesideResult(const Tabulation &solve, CallId call, const Argument &argument) {
  const Type *object = solve.type(argument.type), *result = solve.type(solve.call(call).resultType);
  return argument.parameter < NoParameter && object && result && object->record &&
         (object->pointers == 1 || object->reference) && (result->pointers > 0 || result->record) &&
         result->record != object->record;
}

/// `hidden` is in an object that the callee cannot look into: it may hand it on.
static void handOn(Tabulation &solve, FactId id, CallId call, PathId hidden,
                   Confidence confidence) {
  uint16_t passed = solve.fact(id).port.parameter;
  bool registers = takesCallback(solve, call); // the callback gets it back, nobody else
  for (PathId place : placesForOpaque(solve, solve.call(call).resultType, hidden, /*inside=*/false))
    solve.step(id, {PortKind::CallResult, NoParameter, call.value}, place, Via::Default, call.value,
               {}, confidence);
  for (ArgumentId argumentId : solve.call(call).arguments.ids()) {
    const Argument &argument = solve.flow.arguments[argumentId.value];
    if (argument.parameter == passed || registers || !isWritable(solve, call, argument))
      continue;
    for (PathId place : placesForOpaque(solve, argument.type, hidden, /*inside=*/true))
      solve.step(id, {PortKind::CallOut, argument.parameter, call.value}, place, Via::Default,
                 call.value, {}, confidence);
  }
}

void defaultFlow(Tabulation &solve, FactId id, CallId call, const CallInfo &info,
                 Confidence confidence) {
  Fact fact = solve.fact(id);
  const StartKey key = solve.startOf(fact).key;
  if (key.late || solve.call(call).kind == CallKind::Reload)
    return;
  // A sink is known: what is passed leaves there. The logger, the connection and
  // the status that it returns do not hold it.
  if (!key.label && confidence == Confidence::Likely &&
      isSunk(solve, call, info, fact.port.parameter))
    return;
  const Argument *passed = solve.argument(call, fact.port.parameter);
  if (!key.label && info.unknown && !info.transforms && passed)
    if (PathId hidden = behindOpaque(solve, parameterType(solve, call, *passed), fact.path);
        hidden != EmptyPath)
      return handOn(solve, id, call, hidden, confidence);
  bool measured = !key.label && info.unknown && !info.transforms && !solve.options.followCompare &&
                  promisesOf(solve.flow, solve.call(call).callee).measures;
  if (!(info.resultNotPersonal && !key.label) && !measured &&
      (!key.label || canHoldCallable(solve, solve.call(call).resultType, /*isResult=*/true)))
    solve.step(id, {PortKind::CallResult, NoParameter, call.value}, EmptyPath, Via::Default,
               call.value, info.onAll, confidence);
  bool registers = info.unknown && !info.transforms && takesCallback(solve, call);
  for (ArgumentId argumentId : solve.call(call).arguments.ids()) {
    const Argument &argument = solve.flow.arguments[argumentId.value];
    if (argument.parameter == fact.port.parameter || !isWritable(solve, call, argument) ||
        (registers && isContext(solve, call, argument)) ||
        (info.unknown && !info.transforms && !key.label && isBesideResult(solve, call, argument)) ||
        (key.label && argument.parameter != This &&
         !canHoldCallable(solve, argument.type, /*isResult=*/false)))
      continue;
    PathId path = solve.isModel(key.function)
                      ? EmptyPath
                      : solve.paths.extend(EmptyPath, ProjectionKind::Deref);
    solve.step(id, {PortKind::CallOut, argument.parameter, call.value}, path, Via::Default,
               call.value, info.onAll.then(writtenChange(info, argument.parameter)), confidence);
  }
}

/// What a Reload's result refers to is the argument's memory as it is now,
/// whatever the callee overwrote when it ran.
static void referAgain(Tabulation &solve, FactId id, CallId call, const DynamicTarget &target) {
  Fact fact = solve.fact(id);
  SiteId site = siteFor(solve, target.function, call, solve.startOf(fact).key.site);
  for (const Crossed &crossed : intoBody(solve, call, fact.port.parameter, fact.path, target)) {
    Port entry = crossed.port;
    entry.entity = ~0u;
    for (uint32_t row : solve.edgesFrom(target.function, entry)) {
      const Edge &edge = solve.flow.edges[row];
      if (edge.to.kind != PortKind::Return ||
          (edge.kind != EdgeKind::Alias && edge.kind != EdgeKind::Copy))
        continue;
      Paths::Projections suffix;
      Paths::Relation relation =
          solve.paths.relate(crossed.path, resolveElements(solve, edge.fromPath, site), suffix);
      if (relation == Paths::Apart ||
          (edge.kind == EdgeKind::Copy && !solve.paths.hasDeref(suffix)))
        continue;
      PathId to = solve.paths.append(resolveElements(solve, edge.toPath, site), suffix);
      for (const Crossed &out : outOfBody(solve, call, edge.to, to, target))
        solve.step(id, out.port, out.path, Via::Around, call.value);
    }
  }
}

void transferCall(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  const StartKey key = solve.startOf(fact).key;
  CallId call(fact.port.entity);
  uint16_t parameter = fact.port.parameter;
  const CallInfo &info = solve.info(call);
  bool data = !key.label;
  CallKind kind = solve.call(call).kind;
  if (fact.since) { // written later, see Fact::since
    for (const DynamicTarget &target : bodiesOf(solve, call, key.site))
      enterBody(solve, id, call, parameter, fact.path, target, true);
    around(solve, id, call, info);
    return;
  }
  if (kind == CallKind::Indirect || kind == CallKind::Builds) {
    solve.pending[{call, key.site}].push_back(id);
    if (!data && parameter == Callee && solve.paths.onlyDerefs(fact.path))
      addTarget(solve, call, key.site, key.label);
  }
  if (data && !key.late) {
    hitArgument(solve, id, call, info);
    hitFound(solve, id, call, key.site);
  }

  bool disclaimed = data && llvm::is_contained(info.notPersonal, parameter);
  llvm::SmallVector<DynamicTarget, 4> bodies = bodiesOf(solve, call, key.site);
  if (!disclaimed && !(parameter == This && isOnCaught(solve, call)))
    for (const DynamicTarget &target : bodies)
      enterBody(solve, id, call, parameter, fact.path, target);
  if (kind == CallKind::Reload)
    for (const DynamicTarget &target : bodies)
      referAgain(solve, id, call, target);
  around(solve, id, call, info);
  if (disclaimed)
    return;
  bool modelled = solve.program.targets[call.value].modelled;
  if (data && info.transforms && !modelled && kind != CallKind::Indirect)
    defaultFlow(solve, id, call, info, Confidence::Certain);
  else if (info.unknown)
    defaultFlow(solve, id, call, info, Confidence::Likely);
}

} // namespace earmark
