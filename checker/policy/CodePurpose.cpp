#include "policy/CodePurpose.h"

#include "policy/Words.h"

#include <algorithm>

namespace earmark {

CodePurpose purposeOf(SymbolId function, const Program &program, const Policy &policy) {
  CodePurpose found;
  // Bounded, because a damaged table must not hang the checker.
  SymbolId at = function;
  for (unsigned depth = 0; at && depth < 64; ++depth) {
    if (at.value < program.roles.size())
      for (const Role &role : program.roles[at.value]) {
        if (role.kind != AnnotationKind::RunsFor)
          continue;
        if (found.purposes.empty())
          found.place = role.place;
        found.purposes.insert(found.purposes.end(), role.words.begin(), role.words.end());
      }
    if (found) {
      std::sort(found.purposes.begin(), found.purposes.end());
      found.purposes.erase(std::unique(found.purposes.begin(), found.purposes.end()),
                           found.purposes.end());
      return found;
    }
    at = program.flow.symbols[at.value].parent;
  }
  if (!function || policy.contexts.empty())
    return found;
  const Symbol &symbol = program.flow.symbols[function.value];
  llvm::StringRef name = program.flow.texts[symbol.name];
  llvm::StringRef file = program.flow.texts[symbol.place.file];
  if (FunctionId body = program.bodyOf[function.value])
    file = program.flow.texts[program.flow.functions[body.value].span.file];
  for (const Context &context : policy.contexts) {
    if (context.purpose.empty())
      continue;
    bool matches = !context.namespacePattern.empty() ? matchesScope(context.namespacePattern, name)
                                                     : matchesFile(context.pathPattern, file);
    if (matches)
      return {{context.purpose}, context.place};
  }
  return found;
}

std::vector<FunctionId> functionsWithPurpose(const Program &program, const Policy &policy) {
  std::vector<FunctionId> functions;
  for (uint32_t i = 0; i < program.flow.functions.size(); ++i) {
    const Function &function = program.flow.functions[i];
    if (function.flags & IsModel || !function.symbol)
      continue;
    if (purposeOf(function.symbol, program, policy))
      functions.push_back(FunctionId(i));
  }
  return functions;
}

} // namespace earmark
