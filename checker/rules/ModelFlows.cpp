#include "rules/ModelFlows.h"

#include "rules/Formats.h"
#include "rules/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

#include <map>
#include <tuple>

namespace earmark {
namespace {

class FlowReader {
public:
  FlowReader(Reader &reader, FlowBuilder &flow) : reader(reader), flow(flow) {
    function.flags = IsModel;
    function.kills.begin = uint32_t(flow.tables.kills.size());
    function.calls.begin = uint32_t(flow.tables.calls.size());
    function.blocks = {uint32_t(flow.tables.blocks.size()), 1};
    function.tries.begin = uint32_t(flow.tables.tries.size());
    function.handlers.begin = uint32_t(flow.tables.handlers.size());
  }

  FunctionId read(const Fields &fields) {
    // Calls first: flows name them.
    if (const YamlNode *calls = fields["calls"])
      eachMap(*calls, "'calls'", [&](const YamlNode &node) { readCall(node); });
    if (const YamlNode *builds = fields["builds"])
      eachMap(*builds, "'builds'", [&](const YamlNode &node) { readBuild(node); });
    if (const YamlNode *compares = fields["compares"])
      eachMap(*compares, "'compares'", [&](const YamlNode &node) { readComparison(node); });
    if (const YamlNode *flows = fields["flows"])
      reader.each(*flows, "'flows'", [&](const YamlNode &node) {
        if (std::optional<ModelFlow> said = readFlow(reader, node))
          addFlow(node, *said);
      });
    if (const YamlNode *kills = fields["kills"])
      reader.each(*kills, "'kills'", [&](const YamlNode &node) { readKill(node); });
    return finish();
  }

private:
  Reader &reader;
  FlowBuilder &flow;
  Function function;
  std::vector<Edge> edges;
  std::map<std::string, CallId> calls;

  template <typename Read> void eachMap(const YamlNode &node, llvm::StringRef what, Read read) {
    if (reader.list(node, what))
      for (const YamlNode &item : node.values)
        read(item);
  }

  /// Argument numbers that the model names are its parameters; Rest is what follows.
  void noteParameters(const ModelTerm &term) {
    auto note = [&](unsigned number) {
      function.parameters = std::max<uint16_t>(function.parameters, uint16_t(number + 1));
    };
    if (term.root == ModelTerm::Argument && term.parameter < NoParameter)
      note(term.parameter);
    for (const auto &[kind, name] : term.path)
      if (unsigned number;
          kind == ProjectionKind::ElementOf && !llvm::StringRef(name).getAsInteger(10, number))
        note(number);
  }

  SymbolId global(const std::string &name) {
    TextId usr = flow.text("model:" + name);
    auto &symbols = flow.tables.symbols;
    for (uint32_t i = 0; i < symbols.size(); ++i)
      if (symbols[i].usr == usr)
        return SymbolId(i);
    Symbol symbol;
    symbol.usr = usr;
    symbol.name = symbol.signature = flow.text(name);
    symbol.kind = SymbolKind::Variable;
    symbol.flags = FromSystem | IsDefined;
    symbols.push_back(symbol);
    return SymbolId(uint32_t(symbols.size()) - 1);
  }

  std::optional<CallId> call(const YamlNode &node, const ModelTerm &term) {
    auto found = calls.find(term.name);
    if (found != calls.end())
      return found->second;
    std::vector<llvm::StringRef> known;
    for (const auto &[id, call] : calls)
      known.push_back(id);
    reader.wrongWithin(node, term.offset,
                       "no call or build of this model has the id '" + term.name + "'" +
                           expectedOneOf(term.name, known));
    return std::nullopt;
  }

  /// The handler of all that the call throws: then none of it leaves the model
  /// but what a flow says.
  HandlerId handlerOf(CallId call) {
    Call &row = flow.tables.calls[call.value];
    if (!row.guard) {
      HandlerId handler(uint32_t(flow.tables.handlers.size()));
      row.guard = TryId(uint32_t(flow.tables.tries.size()));
      flow.tables.handlers.push_back({});
      flow.tables.tries.push_back({TryId(), {handler.value, 1}});
    }
    return HandlerId(flow.tables.tries[row.guard.value].handlers.begin);
  }

  /// The port that a flow starts at.
  std::optional<Port> source(const YamlNode &node, const ModelTerm &term) {
    noteParameters(term);
    switch (term.root) {
    case ModelTerm::Argument: return Port{PortKind::Entry, term.parameter, ~0u};
    case ModelTerm::Global: return Port{PortKind::Global, NoParameter, global(term.name).value};
    case ModelTerm::CallReturn:
    case ModelTerm::CallArgument: {
      std::optional<CallId> id = call(node, term);
      if (!id)
        return std::nullopt;
      return term.root == ModelTerm::CallReturn
                 ? Port{PortKind::CallResult, NoParameter, id->value}
                 : Port{PortKind::CallOut, term.parameter, id->value};
    }
    case ModelTerm::CallThrown: {
      std::optional<CallId> id = call(node, term);
      return id ? std::optional(Port{PortKind::Caught, NoParameter, handlerOf(*id).value})
                : std::nullopt;
    }
    case ModelTerm::Return:
    case ModelTerm::Thrown: break;
    }
    reader.wrongWithin(node, term.offset,
                       "what is returned or thrown cannot be read; expected it on the "
                       "right side of the arrow");
    return std::nullopt;
  }

  /// The port that a flow ends at.
  std::optional<Port> target(const YamlNode &node, const ModelTerm &term) {
    noteParameters(term);
    switch (term.root) {
    case ModelTerm::Argument:
      if (term.parameter == Handled)
        break;
      return Port{PortKind::Exit, term.parameter, ~0u};
    case ModelTerm::Return: return Port{PortKind::Return, NoParameter, function.blocks.begin};
    case ModelTerm::Thrown: return Port{PortKind::Thrown, NoParameter, ~0u};
    case ModelTerm::Global: return Port{PortKind::Global, NoParameter, global(term.name).value};
    case ModelTerm::CallReturn:
    case ModelTerm::CallThrown:
    case ModelTerm::CallArgument: break;
    }
    if (term.root == ModelTerm::Argument || term.root == ModelTerm::CallThrown) {
      reader.wrongWithin(node, term.offset,
                         "what is handled or what a call throws cannot be written; expected "
                         "it on the left side of the arrow");
      return std::nullopt;
    }
    std::optional<CallId> id = call(node, term);
    if (!id)
      return std::nullopt;
    return term.root == ModelTerm::CallReturn ? Port{PortKind::ResultWrite, NoParameter, id->value}
                                              : Port{PortKind::CallIn, term.parameter, id->value};
  }

  void addEdge(Port from, PathId fromPath, Port to, PathId toPath, EdgeKind kind) {
    Edge edge;
    edge.from = from;
    edge.fromPath = fromPath;
    edge.to = to;
    edge.toPath = toPath;
    edge.kind = kind;
    edges.push_back(edge);
  }

  void addFlow(const YamlNode &node, const ModelFlow &said) {
    std::optional<Port> from = source(node, said.from), to = target(node, said.to);
    if (from && to)
      addEdge(*from, pathOf(said.from, flow), *to, pathOf(said.to, flow), said.kind);
  }

  void readKill(const YamlNode &node) {
    std::optional<ModelTerm> term = readTerm(reader, node);
    if (!term)
      return;
    if (term->root != ModelTerm::Argument || term->parameter == Handled)
      return reader.wrong(node, "'" + node.text +
                                    "' cannot be overwritten; expected this, a number or rest");
    noteParameters(*term);
    flow.tables.kills.push_back({term->parameter, pathOf(*term, flow)});
  }

  std::optional<CallId> newCall(const Fields &fields, CallKind kind) {
    const YamlNode *id = fields.require("id");
    if (!id)
      return std::nullopt;
    std::string name = reader.newWord(*id, "the id");
    CallId row(uint32_t(flow.tables.calls.size()));
    if (name.empty())
      return std::nullopt;
    if (!calls.try_emplace(name, row).second) {
      reader.wrong(*id, "two calls have the id '" + name + "'; expected one");
      return std::nullopt;
    }
    Call call;
    call.kind = kind;
    flow.tables.calls.push_back(call);
    return row;
  }

  /// What is passed is the same memory in the callee, and what that leaves there
  /// is there afterwards.
  void pass(const YamlNode &node, const ModelTerm &term, CallId id, uint16_t parameter) {
    std::optional<Port> from = source(node, term);
    if (!from)
      return;
    PathId path = pathOf(term, flow);
    addEdge(*from, path, {PortKind::CallIn, parameter, id.value}, EmptyPath, EdgeKind::Alias);
    if (from->kind == PortKind::Entry && from->parameter != Handled)
      addEdge({PortKind::CallOut, parameter, id.value}, EmptyPath,
              {PortKind::Exit, from->parameter, ~0u}, path, EdgeKind::Copy);
  }

  void readArguments(const Fields &fields, CallId id, bool hasCallee, const YamlNode *self) {
    llvm::SmallVector<Argument, 4> rows;
    auto row = [&](uint16_t parameter) {
      Argument argument;
      argument.parameter = parameter;
      rows.push_back(argument);
    };
    if (hasCallee)
      row(Callee);
    if (self) {
      row(This);
      if (std::optional<ModelTerm> term = readTerm(reader, *self))
        pass(*self, *term, id, This);
    }
    uint16_t number = 0;
    bool rest = false;
    if (const YamlNode *arguments = fields["arguments"])
      reader.each(*arguments, "'arguments'", [&](const YamlNode &node) {
        std::optional<ModelTerm> term = readTerm(reader, node);
        if (!term)
          return;
        if (rest)
          return reader.wrong(node, "an argument behind 'rest'; expected 'rest' last");
        rest = term->root == ModelTerm::Argument && term->parameter == Rest;
        uint16_t parameter = rest ? Rest : number++;
        row(parameter);
        pass(node, *term, id, parameter);
      });
    flow.tables.calls[id.value].arguments = {uint32_t(flow.tables.arguments.size()),
                                             uint32_t(rows.size())};
    llvm::append_range(flow.tables.arguments, rows);
  }

  void readCall(const YamlNode &node) {
    Fields fields(reader, node, keys::Call, "the call");
    std::optional<CallId> id = newCall(fields, CallKind::Indirect);
    const YamlNode *callee = fields.require("callee");
    if (!id || !callee)
      return;
    if (std::optional<ModelTerm> term = readTerm(reader, *callee))
      if (std::optional<Port> from = source(*callee, *term))
        addEdge(*from, pathOf(*term, flow), {PortKind::CallIn, Callee, id->value}, EmptyPath,
                EdgeKind::Copy);
    readArguments(fields, *id, true, fields["this"]);
    if (const YamlNode *takes = fields["takes"])
      flow.tables.calls[id->value].text = flow.text(takenClass(*takes));
  }

  /// A class, or with "!" in front what is none.
  std::string takenClass(const YamlNode &node) {
    if (node.isScalar())
      return node.text;
    if (node.kind == YamlNode::Sequence && node.values.size() == 2 && node.values[0].isScalar() &&
        node.values[0].text == "not" && node.values[1].isScalar())
      return "!" + node.values[1].text;
    reader.wrong(node, "'takes' is " + kindName(node) +
                           "; expected a class, or [not, class], that the first parameter is of");
    return "";
  }

  /// The template argument that `node` names.
  std::optional<uint16_t> templateArgument(const YamlNode &node) {
    llvm::StringRef text = node.text;
    uint16_t bit = text.consume_front("class:") ? BuildsOfClass : 0;
    unsigned number;
    if (!text.getAsInteger(10, number) && number <= 63)
      return uint16_t(number) | bit;
    reader.wrong(node, "'" + node.text +
                           "' names no template argument; expected its number from 0 of the "
                           "function, or class:0 of its class");
    return std::nullopt;
  }

  void readComparison(const YamlNode &node) {
    Fields fields(reader, node, keys::Comparison, "the comparison");
    const YamlNode *by = fields["by"], *among = fields["among"], *of = fields.require("of");
    if (!by == !among)
      return reader.wrong(node, "expected either 'by', the type of what compares, or 'among', "
                                "of what is compared");
    std::optional<uint16_t> argument = templateArgument(by ? *by : *among);
    if (!argument || !of)
      return;
    CallId id(uint32_t(flow.tables.calls.size()));
    Call call;
    call.kind = CallKind::Builds;
    call.builds = *argument | BuildsCompares | (among ? BuildsAmong : 0);
    if (const YamlNode *equal = fields["equal"]; equal && reader.boolean(*equal, "'equal'"))
      call.builds |= BuildsEqual;
    flow.tables.calls.push_back(call);
    reader.each(*of, "'of'", [&](const YamlNode &node) {
      if (std::optional<ModelTerm> term = readTerm(reader, node))
        if (std::optional<Port> from = source(node, *term))
          addEdge(*from, pathOf(*term, flow), {PortKind::CallIn, 0, id.value}, EmptyPath,
                  EdgeKind::Copy);
    });
  }

  void readBuild(const YamlNode &node) {
    Fields fields(reader, node, keys::Build, "the build");
    std::optional<CallId> id = newCall(fields, CallKind::Builds);
    const YamlNode *type = fields.require("type"), *into = fields.require("into");
    if (!id || !type || !into)
      return;
    if (std::optional<uint16_t> argument = templateArgument(*type))
      flow.tables.calls[id->value].builds = *argument;
    readArguments(fields, *id, false, nullptr);
    if (std::optional<ModelTerm> term = readTerm(reader, *into))
      if (std::optional<Port> to = target(*into, *term))
        addEdge({PortKind::CallOut, This, id->value}, EmptyPath, *to, pathOf(*term, flow),
                EdgeKind::Copy);
  }

  FunctionId finish() {
    FlowTables &tables = flow.tables;
    llvm::sort(edges, [](const Edge &a, const Edge &b) {
      return std::tuple(a.from, a.fromPath, a.to, a.toPath, a.kind) <
             std::tuple(b.from, b.fromPath, b.to, b.toPath, b.kind);
    });
    edges.erase(std::unique(edges.begin(), edges.end(),
                            [](const Edge &a, const Edge &b) {
                              return std::tuple(a.from, a.fromPath, a.to, a.toPath, a.kind) ==
                                     std::tuple(b.from, b.fromPath, b.to, b.toPath, b.kind);
                            }),
                edges.end());
    function.edges = {uint32_t(tables.edges.size()), uint32_t(edges.size())};
    llvm::append_range(tables.edges, edges);
    function.kills.count = uint32_t(tables.kills.size()) - function.kills.begin;
    function.calls.count = uint32_t(tables.calls.size()) - function.calls.begin;
    function.tries.count = uint32_t(tables.tries.size()) - function.tries.begin;
    function.handlers.count = uint32_t(tables.handlers.size()) - function.handlers.begin;
    Block block;
    block.calls = function.calls;
    block.returns = true;
    tables.blocks.push_back(block);
    tables.functions.push_back(function);
    return FunctionId(uint32_t(tables.functions.size()) - 1);
  }
};

} // namespace

FunctionId readModelFlows(Reader &reader, const Fields &fields, FlowBuilder &flow) {
  return FlowReader(reader, flow).read(fields);
}

} // namespace earmark
