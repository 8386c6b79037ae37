#include "policy/HandedOn.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

constexpr unsigned MaxDepth = 6; // calls of the library, one in another

} // namespace

std::optional<bool> flagOf(llvm::StringRef literal) {
  if (literal == "true" || literal == "1")
    return true;
  if (literal == "false" || literal == "0")
    return false;
  return std::nullopt;
}

HandedOn::HandedOn(const Program &program, FunctionId function) : program(program) {
  const FlowTables &flow = program.flow;
  for (EdgeId id : flow.functions[function.value].edges.ids()) {
    const Edge &edge = flow.edges[id.value];
    if (edge.to.kind == PortKind::CallIn && edge.kind != EdgeKind::Alias &&
        isLibrary(CallId(edge.to.entity)))
      edgesTo.emplace(edge.to, id.value);
  }
}

bool HandedOn::isLibrary(CallId call) const {
  const CallTargets &targets = program.targets[call.value];
  return targets.modelled && !targets.unknown &&
         llvm::all_of(targets.bodies, [&](const Target &target) {
           return program.flow.functions[target.function.value].flags & IsModel;
         });
}

/// The arguments that the model moves to where `port` is.
llvm::SmallVector<uint16_t, 4> HandedOn::passedOn(CallId call, Port port) const {
  const FlowTables &flow = program.flow;
  llvm::SmallVector<uint16_t, 4> parameters;
  for (const Target &target : program.targets[call.value].bodies)
    for (EdgeId id : flow.functions[target.function.value].edges.ids()) {
      const Edge &edge = flow.edges[id.value];
      bool there = port.kind == PortKind::CallResult
                       ? edge.to.kind == PortKind::Return
                       : edge.to.kind == PortKind::Exit && edge.to.parameter == port.parameter;
      if (there && edge.from.kind == PortKind::Entry &&
          !llvm::is_contained(parameters, edge.from.parameter))
        parameters.push_back(edge.from.parameter);
    }
  return parameters;
}

bool HandedOn::collect(Port port, unsigned depth, llvm::SmallVectorImpl<Basis> &into) const {
  auto add = [&](Basis basis) {
    if (!llvm::is_contained(into, basis))
      into.push_back(basis);
    return true;
  };
  const FlowTables &flow = program.flow;
  bool ofCall = port.kind == PortKind::CallResult || port.kind == PortKind::CallOut;
  if (!ofCall || depth > MaxDepth || !isLibrary(CallId(port.entity)))
    return add(
        {port.kind == PortKind::CallResult ? Port{port.kind, NoParameter, port.entity} : port,
         EmptyPath,
         {},
         false});
  const Call &call = flow.calls[port.entity];
  llvm::SmallVector<uint16_t, 4> parameters = passedOn(CallId(port.entity), port);
  bool nothingGiven = true;
  for (ArgumentId id : call.arguments.ids()) {
    const Argument &argument = flow.arguments[id.value];
    nothingGiven &= argument.parameter == This ||
                    (argument.literal && flagOf(flow.texts[argument.literal]) == false);
  }
  if (parameters.empty()) // an empty optional, a null pointer
    return call.kind == CallKind::Construct && nothingGiven && add({{}, EmptyPath, false, false});
  for (ArgumentId id : call.arguments.ids()) {
    const Argument &argument = flow.arguments[id.value];
    if (!llvm::is_contained(parameters, argument.parameter) ||
        (argument.parameter == This && call.kind == CallKind::Construct))
      continue;
    if (argument.literal) {
      std::optional<bool> flag = flagOf(flow.texts[argument.literal]);
      if (!flag)
        return false;
      add({{}, EmptyPath, flag, false});
      continue;
    }
    auto [begin, end] = edgesTo.equal_range({PortKind::CallIn, argument.parameter, port.entity});
    for (auto at = begin; at != end; ++at) {
      const Edge &edge = flow.edges[at->second];
      switch (edge.from.kind) {
      case PortKind::Read:
      case PortKind::Created:
      case PortKind::Function:
      case PortKind::Cell: break;
      case PortKind::Literal: {
        std::optional<bool> flag = flagOf(flow.texts[TextId(edge.from.entity)]);
        if (!flag)
          return false;
        add({{}, EmptyPath, flag, false});
        break;
      }
      case PortKind::CallResult:
      case PortKind::CallOut:
        if (!collect(edge.from, depth + 1, into))
          return false;
        break;
      default: add({edge.from, edge.fromPath, {}, edge.kind == EdgeKind::Negate});
      }
    }
  }
  return true;
}

llvm::SmallVector<Basis, 2> HandedOn::of(Port port) const {
  llvm::SmallVector<Basis, 2> found;
  bool ofCall = port.kind == PortKind::CallResult || port.kind == PortKind::CallOut;
  if (!ofCall || !isLibrary(CallId(port.entity)) || !collect(port, 0, found))
    return {};
  if (llvm::count_if(found, [](const Basis &basis) { return !basis.constant; }) > 1)
    return {};
  return found;
}

} // namespace earmark
