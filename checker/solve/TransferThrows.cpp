// Exceptions. What is thrown goes to the handlers of the tries around, innermost
// first, until one certainly takes it; else it leaves the function, and goes on
// from the calls that entered it. Its type decides, so it travels with the data:
// behind a handler, and in whatever holds an exception (exception_ptr), as the
// first projection of the path, `!std::runtime_error`. That is taken off where the
// handler's own variable is read, and used again where it is thrown again.
#include "solve/CallInfo.h"
#include "solve/Tabulation.h"
#include "solve/Unwind.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

enum class Catches : uint8_t { No, Perhaps, Certainly };

/// `base` is `derived` or one of the classes that it derives from.
bool isBaseOf(const Tabulation &solve, SymbolId base, SymbolId derived) {
  llvm::SmallVector<SymbolId, 8> classes{derived};
  for (size_t i = 0; i < classes.size() && i < 256; ++i) {
    if (classes[i] == base)
      return true;
    auto row = solve.program.recordOf.find(classes[i]);
    if (row == solve.program.recordOf.end())
      continue;
    IdRange<SymbolListTag> bases = solve.flow.records[row->second].bases;
    for (uint32_t b = 0; b < bases.count; ++b)
      if (SymbolId next = solve.flow.symbolList[bases.begin + b];
          !llvm::is_contained(classes, next))
        classes.push_back(next);
  }
  return false;
}

/// Without qualifiers, which a conversion adds, and without a reference.
std::string plainSpelling(llvm::StringRef spelling) {
  std::string result;
  spelling.consume_back("&");
  while (!spelling.empty()) {
    auto [word, rest] = spelling.split(' ');
    if (word != "const" && word != "volatile" && !word.empty())
      result += (result.empty() ? "" : " ") + word.str();
    spelling = rest;
  }
  while (llvm::StringRef(result).ends_with("*const"))
    result.resize(result.size() - 5);
  return result;
}

Catches catches(const Tabulation &solve, TypeId handlerId, TypeId thrownId) {
  const Type *handler = solve.type(handlerId), *thrown = solve.type(thrownId);
  if (!handler)
    return Catches::Certainly;
  if (!thrown)
    return Catches::Perhaps;
  // Through a reference it may be of a class derived from that.
  bool perhapsDerived = thrown->reference;
  if (handler->record && thrown->record && handler->pointers == thrown->pointers) {
    if (isBaseOf(solve, handler->record, thrown->record))
      return Catches::Certainly;
    return perhapsDerived && isBaseOf(solve, thrown->record, handler->record) ? Catches::Perhaps
                                                                              : Catches::No;
  }
  llvm::StringRef from = solve.flow.texts[thrown->spelling];
  std::string to = plainSpelling(solve.flow.texts[handler->spelling]);
  if (to == "void *" && thrown->pointers > 0)
    return Catches::Certainly;
  if (from.contains("nullptr_t"))
    return handler->pointers > 0 ? Catches::Perhaps : Catches::No;
  return plainSpelling(from) == to ? Catches::Certainly : Catches::No;
}

/// Types that something is thrown of, by spelling.
TypeId typeSpelt(Tabulation &solve, TextId spelling) {
  if (solve.thrownTypes.empty())
    for (uint32_t i = 0; i < solve.flow.types.size(); ++i)
      if (!solve.flow.types[i].reference)
        solve.thrownTypes.try_emplace(solve.flow.types[i].spelling, TypeId(i));
  return solve.thrownTypes.lookup(spelling);
}

} // namespace

ThrownData exceptionAt(Tabulation &solve, TypeId type, PathId path) {
  Paths::Projections projections = solve.paths.projections(path);
  if (projections.empty() || projections.front().kind != ProjectionKind::Exception)
    return {type, path};
  // What is known of it where it is thrown is known better where it was first.
  ThrownData result;
  result.type = typeSpelt(solve, projections.front().name);
  result.path = solve.paths.append(EmptyPath, llvm::ArrayRef<PathNode>(projections).drop_front());
  return result;
}

PathId packed(Tabulation &solve, const ThrownData &exception) {
  const Type *type = solve.type(exception.type);
  if (!type || type->reference)
    return exception.path;
  PathId head = solve.paths.extend(EmptyPath, ProjectionKind::Exception, type->spelling);
  return solve.paths.append(head, exception.path);
}

llvm::SmallVector<Crossed, 2> unwind(Tabulation &solve, FunctionId function, TryId guard,
                                     const ThrownData &exception) {
  llvm::SmallVector<Crossed, 2> result;
  for (; guard; guard = solve.flow.tries[guard.value].outer)
    for (HandlerId handler : solve.flow.tries[guard.value].handlers.ids()) {
      Catches answer = catches(solve, solve.flow.handlers[handler.value].type, exception.type);
      if (answer == Catches::No)
        continue;
      result.push_back({{PortKind::Caught, NoParameter, handler.value}, packed(solve, exception)});
      if (answer == Catches::Certainly)
        return result;
    }
  if (!(solve.flow.functions[function.value].flags & IsNoexcept))
    result.push_back({{PortKind::Thrown, NoParameter, exception.type.value}, exception.path});
  return result;
}

void transferThrown(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  FunctionId function = solve.functionOf(fact);
  // One that has left its tries behind leaves the function.
  if (fact.port.parameter == NoParameter &&
      (fact.via == Via::Summary || fact.via == Via::Throw || fact.via == Via::Start)) {
    transferExit(solve, id);
    return;
  }
  TryId guard;
  if (fact.port.parameter != NoParameter)
    guard = TryId(solve.flow.functions[function.value].tries.begin + fact.port.parameter);
  ThrownData exception = exceptionAt(solve, TypeId(fact.port.entity), fact.path);
  for (const Crossed &to : unwind(solve, function, guard, exception)) {
    if (to.port == fact.port && to.path == fact.path)
      transferExit(solve, id);
    else
      solve.step(id, to.port, to.path, Via::Throw, ~0u);
  }
}

bool isOnCaught(Tabulation &solve, CallId call) {
  if (solve.call(call).kind != CallKind::Virtual)
    return false;
  bool caught = false;
  for (uint32_t row :
       solve.edgesTo(solve.program.functionOf[call.value], {PortKind::CallIn, This, call.value})) {
    PortKind from = solve.flow.edges[row].from.kind;
    caught |= from == PortKind::Caught;
    if (from != PortKind::Caught && from != PortKind::Cell && from != PortKind::Read)
      return false;
  }
  return caught;
}

// ---- what is being handled ----------------------------------------------------

/// Functions that look at what their caller is handling, and who calls them.
static bool looksAtHandled(Tabulation &solve, FunctionId function) {
  if (solve.looksAtHandled.empty()) {
    solve.looksAtHandled.resize(solve.flow.functions.size());
    std::vector<FunctionId> work;
    for (uint32_t i = 0; i < solve.flow.functions.size(); ++i)
      for (EdgeId edge : solve.flow.functions[i].edges.ids())
        if (Port from = solve.flow.edges[edge.value].from;
            from.kind == PortKind::Entry && from.parameter == Handled) {
          solve.looksAtHandled[i] = true;
          work.push_back(FunctionId(i));
          break;
        }
    while (!work.empty()) {
      FunctionId callee = work.back();
      work.pop_back();
      for (CallId call : solve.program.callersOf[callee.value]) {
        FunctionId caller = solve.program.functionOf[call.value];
        if (solve.call(call).handling || solve.looksAtHandled[caller.value])
          continue;
        solve.looksAtHandled[caller.value] = true;
        work.push_back(caller);
      }
    }
  }
  return solve.looksAtHandled[function.value];
}

void transferHandled(Tabulation &solve, FactId id) {
  Fact fact = solve.fact(id);
  FunctionId function = solve.functionOf(fact);
  SiteId site = solve.startOf(fact).key.site;
  HandlerId handler =
      fact.port.kind == PortKind::Caught ? HandlerId(fact.port.entity) : HandlerId();
  for (CallId call : solve.flow.functions[function.value].calls.ids())
    if (solve.call(call).handling == handler)
      for (const DynamicTarget &target : bodiesOf(solve, call, site))
        if (looksAtHandled(solve, target.function))
          enterBody(solve, id, call, Handled, fact.path, target);
}

} // namespace earmark
