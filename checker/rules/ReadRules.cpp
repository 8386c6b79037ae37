#include "rules/Draft.h"
#include "rules/Formats.h"
#include "rules/ReadRoles.h"
#include "rules/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"

namespace earmark {
namespace {

Requirement markRequirement(std::string mark) {
  Requirement result;
  result.kind = Requirement::Mark;
  result.mark = std::move(mark);
  return result;
}

/// `anonymised`, `{any-of: [encrypted, {all-of: [hashed, reviewed]}]}`
Requirement readRequirement(Reader &reader, const YamlNode &node, const WordSet &marks) {
  if (node.isScalar())
    return markRequirement(knownWord(reader, node, "a mark", marks));
  Requirement result;
  if (node.isSequence()) {
    reader.wrong(node, "'require' is a list; expected a mark, {any-of: [...]} or {all-of: [...]}");
    return result;
  }
  Fields fields(reader, node, keys::Requirement, "'require'");
  const YamlNode *any = fields["any-of"], *all = fields["all-of"];
  if (!fields || !any == !all) {
    if (fields)
      reader.wrong(node, "'require' needs one of any-of and all-of; expected as {any-of: "
                         "[anonymised, encrypted]}");
    return result;
  }
  const YamlNode &parts = any ? *any : *all;
  result.kind = any ? Requirement::AnyOf : Requirement::AllOf;
  if (!reader.list(parts, any ? "'any-of'" : "'all-of'"))
    return result;
  if (parts.values.empty())
    reader.wrong(parts, "an empty list; expected marks");
  for (const YamlNode &part : parts.values)
    result.parts.push_back(readRequirement(reader, part, marks));
  return result;
}

void readWhen(Reader &reader, const YamlNode &node, const Vocabulary &words, Rule &rule) {
  Fields when(reader, node, keys::When, "'when'");
  if (const YamlNode *data = when["data"])
    rule.data = categoryPattern(reader, *data, words.categories);
  if (const YamlNode *subject = when["subject"])
    rule.subject = knownWord(reader, *subject, "a data subject", words.subjects);
  if (const YamlNode *sink = when["sink"])
    rule.sinks = knownWords(reader, *sink, "a kind of sink", words.sinks);
  if (const YamlNode *interaction = when["interaction"])
    rule.interactions =
        knownWords(reader, *interaction, "a type of interaction", words.interactions);
  if (const YamlNode *special = when["special"])
    rule.specialOnly = reader.boolean(*special, "'special'");
}

void readOtherwise(Reader &reader, const YamlNode &node, const WordSet &marks, Rule &rule) {
  if (!reader.map(node, "'otherwise'"))
    return;
  rule.otherwise.clear();
  for (size_t i = 0; i < node.keys.size(); ++i) {
    std::string mark = knownWord(reader, node.keys[i], "a mark", marks);
    Level level = readLevel(reader, node.values[i]);
    if (!mark.empty())
      rule.otherwise[mark] = level;
  }
}

/// A rule that no pack has must say what it is about; without that, its name is
/// most likely a misspelt one.
bool checkNewRule(Reader &reader, const YamlNode &name, const YamlNode &value,
                  const std::vector<Rule> &rules) {
  if (value.isMap() && value.find("when") && value.find("require"))
    return true;
  std::vector<llvm::StringRef> known;
  for (const Rule &rule : rules)
    known.push_back(rule.id);
  reader.wrong(name, "no pack has a rule '" + name.text +
                         "', and a new one says when: {sink: ...} and require: MARK" +
                         expectedOneOf(name.text, known));
  return false;
}

/// Whether all that meets `strict` meets `loose` too: false where that cannot be told.
bool coversRequirement(const Requirement &loose, const Requirement &strict) {
  if (strict.kind == Requirement::AnyOf && !strict.parts.empty())
    return llvm::all_of(strict.parts,
                        [&](const Requirement &part) { return coversRequirement(loose, part); });
  switch (loose.kind) {
  case Requirement::Mark:
    return strict.kind == Requirement::Mark
               ? strict.mark == loose.mark
               : llvm::any_of(strict.parts, [&](const Requirement &part) {
                   return coversRequirement(loose, part);
                 });
  case Requirement::AnyOf:
    return llvm::any_of(loose.parts,
                        [&](const Requirement &part) { return coversRequirement(part, strict); });
  case Requirement::AllOf:
    return llvm::all_of(loose.parts,
                        [&](const Requirement &part) { return coversRequirement(part, strict); });
  }
  return false;
}

bool narrows(llvm::StringRef pattern, llvm::StringRef by) {
  return pattern != by && by != "**" && !llvm::StringRef(pattern).starts_with((by + ".").str());
}

/// What a project makes less strict than its pack is told, so that somebody answers for it.
void noteWeakening(const Rule &was, const Rule &is, Policy &policy) {
  auto note = [&](Bilingual how) {
    policy.weakenings.push_back({is.id, std::move(how), is.place});
  };
  if (is.level < was.level)
    note({"at a lower level", "op een lager niveau"});
  if (narrows(was.data, is.data) || (was.subject.empty() && !is.subject.empty()) ||
      (!was.specialOnly && is.specialOnly) ||
      (was.interactions.empty() && !is.interactions.empty()) ||
      llvm::any_of(was.interactions,
                   [&](const std::string &type) {
                     return !is.interactions.empty() && !llvm::is_contained(is.interactions, type);
                   }) ||
      llvm::any_of(was.sinks,
                   [&](const std::string &sink) { return !llvm::is_contained(is.sinks, sink); }))
    note({"for fewer flows", "voor minder stromen"});
  bool required = was.require.kind == Requirement::Mark || !was.require.parts.empty();
  bool stillRequired = is.require.kind == Requirement::Mark || !is.require.parts.empty();
  // A rule that requires nothing forbids its sinks.
  if (required && stillRequired && !coversRequirement(was.require, is.require))
    note({"with a weaker requirement", "met een zwakkere eis"});
  for (const auto &[mark, level] : is.otherwise) {
    auto before = was.otherwise.find(mark);
    if (level < is.level && (before == was.otherwise.end() || before->second > level)) {
      note({"with a softer level for data that is " + mark,
            "met een zachter niveau voor gegevens die " + mark + " zijn"});
      break;
    }
  }
}

void readRule(Reader &reader, const YamlNode &name, const YamlNode &value, Draft &draft) {
  auto &rules = draft.policy.rules;
  auto found = llvm::find_if(rules, [&](const Rule &rule) { return rule.id == name.text; });
  bool isNew = found == rules.end();
  // The packs' own rules may be named checks, which have no `when`.
  bool inPack = llvm::StringRef(reader.file).starts_with("built-in:");
  if (isNew && !inPack && !checkNewRule(reader, name, value, rules))
    return;
  Rule rule = isNew ? Rule() : *found;
  rule.id = name.text;
  rule.place = reader.place(name);
  if (isNew) {
    rule.title = {rule.id, rule.id};
    rule.message = {
        "{data} of {subject} {sink} in {function}, which rule '" + rule.id + "' does not allow",
        "{data} van {subject} {sink} in {function}, wat regel '" + rule.id + "' niet toestaat"};
  }
  if (value.isScalar()) {
    rule.level = readLevel(reader, value);
  } else if (Fields fields(reader, value, keys::Rule, "rule '" + rule.id + "'"); fields) {
    if (const YamlNode *node = fields["when"])
      readWhen(reader, *node, draft.words, rule);
    if (const YamlNode *node = fields["require"])
      rule.require = readRequirement(reader, *node, draft.words.marks);
    if (const YamlNode *node = fields["otherwise"])
      readOtherwise(reader, *node, draft.words.marks, rule);
    if (const YamlNode *node = fields["level"])
      rule.level = readLevel(reader, *node);
    if (const YamlNode *node = fields["title"])
      rule.title = readText(reader, *node, "the title");
    if (const YamlNode *node = fields["message"])
      rule.message = readText(reader, *node, "the message");
    if (const YamlNode *node = fields["why"])
      rule.why = readText(reader, *node, "'why'");
    if (const YamlNode *node = fields["mend"])
      rule.mend = readText(reader, *node, "'mend'");
    if (const YamlNode *node = fields["clause"])
      rule.clause = reader.text(*node, "the clause");
    if (const YamlNode *node = fields["article"])
      rule.article = reader.text(*node, "the article");
    if (const YamlNode *node = fields["example"])
      rule.example = reader.text(*node, "the example");
    if (const YamlNode *node = fields["nolint"])
      rule.nolint = reader.boolean(*node, "'nolint'");
    if (isNew && !inPack && rule.sinks.empty())
      reader.wrong(*fields["when"], "'when' names no sink; expected one as sink: log");
  }
  if (isNew) {
    rules.push_back(std::move(rule));
    return;
  }
  if (!inPack)
    noteWeakening(*found, rule, draft.policy);
  *found = std::move(rule);
}

void readContext(Reader &reader, const YamlNode &node, Draft &draft) {
  Fields fields(reader, node, keys::Context, "the context");
  if (!fields)
    return;
  Context context;
  context.place = reader.place(node);
  const YamlNode *scope = fields["namespace"], *path = fields["path"];
  if (!scope == !path)
    reader.wrong(node, scope ? "both 'namespace' and 'path'; expected one of them"
                             : "does not say which code; expected namespace: \"marketing::**\" or "
                               "path: \"src/marketing/**\"");
  if (scope)
    context.namespacePattern = reader.text(*scope, "the namespace");
  if (path)
    context.pathPattern = reader.text(*path, "the path");
  if (const YamlNode *purpose = fields["runs-for"])
    context.purpose = knownWord(reader, *purpose, "a purpose", draft.words.purposes);
  if (const YamlNode *department = fields["department"])
    context.department = reader.newWord(*department, "a department");
  if (const YamlNode *system = fields["system"])
    context.system = reader.newWord(*system, "a system");
  if (const YamlNode *interaction = fields["interaction"])
    context.interaction =
        knownWord(reader, *interaction, "a type of interaction", draft.words.interactions);
  if (!fields["runs-for"] && !fields["department"] && !fields["system"] && !fields["interaction"])
    reader.wrong(node, "says nothing of the code; expected runs-for: PURPOSE, department: NAME, "
                       "system: NAME or interaction: TYPE");
  draft.policy.contexts.push_back(std::move(context));
}

void readException(Reader &reader, const YamlNode &node, Draft &draft) {
  Fields fields(reader, node, keys::Exception, "the exception");
  if (!fields)
    return;
  Exception exception;
  exception.place = reader.place(node);
  exception.data = "**";
  if (const YamlNode *rule = fields.require("rule"))
    exception.rule = knownWord(reader, *rule, "a rule", draft.words.rules);
  if (const YamlNode *weakens = fields["weakens"])
    exception.weakens = reader.boolean(*weakens, "'weakens'");
  // What approves the policy itself holds everywhere, and says in what function its approver is.
  if (const YamlNode *in = exception.weakens ? fields["in"] : fields.require("in"))
    exception.in = reader.text(*in, "'in'");
  if (const YamlNode *source = fields["source"])
    exception.source = reader.text(*source, "'source'");
  if (const YamlNode *sink = fields["sink"])
    exception.sink = knownWord(reader, *sink, "a kind of sink", draft.words.sinks);
  if (const YamlNode *purpose = fields["purpose"])
    exception.purpose = knownWord(reader, *purpose, "a purpose", draft.words.purposes);
  if (const YamlNode *role = exception.weakens ? fields.require("role") : fields["role"])
    exception.role = reader.text(*role, "the role of the approver");
  if (const YamlNode *data = fields["data"])
    exception.data = categoryPattern(reader, *data, draft.words.categories);
  if (const YamlNode *reason = fields.require("reason"))
    exception.reason = reader.text(*reason, "the reason");
  if (const YamlNode *by = fields.require("by"))
    exception.by = reader.text(*by, "the approver");
  if (const YamlNode *until = fields.require("until"))
    exception.until = reader.date(*until, "the end of the exception");
  draft.policy.exceptions.push_back(std::move(exception));
}

void readAnnotate(Reader &reader, const YamlNode &node, Draft &draft) {
  Fields fields(reader, node, keys::Annotate, "the annotation");
  if (!fields)
    return;
  std::optional<RoleTarget> target = readTarget(
      reader, node, fields, {"function", "field", "type", "parameter", "variable", "macro"});
  if (!target)
    return;
  std::vector<Designation> roles = readRoles(reader, node, fields, target->target, &draft.words);
  if (node.keys.size() == 1)
    reader.wrong(node, "says nothing of '" + target->patterns.front().first +
                           "'; expected a word as personal, sink or marks");
  for (const auto &[pattern, at] : target->patterns) {
    Annotate annotate;
    annotate.target = target->target;
    annotate.pattern = pattern;
    annotate.designations = roles;
    annotate.place = reader.place(*at);
    draft.policy.annotate.push_back(std::move(annotate));
  }
}

void eachItem(Reader &reader, const YamlNode *section, llvm::StringRef what, Draft &draft,
              void (*read)(Reader &, const YamlNode &, Draft &)) {
  if (!section || section->kind == YamlNode::Null || !reader.list(*section, what))
    return;
  for (const YamlNode &item : section->values)
    read(reader, item, draft);
}

} // namespace

Level readLevel(Reader &reader, const YamlNode &node) {
  std::string word = reader.oneOf(node, "a level", {"off", "note", "warning", "error"});
  return llvm::StringSwitch<Level>(word)
      .Case("off", Level::Off)
      .Case("note", Level::Note)
      .Case("warning", Level::Warning)
      .Default(Level::Error);
}

void readRules(Reader &reader, const Fields &file, Draft &draft) {
  if (const YamlNode *rules = file["rules"]; rules && rules->isMap())
    for (size_t i = 0; i < rules->keys.size(); ++i)
      if (isWord(rules->keys[i].text))
        readRule(reader, rules->keys[i], rules->values[i], draft);
  eachItem(reader, file["contexts"], "'contexts'", draft, readContext);
  eachItem(reader, file["exceptions"], "'exceptions'", draft, readException);
  eachItem(reader, file["annotate"], "'annotate'", draft, readAnnotate);
}

} // namespace earmark
