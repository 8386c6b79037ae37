#include "policy/AuditPaths.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

constexpr size_t MaxCallers = 12; // functions between the use and the record
constexpr unsigned MaxSteps = 2000;

} // namespace

bool AuditPaths::records(CallId id, const std::string &purpose) {
  const Call &call = program.flow.calls[id.value];
  auto says = [&](SymbolId symbol) {
    return symbol && llvm::any_of(program.roles[symbol.value], [&](const Role &role) {
             return role.kind == AnnotationKind::Audits && !role.words.empty() &&
                    (role.words.front() == "use" || role.words.front() == purpose);
           });
  };
  if (call.kind == CallKind::Reload)
    return false;
  if (says(call.callee))
    return true;
  const auto &bodies = program.targets[id.value].bodies;
  return !bodies.empty() && llvm::all_of(bodies, [&](const Target &target) {
    const Function &body = program.flow.functions[target.function.value];
    return !(body.flags & IsModel) &&
           (says(body.symbol) || alwaysRecords(target.function, purpose));
  });
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
