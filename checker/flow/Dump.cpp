#include "flow/Dump.h"

#include "flow/Model.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <tuple>

namespace earmark {
namespace {

template <typename Row, typename Tag> const Row *rowOf(const std::vector<Row> &rows, Id<Tag> id) {
  return id.value < rows.size() ? &rows[id.value] : nullptr;
}

template <typename Row, typename Tag>
llvm::ArrayRef<Row> rowsOf(const std::vector<Row> &rows, IdRange<Tag> range) {
  if (range.begin > rows.size() || rows.size() - range.begin < range.count)
    return {};
  return llvm::ArrayRef(rows).slice(range.begin, range.count);
}

std::string quote(llvm::StringRef text) {
  std::string result = "\"";
  llvm::raw_string_ostream out(result);
  llvm::printEscapedString(text, out);
  return result + "\"";
}

std::string lineAndColumn(const Span &span) {
  return span ? std::to_string(span.line) + ":" + std::to_string(span.column) : "";
}

struct FlagName {
  uint32_t flag;
  const char *name;
};

constexpr FlagName functionFlags[] = {
    {IsVariadic, "variadic"},       {IsMethod, "method"},       {IsConstructor, "constructor"},
    {IsDestructor, "destructor"},   {IsCoroutine, "coroutine"}, {IsInSystemHeader, "system"},
    {IsTemplatePattern, "pattern"}, {IsImplicit, "implicit"},   {IsModel, "model"},
    {IsInline, "inline"},           {IsNoReturn, "noreturn"},   {HasLooseOrder, "loose order"},
    {IsNoexcept, "noexcept"},
};

constexpr FlagName symbolFlags[] = {
    {IsVirtual, "virtual"},
    {IsStatic, "static"},
    {IsInternal, "internal"},
    {FromSystem, "system"},
    {IsPure, "pure"},
    {IsConst, "const"},
    {IsDefined, "defined"},
    {IsMember, "member"},
    {IsFinal, "final"},
    {IsLambda, "lambda"},
    {IsVariadicSymbol, "variadic"},
    {IsWeak, "weak"},
};

std::string printFlags(uint32_t flags, llvm::ArrayRef<FlagName> names) {
  std::string result;
  for (const FlagName &name : names)
    if (flags & name.flag)
      result += (result.empty() ? " [" : ", ") + std::string(name.name);
  return result.empty() ? result : result + "]";
}

/// The number of `call` as people read it: counted in its function.
std::string callNumber(uint32_t call, const Function *in) {
  if (in && in->calls.contains(CallId(call)))
    call -= in->calls.begin;
  return "#" + std::to_string(call);
}

std::string blockNumber(uint32_t block, const Function *in) {
  if (in && in->blocks.contains(BlockId(block)))
    block -= in->blocks.begin;
  return "b" + std::to_string(block);
}

std::string callReference(const FlowTables &flow, uint32_t call, const Function *in) {
  std::string result = callNumber(call, in);
  const Call *row = rowOf(flow.calls, CallId(call));
  if (!row)
    return result + " ?";
  if (const Symbol *callee = rowOf(flow.symbols, row->callee))
    result += " " + flow.texts[callee->name].str();
  return result;
}

bool returnsInManyBlocks(const FlowTables &flow, const Function &function) {
  return llvm::count_if(rowsOf(flow.blocks, function.blocks),
                        [](const Block &block) { return block.returns; }) > 1;
}

std::string printType(const FlowTables &flow, TypeId id) {
  const Type *type = rowOf(flow.types, id);
  return type ? "'" + flow.texts[type->spelling].str() + "'" : "";
}

/// A port's place in the order of a function's edges: what enters first, calls
/// by number rather than by the text of their number.
auto orderOf(const FlowTables &flow, const Port &port, const Function &function) {
  bool ofCall = port.kind == PortKind::CallResult || port.kind == PortKind::CallOut ||
                port.kind == PortKind::CallIn || port.kind == PortKind::ResultWrite;
  uint32_t number = ofCall ? port.entity - function.calls.begin : 0;
  return std::tuple(unsigned(port.kind), number, port.parameter, print(flow, port, &function));
}

void dumpBlocks(const FlowTables &flow, const Function &function, llvm::raw_ostream &out) {
  if (function.blocks.count < 2)
    return;
  for (BlockId id : function.blocks.ids()) {
    const Block *block = rowOf(flow.blocks, id);
    if (!block)
      return;
    out << "  block " << blockNumber(id.value, &function) << ":";
    for (CallId call : block->calls.ids())
      out << " " << callNumber(call.value, &function);
    if (block->branches)
      out << " branches";
    if (block->returns)
      out << " returns";
    if (block->throws)
      out << " throws";
    llvm::ListSeparator separator(", ");
    llvm::ArrayRef<BlockId> successors = rowsOf(flow.blockList, block->successors);
    if (!successors.empty())
      out << " -> ";
    for (BlockId successor : successors)
      out << separator << blockNumber(successor.value, &function);
    if (block->branches && block->span)
      out << "  " << lineAndColumn(block->span);
    out << "\n";
  }
}

void dumpEdges(const FlowTables &flow, const Function &function, llvm::raw_ostream &out,
               const DumpOptions &options) {
  std::vector<std::pair<decltype(orderOf(flow, Port(), function)), std::string>> lines;
  for (const Edge &edge : rowsOf(flow.edges, function.edges)) {
    std::string line = "  " + print(flow, edge, &function) + "\n";
    if (options.steps)
      for (const Step &step : rowsOf(flow.steps, edge.steps)) {
        line += "    step " + nameOf(step.kind).str();
        if (step.name)
          line += " " + flow.texts[step.name].str();
        line += "  " + lineAndColumn(step.span) + "\n";
      }
    lines.push_back({orderOf(flow, edge.from, function), std::move(line)});
  }
  llvm::sort(lines);
  for (const auto &line : lines)
    out << line.second;

  std::vector<std::string> kills;
  for (const Kill &kill : rowsOf(flow.kills, function.kills))
    kills.push_back("  kill Exit(" + printParameter(kill.parameter) + ")" + print(flow, kill.path) +
                    "\n");
  llvm::sort(kills);
  for (const std::string &kill : kills)
    out << kill;
}

std::string functionTitle(const FlowTables &flow, const Function &function,
                          const DumpOptions &options) {
  std::string result = print(flow, function.symbol);
  const Symbol *symbol = rowOf(flow.symbols, function.symbol);
  if (symbol && symbol->kind == SymbolKind::Variable)
    result = "initializer of " + result;
  if (options.usrs && symbol)
    result += " <" + flow.texts[symbol->usr].str() + ">";
  result += printFlags(function.flags, functionFlags);
  if (function.cells)
    result += " cells=" + std::to_string(function.cells);
  return result;
}

std::string dumpRecord(const FlowTables &flow, const Record &record) {
  std::string text =
      std::string(record.isUnion ? "union " : "record ") + print(flow, record.symbol);
  if (record.isAggregate)
    text += " [aggregate]";
  llvm::ListSeparator separator(", ");
  for (SymbolId base : rowsOf(flow.symbolList, record.bases))
    text += (text.find(" : ") == std::string::npos ? " : " : ", ") + print(flow, base);
  text += "\n";
  for (SymbolId field : rowsOf(flow.symbolList, record.fields)) {
    text += "  field " + print(flow, field);
    if (const Symbol *symbol = rowOf(flow.symbols, field))
      text += " " + printType(flow, symbol->type);
    text += "\n";
  }
  std::vector<std::string> methods;
  for (SymbolId method : rowsOf(flow.symbolList, record.methods)) {
    const Symbol *symbol = rowOf(flow.symbols, method);
    methods.push_back("  method " + print(flow, method) +
                      (symbol ? printFlags(symbol->flags, symbolFlags) : "") + "\n");
  }
  llvm::sort(methods);
  for (const std::string &method : methods)
    text += method;
  return text;
}

std::string dumpSymbol(const FlowTables &flow, const Symbol &symbol) {
  std::string text = "symbol " + nameOf(symbol.kind).str() + " " +
                     flow.texts[symbol.signature ? symbol.signature : symbol.name].str();
  std::string type = printType(flow, symbol.type);
  if (!type.empty())
    text += " " + type;
  text += printFlags(symbol.flags, symbolFlags) + " <" + flow.texts[symbol.usr].str() + ">";
  if (symbol.place)
    text += "  " + print(flow, symbol.place);
  return text + "\n";
}

void writeSorted(std::vector<std::string> texts, llvm::raw_ostream &out) {
  llvm::sort(texts);
  for (const std::string &text : texts)
    out << text;
}

} // namespace

llvm::StringRef nameOf(PortKind kind) {
  switch (kind) {
  case PortKind::Entry: return "Entry";
  case PortKind::CallResult: return "CallResult";
  case PortKind::CallOut: return "CallOut";
  case PortKind::Read: return "Read";
  case PortKind::Literal: return "Literal";
  case PortKind::Function: return "Function";
  case PortKind::Created: return "Created";
  case PortKind::Caught: return "Caught";
  case PortKind::Return: return "Return";
  case PortKind::Exit: return "Exit";
  case PortKind::CallIn: return "CallIn";
  case PortKind::ResultWrite: return "ResultWrite";
  case PortKind::Thrown: return "Thrown";
  case PortKind::Condition: return "Condition";
  case PortKind::Global: return "Global";
  case PortKind::Cell: return "Cell";
  case PortKind::Kept: return "Kept";
  }
  return "?";
}

llvm::StringRef nameOf(EdgeKind kind) {
  switch (kind) {
  case EdgeKind::Copy: return "copy";
  case EdgeKind::Alias: return "alias";
  case EdgeKind::Content: return "content";
  case EdgeKind::Negate: return "negate";
  case EdgeKind::Compare: return "compare";
  case EdgeKind::Truth: return "truth";
  }
  return "?";
}

llvm::StringRef nameOf(StepKind kind) {
  switch (kind) {
  case StepKind::Read: return "read";
  case StepKind::Assign: return "assign";
  case StepKind::Argument: return "argument";
  case StepKind::Return: return "return";
  case StepKind::Capture: return "capture";
  case StepKind::Throw: return "throw";
  case StepKind::Convert: return "convert";
  }
  return "?";
}

llvm::StringRef nameOf(CallKind kind) {
  switch (kind) {
  case CallKind::Direct: return "direct";
  case CallKind::Virtual: return "virtual";
  case CallKind::Indirect: return "indirect";
  case CallKind::Construct: return "construct";
  case CallKind::Destruct: return "destruct";
  case CallKind::Builds: return "builds";
  case CallKind::Reload: return "reload";
  }
  return "?";
}

llvm::StringRef nameOf(SymbolKind kind) {
  switch (kind) {
  case SymbolKind::Function: return "function";
  case SymbolKind::Field: return "field";
  case SymbolKind::Variable: return "variable";
  case SymbolKind::Parameter: return "parameter";
  case SymbolKind::Record: return "record";
  case SymbolKind::Alias: return "alias";
  case SymbolKind::Namespace: return "namespace";
  case SymbolKind::Enum: return "enum";
  }
  return "?";
}

llvm::StringRef nameOf(AnnotationKind kind) {
  switch (kind) {
  case AnnotationKind::Personal: return "personal";
  case AnnotationKind::Subject: return "subject";
  case AnnotationKind::OnlyFor: return "only-for";
  case AnnotationKind::Retention: return "retention";
  case AnnotationKind::Is: return "is";
  case AnnotationKind::NotPersonal: return "not-personal";
  case AnnotationKind::RunsFor: return "runs-for";
  case AnnotationKind::Sink: return "sink";
  case AnnotationKind::Marks: return "marks";
  case AnnotationKind::Unmarks: return "unmarks";
  case AnnotationKind::Expects: return "expects";
  case AnnotationKind::ConsentFor: return "consent-for";
  case AnnotationKind::Audits: return "audits";
  case AnnotationKind::Erases: return "erases";
  }
  return "?";
}

std::string printParameter(uint16_t parameter) {
  switch (parameter) {
  case This: return "this";
  case Callee: return "callee";
  case Rest: return "rest";
  case Handled: return "handled";
  case NoParameter: return "-";
  }
  return std::to_string(parameter);
}

std::string print(const FlowTables &flow, const Span &span) {
  if (!span)
    return "";
  return llvm::sys::path::filename(flow.texts[span.file]).str() + ":" + lineAndColumn(span);
}

std::string print(const FlowTables &flow, SymbolId id) {
  const Symbol *symbol = rowOf(flow.symbols, id);
  if (!symbol)
    return "?";
  return flow.texts[symbol->signature ? symbol->signature : symbol->name].str();
}

std::string print(const FlowTables &flow, PathId path) {
  llvm::SmallVector<const PathNode *, 8> nodes;
  for (const PathNode *node = rowOf(flow.paths, path); node && path.value != 0;
       path = node->parent, node = rowOf(flow.paths, path))
    nodes.push_back(node);
  std::string result;
  for (const PathNode *node : llvm::reverse(nodes)) {
    llvm::StringRef name = flow.texts[node->name];
    switch (node->kind) {
    case ProjectionKind::Deref: result += ".*"; break;
    case ProjectionKind::Field: result += "." + name.str(); break;
    case ProjectionKind::Element: result += "[]"; break;
    case ProjectionKind::ElementAt: result += "[" + name.str() + "]"; break;
    case ProjectionKind::ElementOf: result += "[argument " + name.str() + "]"; break;
    case ProjectionKind::Exception: result += "!" + name.str(); break;
    }
  }
  return result;
}

std::string print(const FlowTables &flow, const Port &port, const Function *in) {
  std::string result = nameOf(port.kind).str();
  switch (port.kind) {
  case PortKind::Entry:
  case PortKind::Exit: return result + "(" + printParameter(port.parameter) + ")";
  case PortKind::CallResult:
  case PortKind::ResultWrite: return result + "(" + callReference(flow, port.entity, in) + ")";
  case PortKind::CallOut:
  case PortKind::CallIn:
    return result + "(" + callReference(flow, port.entity, in) + ", " +
           printParameter(port.parameter) + ")";
  case PortKind::Read:
  case PortKind::Function:
  case PortKind::Created:
  case PortKind::Global: return result + "(" + print(flow, SymbolId(port.entity)) + ")";
  case PortKind::Literal: return result + "(" + quote(flow.texts[TextId(port.entity)]) + ")";
  case PortKind::Caught:
    return result + "(" + std::to_string(port.entity - (in ? in->handlers.begin : 0)) + ")";
  case PortKind::Return:
    if (in && returnsInManyBlocks(flow, *in) && port.entity != ~0u)
      result += "(" + blockNumber(port.entity, in) + ")";
    return result;
  case PortKind::Condition: return result + "(" + blockNumber(port.entity, in) + ")";
  case PortKind::Cell:
  case PortKind::Kept: return result + "(" + std::to_string(port.entity) + ")";
  case PortKind::Thrown:
    result += "(" + (TypeId(port.entity) ? printType(flow, TypeId(port.entity)) : "...");
    if (port.parameter != NoParameter)
      result += ", try " + std::to_string(port.parameter);
    return result + ")";
  }
  return result;
}

std::string print(const FlowTables &flow, const Port &port, PathId path, const Function *in) {
  return print(flow, port, in) + print(flow, path);
}

std::string print(const FlowTables &flow, const Edge &edge, const Function *in) {
  std::string result =
      print(flow, edge.from, edge.fromPath, in) + " -> " + print(flow, edge.to, edge.toPath, in);
  if (edge.kind != EdgeKind::Copy)
    result += " [" + nameOf(edge.kind).str() + "]";
  std::vector<std::string> excepts;
  for (PathId path : rowsOf(flow.excepts, edge.except))
    excepts.push_back(path == EmptyPath ? "everything" : print(flow, path));
  llvm::sort(excepts);
  if (!excepts.empty())
    result += " except " + llvm::join(excepts, ", ");
  return result;
}

std::string print(const FlowTables &flow, CallId id, const Function *in) {
  const Call *call = rowOf(flow.calls, id);
  if (!call)
    return callNumber(id.value, in) + " ?";
  std::string result = callNumber(id.value, in) + " " + nameOf(call->kind).str();
  if (call->callee)
    result += " " + print(flow, call->callee);
  if (call->receiver)
    result += " on " + print(flow, call->receiver);
  if (call->kind == CallKind::Builds) {
    uint16_t argument = call->builds & BuildsNumber;
    result += " type of " + std::string(call->builds & BuildsOfClass ? "class:" : "") +
              std::to_string(argument);
  }
  result += " with (";
  llvm::ListSeparator separator(", ");
  for (const Argument &argument : rowsOf(flow.arguments, call->arguments)) {
    result += llvm::StringRef(separator);
    result += printParameter(argument.parameter);
    std::string type = printType(flow, argument.type);
    if (!type.empty())
      result += " " + type;
    if (argument.literal)
      result += " = " + quote(flow.texts[argument.literal]);
  }
  result += ")";
  if (std::string type = printType(flow, call->resultType); !type.empty())
    result += " -> " + type;
  if (call->resultOverwritten != EmptyPath)
    result += " overwritten" + print(flow, call->resultOverwritten);
  if (in && call->guard)
    result += " in try " + std::to_string(call->guard.value - in->tries.begin);
  if (in && call->handling)
    result += " in handler " + std::to_string(call->handling.value - in->handlers.begin);
  llvm::ListSeparator space(" ");
  llvm::ArrayRef<TextId> macros = rowsOf(flow.textList, call->macros);
  if (!macros.empty())
    result += " macros ";
  for (TextId macro : macros) {
    result += llvm::StringRef(space);
    result += flow.texts[macro];
  }
  if (call->span)
    result += "  " + lineAndColumn(call->span);
  return result;
}

static std::string printTry(const FlowTables &flow, TryId id, const Function &in) {
  const Try *guard = rowOf(flow.tries, id);
  if (!guard)
    return "?";
  std::string result = std::to_string(id.value - in.tries.begin);
  if (guard->outer)
    result += " within " + std::to_string(guard->outer.value - in.tries.begin);
  result += " catches";
  llvm::ListSeparator separator(",");
  for (HandlerId handler : guard->handlers.ids()) {
    result += llvm::StringRef(separator).str() + " " +
              std::to_string(handler.value - in.handlers.begin) + " ";
    const Handler *row = rowOf(flow.handlers, handler);
    result += row && row->type ? printType(flow, row->type) : "...";
  }
  return result;
}

std::string print(const FlowTables &flow, const Annotation &annotation) {
  std::string result = print(flow, annotation.target);
  if (annotation.parameter != NoParameter)
    result += " parameter " + printParameter(annotation.parameter);
  result += " " + nameOf(annotation.kind).str();
  for (TextId word : rowsOf(flow.textList, annotation.words))
    result += " " + quote(flow.texts[word]);
  return result;
}

std::string print(const FlowTables &flow, const Function &function, const DumpOptions &options) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << "function " << functionTitle(flow, function, options);
  if (function.span)
    out << "  " << print(flow, function.span);
  out << "\n";
  dumpEdges(flow, function, out, options);
  for (CallId call : function.calls.ids())
    out << "  call " << print(flow, call, &function) << "\n";
  for (TryId id : function.tries.ids())
    out << "  try " << printTry(flow, id, function) << "\n";
  dumpBlocks(flow, function, out);
  return text;
}

void dump(const FlowTables &flow, llvm::raw_ostream &out, const DumpOptions &options) {
  std::vector<std::string> texts;
  for (const Function &function : flow.functions)
    texts.push_back(print(flow, function, options));
  writeSorted(std::move(texts), out);

  texts.clear();
  for (const Record &record : flow.records)
    texts.push_back(dumpRecord(flow, record));
  writeSorted(std::move(texts), out);

  texts.clear();
  for (const Override &override : flow.overrides)
    texts.push_back("override " + print(flow, override.method) + " of " +
                    print(flow, override.overridden) + "\n");
  writeSorted(std::move(texts), out);

  texts.clear();
  for (const Annotation &annotation : flow.annotations)
    texts.push_back("annotation " + print(flow, annotation) + "  " + print(flow, annotation.place) +
                    "\n");
  writeSorted(std::move(texts), out);

  texts.clear();
  for (const AllowComment &allow : flow.allows)
    texts.push_back("allow " + flow.texts[allow.rule].str() + " until " +
                    flow.texts[allow.until].str() + " by " + flow.texts[allow.by].str() + ": " +
                    flow.texts[allow.reason].str() + "  " + print(flow, allow.place) + "\n");
  writeSorted(std::move(texts), out);

  if (!options.symbols)
    return;
  texts.clear();
  for (const Symbol &symbol : flow.symbols)
    texts.push_back(dumpSymbol(flow, symbol));
  writeSorted(std::move(texts), out);
}

void dump(const Unit &unit, llvm::raw_ostream &out, const DumpOptions &options) {
  out << "unit " << llvm::sys::path::filename(unit.mainFile) << "\n";
  for (const UnitProblem &problem : unit.problems) {
    static constexpr llvm::StringLiteral levels[] = {"note", "warning", "error"};
    out << levels[std::min<unsigned>(problem.level, 2)] << " "
        << llvm::sys::path::filename(problem.file) << ":" << problem.line << ":" << problem.column
        << ": " << problem.message << "\n";
  }
  dump(unit.flow, out, options);
  for (const Fallback &fallback : unit.fallbacks)
    out << "fallback " << fallback.kind << " " << fallback.count << "\n";
  if (unit.systemBodiesSkipped)
    out << "system bodies skipped " << unit.systemBodiesSkipped << "\n";
  if (unit.pathsCut)
    out << "paths cut " << unit.pathsCut << "\n";
}

std::string dumpText(const FlowTables &flow, const DumpOptions &options) {
  std::string text;
  llvm::raw_string_ostream out(text);
  dump(flow, out, options);
  return text;
}

} // namespace earmark
