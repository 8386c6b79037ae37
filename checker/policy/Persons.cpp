#include "policy/Persons.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <iterator>

namespace earmark {

namespace {

constexpr size_t MaxPorts = 256;

Person finished(Person all, Person holding) {
  if (holding.nobody())
    return all;
  holding.exact = true;
  return holding;
}

void merge(std::set<Root> &into, const std::set<Root> &from) {
  into.insert(from.begin(), from.end());
}

bool within(const std::set<Root> &part, const std::set<Root> &whole) {
  return llvm::all_of(part, [&](const Root &root) { return whole.count(root); });
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
    if (node->kind == ProjectionKind::ElementAt) // v[0] is not v[1]
      kept = text += "[" + flow.texts[node->name].str() + "]";
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
    for (const Record &record : flow.records) {
      std::map<SymbolId, unsigned> alike;
      auto each = [&](auto visit) {
        for (uint32_t i = 0; i < record.fields.count; ++i) {
          const Symbol &field = flow.symbols[flow.symbolList[record.fields.begin + i].value];
          if (isObject(field.type))
            visit(field, flow.types[field.type.value].record);
        }
      };
      each([&](const Symbol &, SymbolId type) { ++alike[type]; });
      each([&](const Symbol &field, SymbolId type) {
        if (alike[type] > 1 || holdsPersonal(field.type, /*unknown=*/false))
          objects->insert(flow.texts[field.name].str());
      });
    }
  }
  return *objects;
}

/// Of a class of the program itself.
bool Persons::isObject(TypeId type) const {
  if (!type)
    return false;
  SymbolId record = program.flow.types[type.value].record;
  return record && !(program.flow.symbols[record.value].flags & FromSystem) &&
         program.recordOf.count(record);
}

void Persons::add(Search &search, Root root, bool key, bool holds) {
  if (holds)
    (key ? search.holding.keys : search.holding.direct).insert(root);
  (key ? search.all.keys : search.all.direct).insert(std::move(root));
}

void Persons::origin(Search &search, Port port, PathId path, bool key, bool holds) {
  const FlowTables &flow = program.flow;
  for (PathId at = path; search.field && !holds && at != EmptyPath;
       at = flow.paths[at.value].parent)
    holds = flow.paths[at.value].kind == ProjectionKind::Field &&
            flow.paths[at.value].name == search.field;
  switch (port.kind) {
  case PortKind::CallResult:
  case PortKind::CallOut: return throughCall(search, port, path, key, holds);
  case PortKind::Cell:
    add(search, {port, part(path)}, key, holds);
    return intoCell(search, port, key, holds);
  case PortKind::Entry:
  case PortKind::Global:
  case PortKind::Caught: return add(search, {port, part(path)}, key, holds);
  default: // labels and constants are no objects
    return;
  }
}

/// What calls were given together with an object of the function, and what was
/// written behind their results, went into it: `document["to"] = mail.to`.
void Persons::intoCell(Search &search, Port cell, bool key, bool holds) {
  const FlowTables &flow = program.flow;
  IdRange<EdgeTag> range = flow.functions[search.function.value].edges;
  for (EdgeId id : range.ids()) {
    const Edge &edge = flow.edges[id.value];
    if (edge.from != cell || edge.kind != EdgeKind::Alias || edge.to.kind != PortKind::CallIn)
      continue;
    follow(search, {PortKind::ResultWrite, NoParameter, edge.to.entity}, key, holds);
    const CallTargets &targets = program.targets[edge.to.entity];
    if (edge.to.parameter != This || !targets.modelled)
      continue;
    for (ArgumentId argument : flow.calls[edge.to.entity].arguments.ids())
      if (uint16_t parameter = flow.arguments[argument.value].parameter;
          parameter != This && parameter != Callee)
        follow(search, {PortKind::CallIn, parameter, edge.to.entity}, key, holds);
  }
}

/// `v.front()` is v[0]: what its model says of the element that it gives.
void Persons::selectors(Search &search, CallId call, bool holds) {
  const FlowTables &flow = program.flow;
  for (const Target &target : program.targets[call.value].bodies)
    for (EdgeId id : flow.functions[target.function.value].edges.ids()) {
      const Edge &edge = flow.edges[id.value];
      if (edge.to.kind != PortKind::Return || edge.from != Port{PortKind::Entry, This, ~0u})
        continue;
      for (PathId path = edge.fromPath; path != EmptyPath; path = flow.paths[path.value].parent)
        if (flow.paths[path.value].kind == ProjectionKind::ElementAt)
          add(search, {{PortKind::Literal, NoParameter, flow.paths[path.value].name.value}, ""},
              true, holds);
    }
}

void Persons::throughCall(Search &search, Port port, PathId path, bool key, bool holds) {
  const FlowTables &flow = program.flow;
  CallId id(port.entity);
  const Call &call = flow.calls[id.value];
  const CallTargets &targets = program.targets[id.value];
  bool library = targets.modelled && llvm::all_of(targets.bodies, [&](const Target &target) {
                   return flow.functions[target.function.value].flags & IsModel;
                 });
  llvm::SmallVector<const Argument *, 8> arguments;
  for (ArgumentId argument : call.arguments.ids())
    if (flow.arguments[argument.value].parameter != Callee &&
        !flow.arguments[argument.value].defaulted)
      arguments.push_back(&flow.arguments[argument.value]);
  bool member = llvm::any_of(arguments, [](const Argument *one) { return one->parameter == This; });
  if (library) {
    // It passes values through: v[i] is what v holds, by i; a + b is of both.
    if (member && port.kind == PortKind::CallResult)
      selectors(search, id, holds);
    for (const Argument *argument : arguments) {
      bool selects = member && argument->parameter != This && port.kind == PortKind::CallResult &&
                     flow.types[argument->type ? argument->type.value : 0].arithmetic;
      if (selects && argument->literal)
        add(search, {{PortKind::Literal, NoParameter, argument->literal.value}, ""}, true, holds);
      follow(search, {PortKind::CallIn, argument->parameter, id.value}, key || selects, holds);
    }
    return;
  }
  // The program's own functions look things up, by keys where they are given any.
  bool keyed = llvm::any_of(arguments, [&](const Argument *one) {
    return one->parameter != This && !isObject(one->type);
  });
  bool others = llvm::any_of(arguments, [](const Argument *one) { return one->parameter != This; });
  bool property = !keyed && port.kind == PortKind::CallResult && !isObject(call.resultType);
  if (!property) {
    // Asked twice by the same keys, it gives the same.
    Port root =
        keyed && call.callee ? Port{PortKind::Function, port.parameter, call.callee.value} : port;
    add(search, {root, part(path)}, key, holds);
  }
  for (const Argument *argument : arguments) {
    if (property ? argument->parameter == This && others
        : keyed  ? isObject(argument->type) || argument->parameter == This
                 : argument->parameter == This && others)
      continue; // where it is looked up, not whom
    if (keyed && argument->literal)
      add(search, {{PortKind::Literal, NoParameter, argument->literal.value}, ""}, true, holds);
    follow(search, {PortKind::CallIn, argument->parameter, id.value}, key || !property, holds);
  }
}

void Persons::follow(Search &search, Port port, bool key, bool holds) {
  if (search.seen.size() >= MaxPorts || !search.seen.emplace(port, key, holds).second)
    return;
  auto [begin, end] = edges(search.function).equal_range(port);
  bool first = search.seen.size() == 1;
  for (auto at = begin; at != end; ++at) {
    const Edge &edge = program.flow.edges[at->second];
    if (first && !search.part.empty() && part(edge.toPath) != search.part)
      continue;
    origin(search, edge.from, edge.fromPath, key, holds);
  }
}

const Person &Persons::of(CallId call, uint16_t parameter, SymbolId declaration) {
  auto [found, isNew] = known.try_emplace({call, parameter, declaration});
  if (isNew) {
    Search search{program.functionOf[call.value],
                  declaration ? program.flow.symbols[declaration.value].name : TextId()};
    follow(search, {PortKind::CallIn, parameter, call.value}, false, false);
    found->second = finished(std::move(search.all), std::move(search.holding));
  }
  return found->second;
}

/// Whom the part of an argument is about; none: the argument is not told apart.
std::optional<Person> Persons::passed(CallId call, uint16_t parameter, SymbolId declaration,
                                      const std::string &part) {
  if (part.empty())
    return of(call, parameter, declaration);
  Search search{program.functionOf[call.value],
                declaration ? program.flow.symbols[declaration.value].name : TextId(), part};
  follow(search, {PortKind::CallIn, parameter, call.value}, false, false);
  if (search.all.nobody())
    return std::nullopt;
  return finished(std::move(search.all), std::move(search.holding));
}

/// A field of it is annotated, however deep, or it is itself. `unknown`: the answer
/// for a class that is only declared.
bool Persons::holdsPersonal(TypeId type, bool unknown, unsigned depth) const {
  SymbolId record = program.flow.types[type.value].record;
  auto personal = [&](SymbolId symbol) {
    return llvm::any_of(program.roles[symbol.value],
                        [](const Role &role) { return role.kind == AnnotationKind::Personal; });
  };
  auto row = program.recordOf.find(record);
  if (!record || row == program.recordOf.end())
    return unknown || (record && personal(record));
  if (personal(record))
    return true;
  const Record &fields = program.flow.records[row->second];
  for (uint32_t i = 0; i < fields.fields.count; ++i) {
    SymbolId field = program.flow.symbolList[fields.fields.begin + i];
    TypeId inner = program.flow.symbols[field.value].type;
    if (personal(field) || (depth < 4 && inner && isObject(inner) &&
                            holdsPersonal(inner, /*unknown=*/false, depth + 1)))
      return true;
  }
  return false;
}

std::vector<Person> Persons::askedBy(CallId call) {
  std::vector<Person> asked;
  bool member = false;
  for (ArgumentId id : program.flow.calls[call.value].arguments.ids()) {
    const Argument &argument = program.flow.arguments[id.value];
    uint16_t parameter = argument.parameter;
    member |= parameter == This;
    if (parameter == This || parameter == Callee || of(call, parameter).nobody())
      continue;
    asked.push_back(of(call, parameter));
    asked.back().handle = isObject(argument.type) && !holdsPersonal(argument.type);
  }
  if (asked.empty() && member && !of(call, This).nobody())
    asked.push_back(of(call, This));
  return asked;
}

Person Persons::readAt(FunctionId function, SymbolId declaration) {
  const FlowTables &flow = program.flow;
  TextId name = flow.symbols[declaration.value].name;
  Search search{function, name};
  IdRange<EdgeTag> range = flow.functions[function.value].edges;
  for (uint32_t i = 0; i < range.count; ++i) {
    const Edge &edge = flow.edges[range.begin + i];
    for (PathId path = edge.fromPath; path != EmptyPath; path = flow.paths[path.value].parent)
      if (flow.paths[path.value].kind == ProjectionKind::Field &&
          flow.paths[path.value].name == name) {
        origin(search, edge.from, edge.fromPath, false, true);
        break;
      }
  }
  return finished(std::move(search.all), std::move(search.holding));
}

Person Persons::inCaller(const Person &person, CallId call, SymbolId declaration, bool byValue) {
  Person result;
  result.exact = person.exact;
  auto map = [&](const std::set<Root> &roots, bool direct) {
    for (const Root &root : roots) {
      if (root.port.kind != PortKind::Entry) {
        (direct ? result.direct : result.keys).insert(root);
        continue;
      }
      auto take = [&](uint16_t parameter) {
        SymbolId wanted = person.exact || byValue ? SymbolId() : declaration;
        std::optional<Person> one = passed(call, parameter, wanted, byValue ? "" : root.part);
        bool told = bool(one);
        if (!told)
          one = of(call, parameter, wanted);
        for (Root from : one->direct) {
          if (!told)
            from.part += root.part;
          (direct ? result.direct : result.keys).insert(std::move(from));
        }
        merge(result.keys, one->keys);
        result.exact |= one->exact && direct;
      };
      if (!byValue)
        take(root.port.parameter);
      else
        for (ArgumentId id : program.flow.calls[call.value].arguments.ids())
          take(program.flow.arguments[id.value].parameter);
    }
  };
  map(person.direct, true);
  map(person.keys, false);
  if (byValue)
    result.exact = false;
  return result;
}

bool Persons::cover(llvm::ArrayRef<std::vector<Person>> asked, const Person &data) {
  std::set<Root> direct, keys, selected = data.keys;
  merge(selected, data.direct);
  for (const std::vector<Person> &question : asked) {
    if (question.empty())
      return true; // whoever it is
    for (const Person &one : question) {
      // One element is not all of them: `may(v[i])` says nothing of the rest.
      if (!one.direct.empty() && !within(one.keys, selected))
        continue;
      merge(direct, one.direct);
      merge(keys, one.keys);
    }
    // By the key that it was found with: all that the question names is one.
    bool named = llvm::any_of(question, [](const Person &one) { return !one.handle; });
    if (!data.keys.empty() && named && llvm::all_of(question, [&](const Person &one) {
          return one.handle ||
                 (one.keys.empty() && !one.direct.empty() && within(one.direct, selected));
        }))
      return true;
  }
  std::set<Root> all = direct;
  merge(all, keys);
  // Of the whole is of its parts too; elements are each somebody else.
  auto named = [&](const Root &root) {
    return direct.count(root) || llvm::any_of(direct, [&](const Root &whole) {
             llvm::StringRef part = root.part;
             return whole.port == root.port && part.consume_front(whole.part) &&
                    part.starts_with(".") && !part.contains('[');
           });
  };
  if (data.exact) {
    // An object in sight is the same as what was put into it.
    std::set<Root> demanded;
    llvm::copy_if(data.direct, std::inserter(demanded, demanded.end()),
                  [](const Root &root) { return root.port.kind != PortKind::Cell; });
    if (demanded.empty())
      demanded = data.direct;
    return !data.nobody() && llvm::all_of(demanded, named) && within(data.keys, all);
  }
  // What else went into the value has keys of its own.
  return llvm::any_of(data.direct, named) || llvm::any_of(data.keys, named);
}

} // namespace earmark
