#include "policy/MendByTransform.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

std::string valueSpelling(llvm::StringRef spelling) {
  spelling = spelling.trim();
  while (spelling.consume_back("&"))
    spelling = spelling.trim();
  // What a pointer refers to stays constant.
  if (spelling.consume_back("*const"))
    return spelling.str() + "*";
  if (!spelling.ends_with("*"))
    spelling.consume_front("const ");
  return spelling.str();
}

std::vector<Transform> transformsOf(const Program &program) {
  const FlowTables &flow = program.flow;
  auto spelt = [&](TypeId id) {
    return id ? valueSpelling(flow.texts[flow.types[id.value].spelling]) : std::string();
  };
  std::vector<Transform> transforms;
  for (size_t i = 0; i < program.roles.size(); ++i)
    for (const Role &role : program.roles[i]) {
      if (role.kind != AnnotationKind::Marks || role.where != Designation::Itself ||
          role.origin == Role::LibraryModel || role.words.empty())
        continue;
      const Symbol &symbol = flow.symbols[i];
      std::string result = spelt(symbol.type);
      bool same = symbol.kind == SymbolKind::Function && !(symbol.flags & IsMember) &&
                  symbol.parameters.count == 1 &&
                  spelt(flow.typeList[symbol.parameters.begin]) == result;
      transforms.push_back({flow.texts[symbol.name].str(), role.words.front(), same ? result : ""});
    }
  llvm::sort(transforms);
  return transforms;
}

bool satisfies(const Requirement &requirement, const std::string &mark) {
  auto part = [&](const Requirement &inner) { return satisfies(inner, mark); };
  switch (requirement.kind) {
  case Requirement::Mark: return requirement.mark == mark;
  case Requirement::AnyOf: return llvm::any_of(requirement.parts, part);
  case Requirement::AllOf:
    return !requirement.parts.empty() && llvm::all_of(requirement.parts, part);
  }
  return false;
}

} // namespace earmark
