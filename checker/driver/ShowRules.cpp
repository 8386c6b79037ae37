// `explain`, `policy lint`, `policy show` and `models list`: the rules and what
// is known of libraries, in words.
#include "driver/Pipeline.h"

#include "driver/Complaints.h"
#include "driver/FindPolicy.h"
#include "policy/MarkRules.h"
#include "policy/SinkSentence.h"
#include "policy/Words.h"
#include "report/Presentation.h"
#include "rules/LoadModels.h"
#include "rules/LoadPolicy.h"

#include <map>

namespace earmark {

namespace {

llvm::Expected<Policy> policyOf(const Options &options, const Console &console) {
  return loadPolicy(options.policy.empty() ? findPolicy({console.directory}) : options.policy);
}

std::string sourceOf(const Policy &policy) {
  return policy.file.empty() ? "the built-in pack" : policy.file;
}

/// One numbered sentence after another, as a data protection officer reads them.
struct Sentences {
  llvm::raw_ostream &out;
  unsigned number = 0;

  void heading(llvm::StringRef text) { out << '\n' << text << "\n\n"; }
  void sentence(const std::string &text) { out << ++number << ". " << text << ".\n"; }
};

std::string all(const std::vector<std::string> &words) { return listed(words, "and"); }

void showPurposes(const Policy &policy, Sentences &to) {
  to.heading("Purposes");
  for (const auto &[id, purpose] : policy.purposes) {
    std::string text = "'" + id + "'";
    if (!purpose.description.empty())
      text += " is to: " + purpose.description;
    if (!purpose.legalBasis.empty())
      text += "; its legal basis is " + purpose.legalBasis;
    if (!purpose.owner.empty())
      text += "; it is owned by " + purpose.owner;
    if (!purpose.retention.empty())
      text += "; data is kept for " + purpose.retention;
    if (!purpose.review.empty())
      text += "; it is reviewed on " + purpose.review;
    if (purpose.needsConsent)
      text += "; it needs the person's consent";
    if (purpose.audited)
      text += "; its use is audited";
    to.sentence(text);
  }
}

void showData(const Policy &policy, Sentences &to) {
  to.heading("Personal data");
  for (const auto &[id, category] : policy.categories) {
    std::string text = "'" + id + "'";
    if (!category.description.empty())
      text += " is: " + category.description;
    if (!category.subject.empty())
      text += "; it is the " + category.subject + "'s";
    if (category.special)
      text += "; it is of a special category";
    if (!category.purposes.empty())
      text += "; it serves " + all(category.purposes) + " only";
    if (!category.retention.empty())
      text += "; it is kept for " + category.retention;
    to.sentence(text);
  }
}

void showReceivers(const Policy &policy, Sentences &to) {
  if (!policy.recipients.empty())
    to.heading("Recipients");
  for (const auto &[id, recipient] : policy.recipients) {
    std::string text = "'" + id + "'";
    text += recipient.role.empty() ? " may receive data" : " is a " + recipient.role;
    text += recipient.agreement.empty() ? "; there is no agreement with it"
                                        : "; its agreement is " + recipient.agreement;
    if (!recipient.until.empty())
      text += ", valid until " + recipient.until;
    if (!recipient.region.empty())
      text += "; it is in " + recipient.region;
    if (!recipient.purposes.empty())
      text += "; it gets data for " + all(recipient.purposes) + " only";
    to.sentence(text);
  }
  if (!policy.stores.empty())
    to.heading("Stores");
  for (const auto &[id, store] : policy.stores) {
    std::string text = "'" + id + "' keeps data";
    if (!store.region.empty())
      text += " in " + store.region;
    if (!store.retention.empty())
      text += " for " + store.retention;
    if (store.encrypted)
      text += "; it encrypts by itself";
    if (!store.owner.empty())
      text += "; it is owned by " + store.owner;
    to.sentence(text);
  }
  if (!policy.regions.empty()) {
    to.heading("Regions");
    to.sentence("Data may be kept in and sent to " + all(policy.regions));
  }
}

void showRules(const Policy &policy, Sentences &to) {
  to.heading("Rules");
  for (const Rule &rule : policy.rules) {
    std::string text = "'" + rule.id + "' (" + levelName(rule.level).str() + ")";
    if (!rule.sinks.empty()) {
      std::string required = describe(rule.require, policy, false);
      text += rule.data == "**" ? ": personal data" : ": data '" + rule.data + "'";
      if (rule.specialOnly)
        text += " of a special category";
      text += required.empty() ? " never reaches " : " reaches ";
      text += listed(rule.sinks, "or");
      if (!required.empty())
        text += " only when it is " + required;
    } else if (!rule.title.en.empty()) {
      text += ": " + rule.title.en;
    }
    if (!rule.clause.empty())
      text += "; clause " + rule.clause;
    if (!rule.article.empty())
      text += "; " + rule.article;
    to.sentence(text);
  }
  if (!policy.exceptions.empty())
    to.heading("Exceptions");
  for (const Exception &exception : policy.exceptions)
    to.sentence("'" + exception.rule + "' does not hold" +
                (exception.in.empty() ? "" : " in '" + exception.in + "'") +
                (exception.data.empty() ? "" : " for '" + exception.data + "'") + " until " +
                exception.until + ", approved by " + exception.by + ": " + exception.reason);
}

} // namespace

ExitStatus runExplain(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return Unusable;
  }
  std::vector<std::string> ids;
  for (const Rule &rule : policy->rules) {
    ids.push_back(rule.id);
    if (rule.id != options.rule)
      continue;
    console.out << rule.id << " (" << levelName(rule.level) << ")";
    if (!rule.title.en.empty())
      console.out << ": " << rule.title.en;
    console.out << "\n\n";
    if (!rule.sinks.empty()) {
      std::string required = describe(rule.require, *policy, false);
      console.out << "  what     " << (rule.data == "**" ? "personal data" : rule.data) << " at "
                  << listed(rule.sinks, "or")
                  << (required.empty() ? "" : " that is not " + required) << '\n';
    }
    if (!rule.why.en.empty())
      console.out << "  why      " << rule.why.en << '\n';
    if (!rule.clause.empty())
      console.out << "  clause   " << rule.clause << '\n';
    if (!rule.article.empty())
      console.out << "  article  " << rule.article << '\n';
    if (!rule.mend.en.empty())
      console.out << "  mend     " << rule.mend.en << '\n';
    if (!rule.why.nl.empty())
      console.out << "\n  waarom   " << rule.why.nl << '\n';
    if (!rule.mend.nl.empty())
      console.out << "  herstel  " << rule.mend.nl << '\n';
    return Clean;
  }
  std::string near = nearestWord(options.rule, ids);
  console.error << "earmark: there is no rule '" << options.rule << "'"
                << (near.empty() ? "; 'earmark policy show' lists them"
                                 : "; did you mean '" + near + "'?")
                << '\n';
  return Unusable;
}

ExitStatus runPolicyLint(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return Unusable;
  }
  llvm::Expected<ModelSet> models = loadModels(*policy);
  if (!models) {
    complain(models.takeError(), console);
    return Unusable;
  }
  // A purpose that nobody described, owns or reviews was not stated: the pack's
  // own are words to start from, a project's must be complete.
  unsigned problems = 0;
  for (const auto &[id, purpose] : policy->purposes) {
    if (policy->file.empty() || purpose.place.file != policy->file)
      continue;
    std::vector<std::string> lacks;
    for (auto [value, name] : {std::pair<const std::string *, const char *>{&purpose.description, "description"},
                               {&purpose.legalBasis, "legal-basis"},
                               {&purpose.owner, "owner"},
                               {&purpose.retention, "retention"},
                               {&purpose.review, "review"}})
      if (value->empty())
        lacks.push_back(name);
    if (!lacks.empty()) {
      ++problems;
      console.error << purpose.place.file << ':' << purpose.place.line << ':'
                    << purpose.place.column << ": error: purpose '" << id << "' has no "
                    << listed(lacks, "and") << '\n';
    }
    if (!purpose.review.empty() && purpose.review < options.asOf) {
      ++problems;
      console.error << purpose.place.file << ':' << purpose.place.line << ':'
                    << purpose.place.column << ": error: purpose '" << id
                    << "' should have been reviewed on " << purpose.review << '\n';
    }
  }
  if (problems)
    return Violations;
  console.out << sourceOf(*policy) << ": " << policy->purposes.size() << " purposes, "
              << policy->categories.size() << " data categories, " << policy->recipients.size()
              << " recipients, " << policy->stores.size() << " stores, " << policy->rules.size()
              << " rules, " << models->models.size() << " models: usable\n";
  return Clean;
}

ExitStatus runPolicyShow(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return Unusable;
  }
  console.out << "The policy of " << sourceOf(*policy) << '\n';
  Sentences sentences{console.out};
  showPurposes(*policy, sentences);
  showData(*policy, sentences);
  showReceivers(*policy, sentences);
  showRules(*policy, sentences);
  return Clean;
}

ExitStatus runModelsList(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return Unusable;
  }
  llvm::Expected<ModelSet> models = loadModels(*policy);
  if (!models) {
    complain(models.takeError(), console);
    return Unusable;
  }
  std::map<std::string, std::map<std::string, unsigned>> byFile;
  for (const Model &model : models->models)
    ++byFile[model.place.file][model.pattern];
  for (const auto &[file, patterns] : byFile) {
    console.out << file << '\n';
    for (const auto &[pattern, count] : patterns)
      console.out << "  " << pattern << '\n';
  }
  console.out << models->models.size() << " models of " << models->libraries.size()
              << " libraries\n";
  return Clean;
}

} // namespace earmark
