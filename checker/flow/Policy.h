// What the user allows, resolved: every word is known to be declared, every
// default filled in, packs merged. Made by rules/LoadPolicy, read by link
// (annotate), solve (marks) and policy (the rest). Data only.
//
// To add an option: a field here, its key in rules/LoadPolicy.cpp and in
// rules/schema/earmark.schema.json, a bad-input test in tests/rules, its line in
// rules/README.md.
#pragma once

#include "flow/FlowGraph.h"
#include "flow/Label.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace earmark {

/// Where in a YAML file (or in an annotated source) something was said.
struct SourcePlace {
  std::string file;
  uint32_t line = 0, column = 0;
  friend auto operator<=>(const SourcePlace &, const SourcePlace &) = default;
};

enum class Level : uint8_t { Off, Note, Warning, Error };
enum class ModelStrength : uint8_t { Off, Warn, Strict }; // calls that no model knows

/// One text in the two languages of the tool.
struct Bilingual {
  std::string en, nl;
};

/// Who answers for the processing, and whom people ask: Art. 30(1)(a).
struct Party {
  std::string name, contact;
  SourcePlace place;
};

struct Purpose {
  std::string id, legalBasis, owner, retention, review;
  Bilingual description;
  bool needsConsent = false; // said, or the legal basis is consent
  bool audited = false;
  enum Audit : uint8_t { Somewhere, Before, After } audit = Somewhere; // where on the path the record is made
  SourcePlace place;
  std::vector<std::string> subjects; // whose data it is about; empty: anyone's
};

struct Category {
  std::string id; // dotted; children inherit what they do not say
  Bilingual description;
  std::string subject; // default data subject
  std::vector<std::string> purposes;
  std::string retention;
  bool special = false; // GDPR Art. 9 or 10
  bool score = false;   // says what a model or a formula makes of a person
  SourcePlace place;
  std::vector<std::string> departments, systems; // that need to know it; empty: any
  SourcePlace purposesPlace, departmentsPlace, systemsPlace; // where those were said, of it or of a parent
  /// What declarations that hold it are called, as "birth-date"; the second list
  /// only where a word for its subject stands beside it. Not inherited.
  std::vector<std::string> names, namesOfSubject;
};

/// A way in which people and the organisation deal with each other: a call, a chat.
/// What comes of it has its term.
struct Interaction {
  std::string id;
  Bilingual description;
  std::vector<std::string> data; // categories that it yields, those below them included
  std::string retention;
  SourcePlace place;
};

struct Recipient {
  std::string id, role, agreement, until, region, owner;
  std::vector<std::string> purposes, hosts;
  std::vector<std::string> names; // constants that mean it: a bucket, a topic
  SourcePlace place;
};

struct Store {
  std::string id, region, owner, retention;
  std::vector<std::string> departments, systems; // whose code may use it; empty: any
  bool encrypted = false; // the store encrypts by itself: plain data may enter
  std::vector<std::string> hosts, names; // constants that mean it: of a URL; a bucket, table, connection string
  SourcePlace place;
};

/// Code that runs for a purpose without saying so in source, or belongs somewhere.
struct Context {
  std::string namespacePattern, pathPattern; // one of them
  std::string purpose, department, system;
  std::string interaction; // what arises in it comes of such
  SourcePlace place;
};

/// What must hold of a mark set: a mark, or a combination. An empty one holds.
struct Requirement {
  enum Kind : uint8_t { Mark, AnyOf, AllOf } kind = AllOf;
  std::string mark;
  std::vector<Requirement> parts;
};

/// A rule over flows: `when` selects arrivals, `require` is held against them.
/// Rules that are not of this form (purpose-limitation, unknown-recipient) have
/// their check in checker/policy under the same id; here they have only texts.
struct Rule {
  std::string id;
  Level level = Level::Error;
  std::string data = "**";            // category pattern
  std::string subject;                // empty: any
  std::vector<std::string> interactions; // that the data comes of; empty: any
  std::vector<std::string> sinks;     // sink kinds; empty: built-in check
  Requirement require;
  std::map<std::string, Level> otherwise; // a mark that softens the finding
  Bilingual title, message, why, mend; // message may use {data} {subject} {sink} {recipient} {function} {purpose}
  std::string clause;  // "4.1": of interne-richtlijn.txt
  std::string article; // "GDPR Art. 32(1)(a)"
  std::string example; // path below rules/examples, without the suffix
  SourcePlace place;
  bool specialOnly = false; // `when: {special: true}`: special categories alone
  bool nolint = true;       // a NOLINT comment silences it in clang-tidy
};

/// A reviewed exception, bound to a flow: what is empty binds nothing.
struct Exception {
  std::string rule, in, data, reason, by, role, until;
  std::string source, sink, purpose; // pattern of the source's declaration; kind of sink; of the code
  bool weakens = false;              // approves that the policy holds the rule less strictly than its pack
  SourcePlace place;
};

/// A rule of a pack that the project's policy holds less strictly.
struct Weakening {
  std::string rule;
  Bilingual how;
  SourcePlace place;
};

/// What something is said to be: an annotation in YAML words. `annotate` of the
/// policy and library models both say these.
struct Designation {
  AnnotationKind kind = AnnotationKind::Personal;
  enum Where : uint8_t {
    Itself,     // the declaration: a variable's, field's or type's value; a function as a whole
    Result,     // what the function returns
    Parameter,  // what is passed as the parameter (sinks, expectations; a source: what it holds at entry)
    WrittenBack // what the function leaves behind the parameter
  } where = Itself;
  bool allParameters = false;           // with Parameter, WrittenBack: every one, variadic ones too
  std::vector<std::string> parameters;  // or these, by name or number from 0, or "this"
  std::vector<std::string> words;
};

/// What decides a sink's channel or recipient: the constant under `path` at the
/// argument `parameter`, as "2" or "0.*.url" in a model.
struct SinkSelector {
  uint16_t parameter = NoParameter;
  std::vector<std::pair<ProjectionKind, std::string>> path;
  enum Reads : uint8_t { Url, Host, Name } reads = Url;
};

struct Annotate {
  enum Target : uint8_t { Function, Field, Type, Parameter, Variable, Macro } target = Function;
  std::string pattern; // qualified name, or with a parameter list; * within a name, ** across scopes
  std::vector<Designation> designations;
  SourcePlace place;
};

/// As a policy spells it: "function".
inline const char *wordOf(Annotate::Target target) {
  switch (target) {
  case Annotate::Function: return "function";
  case Annotate::Field: return "field";
  case Annotate::Type: return "type";
  case Annotate::Parameter: return "parameter";
  case Annotate::Variable: return "variable";
  case Annotate::Macro: return "macro";
  }
  return "";
}

struct SinkKind {
  std::string id;
  Bilingual phrase; // "is written to a log" / "wordt in een log geschreven"
  bool leaves = false; // the organisation: has a recipient
  std::string purpose; // that data serves there, whatever the code runs for; empty: the code's
};

struct MarkKind {
  std::string id;
  Bilingual phrase;               // "encrypted" / "versleuteld"
  std::vector<std::string> implies; // "anonymised" implies "pseudonymised"
  std::string looksLike;            // a stronger mark that people take it for: base64 "looks" encrypted
  bool neverConstant = false;       // what a program holds as a constant is not that: a secret key, a fresh nonce
};

struct Policy {
  int version = 1;
  std::string file; // of the project; empty: the built-in pack alone
  std::vector<std::string> sources; // every file read, packs included
  uint64_t digest = 0;              // over their bytes
  Party controller, dpo;
  std::vector<std::string> subjects;
  std::map<std::string, std::vector<std::string>> subjectNames; // what code calls them: "client", "klant"
  std::vector<std::vector<std::string>> apart; // subjects that no value, record or store may mix
  std::vector<std::string> auditNames; // category patterns that an audit record may name
  std::vector<std::string> regions; // ISO 3166 alpha-2, groups (EU, EEA) expanded
  std::vector<MarkKind> marks;      // at most 64; the index is the bit in MarkSet
  std::vector<SinkKind> sinks;
  std::map<std::string, Purpose> purposes;
  std::map<std::string, Category> categories;
  std::map<std::string, Interaction> interactions;
  std::map<std::string, Recipient> recipients;
  std::map<std::string, Store> stores;
  std::vector<Context> contexts;
  std::vector<Rule> rules;
  std::vector<Exception> exceptions;
  std::vector<Weakening> weakenings;
  std::vector<Annotate> annotate;
  ModelStrength models = ModelStrength::Warn;
  Level possible = Level::Warning; // level of findings whose confidence is Possible
  std::vector<std::string> modelFiles; // files and folders of models, resolved against the policy's folder
};

} // namespace earmark
