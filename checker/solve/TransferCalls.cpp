#include "solve/CallInfo.h"
#include "solve/FindAliases.h"
#include "solve/FindHits.h"
#include "solve/NamePromises.h"
#include "solve/Sites.h"
#include "solve/Tabulation.h"

#include "llvm/ADT/STLExtras.h"

#include <utility>

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
      llvm::any_of(targets->second, [](const DynamicTarget &t) { return t.confidence != Confidence::Certain; }))
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

/// What of the argument the call's result refers to and the caller overwrites.
static bool isOverwritten(Tabulation &solve, CallId call, uint16_t parameter, PathId path,
                          SiteId site) {
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

static void around(Tabulation &solve, FactId id, CallId call, const CallInfo &info) {
  Fact fact = solve.fact(id);
  const StartKey key = solve.startOf(fact).key;
  uint16_t parameter = fact.port.parameter;
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
  if (runs && isKilled(solve, call, parameter, path, key.site, !key.label)) {
    if (solve.call(call).kind == CallKind::Indirect)
      solve.heldBack[{call, key.site}].push_back(id);
    return;
  }
  if (isOverwritten(solve, call, parameter, path, key.site))
    return;
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
  const Type *type = solve.type(argument.type);
  bool declared = callee && callee->kind == SymbolKind::Function &&
                  argument.parameter < callee->parameters.count;
  if (declared) {
    type = solve.type(solve.flow.typeList[callee->parameters.begin + argument.parameter]);
    return type && !type->constant && (type->pointers > 0 || type->reference);
  }
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
  const Symbol *callee = solve.symbol(call.callee);
  if (!callee || callee->kind != SymbolKind::Function || argument.parameter >= callee->parameters.count)
    return false;
  const Type *type = solve.type(solve.flow.typeList[callee->parameters.begin + argument.parameter]);
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

/// Data in an argument reaches the result and all that the callee can write:
/// what a call without a body is taken to do, and what a transform does.
static void defaultFlow(Tabulation &solve, FactId id, CallId call, const CallInfo &info,
                        Confidence confidence) {
  Fact fact = solve.fact(id);
  const StartKey key = solve.startOf(fact).key;
  if (key.late || solve.call(call).kind == CallKind::Reload)
    return;
  // A sink is known: what is passed leaves there. The logger, the connection and
  // the status that it returns do not hold it.
  if (!key.label && confidence == Confidence::Likely && isSunk(solve, call, info, fact.port.parameter))
    return;
  bool measured = !key.label && info.unknown && !info.transforms && !solve.options.followCompare &&
                  promisesOf(solve.flow, solve.call(call).callee).measures;
  if (!(info.resultNotPersonal && !key.label) && !measured &&
      (!key.label || canHoldCallable(solve, solve.call(call).resultType, /*isResult=*/true)))
    solve.step(id, {PortKind::CallResult, NoParameter, call.value}, EmptyPath, Via::Default,
               call.value, info.onAll, confidence);
  for (ArgumentId argumentId : solve.call(call).arguments.ids()) {
    const Argument &argument = solve.flow.arguments[argumentId.value];
    if (argument.parameter == fact.port.parameter || !isWritable(solve, call, argument) ||
        (key.label && argument.parameter != This && !canHoldCallable(solve, argument.type, /*isResult=*/false)))
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
      if (edge.to.kind != PortKind::Return || (edge.kind != EdgeKind::Alias && edge.kind != EdgeKind::Copy))
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

// ---- function values ------------------------------------------------------------

/// The number of arguments that a person wrote at the call.
static unsigned writtenArguments(const Tabulation &solve, CallId call) {
  unsigned count = 0;
  for (ArgumentId id : solve.call(call).arguments.ids())
    count += solve.flow.arguments[id.value].parameter < NoParameter;
  return count;
}

/// The call is known to go there, as certainly or more.
static bool isKnownTarget(const Tabulation &solve, const Tabulation::PendingKey &key,
                          const DynamicTarget &target) {
  auto known = solve.dynamicTargets.find(key);
  return known != solve.dynamicTargets.end() &&
         llvm::any_of(known->second, [&](const DynamicTarget &other) {
           return other.function == target.function && other.shape == target.shape &&
                  other.value == target.value && other.confidence >= target.confidence;
         });
}

void addTarget(Tabulation &solve, CallId call, SiteId site, SymbolId label,
               Confidence confidence) {
  const Symbol &symbol = solve.flow.symbols[label.value];
  llvm::SmallVector<DynamicTarget, 2> targets;
  auto body = [&](SymbolId function) {
    return function.value < solve.program.bodyOf.size() ? solve.program.bodyOf[function.value]
                                                        : FunctionId();
  };
  if (symbol.kind == SymbolKind::Record) {
    unsigned arguments = writtenArguments(solve, call);
    llvm::SmallVector<DynamicTarget, 2> others;
    for (SymbolId method : solve.callOperators[label.value]) {
      if (!body(method))
        continue;
      bool fits = solve.flow.functions[body(method).value].parameters == arguments;
      (fits ? targets : others).push_back({body(method), DynamicTarget::Closure, SymbolId()});
    }
    if (targets.empty())
      targets = others; // default arguments, packs
  } else if (body(label)) {
    bool isMember = (symbol.flags & IsMember) && !(symbol.flags & IsStatic) &&
                    !solve.argument(call, This);
    DynamicTarget::Shape shape = isMember ? DynamicTarget::Member : DynamicTarget::Plain;
    targets.push_back({body(label), shape, SymbolId()});
    if ((symbol.flags & IsVirtual) && label.value < solve.program.overriders.size())
      for (SymbolId overrider : solve.program.overriders[label.value])
        if (body(overrider))
          targets.push_back({body(overrider), shape, SymbolId()});
  } else if (auto models = solve.program.modelsOfValue.find(label);
             models != solve.program.modelsOfValue.end()) {
    for (FunctionId model : models->second.bodies)
      targets.push_back({model, DynamicTarget::Plain, label});
    if (solve.dynamicRoles[{call, site}].insert(label).second)
      for (FactId id : std::vector<FactId>(solve.pending[{call, site}]))
        hitSymbol(solve, id, call, label);
    if (models->second.bodies.empty())
      for (FactId id : std::exchange(solve.heldBack[{call, site}], {}))
        around(solve, id, call, solve.info(call));
  } else {
    solve.dynamicBodyless[{call, site}].insert(label);
    for (FactId id : std::exchange(solve.heldBack[{call, site}], {}))
      around(solve, id, call, solve.info(call));
    return;
  }
  for (DynamicTarget target : targets) {
    target.confidence = confidence;
    if (isKnownTarget(solve, {call, site}, target) || !solve.dynamicTargets[{call, site}].insert(target).second)
      continue;
    ++solve.stats.indirectCallsResolved;
    CallerSite caller{call, site, target};
    solve.dynamicCallers[target.function.value].push_back(caller);
    std::vector<FactId> waiting = solve.pending[{call, site}];
    for (FactId id : waiting) {
      Fact fact = solve.fact(id);
      enterBody(solve, id, call, fact.port.parameter, fact.path, target);
      hitTarget(solve, id, call, target.function);
    }
    // What the targets so far overwrite this one may leave.
    for (FactId id : std::exchange(solve.heldBack[{call, site}], {}))
      around(solve, id, call, solve.info(call));
    for (StartId start : std::vector<StartId>(solve.freeStarts[target.function.value])) {
      std::vector<FactId> exits = solve.starts[start.value].exits;
      for (FactId exit : exits)
        returnFree(solve, caller, exit);
    }
  }
}

/// The member that a path ends in; none where it ends in something else.
static TextId lastField(const Tabulation &solve, PathId path) {
  Paths::Projections projections = solve.paths.projections(path);
  for (const PathNode &node : llvm::reverse(projections))
    if (node.kind == ProjectionKind::Field)
      return node.name;
  return TextId();
}

/// Members that hold the function value of the call: `x->ops->open(y)`, or, of a
/// model's callback, what the model was given: `this->callback_(y)`.
static std::set<TextId> fieldsOfCallee(Tabulation &solve, const Tabulation::PendingKey &key) {
  std::set<TextId> fields;
  FunctionId function = solve.program.functionOf[key.call.value];
  for (uint32_t row : solve.edgesTo(function, {PortKind::CallIn, Callee, key.call.value})) {
    const Edge &edge = solve.flow.edges[row];
    if (TextId field = lastField(solve, edge.fromPath); field && !solve.isModel(function))
      fields.insert(field);
    if (!solve.isModel(function) || !key.site || edge.from.kind != PortKind::Entry)
      continue;
    CallId outer = solve.sites[key.site.value].call;
    Port given{PortKind::CallIn, edge.from.parameter, outer.value};
    for (uint32_t outerRow : solve.edgesTo(solve.program.functionOf[outer.value], given))
      if (TextId field = lastField(solve, solve.flow.edges[outerRow].fromPath))
        fields.insert(field);
  }
  return fields;
}

/// What a model was given to call is an object whose class alone says what it
/// does: one without members need not have been written anywhere.
static void addByType(Tabulation &solve, const Tabulation::PendingKey &key) {
  FunctionId model = solve.program.functionOf[key.call.value];
  if (!key.site || !solve.isModel(model))
    return;
  for (uint32_t row : solve.edgesTo(model, {PortKind::CallIn, Callee, key.call.value})) {
    const Edge &edge = solve.flow.edges[row];
    if (edge.from.kind != PortKind::Entry || edge.fromPath != EmptyPath)
      continue;
    const Argument *given = solve.argument(solve.sites[key.site.value].call, edge.from.parameter);
    const Type *type = given ? solve.type(given->type) : nullptr;
    if (type && type->record && type->pointers == 0 && solve.callOperators.count(type->record.value))
      addTarget(solve, key.call, key.site, type->record);
  }
}

/// Function values by the member that they were stored in, wherever that was.
static std::map<TextId, std::set<SymbolId>> valuesByField(const Tabulation &solve) {
  std::map<TextId, std::set<SymbolId>> result;
  for (const Fact &fact : solve.facts) {
    SymbolId label = solve.startOf(fact).key.label;
    if (label && fact.via != Via::Start)
      if (TextId field = lastField(solve, fact.path))
        result[field].insert(label);
  }
  return result;
}

/// Another call of the same model found what it was given to call: this one is
/// for a shape that was not given.
static bool settledByAnother(const Tabulation &solve, const Tabulation::PendingKey &key) {
  FunctionId function = solve.program.functionOf[key.call.value];
  if (!key.site || !solve.isModel(function))
    return false;
  for (CallId other : solve.flow.functions[function.value].calls.ids())
    if (solve.dynamicTargets.count({other, key.site}) || solve.dynamicRoles.count({other, key.site}))
      return true;
  return false;
}

/// All members that the function value of the call is reached through: a function
/// value may be known to be somewhere below one of them.
static std::set<TextId> fieldsOnTheWay(Tabulation &solve, CallId call) {
  std::set<TextId> fields;
  FunctionId function = solve.program.functionOf[call.value];
  for (uint32_t row : solve.edgesTo(function, {PortKind::CallIn, Callee, call.value}))
    for (const PathNode &node : solve.paths.projections(solve.flow.edges[row].fromPath))
      if (node.kind == ProjectionKind::Field)
        fields.insert(node.name);
  return fields;
}

/// Function values that were not followed to where they lie may be called by who
/// calls what that member holds.
static void addCutLabels(Tabulation &solve) {
  if (solve.cutLabels.empty())
    return;
  std::vector<Tabulation::PendingKey> keys;
  for (const auto &[key, ids] : solve.pending)
    if (solve.call(key.call).kind == CallKind::Indirect)
      keys.push_back(key);
  for (const Tabulation::PendingKey &key : keys) {
    std::set<TextId> fields = fieldsOfCallee(solve, key);
    fields.merge(fieldsOnTheWay(solve, key.call));
    for (TextId field : fields)
      if (auto cut = solve.cutLabels.find(field); cut != solve.cutLabels.end())
        for (SymbolId label : std::vector<SymbolId>(cut->second.begin(), cut->second.end()))
          addTarget(solve, key.call, key.site, label, Confidence::Likely);
  }
}

bool settleIndirectCalls(Tabulation &solve) {
  size_t before = solve.facts.size();
  addCutLabels(solve);
  std::map<TextId, std::set<SymbolId>> stored;
  bool storedKnown = false;
  std::vector<std::pair<Tabulation::PendingKey, std::vector<FactId>>> waiting(
      solve.pending.begin(), solve.pending.end());
  for (const auto &[key, ids] : waiting) {
    bool bodyless = solve.dynamicBodyless.count(key);
    bool found = solve.dynamicTargets.count(key) || solve.dynamicRoles.count(key);
    if ((found && !bodyless) || solve.call(key.call).kind != CallKind::Indirect ||
        !solve.program.targets[key.call.value].bodies.empty() ||
        (!found && settledByAnother(solve, key)))
      continue;
    // What arises in a function that calls back goes on once for each caller.
    auto ofCall = solve.dynamicTargets.lower_bound({key.call, SiteId(0)});
    if (!key.site && ofCall != solve.dynamicTargets.end() && ofCall->first.call == key.call)
      continue;
    if (!bodyless) {
      addByType(solve, key);
      if (solve.dynamicTargets.count(key))
        continue;
      // The object that holds the function is out of sight: all functions that
      // the program puts into that member.
      if (!storedKnown)
        stored = valuesByField(solve);
      storedKnown = true;
      for (TextId field : fieldsOfCallee(solve, key))
        for (SymbolId label : stored[field])
          addTarget(solve, key.call, key.site, label, Confidence::Possible);
      if (solve.dynamicTargets.count(key) || solve.dynamicRoles.count(key))
        continue;
    }
    // In a model, a callback that nobody saw: the model's own flows stand.
    bool inModel = solve.isModel(solve.program.functionOf[key.call.value]);
    for (FactId id : ids) {
      Fact fact = solve.fact(id);
      if (solve.startOf(fact).key.label || fact.port.parameter == Callee)
        continue;
      const CallInfo &info = solve.info(key.call);
      bool toUnknown = !bodyless;
      if (bodyless)
        for (SymbolId target : solve.dynamicBodyless[key])
          toUnknown |= !hitSymbol(solve, id, key.call, target);
      if (toUnknown && !inModel)
        hitUnknown(solve, id, key.call);
      if (toUnknown)
        defaultFlow(solve, id, key.call, info, Confidence::Likely);
    }
  }
  return solve.facts.size() != before;
}

} // namespace earmark
