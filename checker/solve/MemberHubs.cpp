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

/// How many members a path may have; past a budget, places deep in an object are not
/// told apart any longer.
static unsigned maxMembers(const Tabulation &solve, uint64_t factsOfStart) {
  constexpr unsigned Members = 3, NoMembers = 0;
  auto past = [&](uint64_t factor) {
    return factsOfStart >= factor * solve.options.maxSteps ||
           solve.facts.size() >= factor * solve.options.maxFacts;
  };
  return past(4) ? NoMembers : past(1) ? Members : ~0u;
}

/// The last member of the path that no model reads by path; the number of
/// projections where there is none.
static size_t lastMember(const Tabulation &solve, llvm::ArrayRef<PathNode> path) {
  for (size_t i = path.size(); i-- > 0;)
    if (path[i].kind == ProjectionKind::Field && !solve.membersOfModels.count(path[i].name))
      return i;
  return path.size();
}

/// Two members of one class lie on the path: by way of an object of that class it
/// comes to another, which may be the same (`network->socket->network->nick`).
static bool comesBack(const Tabulation &solve, llvm::ArrayRef<PathNode> path) {
  llvm::SmallVector<llvm::StringRef, 8> classes;
  for (const PathNode &node : path)
    if (node.kind == ProjectionKind::Field)
      classes.push_back(solve.flow.texts[node.name].rsplit("::").first);
  llvm::sort(classes);
  return std::adjacent_find(classes.begin(), classes.end()) != classes.end();
}

/// In a program whose objects refer to each other there is no end of ways to one
/// member: `user->nick`, `client->user->nick`, `network->user->nick`. The first so
/// many are told apart, and all that were seen before the run became a large one.
bool Tabulation::isOneWayTooMany(PathId path) {
  if (paths.members(path) < 2)
    return false;
  if (path.value >= tooMany.size())
    tooMany.resize(std::max<size_t>(path.value + 1, 2 * tooMany.size()), -1);
  int8_t &known = tooMany[path.value];
  if (known < 0) {
    indexMemberReads(*this);
    Paths::Projections all = paths.projections(path);
    size_t last = lastMember(*this, all);
    known = 0;
    if (last < all.size()) {
      auto &[ways, waysBack] = waysTo[all[last].name];
      bool isLarge = facts.size() >= options.maxFacts / 5;
      known = comesBack(*this, llvm::ArrayRef<PathNode>(all).take_front(last + 1))
                  ? ++waysBack > options.maxWaysBack && isLarge
                  : ++ways > options.maxWays && isLarge;
    }
  }
  return known;
}

bool Tabulation::isTooDeep(PathId path, uint64_t factsOfStart) {
  return paths.length(path) > MaxPathLength ||
         paths.members(path) > maxMembers(*this, factsOfStart) || isOneWayTooMany(path);
}

/// Makes `key` the hub where who writes below some member meets who reads that member
/// of any object (field-based, as in Heintze and Tardieu, "Ultra-fast aliasing
/// analysis", 2001): the last members of the path are kept, what they are in is not.
/// False where the path has no member.
bool Tabulation::toMember(StartKey &key, uint64_t factsOfStart) {
  indexMemberReads(*this);
  Paths::Projections all = paths.projections(key.path);
  unsigned left = paths.members(key.path);
  unsigned kept =
      isOneWayTooMany(key.path) ? 1 : std::clamp(maxMembers(*this, factsOfStart), 1u, 3u);
  size_t at = lastMember(*this, all);
  for (size_t i = 0; i < at; ++i) {
    if (all[i].kind != ProjectionKind::Field)
      continue;
    if (left-- <= kept && !membersOfModels.count(all[i].name)) {
      at = i;
      break;
    }
  }
  if (at == all.size())
    return false;
  StartKey hub;
  hub.port = {PortKind::Read, NoParameter, all[at].name.value};
  hub.path = paths.append(EmptyPath, llvm::ArrayRef<PathNode>(all).drop_front(at + 1));
  hub.free = true;
  key = hub;
  return true;
}

bool Tabulation::addToMember(const Fact &fact) {
  StartKey hub;
  hub.path = fact.path;
  if (!toMember(hub, startOf(fact).facts))
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
