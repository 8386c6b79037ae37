#include "driver/TakeInventory.h"

#include "driver/Answer.h"
#include "driver/Assure.h"
#include "driver/Complaints.h"
#include "driver/Pipeline.h"
#include "driver/WriteReports.h"
#include "policy/CheckFlows.h"
#include "policy/Suppress.h"
#include "report/WriteInventory.h"

namespace earmark {

Inventory takeInventory(const Analysis &analysis, const Options &options) {
  const auto &[policy, models, gathered, program, reach] = analysis;
  CheckContext context(program, reach, policy, options.asOf);
  std::vector<FlowView> views = viewsOf(context, options.minConfidence);
  std::vector<DataFlow> flows = dataFlows(context, views);
  std::vector<Finding> findings = checkFlows(context, views);
  Assurance assurance = assure(program, reach, policy, models, gathered);
  assurance.exceptionsUsed = suppress(findings, program, policy, {options.asOf, false});
  countFindings(flows, findings);
  Inventory inventory = takeInventory(context, std::move(flows));
  inventory.assurance = std::move(assurance);
  return inventory;
}

ExitStatus runInventory(const Options &options, Console &console) {
  Progress progress(console);
  auto refuse = [&](llvm::Error error) {
    progress.clear();
    complain(std::move(error), console);
    return Unusable;
  };
  llvm::Expected<Inputs> inputs = gatherInputs(options, console, progress);
  if (!inputs)
    return refuse(inputs.takeError());
  InventoryAnswer answer = answerInventory(std::move(*inputs), options, progress);
  const Inventory &inventory = answer.inventory;
  bool usable = complainOf(answer.unitProblems, answer.linkProblems, console);
  llvm::Error error = writeOutputs(
      options, console,
      [&](const std::string &format, const Presentation &presentation, llvm::raw_ostream &out) {
        findInventoryFormat(format)->write(inventory, presentation, options.dutch, out);
      });
  if (error)
    return refuse(std::move(error));
  // What the record holds is told, not judged: that is for `check`.
  return !usable ? Unusable : inventory.assurance.complete() ? Clean : Incomplete;
}

} // namespace earmark
