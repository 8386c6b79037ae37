#include "policy/Erasers.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

bool erases(const Program &program, SymbolId symbol) {
  return symbol && llvm::any_of(program.roles[symbol.value], [](const Role &role) {
           return role.kind == AnnotationKind::Erases;
         });
}

/// The symbols that run, as far as the program shows.
struct Running {
  const Program &program;
  const Reach &reach;
  llvm::BitVector symbols, functions;
  std::vector<FunctionId> work{};

  void start(FunctionId function) {
    if (functions[function.value])
      return;
    functions.set(function.value);
    work.push_back(function);
  }

  void reachSymbol(SymbolId symbol) {
    if (!symbol || symbols[symbol.value])
      return;
    symbols.set(symbol.value);
    if (FunctionId body = program.bodyOf[symbol.value])
      start(body);
    // Whichever overrider the object has.
    if (symbol.value < program.overriders.size())
      for (SymbolId overrider : program.overriders[symbol.value])
        reachSymbol(overrider);
  }

  void run() {
    const FlowTables &flow = program.flow;
    while (!work.empty()) {
      FunctionId function = work.back();
      work.pop_back();
      const Function &row = flow.functions[function.value];
      if (row.symbol)
        symbols.set(row.symbol.value);
      for (CallId call : row.calls.ids()) {
        reachSymbol(flow.calls[call.value].callee);
        for (const Target &target : program.targets[call.value].bodies)
          start(target.function);
        if (call.value < reach.resolved.size())
          for (FunctionId body : reach.resolved[call.value])
            start(body);
      }
      for (uint32_t i = 0; i < row.edges.count; ++i)
        if (const Port &from = flow.edges[row.edges.begin + i].from;
            from.kind == PortKind::Function)
          reachSymbol(SymbolId(from.entity));
    }
  }
};

} // namespace

Erasers findErasers(const Program &program, const Reach &reach) {
  Erasers erasers;
  const FlowTables &flow = program.flow;
  std::vector<FunctionId> mains;
  for (uint32_t i = 0; i < flow.functions.size(); ++i)
    if (SymbolId symbol = flow.functions[i].symbol;
        symbol && !(flow.functions[i].flags & IsModel) &&
        flow.texts[flow.symbols[symbol.value].name] == "main")
      mains.push_back(FunctionId(i));
  erasers.whole = !mains.empty();
  bool any = false;
  for (uint32_t i = 0; i < program.roles.size(); ++i)
    any |= erases(program, SymbolId(i));
  if (!any)
    return erasers;

  Running running{program, reach, llvm::BitVector(flow.symbols.size()),
                  llvm::BitVector(flow.functions.size())};
  for (FunctionId main : mains)
    running.start(main);
  // Without a main, whatever nothing calls may be called from outside; that
  // something erases is what has to be shown.
  for (uint32_t i = 0; i < flow.functions.size(); ++i) {
    const Function &function = flow.functions[i];
    if (function.flags & IsModel || !function.symbol)
      continue;
    bool isInitialiser = flow.symbols[function.symbol.value].kind != SymbolKind::Function;
    if (isInitialiser || (mains.empty() && program.callersOf.size() > i &&
                          program.callersOf[i].empty() && !erases(program, function.symbol)))
      running.start(FunctionId(i));
  }
  running.run();
  for (uint32_t i = 0; i < program.roles.size(); ++i)
    for (const Role &role : program.roles[i])
      if (role.kind == AnnotationKind::Erases && !role.words.empty())
        erasers.all.push_back({flow.texts[flow.symbols[i].name].str(), role.words[0],
                               role.words.size() > 1 ? role.words[1] : "", running.symbols[i]});
  return erasers;
}

} // namespace earmark
