// A module for `clang-tidy-19 --load`: one check for each rule of the pack, as
// `earmark-personal-data-in-log`, `earmark-project-rule` for those that a policy
// adds, `earmark-annotation` for what is wrong with annotations and policy, and
// `earmark-unannotated` for what looks personal and bears none.
// All of them share one UnitAnalysis a unit.
#include "Places.h"
#include "SuggestAnnotation.h"
#include "SuggestFix.h"
#include "UnitAnalysis.h"

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang-tidy/ClangTidyModuleRegistry.h"

#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace earmark::tidy {
namespace {

using clang::tidy::ClangTidyCheck;
using clang::tidy::ClangTidyContext;

/// What the checks of one process share.
struct Shared {
  Policies policies;
  std::weak_ptr<UnitAnalysis> current; // of the unit that is being read
  std::string saidAlone;               // said once, not for each unit
};

class EarmarkCheck : public ClangTidyCheck {
public:
  EarmarkCheck(llvm::StringRef name, ClangTidyContext *context, Shared &shared)
      : ClangTidyCheck(name, context), context(*context), shared(shared) {
    auto option = [&](llvm::StringRef key) { return Options.getLocalOrGlobal(key, "").str(); };
    settings.flows = option("EarmarkFlows");
    settings.policy = option("EarmarkPolicy");
    settings.asOf = option("EarmarkAsOf");
    settings.minConfidence = option("EarmarkMinConfidence");
    settings.language = option("EarmarkLanguage");
    settings.buildDirectory = context->getCurrentBuildDirectory();
    // Checks of one unit are made together and end together.
    analysis = shared.current.lock();
    if (!analysis)
      shared.current = analysis = std::make_shared<UnitAnalysis>(settings, shared.policies);
  }

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &options) override {
    Options.store(options, "EarmarkFlows", settings.flows);
    Options.store(options, "EarmarkPolicy", settings.policy);
    Options.store(options, "EarmarkAsOf", settings.asOf);
    Options.store(options, "EarmarkMinConfidence", settings.minConfidence);
    Options.store(options, "EarmarkLanguage", settings.language);
  }

  void registerPPCallbacks(const clang::SourceManager &, clang::Preprocessor *preprocessor,
                           clang::Preprocessor *) override {
    analysis->attach(*preprocessor);
  }

  void registerMatchers(clang::ast_matchers::MatchFinder *finder) override {
    finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }

  void check(const clang::ast_matchers::MatchFinder::MatchResult &match) override {
    analysis->run(*match.Context);
    report(*match.Context);
    sayIfAlone();
  }

protected:
  virtual void report(clang::ASTContext &unit) = 0;

  void sayIfAlone() {
    const std::string &why = analysis->result().alone;
    if (why.empty() || shared.saidAlone == why)
      return;
    shared.saidAlone = why;
    diag("units are checked alone, without what the rest of the program does: " + why +
             "; build with earmark_check(), or run: earmark check -p BUILD",
         clang::DiagnosticIDs::Remark);
  }

  ClangTidyContext &context;
  Shared &shared;
  Settings settings;
  std::shared_ptr<UnitAnalysis> analysis;
};

std::string spelled(const FindingPlace &place) {
  return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// The findings of some rules.
class RuleCheck : public EarmarkCheck {
public:
  using EarmarkCheck::EarmarkCheck;

private:
  virtual bool isOurs(llvm::StringRef rule) const = 0;

  void report(clang::ASTContext &unit) override {
    for (const Finding &finding : analysis->result().findings)
      if (isOurs(finding.rule))
        report(unit, finding);
  }

  /// Where this unit has to do with the finding: at its sink, else at the last
  /// step that is here.
  const FindingPlace *placeHere(const Finding &finding) const {
    const std::set<std::string> &files = analysis->result().files;
    if (files.count(finding.place.file))
      return &finding.place;
    for (const FindingStep &step : llvm::reverse(finding.path))
      if (files.count(step.place.file))
        return &step.place;
    return nullptr;
  }

  void report(clang::ASTContext &unit, const Finding &finding) {
    clang::SourceManager &sources = unit.getSourceManager();
    const FindingPlace *here = placeHere(finding);
    if (!here)
      return;
    bool dutch = settings.language == "nl";
    std::string message = dutch ? finding.messageNl : finding.message;
    if (here != &finding.place)
      message += (dutch ? ", in " : ", at ") + spelled(finding.place);
    clang::SourceLocation place = locationOf(sources, *here);
    if (place.isInvalid())
      return;
    if (!isOfPack)
      message += " [" + finding.rule + "]";
    {
      auto builder = diag(place, "%0", levelOf(finding));
      builder << message;
      if (const Rule *rule = ruleOf(finding); rule && here == &finding.place)
        for (const clang::FixItHint &hint :
             suggestFix(unit, finding, *rule, analysis->result().transforms))
          builder << hint;
    }
    unsigned number = 0;
    for (const FindingStep &step : finding.path) {
      std::string text = std::to_string(++number) + ". " + step.text;
      if (!step.function.empty())
        text += " (in '" + step.function + "')";
      note(sources, step.place, text);
    }
    const std::string &mend = dutch ? finding.mendNl : finding.mend;
    if (!mend.empty())
      diag(place, "%0", clang::DiagnosticIDs::Note) << mend;
  }

  void note(clang::SourceManager &sources, const FindingPlace &place, const std::string &text) {
    if (clang::SourceLocation at = locationOf(sources, place); at.isValid())
      diag(at, "%0", clang::DiagnosticIDs::Note) << text;
    else
      diag((spelled(place) + ": " + text), clang::DiagnosticIDs::Note);
  }

  const Rule *ruleOf(const Finding &finding) const {
    for (const Rule &rule : analysis->policy()->rules)
      if (rule.id == finding.rule)
        return &rule;
    return nullptr;
  }

  /// clang-tidy lets NOLINT silence warnings, and no errors.
  clang::DiagnosticIDs::Level levelOf(const Finding &finding) const {
    if (finding.level == Level::Note)
      return clang::DiagnosticIDs::Remark;
    const Rule *rule = ruleOf(finding);
    return rule && !rule->nolint ? clang::DiagnosticIDs::Error : clang::DiagnosticIDs::Warning;
  }

protected:
  bool isOfPack = true;
};

class PackRuleCheck : public RuleCheck {
public:
  PackRuleCheck(llvm::StringRef rule, llvm::StringRef name, ClangTidyContext *context,
                Shared &shared)
      : RuleCheck(name, context, shared), rule(rule) {}

private:
  bool isOurs(llvm::StringRef id) const override { return id == rule; }

  std::string rule;
};

/// clang-tidy asks for the names of checks before it knows of any project: the
/// rules that a policy adds have one between them.
class ProjectRuleCheck : public RuleCheck {
public:
  ProjectRuleCheck(llvm::StringRef name, ClangTidyContext *context, Shared &shared)
      : RuleCheck(name, context, shared) {
    isOfPack = false;
  }

private:
  bool isOurs(llvm::StringRef id) const override {
    const std::vector<Rule> &pack = shared.policies.of("").policy.rules;
    return llvm::none_of(pack, [&](const Rule &rule) { return rule.id == id; });
  }
};

class AnnotationCheck : public EarmarkCheck {
public:
  using EarmarkCheck::EarmarkCheck;

private:
  void report(clang::ASTContext &unit) override {
    clang::SourceManager &sources = unit.getSourceManager();
    for (const Complaint &complaint : analysis->result().complaints)
      if (clang::SourceLocation place = locationOf(sources, complaint.place); place.isValid())
        diag(place, "%0", clang::DiagnosticIDs::Warning) << complaint.message;
      else if (std::string where =
                   complaint.place.file.empty() ? "" : spelled(complaint.place) + ": ";
               said.insert(where + complaint.message).second)
        context.configurationDiag("%0") << where + complaint.message;
  }

  std::set<std::string> said;
};

/// What looks personal and bears no annotation. No finding: a remark, with the
/// annotation as its fix.
class UnannotatedCheck : public EarmarkCheck {
public:
  using EarmarkCheck::EarmarkCheck;

private:
  void report(clang::ASTContext &unit) override {
    llvm::DenseSet<clang::FileID> included;
    bool dutch = settings.language == "nl";
    for (const Discovered &one : analysis->result().discovered) {
      clang::SourceLocation place = locationOf(unit.getSourceManager(), one.place);
      if (place.isInvalid())
        continue;
      auto builder = diag(place,
                          dutch ? "'%0' lijkt %1 en heeft geen annotatie"
                                : "'%0' looks like %1 and bears no annotation",
                          clang::DiagnosticIDs::Remark);
      builder << one.name << one.category;
      for (const clang::FixItHint &hint : suggestAnnotation(unit, one, included))
        builder << hint;
    }
  }
};

class EarmarkTidyModule : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    const Policies::Loaded &pack = shared->policies.of("");
    for (const Rule &rule : pack.policy.rules)
      factories.registerCheckFactory(
          "earmark-" + rule.id,
          [id = rule.id, shared = shared](llvm::StringRef name, ClangTidyContext *context) {
            return std::make_unique<PackRuleCheck>(id, name, context, *shared);
          });
    factories.registerCheckFactory(
        "earmark-project-rule", [shared = shared](llvm::StringRef name, ClangTidyContext *context) {
          return std::make_unique<ProjectRuleCheck>(name, context, *shared);
        });
    factories.registerCheckFactory(
        "earmark-annotation", [shared = shared](llvm::StringRef name, ClangTidyContext *context) {
          return std::make_unique<AnnotationCheck>(name, context, *shared);
        });
    factories.registerCheckFactory(
        "earmark-unannotated", [shared = shared](llvm::StringRef name, ClangTidyContext *context) {
          return std::make_unique<UnannotatedCheck>(name, context, *shared);
        });
  }

private:
  std::shared_ptr<Shared> shared = std::make_shared<Shared>();
};

} // namespace
} // namespace earmark::tidy

static clang::tidy::ClangTidyModuleRegistry::Add<earmark::tidy::EarmarkTidyModule>
    earmarkModule("earmark-module", "Personal data flows held against a privacy policy");
