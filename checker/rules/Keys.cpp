#include "rules/Keys.h"

namespace earmark {
namespace {

using Names = llvm::StringRef[];

const Names PolicyNames = {
    "earmark", "extends",        "regions",    "adequacy",   "subjects",    "marks",
    "sinks",   "purposes",       "data",       "recipients", "stores",      "contexts",
    "rules",   "exceptions",     "annotate",   "models",     "model-files", "possible",
    "apart",   "audit-may-name", "controller", "dpo",        "interactions"};
const Names PurposeNames = {"description", "legal-basis",   "owner",   "retention",
                            "review",      "needs-consent", "audited", "subjects"};
const Names DataNames = {"description", "subject",     "purposes", "retention", "special",
                         "score",       "departments", "systems",  "names",     "names-of-subject"};
const Names SubjectNames = {"names"};
const Names InteractionNames = {"description", "data", "retention"};
const Names PartyNames = {"name", "contact"};
const Names RecipientNames = {"role",  "agreement", "until", "region",
                              "owner", "purposes",  "hosts", "names"};
const Names StoreNames = {"region", "owner", "retention",   "encrypted",
                          "hosts",  "names", "departments", "systems"};
const Names ContextNames = {"namespace", "path", "runs-for", "department", "system", "interaction"};
const Names RuleNames = {"when", "require", "otherwise", "level",   "title",   "message",
                         "why",  "mend",    "clause",    "article", "example", "nolint"};
const Names WhenNames = {"data", "subject", "sink", "special", "interaction"};
const Names RequirementNames = {"any-of", "all-of"};
const Names ExceptionNames = {"rule",    "in",     "data", "source", "sink", "purpose",
                              "weakens", "reason", "by",   "role",   "until"};
const Names SinkNames = {"phrase", "leaves", "purpose"};
const Names MarkNames = {"phrase", "implies", "looks-like", "never-constant"};
const Names TextNames = {"en", "nl"};

#define EARMARK_ROLE_NAMES                                                                         \
  "parameters", "returns", "writes", "personal", "subject", "only-for", "retention", "is",         \
      "not-personal", "runs-for", "sink", "recipient", "store", "marks", "unmarks", "expects",     \
      "consent-for", "audits", "erases"
const Names AnnotateNames = {"function", "field",           "type", "parameter", "variable",
                             "macro",    EARMARK_ROLE_NAMES};
const Names ValueNames = {"personal", "subject",      "only-for", "retention",
                          "is",       "not-personal", "sink",     "recipient",
                          "store",    "marks",        "unmarks"};
const Names ErasesNames = {"data", "store"};

const Names ModelFileNames = {"earmark-models", "library", "models"};
const Names ModelNames = {
    "function",     "variable",      "field", "type",  "macro",  "arguments", "types",
    "when",         "flows",         "kills", "calls", "builds", "compares",  EARMARK_ROLE_NAMES,
    "sink-channel", "leaves-project"};
#undef EARMARK_ROLE_NAMES
const Names CallNames = {"id", "callee", "arguments", "this", "takes"};
const Names BuildNames = {"id", "type", "arguments", "into"};
const Names ComparisonNames = {"by", "among", "equal", "of"};
const Names ChannelNames = {"url", "host", "name"};

} // namespace

namespace keys {
const KeyTable Policy{"policy", PolicyNames};
const KeyTable Purpose{"purpose", PurposeNames};
const KeyTable Data{"data", DataNames};
const KeyTable Subject{"subject", SubjectNames};
const KeyTable Interaction{"interaction", InteractionNames};
const KeyTable Party{"party", PartyNames};
const KeyTable Recipient{"recipient", RecipientNames};
const KeyTable Store{"store", StoreNames};
const KeyTable Context{"context", ContextNames};
const KeyTable Rule{"rule", RuleNames};
const KeyTable When{"when", WhenNames};
const KeyTable Requirement{"requirement", RequirementNames};
const KeyTable Exception{"exception", ExceptionNames};
const KeyTable Sink{"sink", SinkNames};
const KeyTable Mark{"mark", MarkNames};
const KeyTable Text{"text", TextNames};
const KeyTable Annotate{"annotate", AnnotateNames};
const KeyTable Value{"value", ValueNames};
const KeyTable Erases{"erases", ErasesNames};
const KeyTable ModelFile{"model-file", ModelFileNames};
const KeyTable Model{"model", ModelNames};
const KeyTable Call{"call", CallNames};
const KeyTable Build{"build", BuildNames};
const KeyTable Comparison{"comparison", ComparisonNames};
const KeyTable Channel{"channel", ChannelNames};
} // namespace keys

llvm::ArrayRef<const KeyTable *> policyKeyTables() {
  static const KeyTable *const tables[] = {
      &keys::Policy, &keys::Purpose,     &keys::Data,      &keys::Subject, &keys::Interaction,
      &keys::Party,  &keys::Recipient,   &keys::Store,     &keys::Context, &keys::Rule,
      &keys::When,   &keys::Requirement, &keys::Exception, &keys::Sink,    &keys::Mark,
      &keys::Text,   &keys::Annotate,    &keys::Value,     &keys::Erases};
  return tables;
}

llvm::ArrayRef<const KeyTable *> modelKeyTables() {
  static const KeyTable *const tables[] = {&keys::ModelFile, &keys::Model,      &keys::Call,
                                           &keys::Build,     &keys::Comparison, &keys::Channel,
                                           &keys::Value,     &keys::Erases};
  return tables;
}

} // namespace earmark
