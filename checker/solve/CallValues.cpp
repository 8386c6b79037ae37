#include "solve/CallInfo.h"
#include "solve/FindHits.h"
#include "solve/Tabulation.h"

#include "llvm/ADT/STLExtras.h"

#include <utility>

namespace earmark {

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

/// A model's callback may be for functions alone that take a certain class first.
static bool takesFirst(const Tabulation &solve, CallId call, const DynamicTarget &target) {
  llvm::StringRef taken = solve.flow.texts[solve.call(call).text];
  if (taken.empty() || !solve.isModel(solve.program.functionOf[call.value]))
    return true;
  bool expected = !taken.consume_front("!");
  const Symbol *signature = solve.symbol(
      target.value ? target.value : solve.flow.functions[target.function.value].symbol);
  const Type *first = signature && signature->parameters.count
                          ? solve.type(solve.flow.typeList[signature->parameters.begin])
                          : nullptr;
  const Symbol *record = first ? solve.symbol(first->record) : nullptr;
  return (record && solve.flow.texts[record->name] == taken) == expected;
}

void addTarget(Tabulation &solve, CallId call, SiteId site, SymbolId label, Confidence confidence) {
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
    if (auto models = solve.program.modelsOfValue.find(label);
        targets.empty() && models != solve.program.modelsOfValue.end())
      for (FunctionId model : models->second.bodies)
        targets.push_back({model, DynamicTarget::Closure, SymbolId()});
  } else if (body(label)) {
    bool isMember =
        (symbol.flags & IsMember) && !(symbol.flags & IsStatic) && !solve.argument(call, This);
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
    if (!takesFirst(solve, call, target) || isKnownTarget(solve, {call, site}, target) ||
        !solve.dynamicTargets[{call, site}].insert(target).second)
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
    if (type && type->record && type->pointers == 0 &&
        solve.callOperators.count(type->record.value))
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
    if (solve.dynamicTargets.count({other, key.site}) ||
        solve.dynamicRoles.count({other, key.site}))
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
  std::vector<std::pair<Tabulation::PendingKey, std::vector<FactId>>> waiting(solve.pending.begin(),
                                                                              solve.pending.end());
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
        for (SymbolId target : solve.dynamicBodyless[key]) {
          bool transforms = transformOf(solve, target).transforms;
          toUnknown |= !hitSymbol(solve, id, key.call, target) && !transforms;
          if (transforms)
            defaultFlow(solve, id, key.call, transformOf(solve, target), Confidence::Certain);
        }
      if (toUnknown && !inModel)
        hitUnknown(solve, id, key.call);
      if (toUnknown)
        defaultFlow(solve, id, key.call, info, Confidence::Likely);
    }
  }
  return solve.facts.size() != before;
}

} // namespace earmark
