// A module for `clang-tidy-19 --load`: one check for each rule of the pack, as
// `earmark-personal-data-in-log`, and `earmark-annotation` for what is wrong with
// annotations and policy. All of them share one UnitAnalysis a unit.
#include "Places.h"
#include "UnitAnalysis.h"

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang-tidy/ClangTidyModuleRegistry.h"

#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

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
    report(*match.SourceManager);
    sayIfAlone();
  }

protected:
  virtual void report(clang::SourceManager &sources) = 0;

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

class RuleCheck : public EarmarkCheck {
public:
  RuleCheck(llvm::StringRef rule, llvm::StringRef name, ClangTidyContext *context, Shared &shared)
      : EarmarkCheck(name, context, shared), rule(rule) {}

private:
  void report(clang::SourceManager &sources) override {
    for (const Finding &finding : analysis->result().findings)
      if (finding.rule == rule)
        report(sources, finding);
  }

  /// Where this unit has to do with the finding: at its sink, else at the last
  /// step that is here.
  const FindingPlace *placeHere(clang::SourceManager &sources, const Finding &finding) const {
    if (isOfUnit(sources, finding.place.file))
      return &finding.place;
    for (const FindingStep &step : llvm::reverse(finding.path))
      if (isOfUnit(sources, step.place.file))
        return &step.place;
    return nullptr;
  }

  void report(clang::SourceManager &sources, const Finding &finding) {
    const FindingPlace *here = placeHere(sources, finding);
    if (!here)
      return;
    bool dutch = settings.language == "nl";
    std::string message = dutch ? finding.messageNl : finding.message;
    if (here != &finding.place)
      message += (dutch ? ", in " : ", at ") + spelled(finding.place);
    clang::SourceLocation place = locationOf(sources, *here);
    if (place.isInvalid())
      return;
    diag(place, "%0", levelOf(finding)) << message;
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

  /// clang-tidy lets NOLINT silence warnings, and no errors.
  clang::DiagnosticIDs::Level levelOf(const Finding &finding) const {
    if (finding.level == Level::Note)
      return clang::DiagnosticIDs::Remark;
    return clang::DiagnosticIDs::Warning;
  }

  std::string rule;
};

class AnnotationCheck : public EarmarkCheck {
public:
  using EarmarkCheck::EarmarkCheck;

private:
  void report(clang::SourceManager &sources) override {
    for (const Complaint &complaint : analysis->result().complaints)
      if (clang::SourceLocation place = locationOf(sources, complaint.place); place.isValid())
        diag(place, "%0", clang::DiagnosticIDs::Warning) << complaint.message;
      else if (std::string where = complaint.place.file.empty() ? "" : spelled(complaint.place) + ": ";
               said.insert(where + complaint.message).second)
        context.configurationDiag("%0") << where + complaint.message;
  }

  std::set<std::string> said;
};

class EarmarkTidyModule : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    const Policies::Loaded &pack = shared->policies.of("");
    for (const Rule &rule : pack.policy.rules)
      factories.registerCheckFactory(
          "earmark-" + rule.id,
          [id = rule.id, shared = shared](llvm::StringRef name, ClangTidyContext *context) {
            return std::make_unique<RuleCheck>(id, name, context, *shared);
          });
    factories.registerCheckFactory(
        "earmark-annotation", [shared = shared](llvm::StringRef name, ClangTidyContext *context) {
          return std::make_unique<AnnotationCheck>(name, context, *shared);
        });
  }

private:
  std::shared_ptr<Shared> shared = std::make_shared<Shared>();
};

} // namespace
} // namespace earmark::tidy

static clang::tidy::ClangTidyModuleRegistry::Add<earmark::tidy::EarmarkTidyModule>
    earmarkModule("earmark-module", "Personal data flows held against a privacy policy");
