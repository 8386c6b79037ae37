#include "driver/Answer.h"

#include "base/BuildId.h"
#include "base/Pack.h"
#include "driver/Assure.h"
#include "driver/Complaints.h"
#include "driver/KeptAnswer.h"
#include "driver/TakeInventory.h"
#include "policy/CheckFlows.h"
#include "policy/Suppress.h"
#include "store/KeptFile.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>

namespace earmark {

namespace {

/// Of each kind; a policy that is worked on makes a new answer each time.
constexpr size_t MostAnswers = 16;

/// Everything that an answer depends on besides the build of the tool.
uint64_t keyOf(const Inputs &inputs, const Options &options, bool flows) {
  const auto &[policy, models, gathered] = inputs;
  std::string text;
  Packer out(text);
  out.add(policy.digest);
  out.add(policy.file);
  out.add(policy.sources);
  out.add(policy.modelFiles);
  out.add(models.digest);
  out.add(options.asOf);
  out.add(options.minConfidence);
  out.add(options.paths.empty());
  out.add(flows);
  std::vector<std::string> notes = gathered.notes;
  std::sort(notes.begin(), notes.end());
  out.add(notes);
  std::vector<std::tuple<std::string, uint64_t, uint64_t>> units;
  for (const Gathered::Item &item : gathered.items)
    units.push_back({item.key.mainFile, item.key.command, item.key.content});
  std::sort(units.begin(), units.end());
  for (const auto &[file, command, content] : units) {
    out.add(file);
    out.add(command);
    out.add(content);
  }
  return llvm::xxh3_64bits(llvm::arrayRefFromStringRef(text));
}

/// What the store has, or what `make` makes of the analysis, kept from then on.
template <typename Answer, typename Make>
std::pair<Answer, bool> keptOr(llvm::StringRef kind, Inputs inputs, const Options &options,
                               bool flows, Progress &progress, Make make) {
  // What could not be read at all is asked for again each time.
  bool mayKeep = !inputs.gathered.store.empty() && inputs.gathered.missing.empty();
  KeptFiles files(inputs.gathered.store, mayKeep ? buildDigest() : 0);
  Answer answer;
  progress.stage("find the kept answer");
  if (KeptFiles::Kept kept = files.read(kind, keyOf(inputs, options, flows)))
    if (unpackAnswer(kept.content, answer)) {
      progress.end();
      return {std::move(answer), true};
    }
  Analysis analysis = analyse(std::move(inputs), options, progress);
  progress.stage("check");
  answer = make(analysis);
  progress.end();
  if (!files.canKeep())
    return {std::move(answer), false};
  progress.stage("keep the answer");
  // A unit whose flow file was damaged was extracted again, and may be another.
  Inputs used{std::move(analysis.policy), std::move(analysis.models), std::move(analysis.gathered)};
  uint64_t key = keyOf(used, options, flows);
  // It only saves time.
  llvm::consumeError(files.save(kind, key, packAnswer(answer)));
  files.prune(kind, MostAnswers, key);
  progress.end();
  return {std::move(answer), false};
}

CheckAnswer makeCheck(const Analysis &analysis, const Options &options, bool flows) {
  const auto &[policy, models, gathered, program, reach] = analysis;
  CheckAnswer answer;
  // What of that the policy does not allow.
  CheckContext context(program, reach, policy, options.asOf);
  std::vector<FlowView> views = viewsOf(context, options.minConfidence);
  answer.findings = checkFlows(context, views);
  if (flows)
    answer.flows = dataFlows(context, views);
  // What somebody answers for.
  answer.assurance = assure(program, reach, policy, models, gathered);
  // Some files of a database are a part of the program; files with flags are all of it.
  bool whole = (options.paths.empty() || options.hasFlags) && answer.assurance.complete();
  answer.assurance.exceptionsUsed =
      suppress(answer.findings, program, policy, {options.asOf, whole});
  answer.unitProblems = problemsOf(program);
  answer.linkProblems = program.problems;
  answer.counts = {program.units.size(), program.flow.edges.size(), reach.sources.size(),
                   reach.arrivals.size(), reach.stats};
  return answer;
}

} // namespace

CheckAnswer answerCheck(Inputs inputs, const Options &options, bool flows, Progress &progress) {
  auto [answer, kept] = keptOr<CheckAnswer>(
      "answer", std::move(inputs), options, flows, progress,
      [&](const Analysis &analysis) { return makeCheck(analysis, options, flows); });
  answer.kept = kept;
  return std::move(answer);
}

InventoryAnswer answerInventory(Inputs inputs, const Options &options, Progress &progress) {
  return keptOr<InventoryAnswer>("inventory", std::move(inputs), options, true, progress,
                                 [&](const Analysis &analysis) {
                                   return InventoryAnswer{takeInventory(analysis, options),
                                                          problemsOf(analysis.program),
                                                          analysis.program.problems};
                                 })
      .first;
}

} // namespace earmark
