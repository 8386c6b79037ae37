#include "driver/Analyse.h"

#include "driver/FindPolicy.h"
#include "driver/SolveProgram.h"
#include "driver/TakeParts.h"
#include "link/LinkProgram.h"
#include "rules/LoadPolicy.h"

namespace earmark {

llvm::Expected<Inputs> gatherInputs(const Options &options, const Console &console,
                                    Progress &progress, const LoadOptions &load,
                                    const DiskMaker &disk) {
  // What the user allows, with packs merged and every word known to be declared.
  progress.stage("load policy and models");
  std::string policyFile =
      options.policy.empty() ? findPolicy(projectDirectories(options, console)) : options.policy;
  llvm::Expected<Policy> policy = loadPolicy(policyFile, load);
  if (!policy)
    return policy.takeError();
  // What libraries do, in the same form as what the frontend extracts.
  llvm::Expected<ModelSet> models = loadModels(*policy, load);
  if (!models)
    return models.takeError();

  // Every unit as a flow graph. Beyond this point no C++ is read.
  progress.stage("extract units");
  llvm::Expected<Gathered> gathered = gatherUnits(options, console, progress, disk);
  if (!gathered)
    return gathered.takeError();
  progress.end();
  return Inputs{std::move(*policy), std::move(*models), std::move(*gathered)};
}

Analysis linkInputs(Inputs inputs, const Options &options, Progress &progress) {
  auto &[policy, models, gathered] = inputs;
  // Many units to a part, what they share said once: kept from the last run.
  progress.stage("read units");
  std::vector<Part> parts = takeParts(gathered, jobsOf(options));

  // One program: each symbol once, each call with its bodies, each role in place.
  progress.stage("link");
  Program program = linkParts(std::move(parts), policy, models);
  progress.end();
  return {std::move(policy), std::move(models), std::move(gathered), std::move(program), Reach()};
}

Analysis analyse(Inputs inputs, const Options &options, Progress &progress) {
  Analysis analysis = linkInputs(std::move(inputs), options, progress);
  // Which personal datum arrives where, in what state, on what way.
  progress.stage("solve");
  analysis.reach = solveProgram(analysis.program, analysis.policy);
  progress.end();
  return analysis;
}

} // namespace earmark
