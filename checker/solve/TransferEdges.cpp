#include "solve/CallInfo.h"
#include "solve/CallOrder.h"
#include "solve/FindHits.h"
#include "solve/Sites.h"
#include "solve/Tabulation.h"
#include "solve/Unwind.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

PathId resolveElements(Tabulation &solve, PathId path, SiteId site) {
  return solve.paths.resolve(path, [&](TextId name) {
    unsigned number;
    if (!site || solve.flow.texts[name].getAsInteger(10, number))
      return TextId();
    const Argument *argument =
        solve.argument(solve.sites[site.value].call, static_cast<uint16_t>(number));
    return argument ? argument->literal : TextId();
  });
}

/// `path` goes through a field that someone looked at and called not personal.
static bool isDisclaimed(const Tabulation &solve, PathId path) {
  if (solve.notPersonalFields.empty() || path == EmptyPath)
    return false;
  return llvm::any_of(solve.paths.projections(path), [&](const PathNode &node) {
    return node.kind == ProjectionKind::Field && solve.notPersonalFields.contains(node.name);
  });
}

static bool isRethrow(const Tabulation &solve, Port thrown) {
  const Type *type = solve.type(TypeId(thrown.entity));
  return !type || type->reference;
}

/// The content edge hands memory from one call to the next: both were given the
/// address of it. Otherwise it is a copy.
static bool isSameMemory(Tabulation &solve, FunctionId function, const Edge &edge, SiteId site) {
  if (edge.from.kind != PortKind::CallOut || edge.to.kind != PortKind::CallIn)
    return false;
  Port given{PortKind::CallIn, edge.from.parameter, edge.from.entity};
  PathId left = resolveElements(solve, edge.fromPath, site),
         passed = resolveElements(solve, edge.toPath, site);
  auto isPointer = [](const Edge &pointer) {
    return pointer.kind == EdgeKind::Alias || pointer.kind == EdgeKind::Copy;
  };
  Paths::Projections below;
  for (uint32_t row : solve.edgesTo(function, given)) {
    const Edge &first = solve.flow.edges[row];
    if (!isPointer(first) || solve.paths.relate(left, first.toPath, below) != Paths::Below ||
        (first.kind == EdgeKind::Copy && !solve.paths.hasDeref(below)))
      continue;
    PathId memory = solve.paths.append(first.fromPath, below);
    for (uint32_t next : solve.edgesTo(function, edge.to)) {
      const Edge &second = solve.flow.edges[next];
      if (second.from == first.from && isPointer(second) &&
          solve.paths.relate(passed, second.toPath, below) == Paths::Below &&
          (second.kind == EdgeKind::Alias || solve.paths.hasDeref(below)) &&
          solve.paths.append(second.fromPath, below) == memory)
        return true;
    }
  }
  return false;
}

/// A model that pushes or pops has its last element become one of the others, or
/// one of them the last. An element that is known by its index stays where it is.
static bool staysAtIndex(Tabulation &solve, const Edge &edge, PathId path) {
  Paths &paths = solve.paths;
  return edge.from.kind == PortKind::Entry && edge.to.kind == PortKind::Exit &&
         edge.from.parameter == edge.to.parameter && paths.isByPlace(edge.fromPath) &&
         paths.isByPlace(edge.toPath) && paths.length(path) >= paths.length(edge.fromPath) &&
         paths.isAtIndex(paths.prefix(path, paths.length(edge.fromPath)));
}

/// The object lies at `path`, and `part` is, or lies in, one of its own members: what
/// a closure has captured is not the closure.
static bool isOwnMember(const Tabulation &solve, SymbolId object, PathId path, PathId part) {
  if (!object || solve.symbol(object)->kind != SymbolKind::Record)
    return false;
  const PathNode &member = solve.paths.projections(part)[solve.paths.length(path)];
  llvm::StringRef name = solve.flow.texts[member.name];
  return member.kind == ProjectionKind::Field &&
         name.consume_front(solve.flow.texts[solve.symbol(object)->name]) && name.starts_with("::");
}

/// What was written later behind a pointer that a call returned: who uses the pointer
/// after that asks for it again, but an earlier call may have made something of it.
static bool isForEarlierCalls(const Tabulation &solve, const Fact &fact) {
  return fact.since && fact.port.kind == PortKind::CallResult && fact.via == Via::Summary &&
         !returnsObject(solve, CallId(fact.port.entity));
}

/// What was written behind a pointer that an object in sight holds: what calls find
/// there after that, lowering tells in order, from what an earlier call left there.
static bool isToldInOrder(Tabulation &solve, const Fact &fact) {
  if (!fact.since || fact.port.kind != PortKind::Cell || fact.via != Via::Alias)
    return false;
  const Fact &left = solve.fact(fact.from);
  const Port given{PortKind::CallIn, left.port.parameter, left.port.entity};
  return left.port.kind == PortKind::CallOut &&
         llvm::any_of(solve.edgesFrom(solve.functionOf(fact), fact.port), [&](uint32_t row) {
           return solve.flow.edges[row].to == given &&
                  solve.flow.edges[row].kind == EdgeKind::Alias;
         });
}

/// What a transform certainly left in place of the datum, or the function put
/// there from one: `encrypt(c.email); keep(c.email)` reads what is encrypted.
static bool isReplaced(Tabulation &solve, FunctionId function, uint32_t row) {
  const Edge &read = solve.flow.edges[row];
  if (read.from.kind != PortKind::Read || read.kind == EdgeKind::Alias)
    return false;
  if (auto known = solve.replacedReads.find(row); known != solve.replacedReads.end())
    return known->second;
  bool replaced = false;
  for (uint32_t other : solve.edgesTo(function, read.to)) {
    const Edge &edge = solve.flow.edges[other];
    if (edge.toPath != read.toPath || edge.kind != EdgeKind::Copy)
      continue;
    switch (edge.from.kind) {
    case PortKind::Read:
    case PortKind::Literal:
    case PortKind::Cell: continue;
    case PortKind::CallResult: {
      const CallInfo &info = solve.info(CallId(edge.from.entity));
      replaced = info.transforms && info.onAll.added;
      break;
    }
    case PortKind::CallOut: {
      const CallInfo &info = solve.info(CallId(edge.from.entity));
      replaced = info.transforms && llvm::any_of(info.onWritten, [&](const CallInfo::Param &param) {
                   return param.parameter == edge.from.parameter && param.change.added;
                 });
      break;
    }
    default: replaced = false;
    }
    if (!replaced)
      break; // on some way it is what was read
  }
  return solve.replacedReads[row] = replaced;
}

static void alongEdge(Tabulation &solve, FactId id, uint32_t row) {
  const Edge &edge = solve.flow.edges[row];
  Fact fact = solve.fact(id);
  const bool handled = fact.port.kind == PortKind::Caught && !solve.isModel(solve.functionOf(fact));
  ThrownData exception;
  if (handled) {
    exception = exceptionAt(solve, TypeId(), fact.path);
    fact.path = exception.path;
  }
  const StartKey &start = solve.startOf(fact).key;
  SiteId site = start.site;
  const bool data = !start.label;
  const bool late = start.late;
  if (edge.kind == EdgeKind::Negate || edge.kind == EdgeKind::Truth ||
      edge.to.kind == PortKind::Condition ||
      (edge.kind == EdgeKind::Compare && (!solve.options.followCompare || !data)))
    return;

  Paths::Projections suffix;
  PathId from = resolveElements(solve, edge.fromPath, site);
  Paths::Relation relation = solve.paths.relate(fact.path, from, suffix);
  if (relation == Paths::Apart ||
      (relation == Paths::Above && isOwnMember(solve, start.label, fact.path, from)))
    return;
  for (uint32_t i = 0; i < edge.except.count; ++i) {
    PathId except = resolveElements(solve, solve.flow.excepts[edge.except.begin + i], site);
    if (except == EmptyPath || (relation == Paths::Below && solve.paths.covers(except, suffix)))
      return;
  }
  // What was written later is seen only through the address, not in a copy.
  const bool before = fact.since && edge.to.kind == PortKind::CallIn &&
                      !mayFollow(solve, fact.since, CallId(edge.to.entity));
  if (!before && (isForEarlierCalls(solve, fact) ||
                  (edge.to.kind == PortKind::CallIn && isToldInOrder(solve, fact))))
    return;
  if ((late || before) && edge.kind != EdgeKind::Alias &&
      !(relation == Paths::Below && solve.paths.hasDeref(suffix)) &&
      (late || !isSameMemory(solve, start.function, edge, site)))
    return;
  if (data && (isDisclaimed(solve, edge.fromPath) || isDisclaimed(solve, edge.toPath)))
    return;
  FunctionId function = start.function;
  if (data && isReplaced(solve, function, row))
    return;
  if (solve.isModel(function) && staysAtIndex(solve, edge, fact.path))
    return;
  if (solve.isModel(function) &&
      isGoneFromResult(solve, function, edge, relation == Paths::Below ? fact.path : from, suffix,
                       site))
    return;

  uint64_t cutsBefore = solve.paths.cuts;
  PathId to = resolveElements(solve, edge.toPath, site);
  if (edge.kind != EdgeKind::Content && edge.kind != EdgeKind::Compare)
    to = solve.paths.append(to, suffix);
  Confidence confidence =
      solve.paths.cuts == cutsBefore ? Confidence::Certain : Confidence::Possible;
  Port target = edge.to;
  // `throw;` throws it as what it was.
  if (handled && target.kind == PortKind::Thrown && exception.type && isRethrow(solve, target))
    target.entity = exception.type.value;
  // What the edge writes is its end; what hangs below came along.
  unsigned place = solve.paths.length(edge.toPath), length = solve.paths.length(to);
  uint8_t valueLength = length > place ? length - place : 0;
  solve.step(id, target, to, Via::Edge, row, {}, confidence, valueLength);
  if (handled && target.kind == PortKind::CallIn && target.parameter == This &&
      isOnCaught(solve, CallId(target.entity))) {
    CallId call(target.entity);
    const Type *type = solve.type(exception.type);
    for (FunctionId body :
         bodiesForClass(solve, call, type && type->pointers == 0 ? type->record : SymbolId()))
      enterBody(solve, id, call, This, to, {body, DynamicTarget::Plain, SymbolId()});
  }
}

void transferEdges(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  Port port = fact.port;
  if (port.kind == PortKind::Entry)
    port.entity = ~0u; // of a Rest argument: its number
  for (uint32_t row : solve.edgesFrom(solve.functionOf(fact), port))
    alongEdge(solve, id, row);
}

static void indexReaders(Tabulation &solve) {
  solve.readersKnown = true;
  for (uint32_t i = 0; i < solve.flow.functions.size(); ++i) {
    for (EdgeId edge : solve.flow.functions[i].edges.ids()) {
      for (const Port &port :
           {solve.flow.edges[edge.value].from, solve.flow.edges[edge.value].to}) {
        if (port.kind != PortKind::Global)
          continue;
        std::vector<FunctionId> &list = solve.readers[port.entity];
        if (list.empty() || list.back() != FunctionId(i))
          list.push_back(FunctionId(i));
      }
    }
  }
}

void transferGlobal(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  SymbolId variable(fact.port.entity);
  StartKey key = solve.startOf(fact).key;
  if (!key.label) {
    for (const Role &role : solve.roles(variable)) {
      if (role.kind == AnnotationKind::NotPersonal)
        return;
      if (role.kind == AnnotationKind::Sink && role.where == Designation::Itself) {
        hitObject(solve, id,
                  {variable, CallId()}); // what a sink holds has left: it does not come back
        return;
      }
    }
  }
  StartKey hub;
  hub.port = fact.port;
  hub.path = fact.path;
  hub.label = key.label;
  hub.free = true;
  solve.addStart(hub, {id, CallId(), LinkKind::Global, Confidence::Certain}, fact.valueLength);
}

/// Where a write behind the pointer that `port` gave is seen.
static Port writtenPort(Port port) {
  if (port.kind == PortKind::Entry)
    return {PortKind::Exit, port.parameter, ~0u};
  if (port.kind == PortKind::CallResult)
    return {PortKind::ResultWrite, NoParameter, port.entity};
  return port;
}

static void globalHub(Tabulation &solve, FactId id, Fact fact, StartKey hub) {
  if (!solve.readersKnown)
    indexReaders(solve);
  auto found = solve.readers.find(fact.port.entity);
  if (found == solve.readers.end())
    return;
  for (FunctionId function : found->second) {
    StartKey key = hub;
    key.function = function;
    Link link{id, CallId(), LinkKind::Global, Confidence::Certain};
    if (!solve.edgesFrom(function, fact.port).empty())
      solve.addStart(key, link);
    // A pointer in the variable: what is written behind it is written to the
    // object that it was set to.
    for (uint32_t row : solve.edgesTo(function, fact.port)) {
      const Edge &edge = solve.flow.edges[row];
      Paths::Projections suffix;
      if (solve.paths.relate(fact.path, edge.toPath, suffix) != Paths::Below)
        continue;
      if (edge.kind != EdgeKind::Alias &&
          (edge.kind != EdgeKind::Copy || !solve.paths.hasDeref(placeIn(suffix, fact))))
        continue;
      StartKey written = hub;
      written.function = function;
      written.port = writtenPort(edge.from);
      written.path = solve.paths.append(edge.fromPath, suffix);
      if (written.port.kind == PortKind::Global) // another variable, or another part of this one
        written.function = FunctionId();
      if (written.port.kind == PortKind::Global || written.port.kind == PortKind::Cell ||
          written.port.kind == PortKind::Exit || written.port.kind == PortKind::ResultWrite ||
          written.port.kind == PortKind::CallOut)
        solve.addStart(written, link, fact.valueLength);
    }
  }
}

/// Methods of the class (and of those below and above it) that read the member.
static void memberHub(Tabulation &solve, FactId id, Fact fact, StartKey hub) {
  if (solve.methodsOf.empty())
    for (uint32_t i = 0; i < solve.flow.functions.size(); ++i)
      if (const Symbol *symbol = solve.symbol(solve.flow.functions[i].symbol);
          symbol && symbol->parent && !solve.isModel(FunctionId(i)))
        solve.methodsOf[symbol->parent.value].push_back(FunctionId(i));
  SymbolId record(fact.port.entity);
  llvm::SmallVector<SymbolId, 8> classes{record};
  if (record.value < solve.program.derived.size())
    llvm::append_range(classes, solve.program.derived[record.value]);
  for (size_t i = 0; i < classes.size(); ++i) {
    auto methods = solve.methodsOf.find(classes[i].value);
    if (methods == solve.methodsOf.end())
      continue;
    for (FunctionId body : methods->second) {
      if (solve.flow.functions[body.value].flags & (IsConstructor | IsModel))
        continue;
      Port entry{PortKind::Entry, This, ~0u};
      bool reads = llvm::any_of(solve.edgesFrom(body, entry), [&](uint32_t row) {
        Paths::Projections suffix;
        return solve.paths.relate(fact.path, solve.flow.edges[row].fromPath, suffix) !=
                   Paths::Apart &&
               (solve.paths.length(solve.flow.edges[row].fromPath) > 1 ||
                solve.program.callersOf[body.value].empty());
      });
      if (!reads)
        continue;
      StartKey key = hub;
      key.function = body;
      key.port = entry;
      solve.addStart(key, {id, CallId(), LinkKind::Member, Confidence::Possible});
    }
  }
}

void transferHub(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  StartKey key = solve.startOf(fact).key;
  if (fact.port.kind == PortKind::Global)
    globalHub(solve, id, fact, key);
  else if (fact.port.kind == PortKind::Read)
    transferMember(solve, id);
  else
    memberHub(solve, id, fact, key);
}

void transferKept(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  FunctionId function = solve.functionOf(fact);
  StartKey start = solve.startOf(fact).key;
  Port cell{PortKind::Cell, NoParameter, fact.port.entity};
  for (uint32_t row : solve.edgesFrom(function, cell)) {
    const Edge &edge = solve.flow.edges[row];
    if (edge.kind != EdgeKind::Alias)
      continue;
    Paths::Projections suffix;
    Paths::Relation relation = solve.paths.relate(fact.path, edge.fromPath, suffix);
    if (relation == Paths::Apart)
      continue;
    PathId path = solve.paths.append(edge.toPath, suffix);
    if (edge.to.kind != PortKind::CallIn) {
      solve.step(id, edge.to, path, Via::Edge, row);
      continue;
    }
    CallId call(edge.to.entity);
    // What a model leaves in its arguments it says of each of them; where it puts
    // others, the pointers that it was given are not those there now.
    bool others =
        fact.since == call || (solve.paths.length(path) > 1 &&
                               isKilled(solve, call, edge.to.parameter, path, start.site));
    for (const DynamicTarget &target : bodiesOf(solve, call, start.site))
      if (!others || !solve.isModel(target.function))
        enterBody(solve, id, call, edge.to.parameter, path, target, true);
  }
}

} // namespace earmark
