#include "policy/CodePurpose.h"

#include "policy/Words.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace earmark {

namespace {

/// The first context that speaks of the function and says what `wanted` asks for.
const Context *contextOf(SymbolId function, const Program &program, const Policy &policy,
                         std::string Context::*wanted) {
  if (!function || policy.contexts.empty())
    return nullptr;
  const Symbol &symbol = program.flow.symbols[function.value];
  llvm::StringRef name = program.flow.texts[symbol.name];
  llvm::StringRef file = program.flow.texts[symbol.place.file];
  if (FunctionId body = program.bodyOf[function.value])
    file = program.flow.texts[program.flow.functions[body.value].span.file];
  for (const Context &context : policy.contexts)
    if (!(context.*wanted).empty() &&
        (!context.namespacePattern.empty() ? matchesScope(context.namespacePattern, name)
                                           : matchesFile(context.pathPattern, file)))
      return &context;
  return nullptr;
}

} // namespace

CodePurpose purposeOf(SymbolId function, const Program &program, const Policy &policy) {
  CodePurpose found;
  found.of = function;
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
  if (const Context *context = contextOf(function, program, policy, &Context::purpose))
    return {{context->purpose}, context->place, function};
  return found;
}

CodeScope scopeOf(SymbolId function, const Program &program, const Policy &policy,
                  std::string Context::*wanted) {
  if (const Context *context = contextOf(function, program, policy, wanted))
    return {context->*wanted, context->place, function};
  return {};
}

namespace {

/// What the functions in `said` are said to be goes on to what they call, as far as
/// that says nothing itself. A function is looked at once for each thing that
/// reaches it: few.
template <typename Said, typename Effective, typename Same>
void inherit(const Program &program, const Said &said, Effective &effective, Same same) {
  std::vector<uint32_t> work;
  for (uint32_t i = 0; i < effective.size(); ++i)
    if (said[i])
      work.push_back(i);
  for (size_t at = 0; at < work.size(); ++at) {
    const auto own = effective[work[at]];
    for (CallId call : program.flow.functions[work[at]].calls.ids())
      for (const Target &target : program.targets[call.value].bodies) {
        uint32_t callee = target.function.value;
        // What the compiler wrote copies and destroys; it uses nothing.
        if (said[callee] || program.flow.functions[callee].flags & (IsModel | IsImplicit))
          continue;
        bool grown = false;
        for (const auto &one : own) {
          if (llvm::any_of(effective[callee], [&](const auto &known) { return same(known, one); }))
            continue;
          effective[callee].push_back(one);
          grown = true;
        }
        if (grown)
          work.push_back(callee);
      }
  }
}

} // namespace

CodePurposes::Scopes CodePurposes::scopes(const Program &program, const Policy &policy,
                                          std::string Context::*wanted) const {
  Scopes scopes;
  scopes.said.resize(program.flow.functions.size());
  scopes.effective.resize(program.flow.functions.size());
  if (llvm::none_of(policy.contexts,
                    [&](const Context &context) { return !(context.*wanted).empty(); }))
    return scopes;
  for (uint32_t i = 0; i < program.flow.functions.size(); ++i) {
    const Function &function = program.flow.functions[i];
    if (function.flags & IsModel || !function.symbol)
      continue;
    if (CodeScope scope = scopeOf(function.symbol, program, policy, wanted)) {
      scopes.said[i] = true;
      scopes.effective[i].push_back(std::move(scope));
    }
  }
  inherit(program, scopes.said, scopes.effective,
          [](const CodeScope &a, const CodeScope &b) { return a.name == b.name; });
  return scopes;
}

CodePurposes::CodePurposes(const Program &program, const Policy &policy)
    : said(program.flow.functions.size()), effective(program.flow.functions.size()),
      department(scopes(program, policy, &Context::department)),
      system(scopes(program, policy, &Context::system)),
      interactions(scopes(program, policy, &Context::interaction)) {
  for (uint32_t i = 0; i < program.flow.functions.size(); ++i) {
    const Function &function = program.flow.functions[i];
    if (function.flags & IsModel || !function.symbol)
      continue;
    said[i] = purposeOf(function.symbol, program, policy);
    if (said[i])
      effective[i].push_back(said[i]);
  }
  inherit(program, said, effective,
          [](const CodePurpose &a, const CodePurpose &b) { return a.purposes == b.purposes; });
}

} // namespace earmark
