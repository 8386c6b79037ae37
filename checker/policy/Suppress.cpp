#include "policy/Suppress.h"

#include "policy/CheckFlows.h"
#include "policy/ComposeFinding.h"
#include "policy/Words.h"

#include <algorithm>
#include <map>

namespace earmark {

namespace {

constexpr llvm::StringLiteral RuleId = "expired-exception";

struct Suppressor {
  std::vector<Finding> &findings;
  const Program &program;
  const Policy &policy;
  const SuppressOptions &options;
  std::vector<std::string> used;
  std::vector<Finding> added;

  const Rule *ruleOf(llvm::StringRef id) const {
    for (const Rule &rule : policy.rules)
      if (rule.id == id)
        return &rule;
    return nullptr;
  }

  /// A finding about the exception at `place`.
  void complain(const FindingPlace &place, Level level, std::string en, std::string nl) {
    const Rule *rule = ruleOf(RuleId);
    level = std::min(level, rule ? rule->level : Level::Error);
    if (level == Level::Off)
      return;
    Finding finding;
    finding.rule = RuleId.str();
    finding.level = level;
    finding.place = place;
    finding.fingerprint = en; // what addFingerprints makes it from
    finding.plain = {en, nl};
    finding.message = std::move(en);
    finding.messageNl = std::move(nl);
    if (rule) {
      finding.clause = rule->clause;
      finding.article = rule->article;
      finding.mend = rule->mend.en;
      finding.mendNl = rule->mend.nl;
    }
    added.push_back(std::move(finding));
  }

  /// Suppresses what `covers` selects; whether there was anything.
  template <typename Covers> bool apply(const std::string &by, Covers covers) {
    bool any = false;
    for (Finding &finding : findings) {
      if (!covers(finding))
        continue;
      any = true;
      if (!finding.suppressed)
        finding.suppressedBy = by;
      finding.suppressed = true;
    }
    if (any)
      used.push_back(by);
    return any;
  }

  void comment(const AllowComment &allow) {
    const TextPool &texts = program.flow.texts;
    FindingPlace place{texts[allow.place.file].str(), allow.place.line, allow.place.column,
                       allow.place.endLine, allow.place.endColumn};
    std::string rule = texts[allow.rule].str(), until = texts[allow.until].str(),
                by = texts[allow.by].str(), reason = texts[allow.reason].str();
    std::string lacks, mist;
    auto require = [&](bool there, llvm::StringRef what, llvm::StringRef wat) {
      if (there)
        return;
      lacks += (lacks.empty() ? "" : ", ") + what.str();
      mist += (mist.empty() ? "" : ", ") + wat.str();
    };
    require(!rule.empty(), "rule", "regel");
    require(!until.empty(), "date", "datum");
    require(!by.empty(), "approver", "goedkeurder");
    require(!reason.empty(), "reason", "reden");
    static const std::string Form = "'earmark: allow(rule-id) until 2027-03-01 by dpo: why'";
    if (!lacks.empty())
      return complain(place, Level::Error, "this exception has no " + lacks + "; write " + Form,
                      "deze uitzondering heeft geen " + mist + "; schrijf " + Form);
    if (!isDate(until))
      return complain(place, Level::Error, "'" + until + "' is not a date; write it as 2027-03-01",
                      "'" + until + "' is geen datum; schrijf hem als 2027-03-01");
    if (!ruleOf(rule)) {
      std::vector<std::string> ids;
      for (const Rule &known : policy.rules)
        ids.push_back(known.id);
      std::string near = nearestWord(rule, ids);
      return complain(place, Level::Error,
                      "there is no rule '" + rule + "'" +
                          (near.empty() ? "" : "; did you mean '" + near + "'?"),
                      "er is geen regel '" + rule + "'" +
                          (near.empty() ? "" : "; bedoelde u '" + near + "'?"));
    }
    if (until < options.asOf)
      return complain(place, Level::Error, "this exception to '" + rule + "' ended on " + until,
                      "deze uitzondering op '" + rule + "' eindigde op " + until);
    // On the line itself, or on the line above it.
    bool any =
        apply("comment by " + by + " until " + until + ": " + reason, [&](const Finding &finding) {
          return finding.rule == rule && finding.place.file == place.file &&
                 (finding.place.line == place.line ||
                  finding.place.line == std::max(place.line, place.endLine) + 1);
        });
    if (!any && options.whole)
      complain(place, Level::Warning, "this exception to '" + rule + "' covers no finding",
               "deze uitzondering op '" + rule + "' dekt geen bevinding");
  }

  static FindingPlace placeOf(const SourcePlace &place) {
    return {place.file, place.line, place.column, 0, 0};
  }

  bool covers(const Exception &exception, const Finding &finding) const {
    return finding.rule == exception.rule &&
           (exception.in.empty() || matchesScope(exception.in, finding.function)) &&
           matchesCategory(exception.data, finding.data) &&
           (exception.source.empty() || matchesScope(exception.source, finding.sourceName)) &&
           (exception.sink.empty() || exception.sink == finding.sink) &&
           (exception.purpose.empty() || exception.purpose == finding.codePurpose);
  }

  void entry(const Exception &exception) {
    FindingPlace place = placeOf(exception.place);
    if (!exception.until.empty() && exception.until < options.asOf)
      return complain(place, Level::Error,
                      "this exception to '" + exception.rule + "' ended on " + exception.until,
                      "deze uitzondering op '" + exception.rule + "' eindigde op " +
                          exception.until);
    if (exception.weakens)
      return;
    bool any =
        apply("policy by " + exception.by + " until " + exception.until + ": " + exception.reason,
              [&](const Finding &finding) { return covers(exception, finding); });
    if (!any && options.whole)
      complain(place, Level::Warning,
               "this exception to '" + exception.rule + "' covers no finding",
               "deze uitzondering op '" + exception.rule + "' dekt geen bevinding");
  }

  /// A policy that holds a rule less strictly than its pack answers for it.
  void weakening(const Weakening &weakening) {
    for (const Exception &exception : policy.exceptions)
      if (exception.weakens && exception.rule == weakening.rule) {
        used.push_back("policy by " + exception.by + " (" + exception.role + ") until " +
                       exception.until + ": " + exception.reason);
        return;
      }
    complain(placeOf(weakening.place), Level::Warning,
             "rule '" + weakening.rule + "' is held " + weakening.how.en +
                 " than in its pack, and no exception approves that",
             "regel '" + weakening.rule + "' geldt " + weakening.how.nl +
                 " dan in zijn pakket, en geen uitzondering keurt dat goed");
  }
};

} // namespace

std::vector<std::string> suppress(std::vector<Finding> &findings, const Program &program,
                                  const Policy &policy, const SuppressOptions &options) {
  Suppressor suppressor{findings, program, policy, options, {}, {}};
  // A header's comments are in every unit that includes it: each place once.
  std::map<FindingPlace, const AllowComment *> comments;
  for (const AllowComment &allow : program.flow.allows)
    comments.try_emplace(FindingPlace{program.flow.texts[allow.place.file].str(), allow.place.line,
                                      allow.place.column, 0, 0},
                         &allow);
  for (const auto &[place, allow] : comments)
    suppressor.comment(*allow);
  for (const Exception &exception : policy.exceptions)
    suppressor.entry(exception);
  for (const Weakening &weakening : policy.weakenings)
    suppressor.weakening(weakening);
  addFingerprints(suppressor.added);
  findings.insert(findings.end(), suppressor.added.begin(), suppressor.added.end());
  std::sort(findings.begin(), findings.end(), comesBefore);
  return suppressor.used;
}

} // namespace earmark
