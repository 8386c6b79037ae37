#include "link/AssignRoles.h"

#include "link/ApplyAnnotate.h"
#include "link/CheckVocabulary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace earmark {
namespace {

bool saysWhatIsHeld(AnnotationKind kind) {
  return kind == AnnotationKind::Personal || kind == AnnotationKind::Subject ||
         kind == AnnotationKind::OnlyFor || kind == AnnotationKind::Retention ||
         kind == AnnotationKind::Is || kind == AnnotationKind::NotPersonal;
}

void addAnnotations(Program &program) {
  const FlowTables &flow = program.flow;
  for (const Annotation &annotation : flow.annotations) {
    SymbolId target = annotation.target;
    uint16_t parameter = annotation.parameter;
    if (!target)
      continue;
    const Symbol *symbol = &flow.symbols[target.value];
    if (symbol->kind == SymbolKind::Parameter && symbol->parent) {
      parameter = symbol->index;
      target = symbol->parent;
    }
    Role role;
    role.kind = annotation.kind;
    role.place = {flow.texts[annotation.place.file].str(), annotation.place.line,
                  annotation.place.column};
    for (uint32_t i = 0; i < annotation.words.count; ++i)
      role.words.push_back(flow.texts[flow.textList[annotation.words.begin + i]].str());
    if (parameter != NoParameter) {
      bool transforms =
          annotation.kind == AnnotationKind::Marks || annotation.kind == AnnotationKind::Unmarks;
      role.where = transforms ? Designation::WrittenBack : Designation::Parameter;
      role.parameter = parameter;
    }
    addRole(program, target, std::move(role));
  }
}

/// What holds of a method holds of its overriders, unless they say it narrower.
void inheritRoles(Program &program) {
  std::vector<std::pair<SymbolId, Role>> inherited;
  for (uint32_t i = 0; i < program.roles.size(); ++i)
    for (const Role &role : program.roles[i])
      for (SymbolId method : program.overriders[i])
        inherited.push_back({method, role});
  for (auto &[method, role] : inherited) {
    bool narrower = llvm::any_of(program.roles[method.value], [&](const Role &own) {
      return own.kind == role.kind && own.where == role.where && own.parameter == role.parameter &&
             role.kind == AnnotationKind::Personal && !own.words.empty() && !role.words.empty() &&
             llvm::StringRef(own.words[0]).starts_with(role.words[0] + ".");
    });
    if (!narrower)
      program.roles[method.value].push_back(std::move(role));
  }
}

auto keyOf(const Role &role) {
  return std::tie(role.kind, role.where, role.parameter, role.words, role.origin, role.place);
}

void sortRoles(Program &program) {
  for (auto &roles : program.roles) {
    llvm::sort(roles, [](const Role &a, const Role &b) { return keyOf(a) < keyOf(b); });
    // Said twice is said once; the first place is kept.
    auto same = [](const Role &a, const Role &b) {
      return a.kind == b.kind && a.where == b.where && a.parameter == b.parameter &&
             a.words == b.words && a.selectors.empty() && b.selectors.empty();
    };
    roles.erase(std::unique(roles.begin(), roles.end(), same), roles.end());
  }
}

/// Why two roles of one thing cannot both hold; empty: they can.
std::string contradiction(const Role &a, const Role &b) {
  auto word = [](const Role &role) { return role.words.empty() ? "" : role.words[0]; };
  bool different = a.words != b.words;
  if (a.kind == AnnotationKind::Personal && b.kind == AnnotationKind::NotPersonal)
    return "is said to be personal data ('" + word(a) + "') and not to be personal";
  if (a.kind != b.kind || !different)
    return "";
  switch (a.kind) {
  case AnnotationKind::Personal:
    return "is said to be of two categories, '" + word(a) + "' and '" + word(b) + "'";
  case AnnotationKind::Subject:
    return "is said to be of two data subjects, '" + word(a) + "' and '" + word(b) + "'";
  case AnnotationKind::Retention:
    return "is said to be kept for two terms, '" + word(a) + "' and '" + word(b) + "'";
  default: return "";
  }
}

void findContradictions(Program &program) {
  for (uint32_t i = 0; i < program.roles.size(); ++i) {
    const auto &roles = program.roles[i];
    for (size_t a = 0; a < roles.size(); ++a)
      for (size_t b = a + 1; b < roles.size(); ++b) {
        const Role &first = roles[a], &second = roles[b];
        if (!saysWhatIsHeld(first.kind) || first.where != second.where ||
            first.parameter != second.parameter || first.origin == Role::LibraryModel ||
            second.origin == Role::LibraryModel)
          continue;
        std::string why = contradiction(first, second);
        if (why.empty())
          continue;
        std::string name = program.flow.texts[program.flow.symbols[i].name].str();
        if (first.where == Designation::Parameter)
          name = "parameter " + std::to_string(first.parameter) + " of '" + name;
        else
          name = "'" + name;
        program.problems.push_back({second.place, name + "' " + why + "; keep one of them",
                                    "the other is here", first.place});
      }
  }
}

} // namespace

void normalizeForFunction(Role &role) {
  if (role.where != Designation::Itself)
    return;
  if (saysWhatIsHeld(role.kind)) {
    role.where = Designation::Result;
  } else if (role.kind == AnnotationKind::Sink || role.kind == AnnotationKind::Expects) {
    role.where = Designation::Parameter;
    role.parameter = Rest;
  }
}

void addRole(Program &program, SymbolId target, Role role) {
  if (program.flow.symbols[target.value].kind == SymbolKind::Function)
    normalizeForFunction(role);
  program.roles[target.value].push_back(std::move(role));
}

void assignRoles(Program &program, const Policy &policy, const ModelSet &models) {
  program.roles.resize(program.flow.symbols.size());
  addAnnotations(program);
  applyAnnotate(program, policy.annotate, Role::PolicyFile);
  applyAnnotate(program, models.annotate, Role::LibraryModel);
  inheritRoles(program);
  sortRoles(program);
  findContradictions(program);
}

} // namespace earmark
