#include "link/ConnectSignals.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringRef.h"

#include <map>

namespace earmark {
namespace {

using Functions = llvm::SmallSetVector<SymbolId, 2>;

class Connector {
public:
  Connector(Program &program, llvm::ArrayRef<Connection> connections)
      : program(program), flow(program.flow) {
    llvm::DenseSet<uint32_t> connecting;
    for (const Connection &connection : connections)
      connecting.insert(connection.call.value);
    for (const Function &function : flow.functions) {
      bool connects = false;
      for (CallId call : function.calls.ids())
        connects |= connecting.count(call.value) != 0;
      if (!connects)
        continue;
      for (EdgeId edge : function.edges.ids())
        if (flow.edges[edge.value].to.kind == PortKind::CallIn)
          arguments[flow.edges[edge.value].to].push_back(edge.value);
    }
    for (uint32_t i = 0; i < flow.symbols.size(); ++i)
      if (flow.symbols[i].parent && lastName(SymbolId(i)) == "operator()")
        callOperators[flow.symbols[i].parent].push_back(SymbolId(i));
    for (const Connection &connection : connections) {
      const ModelConnects &what = connection.what;
      Functions slots = named(connection.call, what.slot, what.receiver);
      for (SymbolId signal : named(connection.call, what.signal, what.sender))
        slotsOf[signal].insert(slots.begin(), slots.end());
    }
  }

  void run() {
    for (uint32_t call = 0; call < flow.calls.size(); ++call) {
      SymbolId callee = flow.calls[call].callee;
      if (!callee || !slotsOf.count(callee))
        continue;
      CallTargets &targets = program.targets[call];
      Functions seen;
      addSlots(callee, targets, seen);
    }
  }

private:
  Program &program;
  FlowTables &flow;
  std::map<Port, std::vector<uint32_t>> arguments; // edges, of functions that connect
  llvm::DenseMap<SymbolId, llvm::SmallVector<SymbolId, 1>> callOperators; // by class
  std::map<SymbolId, Functions> slotsOf;

  void addSlots(SymbolId signal, CallTargets &targets, Functions &seen) {
    auto found = slotsOf.find(signal);
    if (found == slotsOf.end() || !seen.insert(signal))
      return;
    targets.unknown = false; // the signal itself only calls them
    for (SymbolId slot : found->second) {
      FunctionId body = program.bodyOf[slot.value];
      if (body && llvm::none_of(targets.bodies, [&](const Target &t) { return t.function == body; }))
        targets.bodies.push_back({body, true});
      addSlots(slot, targets, seen);
    }
  }

  /// The functions that an argument is.
  Functions named(CallId call, uint16_t parameter, uint16_t object, unsigned depth = 0) {
    Functions result;
    auto found = arguments.find({PortKind::CallIn, parameter, call.value});
    if (found == arguments.end() || depth > 3)
      return result;
    for (uint32_t row : found->second) {
      const Edge &edge = flow.edges[row];
      switch (edge.from.kind) {
      case PortKind::Function:
        result.insert(SymbolId(edge.from.entity));
        break;
      case PortKind::Created:
        for (SymbolId method : callOperators.lookup(SymbolId(edge.from.entity)))
          result.insert(method);
        break;
      case PortKind::Literal:
        addText(call, flow.texts[TextId(edge.from.entity)], object, result);
        break;
      case PortKind::CallResult: // qFlagLocation("2changed()"), QOverload<int>::of(&A::changed)
        for (uint16_t inner : {uint16_t(0), uint16_t(1)})
          if (auto at = arguments.find({PortKind::CallIn, inner, edge.from.entity}); at != arguments.end()) {
            for (uint32_t from : at->second)
              if (flow.edges[from].from.kind == PortKind::Literal)
                addText(call, flow.texts[TextId(flow.edges[from].from.entity)], object, result);
            for (SymbolId function : named(CallId(edge.from.entity), inner, object, depth + 1))
              result.insert(function);
          }
        break;
      default:
        break;
      }
    }
    return result;
  }

  llvm::StringRef lastName(SymbolId id) const {
    llvm::StringRef name = flow.texts[flow.symbols[id.value].name];
    size_t at = name.rfind("::");
    return at == llvm::StringRef::npos ? name : name.drop_front(at + 2);
  }

  /// "2changed(QString)": a method of the object's class, or of one that it derives from.
  void addText(CallId call, llvm::StringRef text, uint16_t object, Functions &result) {
    llvm::StringRef name = text.take_until([](char c) { return c == '('; });
    name = name.drop_while([](char c) { return c >= '0' && c <= '9'; }).trim();
    if (name.empty() || name == text)
      return;
    llvm::SmallVector<SymbolId, 8> classes;
    for (ArgumentId id : flow.calls[call.value].arguments.ids())
      if (const Argument &argument = flow.arguments[id.value]; argument.parameter == object && argument.type)
        if (SymbolId record = flow.types[argument.type.value].record)
          classes.push_back(record);
    for (size_t i = 0; i < classes.size() && i < 64; ++i) {
      auto row = program.recordOf.find(classes[i]);
      if (row == program.recordOf.end())
        continue;
      const Record &record = flow.records[row->second];
      size_t before = result.size();
      for (uint32_t m = 0; m < record.methods.count; ++m) {
        SymbolId method = flow.symbolList[record.methods.begin + m];
        if (lastName(method) == name)
          result.insert(method);
      }
      if (result.size() == before)
        for (uint32_t b = 0; b < record.bases.count; ++b)
          classes.push_back(flow.symbolList[record.bases.begin + b]);
    }
  }
};

} // namespace

void connectSignals(Program &program, llvm::ArrayRef<Connection> connections) {
  if (!connections.empty())
    Connector(program, connections).run();
}

} // namespace earmark
