#include "link/ApplyAnnotate.h"

#include "base/NearestWord.h"
#include "link/MatchPattern.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

#include <optional>

namespace earmark {
namespace {

bool isKind(Annotate::Target target, SymbolKind kind) {
  switch (target) {
  case Annotate::Function:
  case Annotate::Parameter: return kind == SymbolKind::Function;
  case Annotate::Field: return kind == SymbolKind::Field;
  case Annotate::Type:
    return kind == SymbolKind::Record || kind == SymbolKind::Alias || kind == SymbolKind::Enum;
  // A function pointer is annotated as a variable wherever it lives.
  case Annotate::Variable: return kind == SymbolKind::Variable || kind == SymbolKind::Field;
  case Annotate::Macro: return false;
  }
  return false;
}

class Applier {
public:
  Applier(Program &program, llvm::ArrayRef<Annotate> entries, Role::Origin origin);
  void run();

private:
  Program &program;
  const FlowTables &flow;
  llvm::ArrayRef<Annotate> entries;
  Role::Origin origin;
  std::vector<NamePattern> patterns; // of Parameter entries: of the function
  std::vector<bool> matched;
  std::vector<std::string> missing; // why a match was none: a parameter that is not there

  void applyTo(SymbolId symbol, uint32_t entry);
  bool addDesignation(SymbolId symbol, uint32_t entry, const Designation &what);
  std::optional<uint16_t> parameterNumber(SymbolId function, llvm::StringRef word, uint32_t entry);
  void applyToMacros();
  void reportUnmatched();
};

Applier::Applier(Program &program, llvm::ArrayRef<Annotate> entries, Role::Origin origin)
    : program(program), flow(program.flow), entries(entries), origin(origin),
      matched(entries.size()), missing(entries.size()) {
  for (const Annotate &entry : entries) {
    llvm::StringRef pattern = llvm::StringRef(entry.pattern).trim();
    if (entry.target == Annotate::Parameter)
      pattern = pattern.drop_back(std::min(pattern.size(), lastComponent(pattern).size() + 2));
    patterns.emplace_back(pattern);
  }
}

std::optional<uint16_t> Applier::parameterNumber(SymbolId function, llvm::StringRef word,
                                                 uint32_t entry) {
  const Symbol &symbol = flow.symbols[function.value];
  unsigned number;
  if (word == "this")
    return This;
  if (!word.getAsInteger(10, number)) {
    // The type of a function pointer is not taken apart: its numbers are believed.
    if (symbol.kind != SymbolKind::Function || number < symbol.parameters.count ||
        (symbol.flags & IsVariadicSymbol))
      return uint16_t(number);
    missing[entry] = "'" + flow.texts[symbol.name].str() + "' has " +
                     std::to_string(symbol.parameters.count) +
                     " parameters, counted from 0; there is no number " + word.str();
    return std::nullopt;
  }
  llvm::SmallVector<llvm::StringRef, 8> names;
  for (uint32_t i = 0; i < symbol.parameterNames.count; ++i) {
    names.push_back(flow.texts[flow.textList[symbol.parameterNames.begin + i]]);
    if (names.back() == word)
      return uint16_t(i);
  }
  llvm::erase_if(names, [](llvm::StringRef name) { return name.empty(); });
  missing[entry] = "'" + flow.texts[symbol.name].str() + "' has no parameter '" + word.str() + "'" +
                   suggestion(word, names);
  if (names.empty())
    missing[entry] += "; its parameters have no names: use a number, from 0";
  return std::nullopt;
}

bool Applier::addDesignation(SymbolId symbol, uint32_t entry, const Designation &what) {
  Role role;
  role.kind = what.kind;
  role.where = what.where;
  role.words = what.words;
  role.place = entries[entry].place;
  role.origin = origin;
  bool ofParameter = what.where == Designation::Parameter || what.where == Designation::WrittenBack;
  if (!ofParameter || what.allParameters) {
    role.parameter = ofParameter ? Rest : NoParameter;
    addRole(program, symbol, std::move(role));
    return true;
  }
  bool any = false;
  for (llvm::StringRef word : what.parameters)
    if (auto number = parameterNumber(symbol, word, entry)) {
      role.parameter = *number;
      addRole(program, symbol, role);
      any = true;
    }
  return any;
}

void Applier::applyTo(SymbolId symbol, uint32_t entry) {
  const Annotate &row = entries[entry];
  if (row.target != Annotate::Parameter) {
    bool any = row.designations.empty();
    for (const Designation &what : row.designations)
      any |= addDesignation(symbol, entry, what);
    matched[entry] = matched[entry] || any;
    return;
  }
  auto number = parameterNumber(symbol, lastComponent(llvm::StringRef(row.pattern).trim()), entry);
  if (!number)
    return;
  matched[entry] = true;
  for (const Designation &what : row.designations) {
    Role role;
    role.kind = what.kind;
    role.where = what.where == Designation::WrittenBack ? what.where : Designation::Parameter;
    role.parameter = *number;
    role.words = what.words;
    role.place = row.place;
    role.origin = origin;
    addRole(program, symbol, std::move(role));
  }
}

void Applier::applyToMacros() {
  llvm::SmallVector<uint32_t, 4> macros;
  for (uint32_t i = 0; i < entries.size(); ++i)
    if (entries[i].target == Annotate::Macro)
      macros.push_back(i);
  if (macros.empty())
    return;
  for (uint32_t id = 0; id < flow.calls.size(); ++id) {
    const Call &call = flow.calls[id];
    for (uint32_t entry : macros) {
      bool fits = false;
      for (uint32_t i = 0; i < call.macros.count; ++i)
        fits |= patterns[entry].matchesName(flow.texts[flow.textList[call.macros.begin + i]]);
      if (!fits)
        continue;
      matched[entry] = true;
      for (const Designation &what : entries[entry].designations) {
        Role role;
        role.kind = what.kind;
        role.where = what.where;
        role.words = what.words;
        role.place = entries[entry].place;
        role.origin = origin;
        // A macro is as a function: as a whole it means all that its calls are passed.
        bool everything = what.allParameters || what.parameters.empty();
        normalizeForFunction(role);
        bool ofParameter =
            role.where == Designation::Parameter || role.where == Designation::WrittenBack;
        if (!ofParameter || everything) {
          role.parameter = ofParameter ? Rest : NoParameter;
          program.callRoles[id].push_back(std::move(role));
          continue;
        }
        for (llvm::StringRef word : what.parameters) {
          unsigned number;
          if (word.getAsInteger(10, number)) {
            auto named = call.callee ? parameterNumber(call.callee, word, entry) : std::nullopt;
            if (!named)
              continue;
            number = *named;
          }
          role.parameter = uint16_t(number);
          program.callRoles[id].push_back(role);
        }
      }
    }
  }
}

void Applier::reportUnmatched() {
  for (uint32_t entry = 0; entry < entries.size(); ++entry) {
    if (matched[entry])
      continue;
    const Annotate &row = entries[entry];
    std::string what = std::string(wordOf(row.target)) + " '" + row.pattern + "'";
    if (!missing[entry].empty()) {
      program.problems.push_back({row.place, what + ": " + missing[entry], "", {}});
      continue;
    }
    llvm::StringSet<> names;
    if (row.target == Annotate::Macro) {
      for (const Call &call : flow.calls)
        for (uint32_t i = 0; i < call.macros.count; ++i)
          names.insert(flow.texts[flow.textList[call.macros.begin + i]]);
    } else {
      for (const Symbol &symbol : flow.symbols)
        if (isKind(row.target, symbol.kind))
          names.insert(flow.texts[symbol.name]);
    }
    llvm::SmallVector<llvm::StringRef, 0> sorted;
    for (const auto &name : names)
      sorted.push_back(name.getKey());
    llvm::sort(sorted);
    // Overloads and specialisations: the name is there, what is behind it differs.
    std::string name = patterns[entry].name();
    if (patterns[entry].isExact() && names.contains(name)) {
      std::string message = what + " matches nothing; there is";
      llvm::ListSeparator separator(", ");
      llvm::StringSet<> seen;
      for (const Symbol &symbol : flow.symbols)
        if (isKind(row.target, symbol.kind) && flow.texts[symbol.name] == name &&
            seen.insert(flow.texts[symbol.signature]).second)
          message +=
              llvm::StringRef(separator).str() + " '" + flow.texts[symbol.signature].str() + "'";
      program.problems.push_back({row.place, message, "", {}});
      continue;
    }
    llvm::StringRef near = nearestWord(name, sorted);
    program.problems.push_back({row.place,
                                what + " matches nothing in the program" +
                                    (near.empty() ? "" : "; did you mean '" + near.str() + "'?"),
                                "",
                                {}});
  }
}

void Applier::run() {
  PatternIndex index;
  for (uint32_t i = 0; i < entries.size(); ++i)
    if (entries[i].target != Annotate::Macro)
      index.add(patterns[i], i);
  for (uint32_t i = 0; i < flow.symbols.size(); ++i)
    for (uint32_t entry : index.candidates(flow.texts[flow.symbols[i].name]))
      if (isKind(entries[entry].target, flow.symbols[i].kind) &&
          patterns[entry].matches(flow, SymbolId(i)))
        applyTo(SymbolId(i), entry);
  applyToMacros();
  if (origin == Role::PolicyFile)
    reportUnmatched();
}

} // namespace

void applyAnnotate(Program &program, llvm::ArrayRef<Annotate> entries, Role::Origin origin) {
  if (!entries.empty())
    Applier(program, entries, origin).run();
}

} // namespace earmark
