#include "driver/Analyse.h"

#include "driver/FindPolicy.h"
#include "driver/SolveProgram.h"
#include "driver/TakeParts.h"
#include "link/LinkProgram.h"
#include "rules/LoadPolicy.h"

namespace earmark {

llvm::Expected<Inputs> gatherInputs(const Options &options, const Console &console,
                                    Progress &progress, const LoadOptions &load) {
  // What the user allows, with packs merged and every word known to be declared.
  std::string policyFile =
      options.policy.empty() ? findPolicy(projectDirectories(options, console)) : options.policy;
  llvm::Expected<Policy> policy = loadPolicy(policyFile, load);
  if (!policy)
    return policy.takeError();
  // What libraries do, in the same form as what the frontend extracts.
  llvm::Expected<ModelSet> models = loadModels(*policy, load);
  if (!models)
    return models.takeError();
  progress.stage("load policy and models");

  // Every unit as a flow graph. Beyond this point no C++ is read.
  llvm::Expected<Gathered> gathered = gatherUnits(options, console, progress);
  if (!gathered)
    return gathered.takeError();
  progress.clear();
  progress.stage("extract units");
  return Inputs{std::move(*policy), std::move(*models), std::move(*gathered)};
}

Analysis analyse(Inputs inputs, const Options &options, Progress &progress) {
  auto &[policy, models, gathered] = inputs;
  // Many units to a part, what they share said once: kept from the last run.
  std::vector<Part> parts = takeParts(gathered, jobsOf(options));
  progress.stage("join units");

  // One program: each symbol once, each call with its bodies, each role in place.
  Program program = linkParts(std::move(parts), policy, models);
  progress.stage("link");

  // Which personal datum arrives where, in what state, on what way.
  Reach reach = solveProgram(program, policy);
  progress.stage("solve");
  return {std::move(policy), std::move(models), std::move(gathered), std::move(program),
          std::move(reach)};
}

} // namespace earmark
