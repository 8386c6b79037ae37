#include "policy/Constants.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

constexpr unsigned MaxDepth = 12;
constexpr size_t MaxPorts = 256;

/// Through which somebody may fill a buffer.
bool givesPointer(const FlowTables &flow, CallId call) {
  TypeId type = flow.calls[call.value].resultType;
  return type && flow.types[type.value].pointers && !flow.types[type.value].constant;
}

} // namespace

Constants::Constants(const Program &program, const Callers &callers)
    : program(program), callers(callers) {
  const FlowTables &flow = program.flow;
  for (const Edge &edge : flow.edges)
    if (edge.to.kind == PortKind::Global && edge.from.kind != PortKind::Literal &&
        edge.from != edge.to)
      varying.insert(edge.to.entity);
}

const std::multimap<Port, uint32_t> &Constants::edges(FunctionId function) {
  auto [found, isNew] = edgesTo.try_emplace(function);
  if (isNew) {
    IdRange<EdgeTag> range = program.flow.functions[function.value].edges;
    for (uint32_t i = 0; i < range.count; ++i)
      found->second.emplace(program.flow.edges[range.begin + i].to, range.begin + i);
  }
  return found->second;
}

/// The model of a library function that hands on what it is given; null: it is
/// none, or what it gives comes from elsewhere (chance, a file).
const Function *Constants::passingModel(CallId call) const {
  const Function *model = nullptr;
  for (const Target &target : program.targets[call.value].bodies) {
    const Function &body = program.flow.functions[target.function.value];
    if (!(body.flags & IsModel))
      return nullptr;
    for (uint32_t i = 0; i < body.edges.count; ++i)
      if (program.flow.edges[body.edges.begin + i].from.kind == PortKind::Global)
        return nullptr; // from outside: the environment
    if (body.edges.count)
      model = &body;
  }
  return model;
}

bool Constants::encrypts(CallId call) const {
  auto says = [](llvm::ArrayRef<Role> roles) {
    return llvm::any_of(roles, [](const Role &role) {
      return (role.kind == AnnotationKind::Marks || role.kind == AnnotationKind::Unmarks) &&
             llvm::is_contained(role.words, "encrypted"); // a plain text is not its key
    });
  };
  SymbolId callee = program.flow.calls[call.value].callee;
  auto given = program.callRoles.find(call.value);
  return (callee && says(program.roles[callee.value])) ||
         (given != program.callRoles.end() && says(given->second));
}

Constants::Kind Constants::ofCall(FunctionId function, CallId id, unsigned depth) {
  const Call &call = program.flow.calls[id.value];
  bool alone = true; // a constructor that is given nothing makes nothing
  for (ArgumentId argument : call.arguments.ids())
    alone &= program.flow.arguments[argument.value].parameter == This;
  if (!passingModel(id))
    return alone && call.kind == CallKind::Construct && program.targets[id.value].modelled
               ? Kind::Nothing
               : Kind::Varying;
  Kind kind = Kind::Nothing;
  for (ArgumentId argument : call.arguments.ids())
    kind = std::max(
        kind, kindOf(function,
                     {PortKind::CallIn, program.flow.arguments[argument.value].parameter, id.value},
                     depth));
  return kind;
}

Constants::Kind Constants::ofCallers(FunctionId function, uint16_t parameter, unsigned depth) {
  Kind kind = Kind::Nothing;
  for (auto [site, byValue] : callers.of(function)) {
    if (byValue)
      return Kind::Varying;
    Kind one =
        kindOf(program.functionOf[site.value], {PortKind::CallIn, parameter, site.value}, depth);
    if (one != Kind::Constant)
      return Kind::Varying;
    kind = one;
  }
  return kind == Kind::Nothing ? Kind::Varying : kind;
}

Constants::Kind Constants::originOf(FunctionId function, Port from, unsigned depth) {
  switch (from.kind) {
  case PortKind::Literal: return Kind::Constant;
  case PortKind::Cell: { // what is written to it is another origin
    IdRange<EdgeTag> range = program.flow.functions[function.value].edges;
    for (uint32_t i = 0; i < range.count; ++i)
      if (const Edge &edge = program.flow.edges[range.begin + i];
          edge.from == from && edge.to.kind == PortKind::CallIn &&
          givesPointer(program.flow, CallId(edge.to.entity)))
        return Kind::Varying;
    return Kind::Constant;
  }
  case PortKind::Created:
  case PortKind::Function: return Kind::Nothing;
  case PortKind::Global: {
    // One that is only declared may hold anything.
    bool defined = bool(program.bodyOf[from.entity]);
    return defined && !varying.count(from.entity) ? Kind::Constant : Kind::Varying;
  }
  case PortKind::Entry: return ofCallers(function, from.parameter, depth + 1);
  case PortKind::CallResult: {
    // Through a pointer into a buffer, somebody may have filled it.
    if (givesPointer(program.flow, CallId(from.entity)))
      return Kind::Varying;
    return ofCall(function, CallId(from.entity), depth + 1);
  }
  case PortKind::CallOut: return ofCall(function, CallId(from.entity), depth + 1);
  default: return Kind::Varying;
  }
}

Constants::Kind Constants::kindOf(FunctionId function, Port port, unsigned depth) {
  if (depth > MaxDepth)
    return Kind::Varying;
  if (!underWay.emplace(function, port).second)
    return Kind::Nothing; // round a loop it is what it was
  Kind kind = Kind::Nothing;
  auto [begin, end] = edges(function).equal_range(port);
  for (auto at = begin; at != end && kind != Kind::Varying; ++at)
    kind = std::max(kind, originOf(function, program.flow.edges[at->second].from, depth));
  underWay.erase({function, port});
  return kind;
}

bool Constants::isConstant(CallId call, uint16_t parameter) {
  underWay.clear();
  return kindOf(program.functionOf[call.value], {PortKind::CallIn, parameter, call.value}, 0) ==
         Kind::Constant;
}

std::set<Port> Constants::madeFrom(CallId call, uint16_t parameter) {
  const std::multimap<Port, uint32_t> &into = edges(program.functionOf[call.value]);
  std::set<Port> seen, found;
  std::vector<Port> work{{PortKind::CallIn, parameter, call.value}};
  while (!work.empty() && seen.size() < MaxPorts) {
    Port port = work.back();
    work.pop_back();
    if (!seen.insert(port).second)
      continue;
    auto [begin, end] = into.equal_range(port);
    for (auto at = begin; at != end; ++at) {
      Port from = program.flow.edges[at->second].from;
      switch (from.kind) {
      case PortKind::Entry:
      case PortKind::Global:
      case PortKind::Cell: found.insert(from); break;
      case PortKind::CallResult:
      case PortKind::CallOut:
        if (encrypts(CallId(from.entity)))
          break;
        if (!passingModel(CallId(from.entity))) {
          found.insert(from);
          break;
        }
        for (ArgumentId id : program.flow.calls[from.entity].arguments.ids())
          if (const Argument &argument = program.flow.arguments[id.value]; !argument.defaulted)
            work.push_back({PortKind::CallIn, argument.parameter, from.entity});
        break;
      default: break;
      }
    }
  }
  return found;
}

} // namespace earmark
