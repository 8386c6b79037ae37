#include "policy/Callers.h"

namespace earmark {

Callers::Callers(const Program &program, const Reach &reach) {
  const FlowTables &flow = program.flow;
  blocks.resize(flow.calls.size());
  for (uint32_t i = 0; i < flow.blocks.size(); ++i)
    for (CallId call : flow.blocks[i].calls.ids())
      blocks[call.value] = BlockId(i);
  auto isModel = [&](FunctionId function) {
    return flow.functions[function.value].flags & IsModel;
  };
  auto add = [&](FunctionId callee, CallId call, bool byValue) {
    if (isModel(callee) || !program.functionOf[call.value] ||
        isModel(program.functionOf[call.value]))
      return;
    std::vector<Site> &known = sites[callee];
    // The same call comes again and again before the next one does.
    if (known.empty() || known.back() != Site{call, byValue})
      known.push_back({call, byValue});
  };
  for (uint32_t i = 0; i < flow.calls.size(); ++i) {
    if (flow.calls[i].kind == CallKind::Reload)
      continue;
    if (i < program.targets.size())
      for (const Target &target : program.targets[i].bodies)
        add(target.function, CallId(i), false);
    if (i < reach.resolved.size())
      for (FunctionId body : reach.resolved[i])
        add(body, CallId(i), false);
  }
  // Callbacks: whoever passes a function on decides whether it may run.
  for (const Edge &edge : flow.edges)
    if (edge.from.kind == PortKind::Function && edge.to.kind == PortKind::CallIn &&
        edge.to.parameter != Callee && edge.from.entity < program.bodyOf.size())
      if (FunctionId body = program.bodyOf[edge.from.entity])
        add(body, CallId(edge.to.entity), true);
}

} // namespace earmark
