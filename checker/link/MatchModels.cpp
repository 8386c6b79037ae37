#include "link/MatchModels.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

bool fitsTypes(const Model &model, const FlowTables &flow, const Symbol &callee) {
  if (model.parameterTypes.size() > callee.parameters.count)
    return false;
  for (size_t i = 0; i < model.parameterTypes.size(); ++i) {
    TypeId type = flow.typeList[callee.parameters.begin + i];
    llvm::StringRef spelling = type ? flow.texts[flow.types[type.value].spelling] : "";
    std::string wanted = normalType(model.parameterTypes[i]);
    if (!llvm::StringRef(normalType(spelling)).contains(wanted) &&
        !spelling.contains(model.parameterTypes[i]))
      return false;
  }
  return true;
}

bool holds(const ModelCondition &condition, const CallShape &shape) {
  for (const auto &[parameter, literal] : shape.literals)
    if (parameter == condition.parameter)
      return llvm::is_contained(condition.literals, literal) != condition.negated;
  return condition.negated;
}

bool fits(const Model &model, const CallShape &shape) {
  if (shape.unknown)
    return model.conditions.empty();
  return shape.arguments >= model.minArguments && shape.arguments <= model.maxArguments &&
         llvm::all_of(model.conditions,
                      [&](const ModelCondition &c) { return holds(c, shape); });
}

/// Fewest wildcards first, then most that it asks for.
std::pair<unsigned, int> specificity(const Model &model, const NamePattern &pattern) {
  int asks = int(model.conditions.size()) + int(model.parameterTypes.size()) +
             pattern.hasParameters() + pattern.hasTemplateArguments() +
             (model.minArguments != 0 || model.maxArguments != ~0u);
  return {pattern.wildcards(), -asks};
}

} // namespace

CallShape shapeOf(const FlowTables &flow, const Call &call) {
  CallShape shape;
  for (ArgumentId id : call.arguments.ids()) {
    const Argument &argument = flow.arguments[id.value];
    shape.arguments += argument.parameter < NoParameter && !argument.defaulted;
    if (argument.literal)
      shape.literals.push_back({argument.parameter, flow.texts[argument.literal]});
  }
  return shape;
}

ModelMatcher::ModelMatcher(const ModelSet &models, const FlowTables &flow)
    : models(models), flow(flow) {
  for (uint32_t i = 0; i < models.models.size(); ++i) {
    patterns.emplace_back(models.models[i].pattern);
    index.add(patterns.back(), i);
  }
}

llvm::SmallVector<uint32_t, 2>
ModelMatcher::mostSpecific(llvm::ArrayRef<uint32_t> candidates, const CallShape &shape) const {
  llvm::SmallVector<uint32_t, 2> result;
  std::pair<unsigned, int> best{~0u, 0};
  for (uint32_t i : candidates) {
    const Model &model = models.models[i];
    if (!fits(model, shape))
      continue;
    auto own = specificity(model, patterns[i]);
    if (own < best)
      result.clear();
    if (own <= best) {
      best = own;
      result.push_back(i);
    }
  }
  return result;
}

llvm::SmallVector<uint32_t, 2> ModelMatcher::match(SymbolId callee, const CallShape &shape) {
  auto [known, isNew] = byCallee.try_emplace(callee);
  if (isNew) {
    const Symbol &symbol = flow.symbols[callee.value];
    for (uint32_t i : index.candidates(flow.texts[symbol.name]))
      if (patterns[i].matches(flow, callee) && fitsTypes(models.models[i], flow, symbol))
        known->second.push_back(i);
  }
  return mostSpecific(known->second, shape);
}

llvm::SmallVector<uint32_t, 2> ModelMatcher::matchName(llvm::StringRef name,
                                                       const CallShape &shape) const {
  llvm::SmallVector<uint32_t, 2> candidates;
  for (uint32_t i : index.candidates(name))
    if (patterns[i].matchesName(name) && models.models[i].parameterTypes.empty())
      candidates.push_back(i);
  return mostSpecific(candidates, shape);
}

} // namespace earmark
