#include "rules/ReadRoles.h"

#include "rules/Formats.h"
#include "rules/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"

namespace earmark {
namespace {

/// What a designation is of: filled into each that is read there.
struct Part {
  Designation::Where where = Designation::Itself;
  bool all = false;
  std::vector<std::string> parameters;
};

class RoleReader {
public:
  RoleReader(Reader &reader, const Vocabulary *words) : reader(reader), words(words) {}

  std::vector<Designation> found;

  void say(AnnotationKind kind, const Part &part, std::vector<std::string> said) {
    if (said.empty())
      return; // a mistake was noted
    Designation designation;
    designation.kind = kind;
    designation.where = part.where;
    designation.allParameters = part.all;
    designation.parameters = part.parameters;
    designation.words = std::move(said);
    found.push_back(std::move(designation));
  }

  /// What a value is: `personal`, `only-for` and the like.
  void readData(const Fields &fields, const Part &part) {
    if (const YamlNode *node = fields["personal"])
      say(AnnotationKind::Personal, part, one(*node, "a data category", &Vocabulary::categories));
    if (const YamlNode *node = fields["subject"])
      say(AnnotationKind::Subject, part, one(*node, "a data subject", &Vocabulary::subjects));
    if (const YamlNode *node = fields["only-for"])
      say(AnnotationKind::OnlyFor, part, some(*node, "a purpose", &Vocabulary::purposes));
    if (const YamlNode *node = fields["retention"])
      say(AnnotationKind::Retention, part, single(reader.duration(*node, "the retention term")));
    if (const YamlNode *node = fields["is"])
      say(AnnotationKind::Is, part, some(*node, "a mark", &Vocabulary::marks));
    if (const YamlNode *node = fields["not-personal"]) {
      say(AnnotationKind::NotPersonal, part,
          single(reader.text(*node, "the reason of 'not-personal'")));
      if (fields["personal"])
        reader.wrong(*node,
                     "'personal' and 'not-personal' contradict each other; expected one of them");
    }
  }

  void readSink(const Fields &fields, const Part &part) {
    const YamlNode *sink = fields["sink"];
    const YamlNode *recipient = fields["recipient"], *store = fields["store"];
    if (!sink) {
      for (const YamlNode *stray : {recipient, store})
        if (stray)
          reader.wrong(*stray,
                       llvm::Twine("a ") + (stray == store ? "store" : "recipient") +
                           " without a 'sink'; expected the kind of sink beside it, as sink: " +
                           (stray == store ? "store" : "third-party"));
      return;
    }
    std::vector<std::string> said = one(*sink, "a kind of sink", &Vocabulary::sinks);
    if (recipient && store)
      reader.wrong(*store, "a sink has a recipient or a store, not both; expected one of them");
    else if (recipient && !said.empty() && said.front() == "store")
      reader.wrong(*recipient, "a sink of kind 'store' has no recipient; expected 'store: NAME'");
    else if (recipient && !said.empty())
      llvm::append_range(said, one(*recipient, "a recipient", &Vocabulary::recipients));
    else if (store && !said.empty())
      llvm::append_range(said, one(*store, "a store", &Vocabulary::stores));
    say(AnnotationKind::Sink, part, std::move(said));
  }

  void readMarks(const Fields &fields, const Part &part) {
    if (const YamlNode *node = fields["marks"])
      say(AnnotationKind::Marks, part, some(*node, "a mark", &Vocabulary::marks));
    if (const YamlNode *node = fields["unmarks"])
      say(AnnotationKind::Unmarks, part, some(*node, "a mark", &Vocabulary::marks));
  }

  /// What a function as a whole does.
  void readDuties(const Fields &fields) {
    Part itself;
    if (const YamlNode *node = fields["runs-for"])
      say(AnnotationKind::RunsFor, itself, one(*node, "a purpose", &Vocabulary::purposes));
    if (const YamlNode *node = fields["consent-for"])
      say(AnnotationKind::ConsentFor, itself, some(*node, "a purpose", &Vocabulary::purposes));
    if (const YamlNode *node = fields["audits"])
      say(AnnotationKind::Audits, itself, single(reader.newWord(*node, "what is audited")));
    if (const YamlNode *node = fields["erases"])
      readErases(*node, itself);
  }

  void readErases(const YamlNode &node, const Part &itself) {
    if (!node.isMap())
      return say(AnnotationKind::Erases, itself,
                 one(node, "a data category", &Vocabulary::categories));
    Fields fields(reader, node, keys::Erases, "'erases'");
    const YamlNode *data = fields.require("data");
    if (!data)
      return;
    std::vector<std::string> said = one(*data, "a data category", &Vocabulary::categories);
    if (const YamlNode *store = fields["store"]; store && !said.empty())
      llvm::append_range(said, one(*store, "a store", &Vocabulary::stores));
    say(AnnotationKind::Erases, itself, std::move(said));
  }

  /// `parameters: all`, `parameters: [buffer, 2, this]`.
  Part readParameters(const YamlNode *node) {
    Part part;
    if (!node)
      return part;
    part.where = Designation::Parameter;
    if (node->isScalar() && node->text == "all") {
      part.all = true;
      return part;
    }
    reader.each(*node, "'parameters'", [&](const YamlNode &item) {
      std::string name = reader.text(item, "a parameter");
      unsigned number;
      llvm::StringRef text = name;
      bool isNumber = !text.empty() && llvm::all_of(text, llvm::isDigit);
      bool isName = !text.empty() && !llvm::isDigit(text.front()) && llvm::all_of(text, [](char c) {
        return llvm::isAlnum(c) || c == '_' || c == '$';
      });
      if (isNumber ? text.getAsInteger(10, number) || number > 1000 : !isName && !name.empty())
        reader.wrong(item, "'" + name +
                               "' is no parameter; expected a name, a number from 0, or "
                               "`parameters: all`");
      else if (llvm::is_contained(part.parameters, name))
        reader.wrong(item, "parameter '" + name + "' is there twice; expected it once");
      else if (!name.empty())
        part.parameters.push_back(name);
    });
    if (node->isSequence() && node->values.empty())
      reader.wrong(*node, "'parameters' is empty; expected names, numbers from 0, or all");
    return part;
  }

private:
  Reader &reader;
  const Vocabulary *words;

  static std::vector<std::string> single(std::string word) {
    if (word.empty())
      return {};
    return {std::move(word)};
  }

  std::vector<std::string> one(const YamlNode &node, llvm::StringRef what,
                               WordSet Vocabulary::*set) {
    if (!words)
      return single(reader.newWord(node, what));
    std::string word = knownWord(reader, node, what, words->*set);
    return single((words->*set).count(word) ? word : "");
  }

  std::vector<std::string> some(const YamlNode &node, llvm::StringRef what,
                                WordSet Vocabulary::*set) {
    std::vector<std::string> said;
    reader.each(node, what,
                [&](const YamlNode &item) { llvm::append_range(said, one(item, what, set)); });
    llvm::sort(said);
    said.erase(std::unique(said.begin(), said.end()), said.end());
    if (node.isSequence() && node.values.empty())
      reader.wrong(node, "an empty list; expected " + what);
    return said;
  }
};

/// Words that mean nothing on a target: types and parameters are not called,
/// purposes are of functions and classes.
void refuseMisplaced(Reader &reader, const Fields &fields, Annotate::Target target) {
  auto refuse = [&](llvm::ArrayRef<llvm::StringRef> names, llvm::StringRef instead) {
    for (llvm::StringRef name : names)
      if (const YamlNode *node = fields[name])
        reader.wrong(*node, "'" + name + "' means nothing on a " + wordOf(target) + "; " + instead);
  };
  if (target == Annotate::Type || target == Annotate::Parameter)
    refuse({"parameters", "returns", "writes", "consent-for", "audits", "erases"},
           "expected it on a function");
  if (target == Annotate::Type)
    refuse({"marks", "unmarks", "expects"}, "expected 'is', the state that it is held in");
  if (target != Annotate::Type && target != Annotate::Function)
    refuse({"runs-for"}, "expected it on a function or type");
}

/// A parenthesis that nothing closes would silently match no signature.
bool isBalanced(llvm::StringRef pattern) {
  if (pattern.contains("operator"))
    return true;
  int depth = 0;
  for (char c : pattern) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0)
      return false;
  }
  return depth == 0 && pattern.count('<') == pattern.count('>') - pattern.count("->");
}

} // namespace

std::vector<Designation> readRoles(Reader &reader, const YamlNode &node, const Fields &fields,
                                   Annotate::Target target, const Vocabulary *words) {
  RoleReader roles(reader, words);
  refuseMisplaced(reader, fields, target);
  bool called = target != Annotate::Type && target != Annotate::Parameter;
  Part parameters = called ? roles.readParameters(fields["parameters"]) : Part();
  bool hasParameters = parameters.where == Designation::Parameter;

  // Data words beside `parameters` are of these; on a function alone, as a
  // macro before it, of its result.
  Part value = parameters;
  if (!hasParameters && (target == Annotate::Function || target == Annotate::Macro))
    value.where = Designation::Result;
  roles.readData(fields, value);
  roles.readSink(fields, parameters);

  Part written = parameters;
  if (hasParameters)
    written.where = Designation::WrittenBack;
  roles.readMarks(fields, written);

  if (const YamlNode *returns = called ? fields["returns"] : nullptr) {
    Part result;
    result.where = Designation::Result;
    if (Fields inner(reader, *returns, keys::Value, "'returns'"); inner) {
      roles.readData(inner, result);
      roles.readSink(inner, result);
      roles.readMarks(inner, result);
    }
  }
  if (const YamlNode *writes = called ? fields["writes"] : nullptr) {
    if (!hasParameters)
      reader.wrong(*writes, "'writes' without 'parameters'; expected which ones are written, as "
                            "parameters: [buffer]");
    if (Fields inner(reader, *writes, keys::Value, "'writes'"); inner) {
      roles.readData(inner, written);
      roles.readSink(inner, written);
      roles.readMarks(inner, written);
    }
  }
  if (const YamlNode *expects = fields["expects"]) {
    if (!hasParameters && called)
      reader.wrong(*expects,
                   "'expects' without 'parameters'; expected which ones, as parameters: [body]");
    std::vector<std::string> marks;
    reader.each(*expects, "a mark", [&](const YamlNode &item) {
      std::string mark =
          words ? knownWord(reader, item, "a mark", words->marks) : reader.newWord(item, "a mark");
      if (!mark.empty())
        marks.push_back(mark);
    });
    roles.say(AnnotationKind::Expects, parameters, std::move(marks));
  }
  if (target != Annotate::Parameter)
    roles.readDuties(fields);
  if (hasParameters && roles.found.empty())
    reader.wrong(node,
                 "names parameters and says nothing of them; expected a word as sink or writes");
  return std::move(roles.found);
}

std::optional<RoleTarget> readTarget(Reader &reader, const YamlNode &node, const Fields &fields,
                                     llvm::ArrayRef<llvm::StringRef> keys) {
  RoleTarget result;
  llvm::StringRef found;
  for (llvm::StringRef key : keys) {
    const YamlNode *value = fields[key];
    if (!value)
      continue;
    if (!found.empty()) {
      reader.wrong(*value, "both '" + found + "' and '" + key + "'; expected one of them");
      return std::nullopt;
    }
    found = key;
    result.target = llvm::StringSwitch<Annotate::Target>(key)
                        .Case("field", Annotate::Field)
                        .Case("type", Annotate::Type)
                        .Case("parameter", Annotate::Parameter)
                        .Case("variable", Annotate::Variable)
                        .Case("macro", Annotate::Macro)
                        .Default(Annotate::Function);
    reader.each(*value, "the name", [&](const YamlNode &item) {
      std::string pattern = llvm::StringRef(reader.text(item, "the name")).trim().str();
      if (pattern.empty())
        return;
      if (!isBalanced(pattern))
        reader.wrong(item, "'" + pattern +
                               "' has a bracket that is not closed; expected a name or a "
                               "signature as \"ns::f(char *, int)\"");
      result.patterns.push_back({std::move(pattern), &item});
    });
  }
  if (found.empty() && fields) {
    std::string expected;
    for (llvm::StringRef key : keys)
      expected += (expected.empty() ? "" : ", ") + key.str();
    reader.wrong(node, "does not say of what; expected one of " + expected);
    return std::nullopt;
  }
  if (result.patterns.empty())
    return std::nullopt;
  return result;
}

} // namespace earmark
