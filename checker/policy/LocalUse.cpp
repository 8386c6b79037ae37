#include "policy/LocalUse.h"

#include <map>
#include <set>

namespace earmark {

LocalUse usesOf(const FlowView &view, const CheckContext &context) {
  LocalUse use;
  const Program &program = context.program;
  const FlowTables &flow = program.flow;
  const Function &function = flow.functions[view.arrival.function.value];
  std::multimap<Port, uint32_t> edgesFrom;
  for (uint32_t i = 0; i < function.edges.count; ++i)
    edgesFrom.emplace(flow.edges[function.edges.begin + i].from, function.edges.begin + i);

  std::set<Port> seen;
  std::vector<Port> work;
  auto add = [&](Port port) {
    if (seen.insert(port).second)
      work.push_back(port);
  };
  auto addResults = [&](CallId call) {
    add({PortKind::CallResult, NoParameter, call.value});
    add({PortKind::CallOut, This, call.value});
    for (ArgumentId id : flow.calls[call.value].arguments.ids())
      add({PortKind::CallOut, flow.arguments[id.value].parameter, call.value});
  };
  if (view.arrival.call)
    addResults(view.arrival.call);
  else
    add({PortKind::Read, NoParameter, view.source.declaration.value});
  std::set<CallId> calls;
  while (!work.empty()) {
    Port port = work.back();
    work.pop_back();
    auto [begin, end] = edgesFrom.equal_range(port);
    for (auto at = begin; at != end; ++at) {
      if (flow.edges[at->second].kind == EdgeKind::Truth)
        continue; // whether there is any, and nothing of it
      const Port &to = flow.edges[at->second].to;
      switch (to.kind) {
      case PortKind::CallIn: {
        CallId call(to.entity);
        if (flow.calls[call.value].kind == CallKind::Destruct || !calls.insert(call).second)
          break;
        use.calls.push_back(call);
        bool library = program.targets[call.value].modelled;
        for (const Target &target : program.targets[call.value].bodies)
          library &= bool(flow.functions[target.function.value].flags & IsModel);
        if (library)
          addResults(call);
        else
          use.passedOn = true;
        break;
      }
      case PortKind::Return:
        if (to.entity != ~0u) {
          use.blocks.push_back(BlockId(to.entity));
          break;
        }
        for (BlockId block : function.blocks.ids())
          if (flow.blocks[block.value].returns)
            use.blocks.push_back(block);
        break;
      case PortKind::Exit:
      case PortKind::Global: use.stored = true; break;
      default: break;
      }
    }
  }
  return use;
}

} // namespace earmark
