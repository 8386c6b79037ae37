#include "solve/FindAliases.h"

#include "solve/CallInfo.h"
#include "solve/Sites.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

namespace earmark {
namespace {

/// A call that the walk went into: where it comes out again.
struct Frame {
  CallId call;
  DynamicTarget target;
  FunctionId caller;
  uint32_t outer;
  unsigned depth;
  SiteId site;
};

struct Step {
  FunctionId function;
  Port port;
  PathId path;
  uint32_t frame;
  friend auto operator<=>(const Step &, const Step &) = default;
};

constexpr unsigned MaxDepth = 32;

struct Walk {
  Tabulation &solve;
  const OriginQuery &query;
  Origins found{};
  std::deque<Frame> frames{};
  std::map<std::tuple<CallId, FunctionId, uint32_t>, uint32_t> frameIds{};
  std::set<Step> seen{};
  std::deque<Step> work{};

  void push(FunctionId function, Port port, PathId path, uint32_t frame) {
    if (solve.paths.length(path) > MaxPathLength) { // around in a circle
      found.outOfSight = true;
      return;
    }
    Step step{function, port, path, frame};
    if (seen.insert(step).second)
      work.push_back(step);
  }
  SiteId siteIn(uint32_t frame) const { return frame == ~0u ? query.site : frames[frame].site; }

  void into(const Step &from, CallId call, Port exit, PathId path, const DynamicTarget &target) {
    unsigned depth = from.frame == ~0u ? 1 : frames[from.frame].depth + 1;
    if (depth > MaxDepth) {
      found.outOfSight = true;
      return;
    }
    auto [at, isNew] = frameIds.try_emplace({call, target.function, from.frame}, frames.size());
    if (isNew)
      frames.push_back({call, target, from.function, from.frame, depth,
                        siteFor(solve, target.function, call, siteIn(from.frame))});
    push(target.function, exit, path, at->second);
  }

  uint32_t enterContext();
  void classOfCell(const Step &step, Port cell);
  bool classOfMember(PathId path);
  SymbolId constructed(FunctionId function, Port from, PathId path) const;
  /// The call may run bodies that are not known, or not yet.
  bool mayDoMore(CallId call) const {
    return solve.call(call).kind == CallKind::Indirect || solve.program.targets[call.value].unknown;
  }
  void otherCopies(const Step &step, Port from, PathId path);
  void visit(const Step &step);
  void arrive(const Step &step, Port from, PathId path);
  void leave(const Step &step, Port entry, PathId path);
  bool overEdge(const Step &step, uint32_t row);
};

/// Whether the edge says anything of `step`: then goes on to where it came from.
bool Walk::overEdge(const Step &step, uint32_t row) {
  const Edge &edge = solve.flow.edges[row];
  SiteId site = siteIn(step.frame);
  Paths::Projections suffix;
  Paths::Relation relation =
      solve.paths.relate(step.path, resolveElements(solve, edge.toPath, site), suffix);
  if (edge.kind == EdgeKind::Negate || edge.kind == EdgeKind::Compare ||
      edge.kind == EdgeKind::Truth || relation == Paths::Apart)
    return false;
  PathId from = resolveElements(solve, edge.fromPath, site);
  bool value = query.values || edge.from.kind == PortKind::Created;
  if (edge.kind == EdgeKind::Content) {
    if (!query.values)
      return false;
    arrive(step, edge.from, from);
    return true;
  }
  if (relation == Paths::Above) {
    if (query.values && edge.from.kind != PortKind::Created)
      arrive(step, edge.from, from);
    return query.values;
  }
  if (edge.kind == EdgeKind::Copy && !value && !solve.paths.hasDeref(suffix))
    return false;
  arrive(step, edge.from, solve.paths.append(from, suffix));
  return true;
}

/// Frames of the calls that the query says the function was entered over.
uint32_t Walk::enterContext() {
  uint32_t frame = ~0u;
  for (size_t i = 0; i < query.context.size(); ++i) {
    CallId call = query.context[i];
    FunctionId callee = i + 1 < query.context.size()
                            ? solve.program.functionOf[query.context[i + 1].value]
                            : query.function;
    DynamicTarget target{callee, DynamicTarget::Plain, SymbolId()};
    for (const CallerSite &caller : solve.dynamicCallers[callee.value])
      if (caller.call == call)
        target = caller.target;
    SiteId site = siteFor(solve, callee, call, siteIn(frame));
    frames.push_back({call, target, solve.program.functionOf[call.value], frame, 0, site});
    frame = static_cast<uint32_t>(frames.size() - 1);
  }
  return frame;
}

/// What calls in the function wrote behind the pointer `from`, given a copy of it.
void Walk::otherCopies(const Step &step, Port from, PathId path) {
  if (!query.earlier)
    return;
  for (uint32_t row : solve.edgesFrom(step.function, from)) {
    const Edge &edge = solve.flow.edges[row];
    if (edge.to.kind != PortKind::CallIn || edge.to.parameter == Callee ||
        (edge.kind != EdgeKind::Copy && edge.kind != EdgeKind::Alias))
      continue;
    SiteId site = siteIn(step.frame);
    Paths::Projections suffix;
    if (solve.paths.relate(path, resolveElements(solve, edge.fromPath, site), suffix) !=
            Paths::Below ||
        (edge.kind == EdgeKind::Copy && !solve.paths.hasDeref(suffix)))
      continue;
    CallId call(edge.to.entity);
    PathId given = solve.paths.append(resolveElements(solve, edge.toPath, site), suffix);
    for (const DynamicTarget &target : bodiesOf(solve, call, site))
      for (const Crossed &crossed : intoBody(solve, call, edge.to.parameter, given, target))
        into(step, call, {PortKind::Exit, crossed.port.parameter, ~0u}, crossed.path, target);
  }
}

void Walk::visit(const Step &step) {
  auto [function, port, path, frame] = step;
  if (query.values && port.kind == PortKind::CallIn && solve.paths.onlyDerefs(path))
    if (const Argument *argument = solve.argument(CallId(port.entity), port.parameter);
        argument && argument->literal) {
      found.literals.push_back(argument->literal);
      return;
    }
  if (port.kind == PortKind::Return) {
    for (uint32_t row : solve.edges(function).byTo)
      if (solve.flow.edges[row].to.kind == PortKind::Return)
        overEdge(step, row);
    return;
  }
  for (uint32_t row : solve.edgesTo(function, port))
    overEdge(step, row);
  if (port.kind != PortKind::Exit)
    return;
  // What the function left alone it got from its caller.
  const Function &body = solve.flow.functions[function.value];
  Paths::Projections projections = solve.paths.projections(path);
  for (auto id : body.kills.ids()) {
    const Kill &kill = solve.flow.kills[id.value];
    if (kill.parameter == port.parameter &&
        solve.paths.covers(resolveElements(solve, kill.path, siteIn(frame)), projections))
      return;
  }
  leave(step, {PortKind::Entry, port.parameter, ~0u}, path);
}

/// The class that the object has once the call has constructed it; none where the
/// call does something else, or `path` is a part of the object.
SymbolId Walk::constructed(FunctionId function, Port from, PathId path) const {
  const Call &call = solve.call(CallId(from.entity));
  const Symbol *constructor = solve.symbol(call.callee);
  unsigned whole = solve.isModel(function) ? 0 : 1;
  if (call.kind != CallKind::Construct || from.parameter != This || !constructor ||
      solve.paths.length(path) != whole || !solve.paths.onlyDerefs(path))
    return SymbolId();
  // Of a base: the object is of the class that is being constructed.
  const Function &body = solve.flow.functions[function.value];
  if ((body.flags & IsConstructor) && body.symbol)
    for (uint32_t row : solve.edgesTo(function, {PortKind::CallIn, This, from.entity})) {
      const Edge &edge = solve.flow.edges[row];
      if (edge.from.kind == PortKind::Entry && edge.from.parameter == This &&
          edge.fromPath == EmptyPath && edge.toPath == EmptyPath)
        return SymbolId(); // and of which class that is its caller knows
    }
  return constructor->parent;
}

/// An object of this function is of the class that a constructor made it, or that
/// was created where a pointer to it is.
void Walk::classOfCell(const Step &step, Port cell) {
  bool known = false;
  for (uint32_t row : solve.edgesFrom(step.function, cell)) {
    const Edge &edge = solve.flow.edges[row];
    if (edge.kind != EdgeKind::Alias || edge.fromPath != EmptyPath)
      continue;
    if (edge.toPath != EmptyPath &&
        solve.flow.paths[edge.toPath.value].kind == ProjectionKind::Deref)
      for (uint32_t other : solve.edgesTo(step.function, edge.to)) {
        const Edge &creation = solve.flow.edges[other];
        if (creation.from.kind == PortKind::Created &&
            creation.toPath == solve.flow.paths[edge.toPath.value].parent) {
          found.created.push_back(SymbolId(creation.from.entity));
          known = true;
        }
      }
    if (edge.to.kind != PortKind::CallIn)
      continue;
    if (SymbolId record = constructed(step.function, edge.to, edge.toPath)) {
      found.created.push_back(record);
      known = true;
    }
  }
  if (!known && query.strict)
    found.outOfSight = true;
}

/// A member that is an object is of the class that it is declared with.
bool Walk::classOfMember(PathId path) {
  if (path == EmptyPath)
    return false;
  PathNode last = solve.paths.projections(path).back();
  if (last.kind != ProjectionKind::Field)
    return false;
  auto field = solve.fieldTypes.find(last.name);
  const Type *type = field == solve.fieldTypes.end() ? nullptr : solve.type(field->second);
  if (!type || !type->record || type->pointers || type->reference)
    return false;
  found.created.push_back(type->record);
  return true;
}

/// The value (or memory) is what came into view of `step.function` at `from`.
void Walk::arrive(const Step &step, Port from, PathId path) {
  if (query.strict && !query.values && classOfMember(path))
    return;
  otherCopies(step, from, path);
  switch (from.kind) {
  case PortKind::Entry: leave(step, from, path); return;
  case PortKind::CallResult: {
    CallId call(from.entity);
    if (solve.info(call).resultIsSink)
      found.sinks.push_back({solve.info(call).resultSink, call});
    llvm::SmallVector<DynamicTarget, 4> bodies = bodiesOf(solve, call, siteIn(step.frame));
    for (const DynamicTarget &target : bodies)
      into(step, call, {PortKind::Return, NoParameter, ~0u}, intoReturn(solve, call, path, target),
           target);
    if (bodies.empty() || (query.strict && mayDoMore(call)))
      found.outOfSight = true;
    break;
  }
  case PortKind::CallOut: {
    CallId call(from.entity);
    if (SymbolId record = constructed(step.function, from, path); record && !query.values) {
      found.created.push_back(record);
      return;
    }
    if (query.strict && solve.call(call).kind == CallKind::Indirect &&
        solve.paths.hasDeref(
            llvm::ArrayRef(solve.paths.projections(path)).drop_front(path == EmptyPath ? 0 : 1)))
      found.outOfSight = true; // it may have put another pointer there
    if (!isKilled(solve, call, from.parameter, path, siteIn(step.frame)))
      push(step.function, {PortKind::CallIn, from.parameter, from.entity}, path, step.frame);
    for (const DynamicTarget &target : bodiesOf(solve, call, siteIn(step.frame)))
      for (const Crossed &crossed : intoBody(solve, call, from.parameter, path, target))
        into(step, call, {PortKind::Exit, crossed.port.parameter, ~0u}, crossed.path, target);
    break;
  }
  case PortKind::Global:
    for (const Role &role : solve.roles(SymbolId(from.entity)))
      if (role.kind == AnnotationKind::Sink && role.where == Designation::Itself)
        found.sinks.push_back({SymbolId(from.entity), CallId()});
    found.names.push_back({from, path});
    return;
  case PortKind::Cell:
    if (!query.values && path == EmptyPath)
      classOfCell(step, from);
    push(step.function, from, path, step.frame);
    break;
  case PortKind::Created:
    if (solve.paths.onlyDerefs(path)) // not a member of the object
      found.created.push_back(SymbolId(from.entity));
    return;
  case PortKind::Function: found.functions.push_back(SymbolId(from.entity)); return;
  case PortKind::Read:
    if (!query.strict) // a label: the value itself has come over another edge
      found.outOfSight = true;
    return;
  case PortKind::Literal: found.literals.push_back(TextId(from.entity)); return;
  default: found.outOfSight = true; return;
  }
  if (step.frame == ~0u)
    found.names.push_back({from, path});
}

/// Out of `step.function` at its parameter, to the caller that the walk came from.
void Walk::leave(const Step &step, Port entry, PathId path) {
  if (step.frame == ~0u) {
    found.names.push_back({entry, path});
    found.fromCallers = true;
    if (!query.callers)
      return;
    for (CallId call : solve.program.callersOf[step.function.value]) {
      FunctionId caller = solve.program.functionOf[call.value];
      for (const Crossed &crossed :
           outOfBody(solve, call, {PortKind::Exit, entry.parameter, ~0u}, path,
                     {step.function, DynamicTarget::Plain, SymbolId()}))
        push(caller, {PortKind::CallIn, crossed.port.parameter, call.value}, crossed.path, ~0u);
      if (!solve.paths.startsWithDeref(path))
        push(caller, {PortKind::CallIn, entry.parameter, call.value}, path, ~0u);
    }
    return;
  }
  Frame frame = frames[step.frame];
  Crossings crossings =
      outOfBody(solve, frame.call, {PortKind::Exit, entry.parameter, ~0u}, path, frame.target);
  for (const Crossed &crossed : crossings) {
    if (frame.outer == ~0u)
      found.names.push_back({crossed.port, crossed.path});
    push(frame.caller, {PortKind::CallIn, crossed.port.parameter, frame.call.value}, crossed.path,
         frame.outer);
  }
  if (crossings.empty() && query.values)
    push(frame.caller, {PortKind::CallIn, entry.parameter, frame.call.value}, path, frame.outer);
}

template <typename Row> void unique(std::vector<Row> &rows) {
  llvm::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

Origins finish(Walk &walk) {
  uint64_t steps = 0;
  while (!walk.work.empty()) {
    if (++steps > walk.solve.options.maxBackwardSteps) {
      ++walk.solve.stats.boundsHit;
      walk.found.outOfSight = true;
      break;
    }
    Step step = walk.work.front();
    walk.work.pop_front();
    walk.visit(step);
  }
  unique(walk.found.names);
  unique(walk.found.sinks);
  unique(walk.found.created);
  unique(walk.found.functions);
  return std::move(walk.found);
}

std::vector<Name> walkBehind(Tabulation &solve, CallId call, Port exit, PathId path,
                             const DynamicTarget &body, SiteId site,
                             std::vector<SinkObject> *sinks) {
  OriginQuery query;
  query.function = solve.program.functionOf[call.value];
  query.site = site;
  Walk walk{solve, query};
  Step from{query.function, {}, path, ~0u};
  walk.into(from, call, exit, path, body);
  Origins origins = finish(walk);
  *sinks = std::move(origins.sinks);
  llvm::erase_if(origins.names, [&](const Name &name) {
    // Names in the caller, and variables; what lies further back is for the
    // facts that these names become.
    return name.port.kind != PortKind::Global &&
           !(name.port.kind == PortKind::CallOut && name.port.entity == call.value);
  });
  return origins.names;
}

/// As a rule each fact of a call asks the same again. What indirect calls do may
/// have become known in between: then all answers are forgotten.
std::vector<Name> behind(Tabulation &solve, CallId call, Port exit, PathId path,
                         const DynamicTarget &body, SiteId site, std::vector<SinkObject> *sinks) {
  AliasMemo &memo = solve.aliasMemo;
  if (memo.targetsKnown != solve.stats.indirectCallsResolved) {
    memo.answers.clear();
    memo.targetsKnown = solve.stats.indirectCallsResolved;
  }
  auto key = std::tuple(call, exit, path, body, site);
  auto found = memo.answers.find(key);
  if (found == memo.answers.end()) {
    AliasMemo::Answer answer;
    answer.names = walkBehind(solve, call, exit, path, body, site, &answer.sinks);
    found = memo.answers.emplace(key, std::move(answer)).first;
  }
  if (sinks)
    llvm::append_range(*sinks, found->second.sinks);
  return found->second.names;
}

} // namespace

Origins findOrigins(Tabulation &solve, const OriginQuery &query) {
  Walk walk{solve, query};
  walk.push(query.function, query.port, query.path, walk.enterContext());
  return finish(walk);
}

std::vector<Name> namesBehindResult(Tabulation &solve, CallId call, PathId path,
                                    const DynamicTarget &body, SiteId site,
                                    std::vector<SinkObject> *sinks) {
  return behind(solve, call, {PortKind::Return, NoParameter, ~0u},
                intoReturn(solve, call, path, body), body, site, sinks);
}

std::vector<Name> namesBehindArgument(Tabulation &solve, CallId call, uint16_t parameter,
                                      PathId path, const DynamicTarget &body, SiteId site,
                                      std::vector<SinkObject> *sinks) {
  std::vector<Name> result;
  for (const Crossed &crossed : intoBody(solve, call, parameter, path, body))
    llvm::append_range(result, behind(solve, call, {PortKind::Exit, crossed.port.parameter, ~0u},
                                      crossed.path, body, site, sinks));
  unique(result);
  return result;
}

} // namespace earmark
