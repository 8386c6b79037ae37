#include "solve/FindHits.h"

#include "solve/CallInfo.h"
#include "solve/NamePromises.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

Span placeInSource(const Tabulation &solve, CallId call, SiteId site) {
  while (site && solve.isModel(solve.program.functionOf[call.value])) {
    call = solve.sites[site.value].call;
    site = solve.sites[site.value].outer;
  }
  return solve.call(call).span;
}

static void addArgumentHit(Tabulation &solve, FactId id, CallId call,
                           SymbolId target = SymbolId()) {
  const Fact &fact = solve.fact(id);
  Hit hit;
  hit.fact = id;
  hit.kind = Arrival::AtArgument;
  hit.call = call;
  hit.object.symbol = target;
  hit.span = placeInSource(solve, call, solve.startOf(fact).key.site);
  hit.parameter = fact.port.parameter;
  solve.hits.push_back(hit);
}

static bool inModel(const Tabulation &solve, CallId call) {
  return solve.isModel(solve.program.functionOf[call.value]);
}

void hitArgument(Tabulation &solve, FactId id, CallId call, const CallInfo &info) {
  Fact fact = solve.fact(id);
  if (solve.call(call).kind == CallKind::Reload || fact.port.parameter == Callee)
    return;
  bool wanted = info.purposeful || llvm::any_of(info.sinks, [&](const Role *role) {
                  return concerns(solve, *role, call, fact.port.parameter);
                });
  bool leaves = false;
  if (solve.call(call).kind != CallKind::Destruct && !inModel(solve, call)) {
    leaves = (info.unknown && !promisesOf(solve.flow, solve.call(call).callee).keeps) ||
             solve.program.targets[call.value].leavesProject;
    if (info.unknown)
      solve.unknownCalls.insert(call);
  }
  if (wanted || leaves)
    addArgumentHit(solve, id, call);
}

bool hitSymbol(Tabulation &solve, FactId id, CallId call, SymbolId target) {
  Fact fact = solve.fact(id);
  if (solve.startOf(fact).key.late || solve.startOf(fact).key.label ||
      fact.port.parameter == Callee)
    return false;
  bool wanted = hasPurpose(solve, target);
  auto read = [&](llvm::ArrayRef<Role> roles) {
    for (const Role &role : roles)
      wanted |= (role.kind == AnnotationKind::Sink || role.kind == AnnotationKind::Expects ||
                 role.kind == AnnotationKind::Audits) &&
                concerns(solve, role, call, fact.port.parameter);
  };
  read(solve.roles(target));
  auto models = solve.program.modelsOfValue.find(target);
  if (models != solve.program.modelsOfValue.end()) {
    read(models->second.roles);
    wanted |= models->second.leavesProject;
  }
  // With a body the call's targets say where it goes.
  bool hasBody = target.value < solve.program.bodyOf.size() && solve.program.bodyOf[target.value];
  if (wanted)
    addArgumentHit(solve, id, call, hasBody ? SymbolId() : target);
  return wanted;
}

void hitTarget(Tabulation &solve, FactId id, CallId call, FunctionId target) {
  if (!solve.isModel(target))
    hitSymbol(solve, id, call, solve.flow.functions[target.value].symbol);
}

void hitFound(Tabulation &solve, FactId id, CallId call, SiteId site) {
  Tabulation::PendingKey key{call, site};
  if (auto found = solve.dynamicTargets.find(key); found != solve.dynamicTargets.end())
    for (const DynamicTarget &target : found->second)
      hitTarget(solve, id, call, target.function);
  if (auto found = solve.dynamicRoles.find(key); found != solve.dynamicRoles.end())
    for (SymbolId symbol : found->second)
      hitSymbol(solve, id, call, symbol);
}

void hitUnknown(Tabulation &solve, FactId id, CallId call) {
  solve.unknownCalls.insert(call);
  if (!solve.startOf(solve.fact(id)).key.late)
    addArgumentHit(solve, id, call);
}

/// The class, or one that it derives from, has a Sink role.
static SymbolId sinkClass(const Tabulation &solve, SymbolId record) {
  llvm::SmallVector<SymbolId, 8> classes;
  if (record)
    classes.push_back(record);
  for (size_t i = 0; i < classes.size() && i < 64; ++i) {
    for (const Role &role : solve.roles(classes[i]))
      if (role.kind == AnnotationKind::Sink && role.where == Designation::Itself)
        return classes[i];
    auto row = solve.program.recordOf.find(classes[i]);
    if (row == solve.program.recordOf.end())
      continue;
    IdRange<SymbolListTag> bases = solve.flow.records[row->second].bases;
    for (uint32_t b = 0; b < bases.count; ++b)
      classes.push_back(solve.flow.symbolList[bases.begin + b]);
  }
  return SymbolId();
}

static SymbolId sinkType(const Tabulation &solve, TypeId id) {
  const Type *type = solve.type(id);
  return type ? sinkClass(solve, type->record) : SymbolId();
}

/// The sink that the object at `in` is, by the types of where it came from. A
/// parameter that callers pass gives none: they know the object too, and the
/// finding belongs there.
static SymbolId sinkOf(Tabulation &solve, FunctionId function, Port in) {
  bool called = !solve.program.callersOf[function.value].empty() ||
                !solve.dynamicCallers[function.value].empty();
  SymbolId result;
  std::set<Port> seen{in};
  std::vector<Port> work{in};
  while (!work.empty() && seen.size() < 64) {
    Port port = work.back();
    work.pop_back();
    if (const Argument *argument = solve.argument(CallId(port.entity), port.parameter))
      if (SymbolId sink = sinkType(solve, argument->type))
        result = sink;
    for (uint32_t row : solve.edgesTo(function, port)) {
      const Edge &edge = solve.flow.edges[row];
      if (!solve.paths.onlyDerefs(edge.toPath))
        continue;
      Paths::Projections from = solve.paths.projections(edge.fromPath);
      while (!from.empty() && from.back().kind != ProjectionKind::Field)
        from.pop_back();
      if (!from.empty()) {
        auto field = solve.fieldTypes.find(from.back().name);
        if (field != solve.fieldTypes.end())
          if (SymbolId sink = sinkType(solve, field->second))
            result = sink;
        continue;
      }
      if (edge.from.kind == PortKind::Entry && edge.from.parameter != This && called)
        return SymbolId();
      if (edge.from.kind == PortKind::Entry) {
        const Symbol *symbol = solve.symbol(solve.flow.functions[function.value].symbol);
        if (symbol && edge.from.parameter < symbol->parameters.count)
          if (SymbolId sink = sinkType(
                  solve, solve.flow.typeList[symbol->parameters.begin + edge.from.parameter]))
            result = sink;
      } else if (edge.from.kind == PortKind::Global) {
        if (SymbolId sink = sinkType(solve, solve.flow.symbols[edge.from.entity].type))
          result = sink;
      } else if (edge.from.kind == PortKind::Created) {
        if (SymbolId sink = sinkClass(solve, SymbolId(edge.from.entity)))
          result = sink;
      } else if (edge.from.kind == PortKind::CallOut) {
        Port earlier{PortKind::CallIn, edge.from.parameter, edge.from.entity};
        if (seen.insert(earlier).second)
          work.push_back(earlier);
      }
    }
  }
  return result;
}

void hitWritten(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  FunctionId function = solve.functionOf(fact);
  if (!solve.anySinkClass || solve.isModel(function))
    return;
  // What is written behind a pointer in the object is not written into it.
  if (SymbolId sink =
          sinkOf(solve, function, {PortKind::CallIn, fact.port.parameter, fact.port.entity}))
    hitObject(solve, id, {sink, CallId()});
}

void hitObject(Tabulation &solve, FactId id, SinkObject object) {
  const StartKey key = solve.startOf(solve.fact(id)).key;
  if (key.label || key.late || solve.isModel(key.function) || !object.symbol)
    return;
  Hit hit;
  hit.fact = id;
  hit.kind = Arrival::IntoObject;
  hit.object = object;
  // Back to the call that wrote it: not those that passed the object on.
  bool passedOn = false;
  for (FactId at = id;; at = solve.fact(at).from) {
    Fact fact = solve.fact(at);
    if (fact.via == Via::Start) {
      if (fact.port.kind == PortKind::CallOut)
        hit.call = CallId(fact.port.entity);
      else if (fact.port.kind == PortKind::Entry && passedOn)
        return; // the object came in with the data in it
      break;
    }
    if (fact.via == Via::Around)
      passedOn = true;
    if (fact.via == Via::Edge && !hit.span) {
      IdRange<StepTag> steps = solve.flow.edges[fact.entity].steps;
      if (steps.count)
        hit.span = solve.flow.steps[steps.begin + steps.count - 1].span;
    }
    if (fact.via != Via::Summary && fact.via != Via::Default)
      continue;
    if (fact.port.kind != PortKind::CallOut && passedOn)
      return; // the object was returned with the data in it
    if (fact.port.kind != PortKind::CallOut)
      break; // came by value: an assignment wrote it
    const Fact &passed = solve.fact(fact.from);
    if (passed.port.kind == PortKind::CallIn && passed.port.parameter == fact.port.parameter) {
      passedOn = true; // in the object before
      continue;
    }
    hit.call = CallId(fact.entity);
    hit.parameter = passed.port.parameter;
    break;
  }
  if (hit.call)
    hit.span = solve.call(hit.call).span;
  if (!hit.span)
    hit.span = solve.flow.functions[key.function.value].span;
  solve.hits.push_back(hit);
}

/// Keeps a fact that is known already, for the way that it came now.
static FactId keep(Tabulation &solve, const Fact &fact) {
  solve.facts.push_back(fact);
  return FactId(static_cast<uint32_t>(solve.facts.size() - 1));
}

static bool isSinkVariable(const Tabulation &solve, const Port &port) {
  return port.kind == PortKind::Global &&
         llvm::any_of(solve.roles(SymbolId(port.entity)), [](const Role &role) {
           return role.kind == AnnotationKind::Sink && role.where == Designation::Itself;
         });
}

void hitAgain(Tabulation &solve, const Fact &fact, FactId known) {
  if (fact.via == Via::Edge && isSinkVariable(solve, fact.port))
    return hitObject(solve, keep(solve, fact), {SymbolId(fact.port.entity), CallId()});
  if (fact.port.kind != PortKind::CallOut ||
      (fact.via != Via::Summary && fact.via != Via::Default) ||
      solve.fact(known).via != Via::Around ||
      solve.fact(fact.from).port.parameter == fact.port.parameter)
    return;
  FunctionId function = solve.functionOf(fact);
  llvm::SmallVector<uint32_t, 2> intoSinks;
  for (uint32_t row : solve.edgesFrom(function, fact.port))
    if (isSinkVariable(solve, solve.flow.edges[row].to))
      intoSinks.push_back(row);
  if (intoSinks.empty() && !solve.anySinkClass)
    return;
  FactId id = keep(solve, fact);
  hitWritten(solve, id);
  for (uint32_t row : intoSinks) {
    Fact written = fact;
    written.port = solve.flow.edges[row].to;
    written.from = id;
    written.entity = row;
    written.through = FactId();
    written.via = Via::Edge;
    ++written.depth;
    hitObject(solve, keep(solve, written), {SymbolId(written.port.entity), CallId()});
  }
}

/// Where `function` first does something with what is at `port`.
static Span placeOfUse(Tabulation &solve, FunctionId function, Port port) {
  port.entity = port.kind == PortKind::Entry ? ~0u : port.entity;
  for (uint32_t row : solve.edgesFrom(function, port)) {
    const Edge &edge = solve.flow.edges[row];
    if (edge.steps.count)
      return solve.flow.steps[edge.steps.begin].span;
    if (edge.to.kind == PortKind::CallIn)
      return solve.call(CallId(edge.to.entity)).span;
  }
  return solve.flow.functions[function.value].span;
}

void hitWatched(Tabulation &solve) {
  for (const Start &start : solve.starts) {
    const StartKey &key = start.key;
    if (!key.function || !key.free || key.label || key.late || key.site ||
        solve.isModel(key.function) || !isWatched(solve, key.function))
      continue;
    switch (key.port.kind) {
    case PortKind::Read:
    case PortKind::CallResult:
    case PortKind::CallOut:
    case PortKind::Global:
    case PortKind::Entry:
    case PortKind::Caught: break;
    default: continue;
    }
    Hit hit;
    hit.fact = start.first;
    hit.kind = Arrival::InFunction;
    if (key.port.kind == PortKind::CallResult || key.port.kind == PortKind::CallOut) {
      hit.call = CallId(key.port.entity);
      hit.span = solve.call(hit.call).span;
    } else if (key.port.kind != PortKind::Read) {
      hit.span = placeOfUse(solve, key.function, key.port);
    }
    solve.hits.push_back(hit);
  }
}

} // namespace earmark
