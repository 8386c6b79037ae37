#include "link/MatchModels.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

/// "=number", "=pointer", "=iterator": what kind of type it is, also behind a
/// reference; "=std::basic_string": the class itself, not what holds one. With
/// "&&" at the end: one that may be moved from.
bool isOfKind(llvm::StringRef kind, const FlowTables &flow, TypeId id) {
  const Type &type = flow.types[id.value];
  if (kind.consume_back("&&") && !flow.texts[type.spelling].ends_with("&&"))
    return false;
  llvm::StringRef record = type.record ? flow.texts[flow.symbols[type.record.value].name] : "";
  if (kind == "number")
    return type.arithmetic && type.pointers == 0;
  if (kind == "pointer")
    return type.pointers > 0;
  if (kind == "iterator")
    return type.pointers > 0 || lastComponent(record).contains_insensitive("iter");
  return type.pointers == 0 && record == kind;
}

bool fitsTypes(const Model &model, const FlowTables &flow, llvm::ArrayRef<TypeId> parameters) {
  if (model.parameterTypes.size() > parameters.size())
    return false;
  for (size_t i = 0; i < model.parameterTypes.size(); ++i) {
    TypeId type = parameters[i];
    if (llvm::StringRef kind = model.parameterTypes[i]; kind.consume_front("=")) {
      if (!type || !isOfKind(kind, flow, type))
        return false;
      continue;
    }
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
         llvm::all_of(model.conditions, [&](const ModelCondition &c) { return holds(c, shape); });
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
    : models(models), flow(flow), patterns(models.models.size()) {
  for (uint32_t i = 0; i < models.models.size(); ++i)
    index.add(NamePattern(models.models[i].pattern), i);
}

const NamePattern &ModelMatcher::patternOf(uint32_t row) const {
  if (!patterns[row])
    patterns[row] = std::make_unique<NamePattern>(models.models[row].pattern);
  return *patterns[row];
}

llvm::SmallVector<uint32_t, 2> ModelMatcher::mostSpecific(llvm::ArrayRef<uint32_t> candidates,
                                                          const CallShape &shape) const {
  llvm::SmallVector<uint32_t, 2> result;
  std::pair<unsigned, int> best{~0u, 0};
  for (uint32_t i : candidates) {
    const Model &model = models.models[i];
    if (!fits(model, shape))
      continue;
    auto own = specificity(model, patternOf(i));
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
    auto parameters =
        llvm::ArrayRef(flow.typeList).slice(symbol.parameters.begin, symbol.parameters.count);
    for (uint32_t i : index.candidates(flow.texts[symbol.name]))
      if (patternOf(i).matches(flow, callee) && fitsTypes(models.models[i], flow, parameters))
        known->second.push_back(i);
  }
  return mostSpecific(known->second, shape);
}

llvm::SmallVector<uint32_t, 2> ModelMatcher::matchName(llvm::StringRef name, const CallShape &shape,
                                                       llvm::ArrayRef<TypeId> types) const {
  llvm::SmallVector<uint32_t, 2> candidates;
  for (uint32_t i : index.candidates(name))
    if (patternOf(i).matchesName(name) && fitsTypes(models.models[i], flow, types))
      candidates.push_back(i);
  return mostSpecific(candidates, shape);
}

} // namespace earmark
