#include "link/MergeTables.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <algorithm>

namespace earmark {
namespace {

template <typename Row, typename Tag>
llvm::ArrayRef<Row> rowsOf(const std::vector<Row> &rows, IdRange<Tag> range) {
  return llvm::ArrayRef(rows).slice(range.begin, range.count);
}

template <typename To, typename Tag> To mapped(const std::vector<To> &map, Id<Tag> id) {
  return id ? map[id.value] : To();
}

} // namespace

Span TableMerger::span(const MergedSource &source, const Span &span) const {
  Span result = span;
  result.file = mapped(source.texts, span.file);
  return result;
}

TypeId TableMerger::type(MergedSource &source, TypeId id) {
  if (!id)
    return TypeId();
  if (source.types[id.value])
    return source.types[id.value];
  const FlowTables &in = *source.tables;
  const Type &from = in.types[id.value];
  Type row = from;
  row.spelling = mapped(source.texts, from.spelling);
  row.record = mapped(source.symbols, from.record);
  row.alias = mapped(source.symbols, from.alias);
  unsigned flags = row.reference | row.constant << 1 | row.boolean << 2 | row.arithmetic << 3 |
                   row.functional << 4;
  // The alias counts by name: which of several declarations is met first is chance.
  TextId alias = row.alias ? out.symbols[row.alias.value].usr : TextId();
  TypeKey key{row.spelling, row.record, alias, row.pointers, flags};
  auto [known, isNew] = knownTypes.try_emplace(key, TypeId());
  if (!isNew && known->second)
    return source.types[id.value] = known->second;

  TypeId result(out.types.size());
  known->second = result;
  source.types[id.value] = result;
  row.arguments = {};
  out.types.push_back(row);
  llvm::SmallVector<TypeId, 4> arguments;
  for (TypeId argument : rowsOf(in.typeList, from.arguments))
    arguments.push_back(type(source, argument));
  auto range = builder.typeList(arguments);
  out.types[result.value].arguments = range;
  return result;
}

void TableMerger::mergeSymbol(MergedSource &source, SymbolId id) {
  const FlowTables &in = *source.tables;
  const Symbol &from = in.symbols[id.value];
  SymbolId target = source.symbols[id.value];

  llvm::SmallVector<TypeId, 4> parameters, arguments;
  for (TypeId parameter : rowsOf(in.typeList, from.parameters))
    parameters.push_back(type(source, parameter));
  for (TypeId argument : rowsOf(in.typeList, from.templateArguments))
    arguments.push_back(type(source, argument));
  TypeId ownType = type(source, from.type);
  llvm::SmallVector<TextId, 4> names;
  for (TextId name : rowsOf(in.textList, from.parameterNames))
    names.push_back(mapped(source.texts, name));

  Symbol &to = out.symbols[target.value];
  if (!to.name) {
    to.kind = from.kind;
    to.index = from.index;
    to.name = mapped(source.texts, from.name);
  }
  if (!to.signature)
    to.signature = mapped(source.texts, from.signature);
  if (!to.parent)
    to.parent = mapped(source.symbols, from.parent);
  if (!to.type)
    to.type = ownType;
  if (to.parameters.count == 0 && !parameters.empty())
    to.parameters = builder.typeList(parameters);
  if (to.templateArguments.count == 0 && !arguments.empty())
    to.templateArguments = builder.typeList(arguments);
  to.flags |= from.flags;
  bool defines = from.flags & IsDefined;
  // Who defines a function knows its parameters by their names.
  if (!names.empty() &&
      (to.parameterNames.count == 0 || (defines && !placedByDefinition[target.value])))
    to.parameterNames = builder.textList(names);
  if (from.place && (!to.place || (defines && !placedByDefinition[target.value]))) {
    to.place = span(source, from.place);
    placedByDefinition[target.value] = defines;
  }
}

void TableMerger::mergeRecord(const MergedSource &source, const Record &from) {
  const FlowTables &in = *source.tables;
  auto symbolsOf = [&](auto range) {
    llvm::SmallVector<SymbolId, 8> result;
    for (SymbolId symbol : rowsOf(in.symbolList, range))
      result.push_back(mapped(source.symbols, symbol));
    return result;
  };
  SymbolId symbol = mapped(source.symbols, from.symbol);
  auto [known, isNew] = recordOf.try_emplace(symbol, out.records.size());
  if (isNew) {
    Record row = from;
    row.symbol = symbol;
    row.bases = row.fields = row.methods = {};
    out.records.push_back(row);
  }
  Record &to = out.records[known->second];
  if (to.bases.count == 0)
    to.bases = builder.symbolList(symbolsOf(from.bases));
  if (to.fields.count == 0)
    to.fields = builder.symbolList(symbolsOf(from.fields));
  // Implicit members are declared where they are needed, so units differ.
  llvm::SmallVector<SymbolId, 8> methods(rowsOf(out.symbolList, to.methods));
  size_t before = methods.size();
  llvm::DenseSet<SymbolId> seen(methods.begin(), methods.end());
  for (SymbolId method : symbolsOf(from.methods))
    if (seen.insert(method).second)
      methods.push_back(method);
  if (methods.size() != before)
    to.methods = builder.symbolList(methods);
}

MergedSource TableMerger::addDeclarations(const FlowTables &in) {
  MergedSource source;
  source.tables = &in;
  source.texts.reserve(in.texts.size());
  for (uint32_t i = 0; i < in.texts.size(); ++i)
    source.texts.push_back(builder.text(in.texts[TextId(i)]));
  source.paths.reserve(in.paths.size());
  source.paths.push_back(EmptyPath);
  for (const PathNode &node : llvm::drop_begin(in.paths))
    source.paths.push_back(builder.extend(source.paths[node.parent.value], node.kind,
                                          mapped(source.texts, node.name)));

  for (const Symbol &symbol : in.symbols) {
    TextId usr = mapped(source.texts, symbol.usr);
    SymbolId fresh(out.symbols.size()), target = fresh;
    if (!out.texts[usr].empty())
      target = byUsr.try_emplace(usr, fresh).first->second;
    if (target == fresh) {
      Symbol row;
      row.usr = usr;
      out.symbols.push_back(row);
      placedByDefinition.push_back(false);
    }
    source.symbols.push_back(target);
  }
  source.types.assign(in.types.size(), TypeId());
  for (uint32_t i = 0; i < in.types.size(); ++i)
    type(source, TypeId(i));
  for (uint32_t i = 0; i < in.symbols.size(); ++i)
    mergeSymbol(source, SymbolId(i));
  for (const Record &record : in.records)
    mergeRecord(source, record);

  for (const Override &row : in.overrides) {
    Override merged{mapped(source.symbols, row.method), mapped(source.symbols, row.overridden)};
    if (knownOverrides.try_emplace({merged.method, merged.overridden}, true).second)
      out.overrides.push_back(merged);
  }
  for (const Annotation &row : in.annotations) {
    Annotation merged = row;
    merged.target = mapped(source.symbols, row.target);
    merged.place = span(source, row.place);
    std::vector<TextId> words;
    for (TextId word : rowsOf(in.textList, row.words))
      words.push_back(mapped(source.texts, word));
    if (!knownAnnotations
             .try_emplace({merged.target, unsigned(row.kind), row.parameter, words, merged.place},
                          true)
             .second)
      continue;
    merged.words = builder.textList(words);
    out.annotations.push_back(merged);
  }
  for (const AllowComment &row : in.allows) {
    AllowComment merged{mapped(source.texts, row.rule), mapped(source.texts, row.until),
                        mapped(source.texts, row.by), mapped(source.texts, row.reason),
                        span(source, row.place)};
    if (knownAllows.try_emplace(merged.place, true).second)
      out.allows.push_back(merged);
  }
  return source;
}

Port TableMerger::port(const MergedSource &source, Port port, const Function &from,
                       const Function &to) const {
  switch (port.kind) {
  case PortKind::CallResult:
  case PortKind::CallOut:
  case PortKind::CallIn:
  case PortKind::ResultWrite: port.entity = port.entity - from.calls.begin + to.calls.begin; break;
  case PortKind::Read:
  case PortKind::Function:
  case PortKind::Created:
  case PortKind::Global: port.entity = mapped(source.symbols, SymbolId(port.entity)).value; break;
  case PortKind::Literal: port.entity = mapped(source.texts, TextId(port.entity)).value; break;
  case PortKind::Caught: port.entity = port.entity - from.handlers.begin + to.handlers.begin; break;
  case PortKind::Thrown: port.entity = mapped(source.types, TypeId(port.entity)).value; break;
  case PortKind::Return:
  case PortKind::Condition:
    if (port.entity != ~0u)
      port.entity = port.entity - from.blocks.begin + to.blocks.begin;
    break;
  case PortKind::Entry:
  case PortKind::Exit:
  case PortKind::Cell:
  case PortKind::Kept: break;
  }
  return port;
}

FunctionId TableMerger::addFunction(const MergedSource &source, FunctionId id) {
  const FlowTables &in = *source.tables;
  const Function &from = in.functions[id.value];
  Function to = from;
  to.symbol = mapped(source.symbols, from.symbol);
  to.span = span(source, from.span);

  to.handlers.begin = out.handlers.size();
  for (const Handler &row : rowsOf(in.handlers, from.handlers))
    out.handlers.push_back({mapped(source.types, row.type)});
  to.tries.begin = out.tries.size();
  for (const Try &row : rowsOf(in.tries, from.tries)) {
    Try guard = row;
    if (row.outer)
      guard.outer.value = row.outer.value - from.tries.begin + to.tries.begin;
    guard.handlers.begin = row.handlers.begin - from.handlers.begin + to.handlers.begin;
    out.tries.push_back(guard);
  }

  to.calls.begin = out.calls.size();
  for (const Call &row : rowsOf(in.calls, from.calls)) {
    Call call = row;
    call.callee = mapped(source.symbols, row.callee);
    call.receiver = mapped(source.symbols, row.receiver);
    call.span = span(source, row.span);
    call.text = mapped(source.texts, row.text);
    call.resultType = mapped(source.types, row.resultType);
    call.resultOverwritten = source.paths[row.resultOverwritten.value];
    if (row.guard)
      call.guard.value = row.guard.value - from.tries.begin + to.tries.begin;
    if (row.handling)
      call.handling.value = row.handling.value - from.handlers.begin + to.handlers.begin;
    llvm::SmallVector<TextId, 2> macros;
    for (TextId macro : rowsOf(in.textList, row.macros))
      macros.push_back(mapped(source.texts, macro));
    call.macros = builder.textList(macros);
    call.arguments.begin = out.arguments.size();
    for (Argument argument : rowsOf(in.arguments, row.arguments)) {
      argument.type = mapped(source.types, argument.type);
      argument.span = span(source, argument.span);
      argument.literal = mapped(source.texts, argument.literal);
      out.arguments.push_back(argument);
    }
    out.calls.push_back(call);
  }

  to.blocks.begin = out.blocks.size();
  for (const Block &row : rowsOf(in.blocks, from.blocks)) {
    Block block = row;
    block.span = span(source, row.span);
    block.calls.begin = row.calls.begin - from.calls.begin + to.calls.begin;
    if (row.calls.count == 0)
      block.calls.begin = to.calls.begin;
    block.successors.begin = out.blockList.size();
    for (BlockId successor : rowsOf(in.blockList, row.successors))
      out.blockList.push_back(BlockId(successor.value - from.blocks.begin + to.blocks.begin));
    out.blocks.push_back(block);
  }

  to.edges.begin = out.edges.size();
  for (const Edge &row : rowsOf(in.edges, from.edges)) {
    Edge edge = row;
    edge.from = port(source, row.from, from, to);
    edge.to = port(source, row.to, from, to);
    edge.fromPath = source.paths[row.fromPath.value];
    edge.toPath = source.paths[row.toPath.value];
    edge.except.begin = out.excepts.size();
    for (PathId except : rowsOf(in.excepts, row.except))
      out.excepts.push_back(source.paths[except.value]);
    edge.steps.begin = out.steps.size();
    for (Step step : rowsOf(in.steps, row.steps)) {
      step.span = span(source, step.span);
      step.name = mapped(source.texts, step.name);
      out.steps.push_back(step);
    }
    out.edges.push_back(edge);
  }
  // New numbers of symbols and texts may have another order than the old ones.
  auto order = [](const Edge &e) {
    return std::tuple(e.from, e.fromPath, e.to, e.toPath, e.kind, e.except.begin, e.steps.begin);
  };
  std::sort(out.edges.begin() + to.edges.begin, out.edges.end(),
            [&](const Edge &a, const Edge &b) { return order(a) < order(b); });

  to.kills.begin = out.kills.size();
  for (const Kill &kill : rowsOf(in.kills, from.kills))
    out.kills.push_back({kill.parameter, source.paths[kill.path.value]});

  FunctionId result(out.functions.size());
  out.functions.push_back(to);
  return result;
}

} // namespace earmark
