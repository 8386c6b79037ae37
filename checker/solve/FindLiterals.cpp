#include "solve/FindLiterals.h"

#include "solve/CallInfo.h"
#include "solve/FindAliases.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

static PathId pathOf(Tabulation &solve, const SinkSelector &selector, bool byReference) {
  PathId path = EmptyPath;
  if (byReference)
    path = solve.paths.extend(path, ProjectionKind::Deref);
  for (const auto &[kind, name] : selector.path) {
    TextId text = name.empty() ? TextId() : solve.flow.texts.find(name);
    if (!name.empty() && !text)
      return PathId(); // no path of the program has that name
    path = solve.paths.extend(path, kind, text);
  }
  return path;
}

/// A model's selector is in the object view.
static bool isByReference(const Tabulation &solve, CallId call, uint16_t parameter) {
  if (parameter == This)
    return true;
  const Type *type = declaredType(solve, call, parameter);
  return type && type->reference;
}

/// A sink that a project declares has no model to say which argument names its
/// channel: a URL among what else is passed does.
static std::vector<SinkSelector> selectorsOf(Tabulation &solve, CallId call, const Role &role) {
  if (!role.selectors.empty() || role.kind != AnnotationKind::Sink ||
      role.origin == Role::LibraryModel || solve.call(call).arguments.count < 2)
    return role.selectors;
  std::vector<SinkSelector> found;
  for (ArgumentId id : solve.call(call).arguments.ids()) {
    const Argument &argument = solve.flow.arguments[id.value];
    const Type *type = solve.type(argument.type);
    if (argument.parameter >= NoParameter || !type || type->boolean || type->functional ||
        (type->arithmetic && type->pointers == 0))
      continue;
    SinkSelector selector;
    selector.parameter = argument.parameter;
    found.push_back(std::move(selector));
  }
  return found;
}

bool hasSelectors(Tabulation &solve, CallId call) {
  return llvm::any_of(solve.info(call).sinks,
                      [&](const Role *role) { return !selectorsOf(solve, call, *role).empty(); });
}

const Literals &findLiterals(Tabulation &solve, CallId call, llvm::ArrayRef<CallId> context,
                             bool anyCaller) {
  auto [known, isNew] = solve.literals.try_emplace({call, context.vec(), anyCaller});
  Literals &result = known->second;
  if (!isNew)
    return result;
  for (const Role *role : solve.info(call).sinks)
    for (const SinkSelector &selector : selectorsOf(solve, call, *role)) {
      OriginQuery query;
      query.function = solve.program.functionOf[call.value];
      query.port = {PortKind::CallIn, selector.parameter, call.value};
      query.path = pathOf(solve, selector, isByReference(solve, call, selector.parameter));
      if (!query.path)
        continue;
      query.values = true;
      query.callers = anyCaller;
      query.earlier = true;
      query.context = context;
      Origins origins = findOrigins(solve, query);
      result.fromCallers |= origins.fromCallers;
      for (TextId literal : origins.literals)
        if (llvm::StringRef text = solve.flow.texts[literal];
            !role->selectors.empty() || text.contains("://"))
          result.texts.push_back(text.str());
    }
  llvm::sort(result.texts);
  result.texts.erase(std::unique(result.texts.begin(), result.texts.end()), result.texts.end());
  return result;
}

} // namespace earmark
