#include "link/BuildsClones.h"

#include "flow/FlowBuilder.h"
#include "link/MatchPattern.h"

#include "llvm/ADT/STLExtras.h"

#include <tuple>

namespace earmark {
namespace {

bool isOfCall(PortKind kind) {
  return kind == PortKind::CallResult || kind == PortKind::CallOut || kind == PortKind::CallIn ||
         kind == PortKind::ResultWrite;
}

} // namespace

std::vector<BuildsClones::Built> BuildsClones::takeBuilt() { return std::exchange(built, {}); }

FunctionId BuildsClones::cloneFor(FunctionId model, SymbolId callee, unsigned arguments,
                                  llvm::ArrayRef<FunctionId> comparing) {
  const FlowTables &flow = program.flow;
  bool builds = false;
  for (CallId call : flow.functions[model.value].calls.ids())
    builds |= flow.calls[call.value].kind == CallKind::Builds;
  if (!builds && comparing.empty())
    return model;
  auto [known, isNew] = clones.try_emplace({model, callee, arguments}, model);
  if (!isNew)
    return known->second;
  std::vector<Compared> compared = comparedBy(callee, comparing);
  if (!builds && compared.empty())
    return model;
  FunctionId clone = copyOf(model, compared);
  known->second = clone;
  for (CallId call : program.flow.functions[clone.value].calls.ids())
    if (program.flow.calls[call.value].kind == CallKind::Builds)
      makeConcrete(call, callee, clone, arguments);
  IdRange<EdgeTag> edges = program.flow.functions[clone.value].edges;
  llvm::sort(llvm::MutableArrayRef(program.flow.edges).slice(edges.begin, edges.count),
             [](const Edge &a, const Edge &b) {
               return std::tuple(a.from, a.fromPath, a.to, a.toPath, a.kind) <
                      std::tuple(b.from, b.fromPath, b.to, b.toPath, b.kind);
             });
  return clone;
}

std::vector<BuildsClones::Compared> BuildsClones::comparedBy(SymbolId callee,
                                                             llvm::ArrayRef<FunctionId> comparing) {
  const FlowTables &flow = program.flow;
  std::vector<Compared> result;
  for (FunctionId model : comparing)
    for (CallId call : flow.functions[model.value].calls.ids()) {
      llvm::SmallVector<Edge, 4> edges;
      for (EdgeId edge : flow.functions[model.value].edges.ids())
        if (flow.edges[edge.value].to == Port{PortKind::CallIn, 0, call.value})
          edges.push_back(flow.edges[edge.value]);
      for (Comparison &comparison : comparisons.of(flow.calls[call.value], callee))
        result.push_back({std::move(comparison), edges});
    }
  return result;
}

/// All that is compared may be either side.
void BuildsClones::addComparison(const Compared &compared, std::vector<Edge> &edges) {
  FlowTables &flow = program.flow;
  const Comparison &comparison = compared.comparison;
  Built row;
  row.call = CallId(flow.calls.size());
  row.constructors.assign(comparison.functions.begin(), comparison.functions.end());
  row.arguments = comparison.arguments - comparison.onObject;
  row.compares = true;
  Call call;
  call.kind = CallKind::Direct;
  call.callee = comparison.functions.front();
  call.arguments.begin = flow.arguments.size();
  call.arguments.count = comparison.arguments;
  for (unsigned i = 0; i < comparison.arguments; ++i) {
    Argument argument;
    argument.parameter = !comparison.onObject ? uint16_t(i) : i == 0 ? This : uint16_t(i - 1);
    flow.arguments.push_back(argument);
    for (Edge edge : compared.edges) {
      edge.to = {PortKind::CallIn, argument.parameter, row.call.value};
      edges.push_back(edge);
    }
  }
  flow.calls.push_back(call);
  built.push_back(std::move(row));
}

FunctionId BuildsClones::copyOf(FunctionId model, llvm::ArrayRef<Compared> compared) {
  FlowTables &flow = program.flow;
  std::vector<Edge> edges;
  Function from = flow.functions[model.value], to = from;
  // Arguments, exceptions, steps and tries may stay shared: nothing changes them.
  to.calls.begin = flow.calls.size();
  for (CallId call : from.calls.ids())
    flow.calls.push_back(Call(flow.calls[call.value]));
  for (const Compared &one : compared)
    addComparison(one, edges);
  to.calls.count = flow.calls.size() - to.calls.begin;
  to.blocks.begin = flow.blocks.size();
  for (BlockId id : from.blocks.ids()) {
    Block block = flow.blocks[id.value];
    block.calls.begin = block.calls.begin - from.calls.begin + to.calls.begin;
    if (id == BlockId(from.blocks.begin + from.blocks.count - 1)) // where all but these have run
      block.calls.count += compared.size();
    IdRange<struct BlockListTag> successors = block.successors;
    block.successors.begin = flow.blockList.size();
    for (uint32_t i = 0; i < successors.count; ++i)
      flow.blockList.push_back(BlockId(flow.blockList[successors.begin + i].value -
                                       from.blocks.begin + to.blocks.begin));
    flow.blocks.push_back(block);
  }
  auto moved = [&](Port port) {
    if (isOfCall(port.kind))
      port.entity = port.entity - from.calls.begin + to.calls.begin;
    else if ((port.kind == PortKind::Return || port.kind == PortKind::Condition) &&
             port.entity != ~0u)
      port.entity = port.entity - from.blocks.begin + to.blocks.begin;
    return port;
  };
  auto buildsPort = [&](const Port &port) {
    return port.kind == PortKind::CallOut && port.parameter == This &&
           flow.calls[port.entity].kind == CallKind::Builds;
  };
  for (EdgeId id : from.edges.ids()) {
    Edge edge = flow.edges[id.value];
    edge.from = moved(edge.from);
    edge.to = moved(edge.to);
    edges.push_back(edge);
    // The object's class goes where the object goes, for virtual calls on it.
    // Until the class is known the entity is the call, and This marks that.
    if (buildsPort(edge.from) && edge.fromPath == EmptyPath) {
      edge.from = {PortKind::Created, This, edge.from.entity};
      edges.push_back(edge);
    }
  }
  to.edges = {uint32_t(flow.edges.size()), uint32_t(edges.size())};
  llvm::append_range(flow.edges, edges);
  FunctionId result(flow.functions.size());
  flow.functions.push_back(to);
  return result;
}

void BuildsClones::constructors(SymbolId type, Built &built) const {
  const FlowTables &flow = program.flow;
  auto record = program.recordOf.find(type);
  if (record == program.recordOf.end())
    return;
  llvm::StringRef name = lastComponent(flow.texts[flow.symbols[type.value].name]);
  llvm::SmallVector<SymbolId, 4> copies;
  const Type *given = built.arguments == 1 && built.types.size() == 1 && built.types[0]
                          ? &flow.types[built.types[0].value]
                          : nullptr;
  // An object of the class itself is copied, one of a class below it too.
  bool isObject = given && given->record == type && given->pointers == 0;
  bool isBelow = given && given->record && given->pointers == 0 &&
                 type.value < program.derived.size() &&
                 llvm::is_contained(program.derived[type.value], given->record);
  const Record &row = flow.records[record->second];
  for (uint32_t i = 0; i < row.methods.count; ++i) {
    SymbolId method = flow.symbolList[row.methods.begin + i];
    const Symbol &symbol = flow.symbols[method.value];
    if (lastComponent(flow.texts[symbol.name]) != name)
      continue;
    bool fits = symbol.parameters.count >= built.arguments || (symbol.flags & IsVariadicSymbol);
    if (!fits)
      continue;
    TypeId first = symbol.parameters.count == 1 ? flow.typeList[symbol.parameters.begin] : TypeId();
    bool isCopy =
        first && flow.types[first.value].record == type && flow.types[first.value].pointers == 0;
    // A single argument of another type may turn into an object of the class.
    if (!isCopy && !isObject)
      built.constructors.push_back(method);
    else if (isCopy && built.arguments == 1)
      copies.push_back(method);
  }
  // What is of another type becomes one by a constructor that takes it, where there is one.
  bool isOther = given && !isObject && !isBelow &&
                 (given->record || given->pointers || given->arithmetic || given->boolean);
  if (!isOther || built.constructors.empty())
    built.constructors.append(copies);
  llvm::sort(built.constructors);
}

llvm::SmallVector<TypeId, 4> BuildsClones::typesPassed(CallId call, SymbolId callee,
                                                       FunctionId model) const {
  const FlowTables &flow = program.flow;
  llvm::SmallVector<TypeId, 4> result;
  const Symbol &symbol = flow.symbols[callee.value];
  auto typeOf = [&](uint32_t parameter) {
    return parameter < symbol.parameters.count ? flow.typeList[symbol.parameters.begin + parameter]
                                               : TypeId();
  };
  for (ArgumentId argument : flow.calls[call.value].arguments.ids()) {
    uint16_t number = flow.arguments[argument.value].parameter;
    if (number == Rest) {
      for (uint32_t i = flow.functions[model.value].parameters; i < symbol.parameters.count; ++i)
        result.push_back(typeOf(i));
      continue;
    }
    result.push_back(TypeId());
    for (EdgeId edge : flow.functions[model.value].edges.ids()) {
      const Edge &passes = flow.edges[edge.value];
      if (passes.to == Port{PortKind::CallIn, number, call.value} &&
          passes.from.kind == PortKind::Entry && passes.fromPath == EmptyPath)
        result.back() = typeOf(passes.from.parameter);
    }
  }
  return result;
}

FunctionId BuildsClones::summaryOf(SymbolId type, unsigned arguments, bool scalar, SymbolId model) {
  auto [known, isNew] = summaries.try_emplace({type, arguments, scalar}, FunctionId());
  if (!isNew)
    return known->second;
  FlowTables &flow = program.flow;
  FlowBuilder builder(flow);
  Function function;
  function.symbol = type ? type : model;
  function.flags = IsModel | IsConstructor | IsMethod;
  function.parameters = uint16_t(arguments);
  function.edges.begin = flow.edges.size();
  auto add = [&](uint16_t parameter, PathId path, EdgeKind kind) {
    Edge edge;
    edge.from = {PortKind::Entry, parameter, ~0u};
    edge.to = {PortKind::Exit, This, ~0u};
    edge.toPath = path;
    edge.kind = kind;
    flow.edges.push_back(edge);
  };
  auto record = type ? program.recordOf.find(type) : program.recordOf.end();
  if (scalar || record == program.recordOf.end()) {
    for (unsigned i = 0; i < arguments; ++i)
      add(uint16_t(i), EmptyPath, scalar ? EdgeKind::Copy : EdgeKind::Content);
  } else {
    Record row = flow.records[record->second];
    for (unsigned i = 0; i < std::min(arguments, row.fields.count); ++i) {
      const Symbol &field = flow.symbols[flow.symbolList[row.fields.begin + i].value];
      TextId name = field.name;
      if (row.isUnion)
        name = builder.text(flow.texts[flow.symbols[type.value].name].str() + "::*");
      add(uint16_t(i), builder.extend(EmptyPath, ProjectionKind::Field, name), EdgeKind::Copy);
    }
    if (arguments == 1) // or one object of the class itself
      add(0, EmptyPath, EdgeKind::Copy);
  }
  function.edges.count = flow.edges.size() - function.edges.begin;
  Block block;
  block.returns = true;
  function.blocks = {uint32_t(flow.blocks.size()), 1};
  flow.blocks.push_back(block);
  FunctionId result(flow.functions.size());
  flow.functions.push_back(function);
  return known->second = result;
}

void BuildsClones::makeConcrete(CallId id, SymbolId callee, FunctionId model, unsigned arguments) {
  FlowTables &flow = program.flow;
  Built row;
  row.call = id;
  unsigned fixed = 0;
  bool rest = false;
  // Models list more arguments than a caller may have written.
  auto isWritten = [&](uint16_t parameter) {
    for (EdgeId edge : flow.functions[model.value].edges.ids()) {
      const Edge &passes = flow.edges[edge.value];
      if (passes.to == Port{PortKind::CallIn, parameter, id.value} &&
          passes.from.kind == PortKind::Entry)
        return passes.from.parameter >= NoParameter || passes.from.parameter < arguments;
    }
    return true;
  };
  for (ArgumentId argument : flow.calls[id.value].arguments.ids()) {
    uint16_t parameter = flow.arguments[argument.value].parameter;
    fixed += parameter < NoParameter && isWritten(parameter);
    rest |= parameter == Rest;
  }
  unsigned named = flow.functions[model.value].parameters;
  SymbolId modelSymbol = flow.functions[model.value].symbol;
  row.arguments = fixed + (rest && arguments > named ? arguments - named : 0);

  row.types = typesPassed(id, callee, model);
  row.types.resize(row.arguments);
  TypeId type = namedType(program, flow.calls[id.value], callee);
  bool scalar = false;
  if (type) {
    const Type &what = flow.types[type.value];
    scalar = !what.record || what.pointers || what.reference;
    if (!scalar && flow.symbols[what.record.value].kind == SymbolKind::Record)
      row.type = what.record;
    scalar |= !row.type;
  }
  if (row.type) {
    const Symbol &symbol = flow.symbols[row.type.value];
    bool ofLibrary = (symbol.flags & FromSystem) || flow.texts[symbol.name].starts_with("std::");
    if (!ofLibrary)
      constructors(row.type, row);
    auto record = program.recordOf.find(row.type);
    bool aggregate =
        record != program.recordOf.end() && flow.records[record->second].isAggregate && !ofLibrary;
    bool hasOwn = llvm::any_of(row.constructors, [&](SymbolId constructor) {
      return bool(program.bodyOf[constructor.value]);
    });
    if (aggregate && !hasOwn) {
      row.constructors.clear();
      row.summary = summaryOf(row.type, row.arguments, false, modelSymbol);
    } else if (row.constructors.empty()) {
      row.summary = summaryOf(SymbolId(), row.arguments, false, modelSymbol);
    }
  } else {
    row.summary = summaryOf(SymbolId(), row.arguments, scalar && row.arguments == 1, modelSymbol);
  }

  Call &call = flow.calls[id.value];
  call.kind = CallKind::Construct;
  call.receiver = row.type;
  if (row.constructors.size() == 1)
    call.callee = row.constructors.front();
  for (EdgeId edge : flow.functions[model.value].edges.ids()) {
    Port &from = flow.edges[edge.value].from;
    if (from != Port{PortKind::Created, This, id.value})
      continue;
    from = row.type ? Port{PortKind::Created, NoParameter, row.type.value}
                    : Port{PortKind::CallOut, This, id.value};
  }
  built.push_back(std::move(row));
}

} // namespace earmark
