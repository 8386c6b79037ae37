#include "UnitAnalysis.h"

#include "LastBuild.h"

#include "base/Files.h"
#include "base/Today.h"
#include "driver/FindPolicy.h"
#include "driver/SolveProgram.h"
#include "frontend/ExtractUnit.h"
#include "link/LinkProgram.h"
#include "policy/CheckFlows.h"
#include "policy/Suppress.h"
#include "store/VerifyTables.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Basic/Stack.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/thread.h"

namespace earmark::tidy {
namespace {

/// Deep expressions recurse deeply in lowering; clang-tidy's own stack is short.
constexpr unsigned StackSize = 256u << 20;

Confidence confidenceOf(llvm::StringRef word) {
  for (auto [name, confidence] : ConfidenceWords)
    if (word == name)
      return confidence;
  return Confidence::Possible;
}

std::string workingDirectory(const clang::SourceManager &sources) {
  auto working = sources.getFileManager().getVirtualFileSystem().getCurrentWorkingDirectory();
  return working ? *working : "/";
}

} // namespace

const Policies::Loaded &Policies::of(const std::string &file) {
  auto [entry, isNew] = known.try_emplace(file);
  Loaded &loaded = entry->second;
  if (!isNew)
    return loaded;
  llvm::Expected<Policy> policy = loadPolicy(file);
  if (!policy) {
    loaded.problem = llvm::toString(policy.takeError());
    return loaded;
  }
  llvm::Expected<ModelSet> models = loadModels(*policy);
  if (!models) {
    loaded.problem = llvm::toString(models.takeError());
    return loaded;
  }
  loaded.policy = std::move(*policy);
  loaded.models = std::move(*models);
  return loaded;
}

void UnitAnalysis::attach(clang::Preprocessor &preprocessor) {
  if (std::exchange(attached, true))
    return;
  besides.attach(preprocessor);
}

void UnitAnalysis::run(clang::ASTContext &context) {
  if (std::exchange(done, true))
    return;
  // clang-tidy says itself what does not parse.
  if (context.getDiagnostics().hasErrorOccurred())
    return;
  const clang::SourceManager &sources = context.getSourceManager();
  clang::OptionalFileEntryRef main = sources.getFileEntryRefForID(sources.getMainFileID());
  if (!main)
    return;
  std::string working = workingDirectory(sources);
  Unit unit;
  unit.mainFile = absolutePath(working, main->getName());

  // The same search as the command's, from the build and the unit.
  std::string policyFile = settings.policy;
  if (policyFile.empty()) {
    std::vector<std::string> starts;
    for (llvm::StringRef at = settings.buildDirectory; !at.empty();
         at = llvm::sys::path::parent_path(at))
      if (std::string source = sourceDirectoryOf(at); !source.empty()) {
        starts.push_back(source);
        break;
      }
    starts.push_back(settings.buildDirectory);
    starts.push_back(llvm::sys::path::parent_path(unit.mainFile).str());
    policyFile = findPolicy(starts);
  } else {
    policyFile = absolutePath(working, policyFile);
  }
  const Policies::Loaded &rules = policies.of(policyFile);
  if (!rules.problem.empty()) {
    found.complaints.push_back({{}, "the policy cannot be used: " + rules.problem});
    return;
  }
  usedPolicy = &rules.policy;

  LastBuild build = readLastBuild(settings.flows, settings.buildDirectory, unit.mainFile);
  found.alone = build.missing;
  // The unit as it is now takes the place of what it was.
  llvm::erase_if(build.units, [&](const Unit &was) {
    if (was.mainFile != unit.mainFile)
      return false;
    unit.command = was.command;
    return true;
  });

  auto analyse = [&] {
    clang::noteBottomOfStack();
    extractUnit(context, llvm::utohexstr(unit.command, /*LowerCase=*/true), besides.expansions,
                unit);
    besides.finish(sources, unit);
    for (const Dependency &read : unit.dependencies)
      found.files.insert(read.path);
    for (const UnitProblem &problem : unit.problems)
      if (problem.level == UnitProblem::Error)
        found.complaints.push_back(
            {{problem.file, problem.line, problem.column, 0, 0}, problem.message});
    if (llvm::Error broken = verifyTables(unit.flow)) {
      found.complaints.push_back({{},
                                  "earmark made flow tables of this unit that do not hold "
                                  "together (" +
                                      llvm::toString(std::move(broken)) +
                                      "): this is a defect of earmark, please report it"});
      return;
    }
    std::vector<Unit> units = std::move(build.units);
    units.push_back(std::move(unit));
    Program program = linkProgram(std::move(units), rules.policy, rules.models);
    // A pattern of the policy may speak of what other units declare.
    if (found.alone.empty())
      for (const LinkProblem &problem : program.problems)
        found.complaints.push_back(
            {{problem.place.file, problem.place.line, problem.place.column, 0, 0},
             problem.message});
    found.transforms = transformsOf(program);
    found.discovered = discover(program, rules.policy);
    llvm::erase_if(found.discovered,
                   [&](const Discovered &one) { return !found.files.count(one.place.file); });
    Reach reach = solveProgram(program, rules.policy);
    std::string asOf = settings.asOf.empty() ? today() : settings.asOf;
    found.findings =
        checkFlows(program, reach, rules.policy, {asOf, confidenceOf(settings.minConfidence)});
    suppress(found.findings, program, rules.policy, {asOf, /*whole=*/false});
    llvm::erase_if(found.findings, [](const Finding &finding) { return finding.suppressed; });
  };
  llvm::thread worker(std::optional<unsigned>(StackSize), analyse);
  worker.join();
}

} // namespace earmark::tidy
