#include "policy/AuditPaths.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

constexpr size_t MaxCallers = 12; // functions between the use and the record
constexpr unsigned MaxSteps = 2000;
constexpr unsigned MaxHanded = 6; // calls of the library that a function value goes through

} // namespace

bool AuditPaths::says(SymbolId symbol, const std::string &purpose) const {
  return symbol && llvm::any_of(program.roles[symbol.value], [&](const Role &role) {
           return role.kind == AnnotationKind::Audits && !role.words.empty() &&
                  (role.words.front() == "use" || role.words.front() == purpose);
         });
}

/// Whether the function value at `port`, also one kept in an object of the library,
/// is of functions that record, whichever it is.
bool AuditPaths::valueRecords(FunctionId function, Port port, const std::string &purpose,
                              unsigned depth) {
  const FlowTables &flow = program.flow;
  bool any = false;
  auto isCapture = [&](PathId path) {
    for (; path != EmptyPath; path = flow.paths[path.value].parent)
      if (flow.paths[path.value].kind == ProjectionKind::Field)
        return true;
    return false;
  };
  auto body = [&](FunctionId target) {
    return target &&
           (says(flow.functions[target.value].symbol, purpose) || alwaysRecords(target, purpose));
  };
  for (EdgeId id : flow.functions[function.value].edges.ids()) {
    const Edge &edge = flow.edges[id.value];
    if (edge.to != port || edge.kind == EdgeKind::Alias || isCapture(edge.toPath))
      continue;
    SymbolId value(edge.from.entity);
    switch (edge.from.kind) {
    case PortKind::Function:
      if (!says(value, purpose) && !body(program.bodyOf[value.value]))
        return false;
      any = true;
      break;
    case PortKind::Created: {
      auto row = program.recordOf.find(value);
      if (row == program.recordOf.end())
        break; // an object of the library; what was put into it is another edge
      for (SymbolId method : llvm::ArrayRef(flow.symbolList)
                                 .slice(flow.records[row->second].methods.begin,
                                        flow.records[row->second].methods.count)) {
        if (!llvm::StringRef(flow.texts[flow.symbols[method.value].name]).ends_with("::operator()"))
          continue;
        if (!body(program.bodyOf[method.value]))
          return false;
        any = true;
      }
      break;
    }
    case PortKind::CallResult:
    case PortKind::CallOut:
      if (depth > MaxHanded || !program.targets[edge.from.entity].modelled)
        return false;
      for (ArgumentId argument : flow.calls[edge.from.entity].arguments.ids()) {
        uint16_t parameter = flow.arguments[argument.value].parameter;
        if (parameter == This && flow.calls[edge.from.entity].kind == CallKind::Construct)
          continue;
        if (!valueRecords(function, {PortKind::CallIn, parameter, edge.from.entity}, purpose,
                          depth + 1))
          return false;
        any = true;
      }
      break;
    case PortKind::Cell:
    case PortKind::Literal:
    case PortKind::Read: break;
    default: return false;
    }
  }
  return any;
}

bool AuditPaths::records(CallId id, const std::string &purpose) {
  const FlowTables &flow = program.flow;
  const Call &call = flow.calls[id.value];
  if (call.kind == CallKind::Reload)
    return false;
  if (says(call.callee, purpose))
    return true;
  FunctionId caller = program.functionOf[id.value];
  auto bodyRecords = [&](FunctionId function) {
    const Function &body = flow.functions[function.value];
    return !(body.flags & IsModel) &&
           (says(body.symbol, purpose) || alwaysRecords(function, purpose));
  };
  const auto &bodies = program.targets[id.value].bodies;
  if (call.kind == CallKind::Indirect && bodies.empty()) {
    if (caller && valueRecords(caller, {PortKind::CallIn, Callee, id.value}, purpose, 0))
      return true;
    return id.value < reach.resolved.size() && !reach.resolved[id.value].empty() &&
           llvm::all_of(reach.resolved[id.value], bodyRecords);
  }
  // `std::function`: what it holds certainly runs.
  if (program.targets[id.value].modelled && call.callee && caller &&
      llvm::StringRef(flow.texts[flow.symbols[call.callee.value].name]).ends_with("::operator()"))
    return valueRecords(caller, {PortKind::CallIn, This, id.value}, purpose, 0);
  return !bodies.empty() &&
         llvm::all_of(bodies, [&](const Target &target) { return bodyRecords(target.function); });
}

bool AuditPaths::alwaysRecords(FunctionId function, const std::string &purpose) {
  // One that calls itself records only what it does before.
  auto [found, isNew] = always.try_emplace({function, purpose}, false);
  if (!isNew)
    return found->second;
  const Function &row = program.flow.functions[function.value];
  bool recorded =
      row.blocks.count && !escapesAfter(function, BlockId(row.blocks.begin), CallId(), purpose);
  return always[{function, purpose}] = recorded;
}

bool AuditPaths::escapesBefore(FunctionId function, BlockId block, CallId call,
                               const std::string &purpose) {
  const FlowTables &flow = program.flow;
  const Function &row = flow.functions[function.value];
  std::set<uint32_t> seen{row.blocks.begin};
  std::vector<uint32_t> work{row.blocks.begin};
  while (!work.empty()) {
    uint32_t at = work.back();
    work.pop_back();
    bool recorded = false, mayThrow = false;
    for (CallId other : flow.blocks[at].calls.ids()) {
      if (at == block.value && other == call)
        return true; // came here without
      recorded |= records(other, purpose);
      if (recorded)
        break;
      mayThrow |= bool(flow.calls[other.value].guard);
    }
    if (at == block.value && !call)
      return true;
    IdRange<BlockListTag> next = flow.blocks[at].successors;
    // What throws before the record leads to a handler without: the last successors.
    uint32_t first = !recorded ? 0 : !mayThrow ? next.count : flow.blocks[at].branches ? 2 : 1;
    for (uint32_t i = first; i < next.count; ++i)
      if (uint32_t to = flow.blockList[next.begin + i].value; seen.insert(to).second)
        work.push_back(to);
  }
  return false;
}

bool AuditPaths::escapesAfter(FunctionId, BlockId block, CallId call, const std::string &purpose) {
  const FlowTables &flow = program.flow;
  std::set<uint32_t> seen;
  std::vector<std::pair<uint32_t, bool>> work{{block.value, bool(call)}};
  while (!work.empty()) {
    auto [at, fromCall] = work.back();
    work.pop_back();
    bool recorded = false, past = !fromCall;
    for (CallId other : flow.blocks[at].calls.ids()) {
      if (past)
        recorded |= records(other, purpose);
      past |= other == call;
    }
    if (recorded)
      continue;
    IdRange<BlockListTag> next = flow.blocks[at].successors;
    // A call that never comes back leaves a block without successors that has calls.
    if (flow.blocks[at].throws || (!next.count && !flow.blocks[at].calls.count))
      return true;
    for (uint32_t i = 0; i < next.count; ++i)
      if (uint32_t to = flow.blockList[next.begin + i].value; seen.insert(to).second)
        work.push_back({to, false});
  }
  return false;
}

bool AuditPaths::isRecorded(FunctionId function, BlockId block, CallId call,
                            const Purpose &purpose) {
  steps = 0;
  std::set<FunctionId> on;
  return isRecorded(function, block, call, purpose, on);
}

bool AuditPaths::isRecorded(FunctionId function, BlockId block, CallId call, const Purpose &purpose,
                            std::set<FunctionId> &on) {
  const Function &row = program.flow.functions[function.value];
  if (!row.blocks.count)
    return false;
  if (!block) // somewhere in it
    block = BlockId(row.blocks.begin);
  bool before = escapesBefore(function, block, call, purpose.id);
  bool after = escapesAfter(function, block, call, purpose.id);
  bool missing = purpose.audit == Purpose::Before  ? before
                 : purpose.audit == Purpose::After ? after
                                                   : before && after;
  if (!missing)
    return true;
  if (on.size() >= MaxCallers || ++steps > MaxSteps || !on.insert(function).second)
    return false;
  bool entered = false, all = true;
  for (auto [site, byValue] : callers.of(function)) {
    FunctionId caller = program.functionOf[site.value];
    if (on.count(caller))
      continue;
    entered = true;
    all &= isRecorded(caller, callers.blockOf(site), site, purpose, on);
    if (!all)
      break;
  }
  on.erase(function);
  return entered && all;
}

} // namespace earmark
