#include "policy/Discover.h"

#include "policy/NameWords.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace earmark {

namespace {

/// Someone has looked at it.
bool isSettled(AnnotationKind kind) {
  return kind == AnnotationKind::Personal || kind == AnnotationKind::NotPersonal;
}

llvm::StringRef lastName(llvm::StringRef qualified) {
  size_t at = qualified.rfind("::");
  return at == llvm::StringRef::npos ? qualified : qualified.substr(at + 2);
}

/// "getEmail", "lees_adres": it gives the thing. What does something with it
/// ("sendEmail") has a result of its own.
bool gives(llvm::StringRef word) {
  static const llvm::StringSet<> Words = {
      "get",     "read",    "fetch", "load", "find", "lookup", "query", "ask",  "request",
      "current", "receive", "input", "haal", "lees", "geef",   "zoek",  "vraag"};
  return Words.contains(word);
}

class Discoverer {
public:
  Discoverer(const Program &program, const Policy &policy)
      : flow(program.flow), program(program), policy(policy), names(policy) {}

  std::vector<Discovered> run() {
    for (uint32_t i = 0; i < flow.symbols.size(); ++i)
      type(SymbolId(i));
    for (uint32_t i = 0; i < flow.symbols.size(); ++i)
      value(SymbolId(i));
    for (uint32_t i = 0; i < flow.symbols.size(); ++i)
      function(SymbolId(i));
    auto key = [](const Discovered &one) {
      return std::tie(one.place, one.name, one.kind, one.parameter);
    };
    llvm::sort(found, [&](const auto &a, const auto &b) { return key(a) < key(b); });
    found.erase(std::unique(found.begin(), found.end(),
                            [&](const auto &a, const auto &b) { return key(a) == key(b); }),
                found.end());
    return std::move(found);
  }

private:
  const FlowTables &flow;
  const Program &program;
  const Policy &policy;
  NameVocabulary names;
  std::vector<Discovered> found;
  llvm::DenseSet<uint32_t> types; // that are told, by symbol
  /// What is known of a class already: categories of its fields, told or annotated.
  llvm::DenseMap<uint32_t, std::set<std::string>> known;

  const Symbol &symbol(SymbolId id) const { return flow.symbols[id.value]; }
  const Type *typeOf(TypeId id) const { return id ? &flow.types[id.value] : nullptr; }
  llvm::StringRef nameOf(SymbolId id) const { return flow.texts[symbol(id).name]; }

  bool isOurs(const Symbol &of) const {
    if (of.flags & FromSystem || !of.place)
      return false;
    // A closure's fields are what it captured: told where it came from.
    return !of.parent || !(symbol(of.parent).flags & IsLambda);
  }

  bool isSettledSymbol(SymbolId id) const {
    return id && llvm::any_of(program.roles[id.value],
                              [](const Role &role) { return isSettled(role.kind); });
  }

  bool isSettledParameter(SymbolId function, uint16_t number) const {
    return llvm::any_of(program.roles[function.value], [&](const Role &role) {
      return isSettled(role.kind) && (role.parameter == number || role.parameter == Rest);
    });
  }

  /// A type that says by itself what it holds, or is told to be annotated.
  bool typeSpeaks(const Type &of) const {
    for (SymbolId id : {of.record, of.alias})
      if (id && (isSettledSymbol(id) || types.contains(id.value)))
        return true;
    return false;
  }

  /// A class of the project that is a text: "String", "fixed_str".
  static bool isText(llvm::StringRef record) {
    return llvm::any_of(wordsOfName(lastName(record)), [](llvm::StringRef word) {
      return word == "string" || word == "str" || word == "text" || word == "tekst";
    });
  }

  /// Whether a value of that type can be the datum itself: no flag, no function,
  /// no object of the project with a life of its own. "Name" and the like are
  /// texts: a number called so is a handle.
  bool canHold(const Type &of, bool weak) const {
    if (of.boolean || of.functional || typeSpeaks(of))
      return false;
    if (of.arithmetic)
      return !weak || (of.pointers && llvm::StringRef(flow.texts[of.spelling]).contains("char"));
    if (!of.record)
      return false;
    const Symbol &record = symbol(of.record);
    if (record.kind == SymbolKind::Record && !(record.flags & FromSystem) &&
        !isText(flow.texts[record.name]))
      return false;
    for (uint32_t i = 0; i < of.arguments.count; ++i)
      if (const Type *argument = typeOf(flow.typeList[of.arguments.begin + i]);
          argument && (argument->record || argument->functional) && !canHold(*argument, weak))
        return false;
    return true;
  }

  /// Whose data it is: the subject that the name itself names, else that of the
  /// things around. No match at all where it takes a subject and there is none.
  std::optional<NameVocabulary::Match> seen(llvm::StringRef name, llvm::StringRef around,
                                            llvm::StringRef function = "") const {
    NameVocabulary::Match match = names.match(name);
    if (match.category.empty())
      return std::nullopt;
    std::string subject = match.subject;
    if (subject.empty() && (!match.weak || match.whole)) {
      subject = names.subjectOf(lastName(around));
      if (subject.empty() && !function.empty())
        subject = names.subjectIn(function);
    }
    if (match.weak && subject.empty())
      return std::nullopt;
    match.subject = subject;
    return match;
  }

  void tell(Annotate::Target kind, SymbolId id, std::string name, TypeId type,
            const NameVocabulary::Match &match, uint16_t parameter = NoParameter) {
    const Symbol &of = symbol(id);
    Discovered &one = found.emplace_back();
    one.kind = kind;
    one.name = std::move(name);
    if (const Type *spelt = typeOf(type))
      one.type = flow.texts[spelt->spelling].str();
    one.category = match.category;
    auto category = policy.categories.find(match.category);
    if (category == policy.categories.end() || category->second.subject != match.subject)
      one.subject = match.subject;
    one.words = match.words;
    one.place = {flow.texts[of.place.file].str(), of.place.line, of.place.column, of.place.endLine,
                 of.place.endColumn};
    one.parameter = parameter;
    one.usr = flow.texts[of.usr].str();
  }

  /// A type whose whole name is the datum: EmailAddress, Iban.
  void type(SymbolId id) {
    const Symbol &of = symbol(id);
    if ((of.kind != SymbolKind::Record && of.kind != SymbolKind::Alias) || !isOurs(of) ||
        (of.flags & IsLambda) || isSettledSymbol(id))
      return;
    NameVocabulary::Match match = names.match(lastName(nameOf(id)));
    if (match.category.empty() || !match.whole || match.weak)
      return;
    if (of.kind == SymbolKind::Alias) {
      const Type *aliased = typeOf(of.type);
      if (!aliased || !canHold(*aliased, false))
        return;
    } else {
      // One that only does something holds nothing.
      auto row = program.recordOf.find(id);
      if (row == program.recordOf.end())
        return;
      const Record &record = flow.records[row->second];
      if (record.fields.count == 0 ||
          llvm::any_of(fieldsOf(record), [&](SymbolId field) { return isSettledSymbol(field); }))
        return;
    }
    tell(Annotate::Type, id, nameOf(id).str(), TypeId(), match);
    types.insert(id.value);
  }

  llvm::ArrayRef<SymbolId> fieldsOf(const Record &record) const {
    return llvm::ArrayRef(flow.symbolList).slice(record.fields.begin, record.fields.count);
  }

  /// A field, or a variable that outlives its function.
  void value(SymbolId id) {
    const Symbol &of = symbol(id);
    bool isField = of.kind == SymbolKind::Field;
    if ((!isField && of.kind != SymbolKind::Variable) || !isOurs(of))
      return;
    llvm::StringRef around = isField && of.parent ? nameOf(of.parent) : llvm::StringRef();
    std::optional<NameVocabulary::Match> match = seen(lastName(nameOf(id)), around);
    if (!match)
      return;
    if (isField && of.parent)
      known[of.parent.value].insert(match->category);
    const Type *held = typeOf(of.type);
    if (isSettledSymbol(id) || !held || !canHold(*held, match->weak))
      return;
    // A constant of the program is nobody's.
    if (!isField && held->constant &&
        (!held->pointers || llvm::StringRef(flow.texts[held->spelling]).ends_with("const")))
      return;
    if (isField && of.parent && types.contains(of.parent.value))
      return; // its class is told
    tell(isField ? Annotate::Field : Annotate::Variable, id, nameOf(id).str(), of.type, *match);
  }

  bool isKnown(SymbolId record, const std::string &category) const {
    auto found = record ? known.find(record.value) : known.end();
    return found != known.end() && found->second.count(category);
  }

  /// What a function gives that this program does not show the making of, and what
  /// comes in from outside through its parameters.
  void function(SymbolId id) {
    const Symbol &of = symbol(id);
    if (of.kind != SymbolKind::Function || !isOurs(of) || overridesAnother(id))
      return;
    FunctionId body = program.bodyOf[id.value];
    if (body && (flow.functions[body.value].flags & (IsImplicit | IsModel)))
      return;
    llvm::StringRef around = of.parent ? nameOf(of.parent) : llvm::StringRef();
    if (!body)
      result(id, around);
    else if (program.callersOf[body.value].empty())
      parameters(id, around);
  }

  bool overridesAnother(SymbolId id) {
    if (overriders.empty())
      for (const Override &row : flow.overrides)
        overriders.insert(row.method.value);
    return overriders.contains(id.value);
  }
  llvm::DenseSet<uint32_t> overriders;

  void result(SymbolId id, llvm::StringRef around) {
    const Symbol &of = symbol(id);
    llvm::StringRef name = lastName(nameOf(id));
    const Type *held = typeOf(of.type);
    NameParts words = wordsOfName(name);
    if (words.empty() || !held || flow.texts[held->spelling] == "void")
      return;
    bool asks = gives(words.front());
    // The words behind the verb are the thing.
    std::string thing = llvm::join(llvm::ArrayRef(words).drop_front(asks), "_");
    std::optional<NameVocabulary::Match> match = seen(thing, around);
    if (!match || (!asks && !match->whole && match->subject.empty()) ||
        !canHold(*held, match->weak) ||
        (held->arithmetic && !held->pointers && of.parameters.count))
      return;
    bool settled = llvm::any_of(program.roles[id.value], [](const Role &role) {
      return isSettled(role.kind) && role.where != Designation::Parameter;
    });
    if (!settled && !isKnown(of.parent, match->category))
      tell(Annotate::Function, id, nameOf(id).str(), of.type, *match);
  }

  void parameters(SymbolId id, llvm::StringRef around) {
    const Symbol &of = symbol(id);
    for (uint32_t i = 0; i < of.parameters.count && i < of.parameterNames.count; ++i) {
      llvm::StringRef name = flow.texts[flow.textList[of.parameterNames.begin + i]];
      std::optional<NameVocabulary::Match> match =
          name.empty() ? std::nullopt : seen(name, around, lastName(nameOf(id)));
      TypeId type = flow.typeList[of.parameters.begin + i];
      const Type *held = typeOf(type);
      if (!match || !held || !canHold(*held, match->weak) || isSettledParameter(id, i) ||
          isKnown(of.parent, match->category))
        continue;
      tell(Annotate::Parameter, id, nameOf(id).str() + "::" + name.str(), type, *match, i);
    }
  }
};

} // namespace

std::vector<Discovered> discover(const Program &program, const Policy &policy) {
  return Discoverer(program, policy).run();
}

} // namespace earmark
