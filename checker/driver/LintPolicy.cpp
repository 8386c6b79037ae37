// `policy lint`: a policy that can be used, and that says what it must: purposes
// that are complete (specific, owned, with a term and a date to look again), no
// word that nothing uses, no two things that cannot both hold.
#include "driver/Pipeline.h"

#include "base/NearestWord.h"
#include "driver/LoadPolicyOf.h"
#include "policy/SinkSentence.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace earmark {

namespace {

struct Linter {
  const Policy &policy;
  const std::string &asOf;
  llvm::raw_ostream &out;
  unsigned errors = 0, warnings = 0;

  /// The pack's own words are there to start from; a project answers for its own.
  bool own(const SourcePlace &place) const {
    return !policy.file.empty() && !llvm::StringRef(place.file).starts_with("built-in:");
  }
  void say(const SourcePlace &place, bool error, const std::string &text) {
    ++(error ? errors : warnings);
    out << place.file << ':' << place.line << ':' << place.column << ": "
        << (error ? "error: " : "warning: ") << text << '\n';
  }

  void complete(const SourcePlace &place, const std::string &what,
                llvm::ArrayRef<std::pair<const std::string *, const char *>> needed, bool error) {
    std::vector<std::string> lacks;
    for (auto [value, name] : needed)
      if (value->empty())
        lacks.push_back(name);
    if (!lacks.empty())
      say(place, error, what + " has no " + listed(lacks, "and"));
  }

  void purposes() {
    for (const auto &[id, purpose] : policy.purposes) {
      if (!own(purpose.place))
        continue;
      complete(purpose.place, "purpose '" + id + "'",
               {{&purpose.description.en, "description"},
                {&purpose.legalBasis, "legal-basis"},
                {&purpose.owner, "owner"},
                {&purpose.retention, "retention"},
                {&purpose.review, "review"}},
               true);
      if (!purpose.review.empty() && purpose.review < asOf)
        say(purpose.place, true,
            "purpose '" + id + "' should have been reviewed on " + purpose.review);
    }
  }

  void receivers() {
    for (const auto &[id, recipient] : policy.recipients) {
      if (!own(recipient.place))
        continue;
      complete(recipient.place, "recipient '" + id + "'",
               {{&recipient.agreement, "agreement"},
                {&recipient.region, "region"},
                {&recipient.owner, "owner"}},
               false);
      if (!recipient.until.empty() && recipient.until < asOf)
        say(recipient.place, true,
            "agreement '" + recipient.agreement + "' with recipient '" + id + "' ended on " +
                recipient.until);
      allowed(recipient.place, "recipient '" + id + "'", recipient.region);
    }
    for (const auto &[id, store] : policy.stores) {
      if (!own(store.place))
        continue;
      complete(store.place, "store '" + id + "'",
               {{&store.region, "region"}, {&store.owner, "owner"}}, false);
      allowed(store.place, "store '" + id + "'", store.region);
    }
  }

  void allowed(const SourcePlace &place, const std::string &what, const std::string &region) {
    if (!region.empty() && !policy.regions.empty() && !llvm::is_contained(policy.regions, region))
      say(place, false,
          what + " is in " + region + ", which no flow may reach: it is outside 'regions'");
  }

  /// Art. 30(1)(a): a record names who answers for it, and whom to ask.
  void parties() {
    if (policy.file.empty())
      return;
    SourcePlace top{policy.file, 1, 1};
    if (policy.controller.name.empty())
      say(top, false,
          "the policy names no controller; expected controller: {name: ..., contact: ...}");
    if (policy.dpo.name.empty())
      say(top, false,
          "the policy names no data protection officer; expected dpo: {name: ..., contact: ...}");
  }

  /// A department or system of data or stores that no code belongs to is a
  /// misspelt one, or keeps everybody out.
  void scopes(const char *what, std::string Context::*ofCode,
              std::vector<std::string> Category::*ofData,
              std::vector<std::string> Store::*ofStore) {
    std::vector<std::string> known;
    for (const Context &context : policy.contexts)
      if (!(context.*ofCode).empty())
        known.push_back(context.*ofCode);
    std::set<std::string> told;
    auto check = [&](const SourcePlace &place, const std::vector<std::string> &names) {
      for (const std::string &name : names) {
        if (llvm::is_contained(known, name) || !told.insert(name).second)
          continue;
        std::string near = nearestWord(name, known);
        say(place, false,
            std::string("no context says which code belongs to ") + what + " '" + name + "'" +
                (near.empty() ? "; expected one as {path: \"src/" + name + "/**\", " + what + ": " +
                                    name + "}"
                              : "; did you mean '" + near + "'?"));
      }
    };
    for (const auto &[id, category] : policy.categories)
      if (own(category.place))
        check(category.place, category.*ofData);
    for (const auto &[id, store] : policy.stores)
      if (own(store.place))
        check(store.place, store.*ofStore);
  }

  /// Purposes that the project states and that neither data, recipients nor code name.
  void unused() {
    std::set<std::string> named;
    for (const auto &[id, category] : policy.categories)
      named.insert(category.purposes.begin(), category.purposes.end());
    for (const auto &[id, recipient] : policy.recipients)
      named.insert(recipient.purposes.begin(), recipient.purposes.end());
    for (const Context &context : policy.contexts)
      named.insert(context.purpose);
    for (const SinkKind &sink : policy.sinks)
      named.insert(sink.purpose);
    for (const Annotate &annotate : policy.annotate)
      for (const Designation &what : annotate.designations)
        named.insert(what.words.begin(), what.words.end());
    for (const auto &[id, purpose] : policy.purposes)
      if (own(purpose.place) && !named.count(id))
        say(purpose.place, false,
            "nothing in the policy serves purpose '" + id +
                "'; expected data, a recipient or a context that names it, unless source does");
  }

  void contradictions() {
    for (const auto &[id, category] : policy.categories) {
      if (!own(category.place))
        continue;
      for (const std::string &name : category.purposes) {
        auto found = policy.purposes.find(name);
        if (found == policy.purposes.end() || category.subject.empty())
          continue;
        const std::vector<std::string> &subjects = found->second.subjects;
        if (!subjects.empty() && !llvm::is_contained(subjects, category.subject))
          say(category.place, false,
              "'" + id + "' is of " + category.subject + " and may serve '" + name +
                  "', which is about " + listed(subjects, "and") + " only");
      }
    }
  }

  void weakenings() {
    for (const Weakening &weakening : policy.weakenings) {
      const Exception *approval = nullptr;
      for (const Exception &exception : policy.exceptions)
        if (exception.weakens && exception.rule == weakening.rule)
          approval = &exception;
      if (!approval)
        say(weakening.place, true,
            "rule '" + weakening.rule + "' is held " + weakening.how.en +
                " than in its pack, and no exception approves that; expected one as {rule: " +
                weakening.rule + ", weakens: true, reason: ..., by: ..., role: ..., until: ...}");
      else if (approval->until < asOf)
        say(approval->place, true,
            "the exception that lets rule '" + weakening.rule + "' be held " + weakening.how.en +
                " ended on " + approval->until);
    }
    for (const Exception &exception : policy.exceptions)
      if (exception.weakens && llvm::none_of(policy.weakenings, [&](const Weakening &weakening) {
            return weakening.rule == exception.rule;
          }))
        say(exception.place, false,
            "this exception approves nothing: rule '" + exception.rule +
                "' is as strict as in its pack");
      else if (!exception.weakens && exception.until < asOf)
        say(exception.place, true,
            "this exception to '" + exception.rule + "' ended on " + exception.until);
  }
};

} // namespace

ExitStatus runPolicyLint(const Options &options, Console &console) {
  std::optional<PolicyAndModels> loaded = policyAndModelsOf(options, console);
  if (!loaded)
    return Unusable;
  const auto &[policy, models] = *loaded;
  Linter linter{policy, options.asOf, console.error};
  linter.parties();
  linter.purposes();
  linter.receivers();
  linter.scopes("department", &Context::department, &Category::departments, &Store::departments);
  linter.scopes("system", &Context::system, &Category::systems, &Store::systems);
  linter.unused();
  linter.contradictions();
  linter.weakenings();
  if (linter.errors)
    return Violations;
  console.out << sourceOf(policy) << ": " << policy.purposes.size() << " purposes, "
              << policy.categories.size() << " data categories, " << policy.recipients.size()
              << " recipients, " << policy.stores.size() << " stores, " << policy.rules.size()
              << " rules, " << models.models.size() << " models: usable\n";
  return Clean;
}

} // namespace earmark
