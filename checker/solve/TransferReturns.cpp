#include "solve/CallInfo.h"
#include "solve/FindAliases.h"
#include "solve/Sites.h"
#include "solve/Tabulation.h"
#include "solve/Unwind.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

static MarksChange changeAt(const CallInfo &info, Port port) {
  if (!info.transforms)
    return {};
  MarksChange result = info.onAll;
  if (port.kind == PortKind::CallOut)
    for (const CallInfo::Param &param : info.onWritten)
      if (param.parameter == port.parameter || param.parameter == Rest)
        result = result.then(param.change);
  return result;
}

/// A model that throws its argument throws it as the type that it was given as.
static TypeId typeThrown(Tabulation &solve, CallId call, const Fact &exit) {
  TypeId type(exit.port.entity);
  if (type || exit.via != Via::Edge || exit.entity == ~0u)
    return type;
  const Edge &edge = solve.flow.edges[exit.entity];
  if (edge.from.kind != PortKind::Entry || edge.fromPath != EmptyPath || edge.toPath != EmptyPath)
    return type;
  const Argument *argument = solve.argument(call, edge.from.parameter);
  return argument ? argument->type : type;
}

/// Where a model hands on its further arguments: what the callee wrote to one of them,
/// `written`, the model leaves in that one and in no other.
static Port leftByModel(const Tabulation &solve, CallId call, Port written, Port out) {
  FunctionId model = solve.program.functionOf[call.value];
  if (out.kind != PortKind::CallOut || out.parameter != Rest || written.parameter >= NoParameter ||
      !solve.isModel(model))
    return out;
  uint32_t own = numberedArguments(solve, call);
  return {PortKind::Exit, Rest,
          solve.flow.functions[model.value].parameters + (written.parameter - own)};
}

/// Places in the caller where exit fact `exit` of a callee shows, handed to `add`.
template <typename Add>
static void placesInCaller(Tabulation &solve, CallId call, const Fact &exit,
                           const DynamicTarget &target, Add add) {
  bool data = !solve.startOf(exit).key.label;
  if (exit.port.kind == PortKind::Thrown) {
    if (solve.call(call).kind == CallKind::Reload)
      return;
    FunctionId caller = solve.program.functionOf[call.value];
    ThrownData exception = exceptionAt(solve, typeThrown(solve, call, exit), exit.path);
    for (const Crossed &to : unwind(solve, caller, solve.call(call).guard, exception))
      add(to.port, to.path, MarksChange{});
    return;
  }
  bool isReturn = exit.port.kind == PortKind::Return;
  if (!isReturn && solve.call(call).kind == CallKind::Reload)
    return; // what it wrote, it wrote before
  if (isReturn && data && solve.info(call).resultNotPersonal)
    return;
  // What goes there by a function value or an override may be a transform that the
  // callee is not said to be.
  SymbolId body = solve.isModel(target.function)
                      ? target.value
                      : solve.flow.functions[target.function.value].symbol;
  for (const Crossed &crossed : outOfBody(solve, call, exit.port, exit.path, target)) {
    MarksChange change;
    if (data) {
      change = changeAt(solve.info(call), crossed.port);
      if (body && body != solve.call(call).callee)
        change = changeAt(transformOf(solve, body), crossed.port).then(change);
    }
    add(leftByModel(solve, call, exit.port, crossed.port), crossed.path, change);
  }
}

DynamicTarget targetOf(Tabulation &solve, CallId call, FunctionId body) {
  for (const CallerSite &caller : solve.dynamicCallers[body.value])
    if (caller.call == call)
      return caller.target;
  return {body, DynamicTarget::Plain, SymbolId()};
}

bool returnsObject(const Tabulation &solve, CallId call) {
  const Type *type = solve.type(solve.call(call).resultType);
  return type && type->record && !type->reference && type->pointers == 0;
}

void returnTo(Tabulation &solve, const Link &link, FactId exitId) {
  Fact exit = solve.fact(exitId);
  Fact passed = solve.fact(link.from);
  bool lateCallee = solve.startOf(exit).key.late;
  bool lateCaller = solve.startOf(passed).key.late;
  uint16_t through = passed.port.kind == PortKind::CallIn ? passed.port.parameter : NoParameter;
  bool isKept = lateCallee && !lateCaller;
  DynamicTarget target = targetOf(solve, link.call, solve.functionOf(exit));
  MarksChange inner = solve.changes[exit.marks.value];
  placesInCaller(solve, link.call, exit, target, [&](Port port, PathId path, MarksChange change) {
    // Rule 7: what was written later shows only where the address was kept. A
    // pointer that was returned is asked for again when it is used (Reload); what
    // else was made of it before that is not: see isForEarlierCalls.
    if (isKept && port.kind != PortKind::CallOut && !passed.since)
      return;
    if (isKept && through == port.parameter)
      return;
    Fact next = passed;
    next.port = port;
    next.path = path;
    next.marks = solve.change(solve.changes[passed.marks.value].then(inner).then(change));
    next.confidence = std::min({passed.confidence, exit.confidence, link.confidence});
    next.from = link.from;
    next.entity = link.call.value;
    next.through = exitId;
    next.via = port.kind == PortKind::Caught ? Via::Throw : Via::Summary;
    next.depth = passed.depth + 1;
    next.valueLength = port.kind == PortKind::CallOut ? exit.valueLength : WholeValue;
    solve.addFact(next);
  });
}

void returnFree(Tabulation &solve, const CallerSite &caller, FactId exitId) {
  Fact exit = solve.fact(exitId);
  StartKey from = solve.startOf(exit).key;
  FunctionId function = solve.program.functionOf[caller.call.value];
  SiteId site = isSited(solve, function) ? caller.site : SiteId();
  placesInCaller(
      solve, caller.call, exit, caller.target, [&](Port port, PathId path, MarksChange change) {
        StartKey key;
        key.function = function;
        key.port = port;
        key.path = path;
        key.site = site;
        key.label = from.label;
        key.free = true;
        key.late = from.late;
        Confidence widened = solve.widen(key);
        Link link{exitId, caller.call, LinkKind::Leave,
                  std::min(caller.target.confidence, widened)};
        link.change = solve.change(change);
        solve.addStart(key, link, port.kind == PortKind::CallOut ? exit.valueLength : WholeValue);
      });
}

/// To each site of the caller that enters the function at `site`.
static void returnToSites(Tabulation &solve, CallId call, SiteId site, const DynamicTarget &target,
                          FactId exit) {
  FunctionId caller = solve.program.functionOf[call.value];
  if (solve.isModel(caller)) {
    returnFree(solve, {call, SiteId(), target}, exit); // and so to all of its sites
    return;
  }
  bool isVirtual = solve.call(call).kind == CallKind::Virtual;
  for (SiteId at : sitesOf(solve, caller))
    if ((!isVirtual || llvm::is_contained(virtualBodies(solve, call, at), target.function)) &&
        siteFor(solve, target.function, call, at) == site)
      returnFree(solve, {call, at, target}, exit);
}

/// Rule 9: nothing in the program calls the method, so nobody sees its object.
static void throughMember(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  StartKey key = solve.startOf(fact).key;
  const Function &function = solve.flow.functions[key.function.value];
  if (fact.port.parameter != This || solve.paths.length(fact.path) < 2 ||
      !solve.program.callersOf[key.function.value].empty() ||
      (function.flags & (IsConstructor | IsDestructor | IsModel)))
    return;
  const Symbol *symbol = solve.symbol(function.symbol);
  if (!symbol || !symbol->parent)
    return;
  // The class that declares the member, so that bases and siblings share it.
  Paths::Projections projections = solve.paths.projections(fact.path);
  if (projections[0].kind != ProjectionKind::Deref || projections[1].kind != ProjectionKind::Field)
    return;
  SymbolId record = symbol->parent;
  llvm::StringRef field = solve.flow.texts[projections[1].name];
  llvm::StringRef declaring = field.rsplit("::").first;
  llvm::SmallVector<SymbolId, 8> classes{record};
  for (size_t i = 0; i < classes.size() && i < 64; ++i) {
    if (solve.flow.texts[solve.flow.symbols[classes[i].value].name] == declaring) {
      record = classes[i];
      break;
    }
    auto row = solve.program.recordOf.find(classes[i]);
    if (row == solve.program.recordOf.end())
      continue;
    IdRange<SymbolListTag> bases = solve.flow.records[row->second].bases;
    for (uint32_t b = 0; b < bases.count; ++b)
      classes.push_back(solve.flow.symbolList[bases.begin + b]);
  }
  StartKey hub;
  hub.port = {PortKind::Entry, This, record.value};
  hub.path = fact.path;
  hub.label = key.label;
  hub.free = true;
  solve.addStart(hub, {id, CallId(), LinkKind::Member, Confidence::Possible});
}

void transferExit(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  StartId start = fact.start;
  StartKey key = solve.startOf(fact).key;
  solve.starts[start.value].exits.push_back(id);
  if (fact.port.kind == PortKind::Exit && solve.isModel(key.function))
    showInResult(solve, id);
  else if (fact.port.kind == PortKind::Exit)
    throughMember(solve, id);
  if (!key.free) {
    std::vector<Link> callers = solve.starts[start.value].incoming;
    for (const Link &link : callers)
      returnTo(solve, link, id);
    return;
  }
  DynamicTarget plain{key.function, DynamicTarget::Plain, SymbolId()};
  if (key.site && solve.isModel(key.function)) {
    Site site = solve.sites[key.site.value];
    bool isStatic =
        llvm::any_of(solve.program.targets[site.call.value].bodies,
                     [&](const Target &target) { return target.function == key.function; });
    if (isStatic)
      returnFree(solve, {site.call, site.outer, plain}, id);
  } else {
    for (CallId call : solve.program.callersOf[key.function.value])
      returnToSites(solve, call, key.site, plain, id);
  }
  for (const CallerSite &caller : std::vector<CallerSite>(solve.dynamicCallers[key.function.value]))
    if (siteFor(solve, key.function, caller.call, caller.site) == key.site)
      returnFree(solve, caller, id);
}

} // namespace earmark
