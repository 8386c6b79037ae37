// Results of models that refer to memory of an argument: `a += b` gives `a` as
// the call leaves it, what was written included and what was overwritten not.
// Lowering resolves that for extracted bodies; models are flows without order.
#include "solve/Tabulation.h"

namespace earmark {

/// The result refers to `from` of the argument, and it is the same memory when
/// the function ends: no pointer on the way there was overwritten.
static bool refersToArgument(Tabulation &solve, FunctionId model, const Edge &edge, PathId from,
                             SiteId site) {
  if (edge.from.kind != PortKind::Entry || edge.to.kind != PortKind::Return ||
      (edge.kind != EdgeKind::Alias && edge.kind != EdgeKind::Copy))
    return false;
  Paths::Projections projections = solve.paths.projections(from);
  for (auto id : solve.flow.functions[model.value].kills.ids()) {
    const Kill &kill = solve.flow.kills[id.value];
    PathId killed = resolveElements(solve, kill.path, site);
    if (kill.parameter != edge.from.parameter || !solve.paths.covers(killed, projections))
      continue;
    if (edge.kind == EdgeKind::Copy ||
        solve.paths.hasDeref(llvm::ArrayRef(projections).drop_front(solve.paths.length(killed))))
      return false;
  }
  return true;
}

bool isGoneFromResult(Tabulation &solve, FunctionId model, const Edge &edge, PathId path,
                      llvm::ArrayRef<PathNode> suffix, SiteId site) {
  if (edge.kind == EdgeKind::Copy && !solve.paths.hasDeref(suffix))
    return false; // a copy of the value, made before
  PathId from = resolveElements(solve, edge.fromPath, site);
  if (!refersToArgument(solve, model, edge, from, site))
    return false;
  Paths::Projections projections = solve.paths.projections(path);
  for (auto id : solve.flow.functions[model.value].kills.ids()) {
    const Kill &kill = solve.flow.kills[id.value];
    if (kill.parameter == edge.from.parameter &&
        solve.paths.covers(resolveElements(solve, kill.path, site), projections))
      return true;
  }
  return false;
}

void showInResult(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  FunctionId model = solve.functionOf(fact);
  SiteId site = solve.startOf(fact).key.site;
  for (uint32_t row : solve.edgesFrom(model, {PortKind::Entry, fact.port.parameter, ~0u})) {
    const Edge &edge = solve.flow.edges[row];
    PathId from = resolveElements(solve, edge.fromPath, site);
    if (!refersToArgument(solve, model, edge, from, site))
      continue;
    Paths::Projections suffix;
    Paths::Relation relation = solve.paths.relate(fact.path, from, suffix);
    if (relation == Paths::Apart || (edge.kind == EdgeKind::Copy && !solve.paths.hasDeref(suffix)))
      continue;
    PathId to = solve.paths.append(resolveElements(solve, edge.toPath, site), suffix);
    solve.step(id, edge.to, to, Via::Alias, row);
  }
}

} // namespace earmark
