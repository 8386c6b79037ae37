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
  const Symbol *callee = solve.symbol(solve.call(call).callee);
  if (!callee || callee->kind != SymbolKind::Function || parameter >= callee->parameters.count)
    return false;
  const Type *type = solve.type(solve.flow.typeList[callee->parameters.begin + parameter]);
  return type && type->reference;
}

std::vector<std::string> findLiterals(Tabulation &solve, CallId call) {
  auto known = solve.literals.find(call);
  if (known != solve.literals.end())
    return known->second;
  std::vector<std::string> result;
  for (const Role *role : solve.info(call).sinks)
    for (const SinkSelector &selector : role->selectors) {
      if (selector.path.empty())
        if (const Argument *argument = solve.argument(call, selector.parameter))
          if (argument->literal) {
            result.push_back(solve.flow.texts[argument->literal].str());
            continue;
          }
      OriginQuery query;
      query.function = solve.program.functionOf[call.value];
      query.port = {PortKind::CallIn, selector.parameter, call.value};
      query.path = pathOf(solve, selector, isByReference(solve, call, selector.parameter));
      if (!query.path)
        continue;
      query.values = true;
      query.callers = true;
      for (TextId literal : findOrigins(solve, query).literals)
        result.push_back(solve.flow.texts[literal].str());
    }
  llvm::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return solve.literals[call] = result;
}

} // namespace earmark
