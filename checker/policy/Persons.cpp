#include "policy/Persons.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace earmark {

namespace {

constexpr size_t MaxPorts = 256;

std::vector<uint16_t> argumentsOf(const FlowTables &flow, CallId call) {
  std::vector<uint16_t> numbers;
  for (ArgumentId id : flow.calls[call.value].arguments.ids())
    if (flow.arguments[id.value].parameter != Callee)
      numbers.push_back(flow.arguments[id.value].parameter);
  return numbers;
}

} // namespace

const std::multimap<Port, uint32_t> &Persons::edges(FunctionId function) {
  auto [found, isNew] = edgesTo.try_emplace(function);
  if (isNew) {
    IdRange<EdgeTag> range = program.flow.functions[function.value].edges;
    for (uint32_t i = 0; i < range.count; ++i)
      found->second.emplace(program.flow.edges[range.begin + i].to, range.begin + i);
  }
  return found->second;
}

/// The path up to the last field that is an object of the program itself:
/// "email" of a customer is about the customer, "first" of a pair of them is not
/// about "second".
std::string Persons::part(PathId path) const {
  const FlowTables &flow = program.flow;
  std::vector<const PathNode *> nodes;
  for (; path != EmptyPath; path = flow.paths[path.value].parent)
    nodes.push_back(&flow.paths[path.value]);
  std::reverse(nodes.begin(), nodes.end());
  std::string text, kept;
  for (const PathNode *node : nodes) {
    if (node->kind != ProjectionKind::Field)
      continue;
    text += "." + flow.texts[node->name].str();
    if (objectFields().count(flow.texts[node->name].str()))
      kept = text;
  }
  return kept;
}

const std::set<std::string> &Persons::objectFields() const {
  if (!objects) {
    objects.emplace();
    const FlowTables &flow = program.flow;
    for (const Symbol &symbol : flow.symbols) {
      if (symbol.kind != SymbolKind::Field || !symbol.type)
        continue;
      SymbolId record = flow.types[symbol.type.value].record;
      if (record && !(flow.symbols[record.value].flags & FromSystem) &&
          program.recordOf.count(record))
        objects->insert(flow.texts[symbol.name].str());
    }
  }
  return *objects;
}

void Persons::origin(FunctionId function, Port port, PathId path, bool direct,
                     std::set<Port> &seen, Person &person) {
  switch (port.kind) {
  case PortKind::CallResult:
  case PortKind::CallOut:
    return throughCall(function, port, path, direct, seen, person);
  case PortKind::Entry:
  case PortKind::Global:
  case PortKind::Cell:
  case PortKind::Caught:
    (direct ? person.direct : person.looked).insert({port, part(path)});
    return;
  default: // labels and constants are no objects
    return;
  }
}

void Persons::throughCall(FunctionId function, Port port, PathId path, bool direct,
                          std::set<Port> &seen, Person &person) {
  CallId call(port.entity);
  const CallTargets &targets = program.targets[call.value];
  bool library = targets.modelled && llvm::all_of(targets.bodies, [&](const Target &target) {
                   return program.flow.functions[target.function.value].flags & IsModel;
                 });
  std::vector<uint16_t> arguments = argumentsOf(program.flow, call);
  // A library passes values through; the program's own functions look things up.
  if (!library) {
    (direct ? person.direct : person.looked).insert({port, part(path)});
    direct = false;
    if (arguments.size() > 1)
      llvm::erase(arguments, This);
    const Type *result = program.flow.calls[call.value].resultType
                             ? &program.flow.types[program.flow.calls[call.value].resultType.value]
                             : nullptr;
    bool object = result && result->record &&
                  !(program.flow.symbols[result->record.value].flags & FromSystem);
    if (arguments.empty() && !object && port.kind == PortKind::CallResult)
      person.unnamed = true;
  }
  for (uint16_t parameter : arguments)
    follow(function, {PortKind::CallIn, parameter, call.value}, direct, seen, person);
}

void Persons::follow(FunctionId function, Port port, bool direct, std::set<Port> &seen,
                     Person &person) {
  if (seen.size() >= MaxPorts || !seen.insert(port).second)
    return;
  auto [begin, end] = edges(function).equal_range(port);
  for (auto at = begin; at != end; ++at) {
    const Edge &edge = program.flow.edges[at->second];
    origin(function, edge.from, edge.fromPath, direct, seen, person);
  }
}

const Person &Persons::of(CallId call, uint16_t parameter) {
  auto [found, isNew] = known.try_emplace({call, parameter});
  if (isNew) {
    std::set<Port> seen;
    follow(program.functionOf[call.value], {PortKind::CallIn, parameter, call.value}, true, seen,
           found->second);
  }
  return found->second;
}

Person Persons::askedBy(CallId call) {
  Person all;
  auto add = [&](uint16_t parameter) {
    const Person &one = of(call, parameter);
    all.direct.insert(one.direct.begin(), one.direct.end());
    all.looked.insert(one.looked.begin(), one.looked.end());
    all.unnamed |= one.unnamed;
  };
  std::vector<uint16_t> arguments = argumentsOf(program.flow, call);
  for (uint16_t parameter : arguments)
    if (parameter != This)
      add(parameter);
  if (all.nobody() && llvm::is_contained(arguments, This))
    add(This);
  return all;
}

Person Persons::readAt(FunctionId function, SymbolId declaration) {
  Person person;
  const FlowTables &flow = program.flow;
  TextId name = flow.symbols[declaration.value].name;
  IdRange<EdgeTag> range = flow.functions[function.value].edges;
  std::set<Port> seen;
  for (uint32_t i = 0; i < range.count; ++i) {
    const Edge &edge = flow.edges[range.begin + i];
    for (PathId path = edge.fromPath; path != EmptyPath; path = flow.paths[path.value].parent)
      if (flow.paths[path.value].kind == ProjectionKind::Field && flow.paths[path.value].name == name) {
        origin(function, edge.from, edge.fromPath, true, seen, person);
        break;
      }
  }
  return person;
}

Person Persons::inCaller(const Person &person, CallId call) {
  Person result;
  result.unnamed = person.unnamed;
  auto map = [&](const std::set<Root> &roots, bool direct) {
    for (const Root &root : roots) {
      if (root.port.kind == PortKind::Global) {
        (direct ? result.direct : result.looked).insert(root);
      } else if (root.port.kind == PortKind::Entry) {
        const Person &passed = of(call, root.port.parameter);
        (direct ? result.direct : result.looked).insert(passed.direct.begin(), passed.direct.end());
        result.looked.insert(passed.looked.begin(), passed.looked.end());
        result.unnamed |= passed.unnamed;
      }
    }
  };
  map(person.direct, true);
  map(person.looked, false);
  return result;
}

bool Persons::same(const Person &a, const Person &b) {
  auto meet = [](const std::set<Root> &one, const std::set<Root> &other) {
    return llvm::any_of(one, [&](const Root &root) { return other.count(root); });
  };
  return a.unnamed || b.unnamed || meet(a.direct, b.direct) || meet(a.direct, b.looked) ||
         meet(a.looked, b.direct) || meet(a.looked, b.looked);
}

} // namespace earmark
