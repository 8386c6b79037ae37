#include "solve/CallInfo.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

MarkSet markSet(Tabulation &solve, llvm::ArrayRef<std::string> words) {
  MarkSet result = 0;
  for (size_t i = 0; i < solve.policy.marks.size() && i < 64; ++i)
    if (llvm::is_contained(words, solve.policy.marks[i].id))
      result |= MarkSet(1) << i;
  return result;
}

bool concerns(Tabulation &solve, const Role &role, CallId call, uint16_t parameter) {
  if (parameter == Callee || role.where == Designation::Result)
    return false;
  if (role.parameter == NoParameter) {
    if (role.where != Designation::Itself && role.where != Designation::Parameter)
      return false;
    // "What is passed": the object is passed when it is a datum itself.
    return parameter != This || solve.personalTypes.receiverIsPersonal(call);
  }
  if (role.parameter == Rest)
    return parameter != This || solve.personalTypes.receiverIsPersonal(call);
  return role.parameter == parameter;
}

bool hasPurpose(const Tabulation &solve, SymbolId symbol) {
  for (unsigned depth = 0; symbol && depth < 64; ++depth) {
    for (const Role &role : solve.roles(symbol))
      if (role.kind == AnnotationKind::RunsFor)
        return true;
    symbol = solve.flow.symbols[symbol.value].parent;
  }
  return false;
}

bool isWatched(const Tabulation &solve, FunctionId function) {
  if (function.value < solve.options.watched.size() && solve.options.watched[function.value])
    return true;
  return hasPurpose(solve, solve.flow.functions[function.value].symbol);
}

static void addChange(Tabulation &solve, const Role &role, CallInfo &info) {
  MarksChange change;
  (role.kind == AnnotationKind::Marks ? change.added : change.removed) = markSet(solve, role.words);
  info.transforms = true;
  if (role.where == Designation::Result || role.parameter == NoParameter)
    info.onAll = info.onAll.then(change);
  else
    info.onWritten.push_back({role.parameter, change});
}

const CallInfo &transformOf(Tabulation &solve, SymbolId function) {
  auto [at, isNew] = solve.transforms.try_emplace(function.value);
  if (isNew) {
    at->second = std::make_unique<CallInfo>();
    for (const Role &role : solve.roles(function))
      if (role.kind == AnnotationKind::Marks || role.kind == AnnotationKind::Unmarks)
        addChange(solve, role, *at->second);
  }
  return *at->second;
}

CallInfo readCallInfo(Tabulation &solve, CallId id) {
  CallInfo info;
  const Call &call = solve.call(id);
  info.unknown = solve.program.targets[id.value].unknown;

  auto read = [&](const Role &role, bool ofCallee) {
    switch (role.kind) {
    case AnnotationKind::Sink:
      if (role.where == Designation::Result) {
        info.resultIsSink = true;
        info.resultSink = call.callee;
        break;
      }
      [[fallthrough]];
    case AnnotationKind::Expects:
    case AnnotationKind::Audits: // what the record says of a person
      info.sinks.push_back(&role);
      info.hasSink = true;
      break;
    case AnnotationKind::Marks:
    case AnnotationKind::Unmarks:
      if (ofCallee)
        addChange(solve, role, info);
      break;
    case AnnotationKind::NotPersonal:
      if (!ofCallee)
        break;
      if (role.parameter == NoParameter)
        info.resultNotPersonal = true;
      else
        info.notPersonal.push_back(role.parameter);
      break;
    default: break;
    }
  };
  for (const Role &role : solve.roles(call.callee))
    read(role, true);
  if (auto found = solve.program.callRoles.find(id.value); found != solve.program.callRoles.end())
    for (const Role &role : found->second)
      read(role, true);
  info.purposeful = call.callee && hasPurpose(solve, call.callee);
  for (const Target &target : solve.program.targets[id.value].bodies) {
    if (solve.isModel(target.function))
      continue;
    info.purposeful |= isWatched(solve, target.function);
    SymbolId symbol = solve.flow.functions[target.function.value].symbol;
    if (symbol != call.callee)
      for (const Role &role : solve.roles(symbol))
        read(role, false);
  }
  // Overriders without a body say what they are all the same.
  if (call.kind == CallKind::Virtual && call.callee.value < solve.program.overriders.size())
    for (SymbolId overrider : solve.program.overriders[call.callee.value])
      if (overrider.value >= solve.program.bodyOf.size() || !solve.program.bodyOf[overrider.value])
        for (const Role &role : solve.roles(overrider))
          read(role, false);
  return info;
}

const Type *declaredType(const Tabulation &solve, CallId call, uint16_t parameter) {
  const Symbol *callee = solve.symbol(solve.call(call).callee);
  if (!callee || callee->kind != SymbolKind::Function || parameter >= callee->parameters.count)
    return nullptr;
  return solve.type(solve.flow.typeList[callee->parameters.begin + parameter]);
}

const CallInfo &Tabulation::info(CallId call) {
  auto found = infos.find(call.value);
  if (found != infos.end())
    return *found->second;
  auto info = std::make_unique<CallInfo>(readCallInfo(*this, call));
  return *(infos[call.value] = std::move(info));
}

} // namespace earmark
