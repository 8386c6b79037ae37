#include "solve/Tabulation.h"

#include "solve/CallOrder.h"
#include "solve/FindHits.h"
#include "solve/Sites.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

Tabulation::Tabulation(const Program &program, const Policy &policy, const SolveOptions &options)
    : program(program), flow(program.flow), policy(policy), options(options), paths(program.flow),
      personalTypes(program, paths), dynamicCallers(program.flow.functions.size()),
      freeStarts(program.flow.functions.size()), sitedModels(program.flow.functions.size(), -1),
      functionEdges(program.flow.functions.size()) {
  for (uint32_t i = 0; i < flow.symbols.size(); ++i) {
    if (flow.symbols[i].kind != SymbolKind::Field)
      continue;
    for (const Role &role : roles(SymbolId(i)))
      if (role.kind == AnnotationKind::NotPersonal)
        notPersonalFields.insert(flow.symbols[i].name);
  }
  for (uint32_t i = 0; i < flow.symbols.size(); ++i) {
    const Symbol &symbol = flow.symbols[i];
    if (symbol.kind == SymbolKind::Record)
      for (const Role &role : roles(SymbolId(i)))
        anySinkClass |= role.kind == AnnotationKind::Sink;
    if (symbol.kind == SymbolKind::Field)
      fieldTypes.try_emplace(symbol.name, symbol.type);
    if (symbol.kind == SymbolKind::Parameter && symbol.parent)
      parameterNames.try_emplace({symbol.parent.value, symbol.index}, symbol.name);
    if (symbol.kind == SymbolKind::Function && symbol.parent &&
        flow.texts[symbol.name].ends_with("::operator()"))
      callOperators[symbol.parent.value].push_back(SymbolId(i));
  }
}

MarksId Tabulation::change(const MarksChange &change) {
  if (change == MarksChange{})
    return MarksId(0);
  auto [at, isNew] = changeIds.try_emplace({change.added, change.removed}, changes.size());
  if (isNew)
    changes.push_back(change);
  return at->second;
}

StartId Tabulation::addStart(const StartKey &key, const Link &link, uint8_t valueLength) {
  auto [at, isNew] = startIds.try_emplace(key, StartId(static_cast<uint32_t>(starts.size())));
  StartId id = at->second;
  if (isNew) {
    starts.push_back({});
    starts.back().key = key;
    starts.back().first = FactId(static_cast<uint32_t>(facts.size()));
    if (key.function && key.free)
      freeStarts[key.function.value].push_back(id);
    if (!key.free)
      ++stats.summaries;
    Fact first;
    first.start = id;
    first.port = key.port;
    first.path = key.path;
    first.marks = MarksId(0);
    first.valueLength = valueLength;
    addFact(first);
    if (key.function && key.free && !key.site)
      copyToSites(*this, id);
  } else if (valueLength < facts[starts[id.value].first.value].valueLength) {
    Fact deeper = facts[starts[id.value].first.value];
    deeper.valueLength = valueLength;
    addFact(deeper);
  }
  if (link.from) {
    starts[id.value].incoming.push_back(link);
    starts[id.value].incoming.back().into = id;
    if (!key.free)
      for (size_t i = 0; i < starts[id.value].exits.size(); ++i)
        returnTo(*this, link, starts[id.value].exits[i]);
  }
  return id;
}

/// Ports that belong to a call, or to an end of the function, have their time.
static bool hasOwnTime(PortKind kind) {
  switch (kind) {
  case PortKind::CallResult:
  case PortKind::CallIn:
  case PortKind::CallOut:
  case PortKind::ResultWrite:
  case PortKind::Cell:
  case PortKind::Kept:
  case PortKind::Caught: return false;
  default: return true;
  }
}

void Tabulation::settleSince(Fact &fact) {
  if (hasOwnTime(fact.port.kind))
    fact.since = CallId();
  if (!fact.since)
    return;
  FactKey always{fact.start, fact.port, fact.path, fact.marks};
  if (factIds.count({fact.start, fact.port, fact.path, fact.marks, fact.since}))
    return;
  constexpr uint8_t MaxSince = 4;
  if (factIds.count(always) || ++sinceCounts[always] > MaxSince)
    fact.since = CallId();
}

Confidence Tabulation::widen(StartKey &key) {
  std::set<PathId> &known = startPaths[{key.function, key.port, key.label}];
  if (known.size() >= options.maxStartPaths / 4 || facts.size() >= options.maxFacts)
    key.path = paths.withoutRepeats(key.path);
  bool isKnown = known.count(key.path);
  if (isKnown || (known.size() < options.maxStartPaths && (key.label || !isTooDeep(key.path, 0)))) {
    known.insert(key.path);
    return Confidence::Certain;
  }
  ++stats.boundsHit;
  if (!key.label && toMember(key, 0))
    return Confidence::Possible;
  if (known.size() < options.maxStartPaths && paths.length(key.path) <= MaxPathLength) {
    known.insert(key.path);
    return Confidence::Certain; // there is no member that it could be known by
  }
  constexpr unsigned Kept = 2; // *.member
  key.path = paths.prefix(key.path, Kept);
  return Confidence::Possible;
}

/// A number that is too small to be a pointer, or a size.
static bool isSmallNumber(const Tabulation &solve, TextId member) {
  auto found = solve.fieldTypes.find(member);
  const Type *type = found == solve.fieldTypes.end() ? nullptr : solve.type(found->second);
  if (!type || type->pointers > 0 || type->reference || !(type->arithmetic || type->boolean))
    return false;
  llvm::StringRef spelling = solve.flow.texts[type->spelling];
  if (type->alias &&
      solve.flow.texts[solve.flow.symbols[type->alias.value].name].ends_with("size_t"))
    return true;
  return !spelling.contains("long") && !spelling.contains("int128") && !spelling.contains("BitInt");
}

/// No place is below a small number: not every pointer that is cast is one to what
/// it is cast to.
bool Tabulation::isPossible(PathId path) {
  if (path.value >= possible.size())
    possible.resize(std::max<size_t>(path.value + 1, 2 * possible.size()), -1);
  if (possible[path.value] >= 0)
    return possible[path.value];
  Paths::Projections all = paths.projections(path);
  bool result = true;
  for (size_t i = 1; i < all.size() && result; ++i)
    result = all[i - 1].kind != ProjectionKind::Field || all[i].kind == ProjectionKind::Exception ||
             !isSmallNumber(*this, all[i - 1].name);
  return possible[path.value] = result;
}

/// Data of a member comes to lie in that member again: who reads it there has it from
/// the member itself.
bool Tabulation::isKnownByRead(const Fact &fact) const {
  const StartKey &key = starts[fact.start.value].key;
  if (!key.function || key.port.kind != PortKind::Read || key.label ||
      paths.members(fact.path) == 0 || changes[fact.marks.value].removed)
    return false;
  TextId member = flow.symbols[key.port.entity].name;
  return llvm::any_of(paths.projections(fact.path), [&](const PathNode &node) {
    return node.kind == ProjectionKind::Field && node.name == member;
  });
}

/// Counts a fact of the function value; true where it is not followed to where the
/// fact says, but kept by the member that holds it: one deep in a structure that refers to itself (lists
/// linked both ways have no end of such places), or one that is almost everywhere
/// (tables of functions that every object of a C program points to).
bool Tabulation::cutLabel(SymbolId label, PathId path) {
  constexpr unsigned FreeFields = 3;
  if (++labelFacts[label] <= options.maxLabelFacts && paths.length(path) <= FreeFields)
    return false;
  llvm::SmallVector<TextId, 8> fields;
  for (const PathNode &node : paths.projections(path))
    if (node.kind == ProjectionKind::Field)
      fields.push_back(node.name);
  if (fields.empty())
    return false;
  TextId last = fields.back();
  llvm::sort(fields);
  if (labelFacts[label] <= options.maxLabelFacts &&
      (fields.size() <= FreeFields ||
       std::adjacent_find(fields.begin(), fields.end()) == fields.end()))
    return false;
  cutLabels[last].insert(label);
  return true;
}

bool isLeftAlone(const Tabulation &solve, const Fact &fact) {
  return fact.port.kind == PortKind::ResultWrite && fact.via == Via::Edge &&
         solve.fact(fact.from).via == Via::Around;
}

void Tabulation::addFact(Fact fact) {
  Start &start = starts[fact.start.value];
  if (start.key.label && fact.via != Via::Start && cutLabel(start.key.label, fact.path))
    return;
  if (fact.via != Via::Start && (!isPossible(fact.path) || isKnownByRead(fact)))
    return;
  if (fact.via != Via::Start &&
      (start.facts >= options.maxSteps || facts.size() >= options.maxFacts))
    fact.path = paths.withoutRepeats(fact.path);
  if (!start.key.label && start.key.function && fact.via != Via::Start &&
      isTooDeep(fact.path, start.facts) && addToMember(fact))
    return;
  if (paths.length(fact.path) > MaxPathLength) {
    ++paths.cuts;
    fact.path = paths.prefix(fact.path, MaxPathLength);
  }
  settleSince(fact);
  FactKey key{fact.start, fact.port, fact.path, fact.marks, fact.since};
  FactId id(static_cast<uint32_t>(facts.size()));
  auto [at, isNew] = factIds.try_emplace(key, id);
  fact.valueLength = std::min<unsigned>(fact.valueLength, paths.length(fact.path));
  if (!isNew) {
    const Fact &old = facts[at->second.value];
    bool isWritten = isLeftAlone(*this, old) && !isLeftAlone(*this, fact);
    if (old.confidence >= fact.confidence && old.valueLength <= fact.valueLength && !isWritten)
      return hitAgain(*this, fact, at->second);
    fact.confidence = std::max(old.confidence, fact.confidence);
    fact.valueLength = std::min(old.valueLength, fact.valueLength);
    at->second = id;
  }
  facts.push_back(fact);
  ++start.facts;
  queues[start.key.label ? 0 : 3 - unsigned(fact.confidence)].push_back(id);
}

void Tabulation::step(FactId from, Port port, PathId path, Via via, uint32_t entity,
                      MarksChange change, Confidence confidence, uint8_t valueLength) {
  Fact next = facts[from.value];
  next.port = port;
  next.path = path;
  next.marks = this->change(changes[next.marks.value].then(change));
  next.confidence = std::min(next.confidence, confidence);
  next.from = from;
  next.entity = entity;
  next.through = FactId();
  next.via = via;
  // In a call that runs before the write it only says where the address goes.
  if (next.since && port.kind == PortKind::CallIn &&
      mayFollow(*this, next.since, CallId(port.entity)))
    next.since = CallId();
  // A value that a call gave was not written anywhere before that call.
  const Port &given = facts[from.value].port;
  if (via == Via::Edge && !next.since && port.kind != PortKind::CallIn &&
      (given.kind == PortKind::CallResult || given.kind == PortKind::CallOut))
    next.since = CallId(given.entity);
  ++next.depth;
  next.valueLength = std::min(next.valueLength, valueLength);
  addFact(next);
}

void Tabulation::stepAlias(FactId from, Port port, PathId path, uint32_t entity, CallId since) {
  Fact next = facts[from.value];
  next.port = port;
  next.path = path;
  next.from = from;
  next.entity = entity;
  next.through = FactId();
  next.via = Via::Alias;
  next.since = since;
  ++next.depth;
  addFact(next);
}

bool Tabulation::next(FactId &id) {
  for (unsigned i = 0; i < queues.size(); ++i) {
    if (heads[i] == queues[i].size())
      continue;
    id = queues[i][heads[i]++];
    if (heads[i] == queues[i].size()) {
      queues[i].clear();
      heads[i] = 0;
    }
    return true;
  }
  return false;
}

const Argument *Tabulation::argument(CallId call, uint16_t parameter) const {
  for (ArgumentId id : flow.calls[call.value].arguments.ids())
    if (flow.arguments[id.value].parameter == parameter)
      return &flow.arguments[id.value];
  return nullptr;
}

const FunctionEdges &Tabulation::edges(FunctionId function) {
  std::unique_ptr<FunctionEdges> &index = functionEdges[function.value];
  if (index)
    return *index;
  index = std::make_unique<FunctionEdges>();
  ++stats.functionsTouched;
  IdRange<EdgeTag> range = flow.functions[function.value].edges;
  index->byFrom.reserve(range.count);
  index->byTo.reserve(range.count);
  for (EdgeId id : range.ids()) {
    index->byFrom.push_back(id.value);
    index->byTo.push_back(id.value);
  }
  llvm::sort(index->byFrom, [&](uint32_t a, uint32_t b) {
    return std::tie(flow.edges[a].from, a) < std::tie(flow.edges[b].from, b);
  });
  llvm::sort(index->byTo, [&](uint32_t a, uint32_t b) {
    return std::tie(flow.edges[a].to, a) < std::tie(flow.edges[b].to, b);
  });
  return *index;
}

llvm::ArrayRef<uint32_t> Tabulation::edgesFrom(FunctionId function, Port port) {
  const std::vector<uint32_t> &all = edges(function).byFrom;
  auto first = llvm::partition_point(all, [&](uint32_t id) { return flow.edges[id].from < port; });
  auto last = std::partition_point(first, all.end(),
                                   [&](uint32_t id) { return flow.edges[id].from == port; });
  return llvm::ArrayRef<uint32_t>(all.data() + (first - all.begin()), last - first);
}

llvm::ArrayRef<uint32_t> Tabulation::edgesTo(FunctionId function, Port port) {
  const std::vector<uint32_t> &all = edges(function).byTo;
  auto first = llvm::partition_point(all, [&](uint32_t id) { return flow.edges[id].to < port; });
  auto last = std::partition_point(first, all.end(),
                                   [&](uint32_t id) { return flow.edges[id].to == port; });
  return llvm::ArrayRef<uint32_t>(all.data() + (first - all.begin()), last - first);
}

void tabulate(Tabulation &solve) {
  FactId id;
  do {
    while (solve.next(id)) {
      Fact fact = solve.fact(id); // a copy: the table grows
      if (!solve.functionOf(fact)) {
        transferHub(solve, id);
        continue;
      }
      const StartKey key = solve.startOf(fact).key;
      if (key.free && !key.site && !runsWithoutSite(solve, key.function))
        continue; // each site has its copy
      switch (fact.port.kind) {
      case PortKind::CallIn: transferCall(solve, id); break;
      case PortKind::Return:
      case PortKind::Exit: transferExit(solve, id); break;
      case PortKind::Thrown: transferThrown(solve, id); break;
      case PortKind::ResultWrite: transferResultWrite(solve, id); break;
      case PortKind::Global:
        if (fact.via == Via::Start)
          transferEdges(solve, id);
        else
          transferGlobal(solve, id);
        break;
      case PortKind::Kept: transferKept(solve, id); break;
      case PortKind::Caught: transferHandled(solve, id); [[fallthrough]];
      case PortKind::CallOut:
      case PortKind::CallResult:
      case PortKind::Cell:
        transferEdges(solve, id);
        transferWritten(solve, id);
        break;
      case PortKind::Entry:
        if (fact.port.parameter == Handled)
          transferHandled(solve, id);
        transferEdges(solve, id);
        break;
      case PortKind::Read:
      case PortKind::Literal:
      case PortKind::Function:
      case PortKind::Created: transferEdges(solve, id); break;
      case PortKind::Condition: break;
      }
    }
  } while (settleIndirectCalls(solve));
  solve.stats.facts = solve.facts.size();
}

} // namespace earmark
