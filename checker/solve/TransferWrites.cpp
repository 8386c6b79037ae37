#include "solve/CallInfo.h"
#include "solve/FindAliases.h"
#include "solve/FindHits.h"
#include "solve/Sites.h"
#include "solve/Tabulation.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

/// The callee (or this function, behind a pointer) put it there: it was not
/// merely left alone.
static bool isWritten(const Tabulation &solve, const Fact &fact) {
  switch (fact.via) {
  case Via::Around:
  case Via::Throw: return false;
  case Via::Start:
    // Data that arose in the callee and was left behind an argument.
    return fact.port.kind == PortKind::CallOut && solve.startOf(fact).key.free;
  case Via::Summary:
  case Via::Default: return fact.port.kind == PortKind::CallOut;
  case Via::Edge:
  case Via::Alias: return fact.port.kind != PortKind::Cell;
  }
  return false;
}

/// The memory is also what `from.path` names: it holds the data there too.
static void writeAt(Tabulation &solve, FactId id, Port from, PathId path, uint32_t edge) {
  // Copies that were made before do not see the write.
  Fact fact = solve.fact(id);
  CallId since = fact.since ? fact.since : CallId(fact.port.entity);
  switch (from.kind) {
  case PortKind::Entry:
    solve.stepAlias(id, {PortKind::Exit, from.parameter, ~0u}, path, edge, since);
    return;
  case PortKind::CallResult:
    solve.stepAlias(id, {PortKind::ResultWrite, NoParameter, from.entity}, path, edge, since);
    solve.stepAlias(id, from, path, edge, since); // other copies of the pointer
    return;
  case PortKind::CallOut: {
    solve.stepAlias(id, from, path, edge, since);
    // The earlier call may have stored there a pointer that it was given.
    CallId call(from.entity);
    SiteId site = solve.startOf(fact).key.site;
    std::vector<SinkObject> sinks;
    for (const DynamicTarget &body : bodiesOf(solve, call, site))
      for (const Name &name :
           namesBehindArgument(solve, call, from.parameter, path, body, site, &sinks))
        solve.stepAlias(id, name.port, name.path, edge, since);
    for (SinkObject sink : sinks)
      hitObject(solve, id, sink);
    return;
  }
  case PortKind::Cell:
  case PortKind::Caught:
  case PortKind::Global: solve.stepAlias(id, from, path, edge, since); return;
  default: return;
  }
}

/// Some edge of the model puts data at `place`, behind a pointer that it was given:
/// not only a pointer on the way there.
static bool modelWrites(Tabulation &solve, FunctionId model, const Crossed &place, SiteId site) {
  if (solve.flow.functions[model.value].calls.count)
    return true; // what it calls may
  Port exit{PortKind::Exit, place.port.parameter, ~0u};
  for (uint32_t row : solve.edgesTo(model, exit)) {
    const Edge &edge = solve.flow.edges[row];
    Paths::Projections suffix;
    PathId to = resolveElements(solve, edge.toPath, site);
    if (solve.paths.relate(to, place.path, suffix) == Paths::Below)
      return true;
  }
  return false;
}

/// The callee can only have put another pointer where `suffix` goes through one:
/// what is behind it now is not behind the one that the caller passed.
static bool isReplaced(Tabulation &solve, CallId call, uint16_t parameter, PathId path,
                       const Paths::Projections &suffix, SiteId site) {
  if (solve.program.targets[call.value].unknown || solve.call(call).kind == CallKind::Indirect)
    return false;
  PathId behind = path;
  for (const PathNode &node : suffix) {
    path = behind;
    behind = solve.paths.extend(behind, node.kind, node.name);
    if (node.kind == ProjectionKind::Deref)
      break;
  }
  llvm::SmallVector<DynamicTarget, 4> bodies = bodiesOf(solve, call, site);
  bool allModels = !bodies.empty();
  for (const DynamicTarget &target : bodies) {
    allModels &= solve.isModel(target.function);
    SiteId inner = siteFor(solve, target.function, call, site);
    if (allModels)
      for (const Crossed &place : intoBody(solve, call, parameter, behind, target))
        if (modelWrites(solve, target.function, place, inner))
          return false;
  }
  if (allModels)
    return true;
  if (!solve.paths.hasDeref(suffix) || !isKilled(solve, call, parameter, path, site))
    return false;
  // What it wrote there may be the same pointer again.
  Name same{{PortKind::CallOut, parameter, call.value}, behind};
  return llvm::none_of(bodies, [&](const DynamicTarget &body) {
    return llvm::is_contained(namesBehindArgument(solve, call, parameter, behind, body, site),
                              same);
  });
}

/// The call was given the memory, `path` of `from`, under other names too: what it
/// wrote there shows under those.
static void showInSiblings(Tabulation &solve, FactId id, Port from, PathId path) {
  Fact fact = solve.fact(id);
  CallId call(fact.port.entity);
  SiteId site = solve.startOf(fact).key.site;
  FunctionId function = solve.functionOf(fact);
  for (ArgumentId argument : solve.call(call).arguments.ids()) {
    uint16_t parameter = solve.flow.arguments[argument.value].parameter;
    for (uint32_t row : solve.edgesTo(function, {PortKind::CallIn, parameter, call.value})) {
      const Edge &edge = solve.flow.edges[row];
      if (edge.from != from || (edge.kind != EdgeKind::Alias && edge.kind != EdgeKind::Copy))
        continue;
      Paths::Projections suffix;
      if (solve.paths.relate(path, resolveElements(solve, edge.fromPath, site), suffix) !=
          Paths::Below)
        continue;
      if (edge.kind == EdgeKind::Copy ? !solve.paths.hasDeref(placeIn(suffix, fact))
                                      : suffix.size() < fact.valueLength)
        continue;
      PathId to = resolveElements(solve, edge.toPath, site);
      PathId shown = solve.paths.append(to, suffix);
      if (!solve.paths.startsWithDeref(shown) ||
          (parameter == fact.port.parameter && shown == fact.path) ||
          isReplaced(solve, call, parameter, to, suffix, site))
        continue;
      solve.stepAlias(id, {PortKind::CallOut, parameter, call.value}, shown, row, CallId());
    }
  }
}

void transferWritten(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  if (!isWritten(solve, fact))
    return;
  FunctionId function = solve.functionOf(fact);
  const StartKey key = solve.startOf(fact).key;
  if (fact.port.kind == PortKind::CallResult) {
    solve.step(id, {PortKind::ResultWrite, NoParameter, fact.port.entity}, fact.path, Via::Alias,
               ~0u);
    return;
  }
  if (fact.port.kind != PortKind::CallOut)
    return;
  if (!key.label && !key.late)
    hitWritten(solve, id);
  // Lowering has given the memory that the argument points to its new content,
  // in order and with strong updates: only pointers further in go backward.
  const Argument *argument = solve.argument(CallId(fact.port.entity), fact.port.parameter);
  bool lowered = argument && isGivenBack(solve, CallId(fact.port.entity), *argument);
  bool byCallee = fact.via == Via::Summary || fact.via == Via::Start;
  // A write that another call made, found here by rule 6, it knows nothing of.
  bool byThisCall =
      fact.via != Via::Alias || solve.fact(fact.from).port.kind == PortKind::ResultWrite;
  Port in{PortKind::CallIn, fact.port.parameter, fact.port.entity};
  for (uint32_t row : solve.edgesTo(function, in)) {
    const Edge &edge = solve.flow.edges[row];
    if (edge.kind != EdgeKind::Alias && edge.kind != EdgeKind::Copy)
      continue;
    Paths::Projections suffix;
    if (solve.paths.relate(fact.path, resolveElements(solve, edge.toPath, key.site), suffix) !=
        Paths::Below)
      continue;
    // A copied value is not the original, and a pointer that was replaced leads elsewhere.
    if (edge.kind == EdgeKind::Copy ? !solve.paths.hasDeref(placeIn(suffix, fact))
                                    : suffix.size() < fact.valueLength)
      continue;
    if (byThisCall)
      showInSiblings(solve, id, edge.from,
                     solve.paths.append(resolveElements(solve, edge.fromPath, key.site), suffix));
    if (byThisCall && (edge.from.kind == PortKind::Cell || (lowered && edge.toPath == EmptyPath)))
      continue;
    if (byCallee && isReplaced(solve, CallId(fact.port.entity), fact.port.parameter,
                               resolveElements(solve, edge.toPath, key.site), suffix, key.site))
      continue;
    writeAt(solve, id, edge.from,
            solve.paths.append(resolveElements(solve, edge.fromPath, key.site), suffix), row);
  }
}

void transferResultWrite(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  CallId call(fact.port.entity);
  const StartKey key = solve.startOf(fact).key;
  const CallInfo &info = solve.info(call);
  bool data = !key.label && !key.late;
  if (data && info.resultIsSink)
    hitObject(solve, id, {info.resultSink, call});
  std::vector<SinkObject> sinks;
  const bool leftAlone = isLeftAlone(solve, fact);
  for (const DynamicTarget &body : bodiesOf(solve, call, key.site))
    for (const Name &name : namesBehindResult(solve, call, fact.path, body, key.site, &sinks)) {
      // It is there already, unless this call stops what goes around it.
      bool told =
          leftAlone && name.port.kind == PortKind::CallOut && name.port.entity == call.value;
      if (told && !isOverwritten(solve, call, name.port.parameter, name.path, key.site))
        continue;
      solve.step(id, name.port, name.path, told ? Via::Around : Via::Alias, ~0u);
    }
  if (data)
    for (SinkObject sink : sinks)
      hitObject(solve, id, sink);
  // Nobody knows what the result refers to: it may be part of the object.
  if (info.unknown && solve.paths.startsWithDeref(fact.path) && !info.resultIsSink)
    if (solve.argument(call, This)) {
      const Symbol *callee = solve.symbol(solve.call(call).callee);
      if (!callee || !(callee->flags & IsConst))
        solve.step(id, {PortKind::CallOut, This, call.value},
                   solve.paths.extend(EmptyPath, ProjectionKind::Deref), Via::Alias, ~0u, {},
                   Confidence::Likely);
    }
}

} // namespace earmark
