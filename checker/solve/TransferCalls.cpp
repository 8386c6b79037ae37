#include "solve/CallInfo.h"
#include "solve/FindAliases.h"
#include "solve/FindHits.h"
#include "solve/Tabulation.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

// ---- into bodies --------------------------------------------------------------

/// Functions that call what they are given are solved once for each call chain
/// of this length, so that callbacks of different callers do not mix.
static constexpr unsigned MaxSiteDepth = 3;

static void copyToSite(Tabulation &solve, StartId id, SiteId site) {
  StartKey key = solve.starts[id.value].key;
  if (key.site)
    return;
  key.site = site;
  solve.addStart(key, {solve.starts[id.value].first, CallId(), LinkKind::Same,
                       Confidence::Certain});
}

void copyToSites(Tabulation &solve, StartId id) {
  FunctionId function = solve.starts[id.value].key.function;
  if (!isSited(solve, function))
    return;
  for (SiteId site : std::vector<SiteId>(solve.sitesOf[function.value]))
    copyToSite(solve, id, site);
}

SiteId siteFor(Tabulation &solve, FunctionId callee, CallId call, SiteId caller) {
  if (!isSited(solve, callee))
    return SiteId();
  SiteId outer = caller;
  if (outer && solve.sites[outer.value].depth >= MaxSiteDepth)
    outer = SiteId();
  auto [at, isNew] = solve.siteIds.try_emplace(std::pair(call.value, outer.value),
                                               SiteId(static_cast<uint32_t>(solve.sites.size())));
  SiteId site = at->second;
  if (isNew)
    solve.sites.push_back({call, outer, outer ? solve.sites[outer.value].depth + 1 : 1});
  std::vector<SiteId> &known = solve.sitesOf[callee.value];
  if (!llvm::is_contained(known, site)) {
    known.push_back(site);
    // What arises in the function can go to the callbacks of this caller too.
    for (StartId id : std::vector<StartId>(solve.freeStarts[callee.value]))
      copyToSite(solve, id, site);
  }
  return site;
}

bool isSited(Tabulation &solve, FunctionId function) {
  int8_t &known = solve.sited[function.value];
  if (known >= 0)
    return known;
  known = 0; // also the answer for recursion
  const Function &body = solve.flow.functions[function.value];
  bool result = false;
  for (CallId id : body.calls.ids()) {
    const Call &call = solve.call(id);
    if (body.flags & IsModel) {
      result |= call.kind == CallKind::Indirect || call.kind == CallKind::Builds;
      continue;
    }
    llvm::SmallVector<uint16_t, 2> functionArguments;
    if (call.kind == CallKind::Indirect)
      functionArguments.push_back(Callee);
    for (const Target &target : solve.program.targets[id.value].bodies)
      if (solve.isModel(target.function) && isSited(solve, target.function))
        for (ArgumentId argument : call.arguments.ids())
          functionArguments.push_back(solve.flow.arguments[argument.value].parameter);
    for (uint16_t parameter : functionArguments)
      for (uint32_t row : solve.edgesTo(function, {PortKind::CallIn, parameter, id.value})) {
        const Edge &edge = solve.flow.edges[row];
        const Symbol *symbol = solve.symbol(body.symbol);
        if (edge.from.kind != PortKind::Entry || edge.from.parameter == This || !symbol)
          continue;
        // Only a parameter that can hold a function is worth the copies.
        if (edge.from.parameter >= symbol->parameters.count) {
          result = true;
          continue;
        }
        const Type *type = solve.type(
            solve.flow.typeList[symbol->parameters.begin + edge.from.parameter]);
        result |= call.kind == CallKind::Indirect || !type || type->functional || type->record;
      }
  }
  if (body.flags & IsModel)
    for (EdgeId id : body.edges.ids()) {
      const Edge &edge = solve.flow.edges[id.value];
      result |= solve.paths.hasElementOf(edge.fromPath) || solve.paths.hasElementOf(edge.toPath);
    }
  if (body.flags & IsModel)
    for (auto kill : body.kills.ids())
      result |= solve.paths.hasElementOf(solve.flow.kills[kill.value].path);
  solve.sited[function.value] = result;
  return result;
}

llvm::SmallVector<DynamicTarget, 4> bodiesOf(Tabulation &solve, CallId call, SiteId site) {
  llvm::SmallVector<DynamicTarget, 4> result;
  if (solve.call(call).kind == CallKind::Virtual) {
    for (FunctionId function : virtualBodies(solve, call))
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
    if (solve.edgesFrom(target.function, entry).empty())
      continue;
    StartKey key;
    key.function = target.function;
    key.port = crossed.port;
    key.path = crossed.path;
    key.site = site;
    key.label = caller.label;
    key.late = late || caller.late;
    solve.addStart(key, {id, call, LinkKind::Enter,
                         target.outOfSight ? Confidence::Possible : Confidence::Certain});
  }
}

// ---- around and past calls ------------------------------------------------------

bool isKilled(Tabulation &solve, CallId call, uint16_t parameter, PathId path,
                     SiteId site) {
  const CallTargets &targets = solve.program.targets[call.value];
  if (targets.unknown || solve.call(call).kind == CallKind::Indirect)
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
  if (!solve.call(call).resultOverwritten)
    return false;
  llvm::SmallVector<DynamicTarget, 4> bodies = bodiesOf(solve, call, site);
  if (bodies.size() != 1)
    return false;
  std::vector<Name> names = namesBehindResult(
      solve, call, solve.paths.extend(EmptyPath, ProjectionKind::Deref), bodies[0], site);
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
  if (isKilled(solve, call, parameter, path, key.site) ||
      isOverwritten(solve, call, parameter, path, key.site))
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
  if (!(info.resultNotPersonal && !key.label))
    solve.step(id, {PortKind::CallResult, NoParameter, call.value}, EmptyPath, Via::Default,
               call.value, info.onAll, confidence);
  for (ArgumentId argumentId : solve.call(call).arguments.ids()) {
    const Argument &argument = solve.flow.arguments[argumentId.value];
    if (argument.parameter == fact.port.parameter || !isWritable(solve, call, argument))
      continue;
    PathId path = solve.isModel(key.function)
                      ? EmptyPath
                      : solve.paths.extend(EmptyPath, ProjectionKind::Deref);
    solve.step(id, {PortKind::CallOut, argument.parameter, call.value}, path, Via::Default,
               call.value, info.onAll.then(writtenChange(info, argument.parameter)), confidence);
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
  if (!disclaimed)
    for (const DynamicTarget &target : bodies)
      enterBody(solve, id, call, parameter, fact.path, target);
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

void addTarget(Tabulation &solve, CallId call, SiteId site, SymbolId label, bool outOfSight) {
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
  } else {
    solve.dynamicBodyless[{call, site}].insert(label);
    return;
  }
  for (DynamicTarget target : targets) {
    target.outOfSight = outOfSight;
    if (!solve.dynamicTargets[{call, site}].insert(target).second)
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

bool settleIndirectCalls(Tabulation &solve) {
  size_t before = solve.facts.size();
  std::map<TextId, std::set<SymbolId>> stored;
  bool storedKnown = false;
  std::vector<std::pair<Tabulation::PendingKey, std::vector<FactId>>> waiting(
      solve.pending.begin(), solve.pending.end());
  for (const auto &[key, ids] : waiting) {
    bool bodyless = solve.dynamicBodyless.count(key);
    bool found = solve.dynamicTargets.count(key) || solve.dynamicRoles.count(key);
    if ((found && !bodyless) || solve.call(key.call).kind != CallKind::Indirect ||
        !solve.program.targets[key.call.value].bodies.empty())
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
          addTarget(solve, key.call, key.site, label, true);
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
