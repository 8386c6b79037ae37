#include "link/CalleeTargets.h"

namespace earmark {

CalleeResolver::CalleeResolver(Program &program, const ModelSet &models, uint32_t firstModel)
    : matcher(models, program.flow), program(program), models(models), firstModel(firstModel) {
  const FlowTables &flow = program.flow;
  for (uint32_t i = 0; i < firstModel; ++i) {
    const Function &function = flow.functions[i];
    const Symbol &symbol = flow.symbols[function.symbol.value];
    if (symbol.kind != SymbolKind::Function)
      continue;
    auto &where = function.flags & IsTemplatePattern ? patterns : instances;
    if (&where == &patterns || symbol.templateArguments.count ||
        (symbol.parent && flow.symbols[symbol.parent.value].templateArguments.count))
      where[{symbol.name, function.parameters}].push_back(FunctionId(i));
  }
  for (const Override &row : flow.overrides)
    overridden[row.method].push_back(row.overridden);
}

FunctionId CalleeResolver::functionOfModel(uint32_t model) const {
  FunctionId function = models.models[model].function;
  return function ? FunctionId(firstModel + function.value) : function;
}

bool CalleeResolver::prefersModel(const Symbol &callee) const {
  return (callee.flags & FromSystem) || program.flow.texts[callee.name].starts_with("std::");
}

CalleeTargets CalleeResolver::resolve(SymbolId id, const CallShape &shape) {
  const Symbol &callee = program.flow.symbols[id.value];
  CalleeTargets result;
  auto useModels = [&](SymbolId symbol) {
    result.models = matcher.match(symbol, shape);
    for (uint32_t model : result.models)
      if (FunctionId function = functionOfModel(model))
        result.bodies.push_back(function);
    for (uint32_t model : matcher.comparing(symbol, shape))
      result.comparing.push_back(functionOfModel(model));
    return result.found = !result.models.empty();
  };
  auto useFunctions = [&](llvm::ArrayRef<FunctionId> functions) {
    result.bodies.append(functions.begin(), functions.end());
    return result.found = !result.bodies.empty();
  };

  FunctionId body = program.bodyOf[id.value];
  if ((!body || prefersModel(callee)) && useModels(id))
    return result;
  if (body) {
    result.bodies.push_back(body);
    if (auto more = program.otherBodies.find(id); more != program.otherBodies.end())
      useFunctions(more->second);
    result.found = true;
    return result;
  }
  for (const auto *functions : {&patterns, &instances}) {
    if (callee.kind != SymbolKind::Function)
      break;
    auto found = functions->find({callee.name, uint16_t(callee.parameters.count)});
    if (found != functions->end() && useFunctions(found->second))
      return result;
  }
  // An override that library code defines behaves as what it overrides.
  llvm::SmallVector<SymbolId, 4> work(1, id);
  llvm::DenseMap<SymbolId, bool> seen;
  while (!work.empty()) {
    SymbolId at = work.pop_back_val();
    if (!seen.try_emplace(at, true).second)
      continue;
    if (at != id && useModels(at))
      return result;
    if (auto above = overridden.find(at); above != overridden.end())
      work.append(above->second.begin(), above->second.end());
  }
  return result;
}

} // namespace earmark
