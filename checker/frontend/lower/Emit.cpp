// From values to edges, and from what is pending to rows of the tables.
#include "frontend/lower/Lowering.h"

#include <map>

namespace earmark::lower {

namespace {

/// How many pointers deep the content of an argument is followed.
constexpr unsigned MaxPointers = 5;
/// Lists that are linked both ways have more places than anybody reads: after
/// ManyEdges of one value it is followed FewPointers deep, after ManyPlaces not at all.
constexpr unsigned FewPointers = 2, ManyEdges = 400, ManyPlaces = 4000;

struct Emitter {
  Lowering &in;
  Port to;
  llvm::SmallVector<std::pair<Origin, PathId>, 8> stack; // guards against cycles in memory
  size_t before = 0;                                     // edges, when this value was begun
  /// What was emitted, with how many pointers before it: in memory that refers to
  /// itself one thing is met in many ways.
  std::map<std::tuple<PathId, decltype(Origin().key()), std::vector<PathId>, bool>, unsigned> seen;

  bool isTooFar(unsigned pointers) const {
    if (seen.size() > ManyPlaces)
      return pointers > 0;
    return pointers > (in.edges.size() - before > ManyEdges ? FewPointers : MaxPointers);
  }

  /// A constant flag is of interest only where it decides.
  bool isIdleFlag(const Origin &from) const {
    if (from.port.kind != PortKind::Literal || from.address || decides())
      return false;
    llvm::StringRef text = in.flow.tables.texts[TextId(from.port.entity)];
    return text == "true" || text == "false";
  }

  bool decides() const { return to.kind == PortKind::Return || to.kind == PortKind::Condition; }

  void edge(const Origin &from, PathId path, EdgeKind kind, llvm::ArrayRef<PathId> except) {
    if (from.says != Origin::Data) {
      if (!decides() || path != EmptyPath)
        return;
      kind = from.says == Origin::Compared ? EdgeKind::Compare
             : from.negated                ? EdgeKind::Negate
                                           : EdgeKind::Truth;
    }
    if (isIdleFlag(from))
      return;
    PendingEdge pending;
    pending.edge.from = from.port;
    pending.edge.fromPath = from.path;
    pending.edge.to = to;
    pending.edge.toPath = path;
    pending.edge.kind = from.negated && kind == EdgeKind::Copy ? EdgeKind::Negate : kind;
    pending.except.assign(except.begin(), except.end());
    pending.chain = from.chain;
    in.edges.push_back(std::move(pending));
  }

  /// A label is a copy of what the place held; where the function put nothing there,
  /// it is that place's own.
  static EdgeKind kindOf(const Origin &origin) {
    bool own = !origin.address && origin.port.kind == PortKind::Read && origin.several;
    return own ? EdgeKind::Alias : EdgeKind::Copy;
  }

  PathId down(PathId path, Projection projection) {
    if (projection.isElement())
      return path;
    if (std::optional<Projection> element = elementOfSequence(in.flow, projection))
      return in.flow.extend(path, element->kind, element->name);
    return in.flow.extend(path, projection.kind, projection.name);
  }

  void node(PathId path, const Node *value, unsigned pointers) {
    llvm::SmallVector<PathId, 4> except;
    for (const Kid &kid : value->kids)
      if (!kid.first.isElement())
        except.push_back(down(EmptyPath, kid.first));
    for (const Origin &origin : value->own)
      one(path, origin, except, pointers);
    for (const Kid &kid : value->kids)
      node(down(path, kid.first), kid.second, pointers);
  }

  /// Pointees of a symbolic value that were written in this function.
  void pointees(PathId path, PathId relative, const Node *memory, unsigned pointers,
                llvm::SmallVectorImpl<PathId> &except) {
    for (const Kid &kid : memory->kids) {
      PathId below = down(relative, kid.first);
      if (kid.first.kind == ProjectionKind::Deref) {
        except.push_back(below);
        node(in.flow.append(path, below), kid.second, pointers + 1);
      } else {
        pointees(path, below, kid.second, pointers, except);
      }
    }
  }

  void one(PathId path, const Origin &origin, llvm::ArrayRef<PathId> overridden,
           unsigned pointers) {
    if (isTooFar(pointers))
      return;
    std::pair<Origin, PathId> here{origin, EmptyPath};
    bool again = llvm::is_contained(stack, here);
    auto [at, isNew] = seen.try_emplace(
        {path, origin.key(), std::vector<PathId>(overridden.begin(), overridden.end()), again},
        pointers);
    if (!isNew && at->second <= pointers)
      return;
    at->second = pointers;
    if (origin.address)
      return again ? void() : address(path, origin, pointers);

    llvm::SmallVector<PathId, 4> except(overridden.begin(), overridden.end());
    if (!again && !isSecondary(origin)) {
      stack.push_back(here);
      RootId root = in.memory.symbolic(origin.port);
      if (in.state.memory.contains(root.value))
        pointees(path, EmptyPath, in.memory.raw(in.state, {root, origin.path}), pointers, except);
      stack.pop_back();
      if (origin.port.kind == PortKind::CallResult && isStale(in, origin.port.entity)) {
        Origin fresh = origin;
        fresh.port.entity = reload(in, origin.port.entity, in.reader, false);
        edge(fresh, path, EdgeKind::Copy, overridden);
      }
    }
    edge(origin, path, kindOf(origin), except);
  }

  void address(PathId path, const Origin &origin, unsigned pointers) {
    stack.push_back({origin, EmptyPath});
    const Root root = in.memory.roots[origin.address.value];
    PathId target = in.flow.extend(path, ProjectionKind::Deref);
    // A pointer to an array, or to an element of one, leads to all of it.
    Place place{origin.address, origin.path};
    const auto &paths = in.flow.tables.paths;
    auto isElement = [&](PathId p) {
      return p != EmptyPath && (paths[p.value].kind == ProjectionKind::Element ||
                                paths[p.value].kind == ProjectionKind::ElementAt);
    };
    bool one = in.toOneElement && stack.size() == 1;
    while (!one && isElement(place.path)) {
      clang::QualType type = typeAt(in, place);
      if (!type.isNull() && type->isRecordType())
        break;
      place.path = paths[place.path.value].parent;
    }
    const Node *content = in.memory.raw(in.state, place);

    Origin from;
    from.chain = origin.chain;
    from.path = publicPath(place.path);
    if (root.kind == Root::Local) {
      from.port = port(PortKind::Cell, in.memory.cellOf(origin.address));
      edge(from, target, EdgeKind::Alias, {});
      node(target, content, pointers + 1);
    } else {
      from.port = root.port;
      bool untouched = content->kids.empty() && content->own.size() == 1 &&
                       content->own.front() == originOf(root.port, from.path);
      if (untouched) {
        edge(from, target, EdgeKind::Alias, {});
      } else {
        edge(from, target, EdgeKind::Alias, {EmptyPath});
        node(target, content, pointers + 1);
      }
    }
    // What is read through the pointer is labelled by the fields it lies in.
    if (in.labelling)
      labels(place, target);
    if (std::optional<Around> around = aroundPlace(in, place))
      besides(*around, in.flow.extend(target, around->by.kind, around->by.name), origin.chain,
              pointers);
    stack.pop_back();
  }

  /// What is around a member that is given away, but for the member itself.
  void besides(const Around &around, PathId target, ChainId chain, unsigned pointers) {
    const Root root = in.memory.roots[around.object.root.value];
    const Node *content = in.values.update(
        in.memory.raw(in.state, around.object),
        in.flow.extend(EmptyPath, around.member.kind, around.member.name), in.values.empty(), true);
    Origin from;
    from.chain = chain;
    from.path = publicPath(around.object.path);
    from.port = root.port;
    if (root.kind == Root::Local)
      from.port = port(PortKind::Cell, in.memory.cellOf(around.object.root));
    edge(from, target, EdgeKind::Alias,
         root.kind == Root::Local ? down(EmptyPath, around.member) : EmptyPath);
    node(target, content, pointers + 1);
  }

  PathId publicPath(PathId path) {
    PathId result = EmptyPath;
    for (const PathNode &step : in.flow.projections(path))
      result = down(result, {step.kind, step.name});
    return result;
  }

  void labels(Place place, PathId target) {
    auto projections = in.flow.projections(place.path);
    for (size_t i = 0; i < projections.size(); ++i) {
      if (projections[i].kind != ProjectionKind::Field)
        continue;
      auto found = in.fieldSymbols.find(projections[i].name);
      if (found == in.fieldSymbols.end())
        continue;
      Origin read = originOf(port(PortKind::Read, found->second.value));
      for (size_t j = i + 1; j < projections.size(); ++j)
        read = in.values.extend(read, {projections[j].kind, projections[j].name});
      edge(read, target, EdgeKind::Copy, {});
    }
  }
};

} // namespace

void emitValue(Lowering &in, Port to, PathId path, const Node *value) {
  if (!in.emitting || value->empty())
    return;
  Emitter emitter{in, to, {}, in.edges.size(), {}};
  emitter.node(emitter.publicPath(path), value, 0);
}

namespace {

struct Exits {
  Lowering &in;
  Port entry, exit;
  bool byThrow;

  void walk(const Node *node, PathId path, bool behind, bool killed, bool explicitly) {
    if (behind && explicitly) {
      Origin identity = originOf(entry, path);
      llvm::SmallVector<Origin, 4> others;
      bool kept = false;
      for (Origin origin : node->own) {
        origin.several = false;
        if (origin == identity)
          kept = true;
        else
          others.push_back(origin);
      }
      llvm::SmallVector<Kid, 0> none;
      if (!kept && !killed && !byThrow) {
        in.kills.push_back({entry.parameter, path});
        killed = true;
      }
      if (kept && killed)
        others.push_back(identity);
      if (!others.empty()) {
        // Kids speak for themselves: they are excepted by hanging below.
        llvm::SmallVector<Kid, 8> kids;
        for (const Kid &kid : node->kids)
          if (!kid.first.isElement())
            kids.emplace_back(kid.first, in.values.empty());
        emitValue(in, exit, path, in.values.make(others, kids));
      }
    }
    for (const Kid &kid : node->kids) {
      if (kid.first.isElement()) {
        emitValue(in, exit, path, kid.second);
        continue;
      }
      PathId below = in.flow.extend(path, kid.first.kind, kid.first.name);
      walk(kid.second, below, behind || kid.first.kind == ProjectionKind::Deref, killed, true);
    }
  }
};

} // namespace

void emitExits(Lowering &in, bool byThrow) {
  for (uint32_t root = 0; root < in.memory.roots.size(); ++root) {
    const Root here = in.memory.roots[root];
    if (here.kind != Root::Symbolic || here.port.kind != PortKind::Entry ||
        here.port.parameter == Handled || !in.state.memory.contains(root))
      continue;
    Exits exits{in, here.port, {PortKind::Exit, here.port.parameter, ~0u}, byThrow};
    exits.walk(in.memory.tree(in.state, RootId(root)), EmptyPath, false, false, false);
  }
}

TypeId exceptionType(Lowering &in, clang::QualType type) {
  if (type.isNull() || type->isDependentType())
    return TypeId();
  return in.names.type(in.ast.getCanonicalType(type).getUnqualifiedType());
}

void finish(Lowering &in, SymbolId symbol, uint32_t flags, uint16_t parameters, Span span,
            uint32_t entryBlock) {
  FlowTables &tables = in.flow.tables;

  // Blocks: those that say something, the entry first, then in CFG order.
  auto says = [&](uint32_t number) {
    const PendingBlock &block = in.blocks.at(number);
    return number == entryBlock || !block.calls.empty() || block.returns || block.throws ||
           block.branches || block.successors.size() != 1 || !block.handlers.empty();
  };
  auto resolve = [&](uint32_t number) {
    for (unsigned hops = 0; hops < in.blocks.size() && in.blocks.count(number) && !says(number);
         ++hops)
      number = in.blocks.at(number).successors.front();
    return number;
  };
  std::vector<uint32_t> order{entryBlock};
  for (auto at = in.blocks.rbegin(); at != in.blocks.rend(); ++at) // Clang counts backward
    if (at->first != entryBlock && says(at->first))
      order.push_back(at->first);
  llvm::DenseMap<uint32_t, uint32_t> blockRow;
  const uint32_t firstBlock = tables.blocks.size();
  for (uint32_t i = 0; i < order.size(); ++i)
    blockRow[order[i]] = firstBlock + i;

  const uint32_t firstTry = tables.tries.size(), firstHandler = tables.handlers.size();
  for (const TryHandler &handler : in.tries.handlers)
    tables.handlers.push_back({exceptionType(in, handler.type)});
  for (const TryBlock &block : in.tries.blocks)
    tables.tries.push_back({block.outer == ~0u ? TryId() : TryId(firstTry + block.outer),
                            {firstHandler + block.firstHandler, block.handlers}});

  // Calls, in the order of their blocks. One that two blocks share (of a default
  // argument, which is written once) belongs to the first.
  const uint32_t firstCall = tables.calls.size();
  std::vector<uint32_t> callRow(in.calls.size(), ~0u);
  std::vector<uint32_t> callOrder;
  std::vector<IdRange<CallTag>> callsOf;
  for (uint32_t number : order) {
    IdRange<CallTag> own{firstCall + static_cast<uint32_t>(callOrder.size()), 0};
    for (uint32_t call : in.blocks.at(number).calls)
      if (callRow[call] == ~0u) {
        callRow[call] = firstCall + callOrder.size();
        callOrder.push_back(call);
        ++own.count;
      } else {
        flags |= HasLooseOrder;
      }
    callsOf.push_back(own);
  }
  for (size_t i = 0; i < order.size(); ++i) {
    const PendingBlock &pending = in.blocks.at(order[i]);
    Block block;
    block.calls = callsOf[i];
    block.successors.begin = tables.blockList.size();
    for (uint32_t next : pending.successors) {
      auto found = blockRow.find(resolve(next));
      if (found != blockRow.end()) {
        tables.blockList.push_back(BlockId(found->second));
        ++block.successors.count;
      }
    }
    const uint32_t ordinary = block.successors.count;
    for (uint32_t next : pending.handlers) {
      auto found = blockRow.find(resolve(next));
      if (found != blockRow.end()) {
        tables.blockList.push_back(BlockId(found->second));
        ++block.successors.count;
      }
    }
    block.span = pending.terminator.isValid() ? in.names.span(pending.terminator) : Span();
    block.returns = pending.returns;
    block.throws = pending.throws;
    block.branches = pending.branches && ordinary == 2;
    tables.blocks.push_back(block);
  }
  for (uint32_t number : callOrder) {
    const CallRecord &record = in.calls[number];
    Call call;
    call.kind = record.kind;
    call.callee = record.callee;
    call.receiver = record.receiver;
    call.span = in.names.span(record.location.isValid()
                                  ? clang::SourceRange(record.location, record.range.getEnd())
                                  : record.range);
    call.text = in.names.sourceText(record.range);
    auto macros = in.names.macros(record.range.getBegin());
    call.macros = in.flow.textList(macros);
    if (!record.result.isNull())
      call.resultType = in.names.type(record.result);
    call.resultOverwritten = record.overwritten;
    if (record.context.guard != ~0u)
      call.guard = TryId(firstTry + record.context.guard);
    if (record.context.handling != ~0u)
      call.handling = HandlerId(firstHandler + record.context.handling);
    llvm::SmallVector<Argument, 4> arguments;
    for (const Passed &passed : record.arguments) {
      Argument argument;
      argument.parameter = passed.parameter;
      if (!passed.type.isNull())
        argument.type = in.names.type(passed.type);
      argument.span = in.names.span(passed.range);
      argument.literal = passed.literal;
      argument.defaulted = passed.defaulted;
      arguments.push_back(argument);
    }
    call.arguments = {static_cast<uint32_t>(tables.arguments.size()),
                      static_cast<uint32_t>(arguments.size())};
    tables.arguments.insert(tables.arguments.end(), arguments.begin(), arguments.end());
    tables.calls.push_back(call);
  }

  // Edges, sorted by where they come from; each once.
  auto settle = [&](Port &port) {
    switch (port.kind) {
    case PortKind::CallResult:
    case PortKind::CallOut:
    case PortKind::CallIn:
    case PortKind::ResultWrite: port.entity = callRow[port.entity]; return port.entity != ~0u;
    case PortKind::Caught: port.entity += firstHandler; return true;
    case PortKind::Return:
    case PortKind::Condition: {
      auto found = blockRow.find(port.entity);
      port.entity = found == blockRow.end() ? ~0u : found->second;
      return port.kind == PortKind::Return || port.entity != ~0u;
    }
    default: return true;
    }
  };
  std::vector<PendingEdge> kept;
  for (PendingEdge &pending : in.edges)
    if (settle(pending.edge.from) && settle(pending.edge.to) &&
        !(pending.edge.from == pending.edge.to && pending.edge.fromPath == pending.edge.toPath)) {
      llvm::sort(pending.except);
      kept.push_back(std::move(pending));
    }
  auto key = [](const PendingEdge &pending) {
    const Edge &edge = pending.edge;
    return std::tuple(edge.from, edge.fromPath, edge.to, edge.toPath, edge.kind);
  };
  for (uint32_t i = 0; i < kept.size(); ++i)
    kept[i].edge.except.begin = i; // the order they came in decides between equals
  llvm::sort(kept, [&](const PendingEdge &a, const PendingEdge &b) {
    return std::tuple(key(a), a.except.size(), a.edge.except.begin) <
           std::tuple(key(b), b.except.size(), b.edge.except.begin);
  });
  Function row;
  row.symbol = symbol;
  row.flags = flags;
  row.parameters = parameters;
  row.edges = {static_cast<uint32_t>(tables.edges.size()), 0};
  for (size_t i = 0; i < kept.size(); ++i) {
    // The one with the fewest exceptions carries all that the others do.
    if (i > 0 && key(kept[i]) == key(kept[i - 1]) &&
        (tables.edges.back().except.count == 0 || kept[i].except == kept[i - 1].except))
      continue;
    Edge edge = kept[i].edge;
    edge.except = {static_cast<uint32_t>(tables.excepts.size()),
                   static_cast<uint32_t>(kept[i].except.size())};
    tables.excepts.insert(tables.excepts.end(), kept[i].except.begin(), kept[i].except.end());
    auto steps = in.values.steps(kept[i].chain);
    edge.steps = {static_cast<uint32_t>(tables.steps.size()), static_cast<uint32_t>(steps.size())};
    tables.steps.insert(tables.steps.end(), steps.begin(), steps.end());
    tables.edges.push_back(edge);
    ++row.edges.count;
  }
  row.kills = {static_cast<uint32_t>(tables.kills.size()), static_cast<uint32_t>(in.kills.size())};
  tables.kills.insert(tables.kills.end(), in.kills.begin(), in.kills.end());
  row.calls = {firstCall, static_cast<uint32_t>(callOrder.size())};
  row.blocks = {firstBlock, static_cast<uint32_t>(order.size())};
  row.tries = {firstTry, static_cast<uint32_t>(in.tries.blocks.size())};
  row.handlers = {firstHandler, static_cast<uint32_t>(in.tries.handlers.size())};
  row.cells = in.memory.cells();
  row.span = span;
  tables.functions.push_back(row);
}

} // namespace earmark::lower
