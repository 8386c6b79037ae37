#include "solve/Tabulation.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

static void indexMemberReads(Tabulation &solve) {
  if (solve.memberReadsKnown)
    return;
  solve.memberReadsKnown = true;
  for (uint32_t i = 0; i < solve.flow.functions.size(); ++i) {
    FunctionId function(i);
    if (solve.isModel(function)) {
      for (EdgeId edge : solve.flow.functions[i].edges.ids())
        for (const PathNode &node : solve.paths.projections(solve.flow.edges[edge.value].fromPath))
          if (node.kind == ProjectionKind::Field)
            solve.membersOfModels.insert(node.name);
      continue;
    }
    std::set<uint32_t> read;
    for (EdgeId edge : solve.flow.functions[i].edges.ids())
      if (const Port &from = solve.flow.edges[edge.value].from; from.kind == PortKind::Read)
        read.insert(from.entity);
    for (uint32_t member : read)
      solve.memberReads[solve.flow.symbols[member].name].push_back({function, SymbolId(member)});
  }
}

/// Past a budget, places deep in an object are not told apart any longer.
bool Tabulation::isTooDeep(PathId path, uint64_t factsOfStart) const {
  constexpr unsigned Members = 3, FewMembers = 1;
  if (paths.length(path) > MaxPathLength)
    return true;
  if (paths.members(path) <= FewMembers)
    return false;
  auto past = [&](uint64_t factor) {
    return factsOfStart >= factor * options.maxSteps || facts.size() >= factor * options.maxFacts;
  };
  return past(1) && (paths.members(path) > Members || past(10));
}

/// Makes `key` the hub where who writes the last member of its path meets who reads
/// that member of any object (field-based, as in Heintze and Tardieu, "Ultra-fast
/// aliasing analysis", 2001); false where it has none.
bool Tabulation::toMember(StartKey &key) {
  indexMemberReads(*this);
  Paths::Projections all = paths.projections(key.path);
  auto last = llvm::find_if(llvm::reverse(all), [&](const PathNode &node) {
    return node.kind == ProjectionKind::Field && !membersOfModels.count(node.name);
  });
  if (last == all.rend())
    return false;
  size_t behind = last.base() - all.begin();
  StartKey hub;
  hub.port = {PortKind::Read, NoParameter, last->name.value};
  hub.path = paths.append(EmptyPath, llvm::ArrayRef<PathNode>(all).drop_front(behind));
  hub.free = true;
  key = hub;
  return true;
}

bool Tabulation::addToMember(const Fact &fact) {
  StartKey hub;
  hub.path = fact.path;
  if (!toMember(hub))
    return false;
  ++stats.boundsHit;
  auto known = startIds.find(hub);
  if (known != startIds.end() &&
      !memberLinks.insert({fact.start, fact.marks, known->second}).second)
    return true;
  Link link{fact.from, CallId(), LinkKind::Member, Confidence::Possible};
  link.change = fact.marks;
  StartId into = addStart(hub, link);
  memberLinks.insert({fact.start, fact.marks, into});
  return true;
}

void transferMember(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  TextId member(fact.port.entity);
  auto reads = solve.memberReads.find(member);
  if (reads == solve.memberReads.end() || solve.notPersonalFields.count(member))
    return;
  for (const Tabulation::MemberRead &read : reads->second) {
    StartKey key = solve.startOf(fact).key;
    key.function = read.function;
    key.port = {PortKind::Read, NoParameter, read.member.value};
    solve.addStart(key, {id, CallId(), LinkKind::Member, Confidence::Possible});
  }
}

} // namespace earmark
