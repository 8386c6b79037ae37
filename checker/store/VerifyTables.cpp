#include "store/VerifyTables.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

namespace earmark {
namespace {

/// More objects out of sight than any function has: a number that a hostile file
/// may not make others allocate.
constexpr uint32_t MaxCells = 1 << 20;
constexpr uint32_t MaxList = 1 << 12;

class Verifier {
public:
  explicit Verifier(const FlowTables &flow) : flow(flow) {}
  std::string run();

private:
  const FlowTables &flow;
  std::string problem;
  std::string row; // being looked at: "edge 12"

  bool fail(const llvm::Twine &what) {
    if (problem.empty())
      problem = (row + ": " + what).str();
    return false;
  }
  /// For ids that may be none.
  template <typename Tag> bool id(Id<Tag> id, size_t size, const char *what) {
    return !id || id.value < size ||
           fail(llvm::Twine(what) + " " + llvm::Twine(id.value) + " of " + llvm::Twine(size));
  }
  template <typename Tag> bool some(Id<Tag> value, size_t size, const char *what) {
    return value ? id(value, size, what) : fail(llvm::Twine("no ") + what);
  }
  template <typename Tag> bool range(IdRange<Tag> range, size_t size, const char *what) {
    return (range.begin <= size && range.count <= size - range.begin) ||
           fail(llvm::Twine(what) + " " + llvm::Twine(range.begin) + "+" +
                llvm::Twine(range.count) + " of " + llvm::Twine(size));
  }
  template <typename Tag> bool inside(IdRange<Tag> inner, IdRange<Tag> outer, const char *what) {
    return inner.count == 0 ||
           (inner.begin >= outer.begin && inner.begin - outer.begin <= outer.count &&
            inner.count <= outer.count - (inner.begin - outer.begin)) ||
           fail(llvm::Twine(what) + " of another function");
  }
  template <typename Enum> bool kind(Enum value, Enum last, const char *what) {
    return value <= last || fail(llvm::Twine("unknown ") + what);
  }
  bool text(TextId value, const char *what) { return id(value, flow.texts.size(), what); }
  bool span(const Span &span) { return text(span.file, "file of a place"); }
  bool path(PathId value) { return some(value, flow.paths.size(), "path"); }

  void paths();
  void declarations();
  void lists();
  void function(const Function &function);
  bool port(const Port &port, const Function &function);
  void call(const Call &call);
  void annotations();
  void sharing();
  void cycles();
  template <typename Next> void noCycles(size_t count, const char *what, Next next);

  template <typename Rows, typename Check>
  void each(const Rows &rows, const char *what, Check check) {
    for (size_t i = 0; i < rows.size() && problem.empty(); ++i) {
      row = (llvm::Twine(what) + " " + llvm::Twine(i)).str();
      check(rows[i]);
    }
  }
};

void Verifier::paths() {
  row = "paths";
  if (flow.paths.empty() || flow.paths[0].parent || flow.paths[0].name) {
    fail("the first path is not the empty one");
    return;
  }
  std::vector<uint8_t> length(flow.paths.size());
  size_t at = 0;
  each(flow.paths, "path", [&](const PathNode &node) {
    size_t own = at++;
    if (own == 0)
      return;
    if (!node.parent || node.parent.value >= own) {
      fail("its parent does not come before it");
      return;
    }
    length[own] = length[node.parent.value] + 1;
    if (length[own] > MaxPathLength)
      fail("is too long");
    bool named = node.kind == ProjectionKind::Field || node.kind == ProjectionKind::ElementAt ||
                 node.kind == ProjectionKind::ElementOf;
    kind(node.kind, ProjectionKind::ElementOf, "projection") && text(node.name, "name") &&
        (named == bool(node.name) || fail(named ? "has no name" : "has a name"));
  });
}

void Verifier::lists() {
  each(flow.typeList, "type list", [&](TypeId type) { id(type, flow.types.size(), "type"); });
  each(flow.symbolList, "symbol list",
       [&](SymbolId symbol) { some(symbol, flow.symbols.size(), "symbol"); });
  each(flow.textList, "text list", [&](TextId word) { some(word, flow.texts.size(), "text"); });
  each(flow.excepts, "except", [&](PathId except) { path(except); });
  each(flow.steps, "step", [&](const Step &step) {
    span(step.span) && text(step.name, "name") && kind(step.kind, StepKind::Convert, "step");
  });
  each(flow.kills, "kill", [&](const Kill &kill) { path(kill.path); });
  each(flow.arguments, "argument", [&](const Argument &argument) {
    id(argument.type, flow.types.size(), "type") && span(argument.span) &&
        text(argument.literal, "literal");
  });
}

void Verifier::declarations() {
  size_t symbols = flow.symbols.size(), types = flow.types.size();
  each(flow.types, "type", [&](const Type &type) {
    text(type.spelling, "spelling") && id(type.record, symbols, "class") &&
        id(type.alias, symbols, "alias") &&
        range(type.arguments, flow.typeList.size(), "template arguments");
  });
  each(flow.symbols, "symbol", [&](const Symbol &symbol) {
    text(symbol.usr, "USR") && text(symbol.name, "name") && text(symbol.signature, "signature") &&
        kind(symbol.kind, SymbolKind::Enum, "kind of symbol") &&
        id(symbol.parent, symbols, "parent") && id(symbol.type, types, "type") &&
        range(symbol.parameters, flow.typeList.size(), "parameters") &&
        range(symbol.parameterNames, flow.textList.size(), "names of parameters") &&
        range(symbol.templateArguments, flow.typeList.size(), "template arguments") &&
        span(symbol.place);
  });
  each(flow.records, "record", [&](const Record &record) {
    size_t list = flow.symbolList.size();
    some(record.symbol, symbols, "class") && range(record.bases, list, "bases") &&
        range(record.fields, list, "fields") && range(record.methods, list, "methods");
  });
  each(flow.overrides, "override", [&](const Override &row) {
    some(row.method, symbols, "method") && some(row.overridden, symbols, "overridden method");
  });
}

bool Verifier::port(const Port &port, const Function &function) {
  switch (port.kind) {
  case PortKind::CallResult:
  case PortKind::CallOut:
  case PortKind::CallIn:
  case PortKind::ResultWrite:
    return function.calls.contains(CallId(port.entity)) || fail("a call of another function");
  case PortKind::Read:
  case PortKind::Function:
  case PortKind::Created:
  case PortKind::Global: return some(SymbolId(port.entity), flow.symbols.size(), "symbol");
  case PortKind::Literal: return some(TextId(port.entity), flow.texts.size(), "text");
  case PortKind::Caught:
    return function.handlers.contains(HandlerId(port.entity)) ||
           fail("a handler of another function");
  case PortKind::Thrown:
    return (port.parameter == NoParameter || port.parameter < function.tries.count ||
            fail("a try that the function does not have")) &&
           id(TypeId(port.entity), flow.types.size(), "type");
  case PortKind::Return:
    return port.entity == ~0u || function.blocks.contains(BlockId(port.entity)) ||
           fail("a block of another function");
  case PortKind::Condition:
    return function.blocks.contains(BlockId(port.entity)) || fail("a block of another function");
  case PortKind::Cell:
  case PortKind::Kept:
    return port.entity < function.cells || fail("a cell that the function does not have");
  case PortKind::Entry:
  case PortKind::Exit: return true;
  }
  return fail("unknown kind of port");
}

void Verifier::call(const Call &call) {
  kind(call.kind, CallKind::Reload, "kind of call") &&
      id(call.callee, flow.symbols.size(), "callee") &&
      id(call.receiver, flow.symbols.size(), "receiver") &&
      range(call.arguments, flow.arguments.size(), "arguments") && span(call.span) &&
      text(call.text, "text") && range(call.macros, flow.textList.size(), "macros") &&
      id(call.resultType, flow.types.size(), "type") && path(call.resultOverwritten);
}

void Verifier::function(const Function &function) {
  std::string own = row;
  if (!some(function.symbol, flow.symbols.size(), "symbol") ||
      !range(function.edges, flow.edges.size(), "edges") ||
      !range(function.kills, flow.kills.size(), "kills") ||
      !range(function.calls, flow.calls.size(), "calls") ||
      !range(function.blocks, flow.blocks.size(), "blocks") ||
      !range(function.tries, flow.tries.size(), "tries") ||
      !range(function.handlers, flow.handlers.size(), "handlers") || !span(function.span))
    return;
  if (function.cells > MaxCells) {
    fail("too many cells");
    return;
  }
  for (EdgeId edgeId : function.edges.ids()) {
    const Edge &edge = flow.edges[edgeId.value];
    row = own + ", edge " + std::to_string(edgeId.value);
    if (!port(edge.from, function) || !port(edge.to, function))
      return;
  }
  for (TryId tryId : function.tries.ids()) {
    const Try &guard = flow.tries[tryId.value];
    row = own + ", try " + std::to_string(tryId.value);
    if (!inside(guard.handlers, function.handlers, "handlers"))
      return;
    // An outer one comes first, so none is within itself.
    if (guard.outer && (!function.tries.contains(guard.outer) || guard.outer >= tryId)) {
      fail("its outer try does not come before it");
      return;
    }
  }
  for (CallId callId : function.calls.ids()) {
    const Call &call = flow.calls[callId.value];
    row = own + ", call " + std::to_string(callId.value);
    if ((call.guard && !function.tries.contains(call.guard)) ||
        (call.handling && !function.handlers.contains(call.handling))) {
      fail("a try of another function");
      return;
    }
  }
  for (BlockId blockId : function.blocks.ids()) {
    const Block &block = flow.blocks[blockId.value];
    row = own + ", block " + std::to_string(blockId.value);
    if (!inside(block.calls, function.calls, "calls") ||
        !range(block.successors, flow.blockList.size(), "successors") || !span(block.span))
      return;
    for (uint32_t i = 0; i < block.successors.count; ++i)
      if (!function.blocks.contains(flow.blockList[block.successors.begin + i])) {
        fail("a successor in another function");
        return;
      }
  }
}

void Verifier::annotations() {
  each(flow.annotations, "annotation", [&](const Annotation &row) {
    kind(row.kind, AnnotationKind::Erases, "annotation") &&
        some(row.target, flow.symbols.size(), "target") &&
        range(row.words, flow.textList.size(), "words") && span(row.place);
  });
  each(flow.allows, "comment", [&](const AllowComment &row) {
    text(row.rule, "rule") && text(row.until, "date") && text(row.by, "name") &&
        text(row.reason, "reason") && span(row.place);
  });
}

/// Rows belong to one owner: shared by many, a small file could make later stages
/// copy without end.
void Verifier::sharing() {
  row = "functions";
  uint64_t edges = 0, kills = 0, calls = 0, blocks = 0, tries = 0, handlers = 0;
  for (const Function &function : flow.functions) {
    edges += function.edges.count;
    kills += function.kills.count;
    calls += function.calls.count;
    blocks += function.blocks.count;
    tries += function.tries.count;
    handlers += function.handlers.count;
  }
  if (edges > flow.edges.size() || kills > flow.kills.size() || calls > flow.calls.size() ||
      blocks > flow.blocks.size() || tries > flow.tries.size() || handlers > flow.handlers.size())
    fail("two of them share edges, kills, calls, blocks, tries or handlers");
  each(flow.edges, "edge", [&](const Edge &edge) {
    if (edge.steps.count > MaxList || edge.except.count > MaxList)
      fail("too many steps or exceptions");
  });
}

/// Depth first, with an explicit stack: a hostile chain must not end ours.
template <typename Next> void Verifier::noCycles(size_t count, const char *what, Next next) {
  enum : uint8_t { New, Open, Done };
  std::vector<uint8_t> state(count, New);
  llvm::SmallVector<std::pair<uint32_t, uint32_t>, 16> stack;
  for (uint32_t start = 0; start < count && problem.empty(); ++start) {
    if (state[start] != New)
      continue;
    stack.push_back({start, 0});
    state[start] = Open;
    while (!stack.empty()) {
      auto &[at, edge] = stack.back();
      uint32_t to = next(at, edge++);
      if (to == ~0u) {
        state[at] = Done;
        stack.pop_back();
      } else if (to < count && state[to] == New) {
        state[to] = Open;
        stack.push_back({to, 0});
      } else if (to < count && state[to] == Open) {
        row = (llvm::Twine(what) + " " + llvm::Twine(to)).str();
        fail("contains itself");
        return;
      }
    }
  }
}

void Verifier::cycles() {
  // ~0 ends the list; none in the middle of one is a number past the end.
  auto skip = [](uint32_t value) { return value == ~0u ? ~0u - 1 : value; };
  noCycles(flow.symbols.size(), "symbol", [&](uint32_t at, uint32_t edge) {
    return edge == 0 ? flow.symbols[at].parent.value : ~0u;
  });
  noCycles(flow.types.size(), "type", [&](uint32_t at, uint32_t edge) {
    IdRange<struct TypeListTag> list = flow.types[at].arguments;
    return edge < list.count ? skip(flow.typeList[list.begin + edge].value) : ~0u;
  });
  std::vector<uint32_t> recordOf(flow.symbols.size(), ~0u);
  for (uint32_t i = 0; i < flow.records.size(); ++i)
    recordOf[flow.records[i].symbol.value] = i;
  noCycles(flow.records.size(), "record", [&](uint32_t at, uint32_t edge) {
    IdRange<struct SymbolListTag> list = flow.records[at].bases;
    return edge < list.count ? skip(recordOf[flow.symbolList[list.begin + edge].value]) : ~0u;
  });
}

std::string Verifier::run() {
  paths();
  lists();
  declarations();
  each(flow.edges, "edge", [&](const Edge &edge) {
    path(edge.fromPath) && path(edge.toPath) && kind(edge.kind, EdgeKind::Truth, "edge") &&
        range(edge.except, flow.excepts.size(), "exceptions") &&
        range(edge.steps, flow.steps.size(), "steps");
  });
  each(flow.calls, "call", [&](const Call &row) { call(row); });
  each(flow.handlers, "handler",
       [&](const Handler &row) { id(row.type, flow.types.size(), "type"); });
  each(flow.functions, "function", [&](const Function &row) { function(row); });
  annotations();
  if (problem.empty())
    sharing();
  if (problem.empty())
    cycles();
  return problem;
}

} // namespace

llvm::Error verifyTables(const FlowTables &flow) {
  std::string problem = Verifier(flow).run();
  if (problem.empty())
    return llvm::Error::success();
  return llvm::createStringError(std::errc::invalid_argument, "%s", problem.c_str());
}

} // namespace earmark
