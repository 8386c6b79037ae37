// `discover`: a look at names alone. Nothing is solved, nothing fails.
#include "driver/Pipeline.h"

#include "driver/Analyse.h"
#include "driver/Assure.h"
#include "driver/Complaints.h"
#include "driver/WriteReports.h"
#include "report/WriteDiscovered.h"

namespace earmark {

ExitStatus runDiscover(const Options &options, Console &console) {
  Progress progress(console);
  auto refuse = [&](llvm::Error error) {
    progress.clear();
    complain(std::move(error), console);
    return Unusable;
  };
  llvm::Expected<Inputs> inputs = gatherInputs(options, console, progress);
  if (!inputs)
    return refuse(inputs.takeError());
  const auto [policy, models, gathered, program, reach] =
      linkInputs(std::move(*inputs), options, progress);
  DiscoverReport report;
  report.found = discover(program, policy);
  report.categories = policy.categories;
  report.unitsNotAnalysed = assure(program, reach, policy, models, gathered).unitsNotAnalysed;
  bool usable = complainOf(problemsOf(program), program.problems, console);
  llvm::Error error = writeOutputs(
      options, console,
      [&](const std::string &format, const Presentation &presentation, llvm::raw_ostream &out) {
        findDiscoverFormat(format)->write(report, presentation, options.dutch, out);
      });
  if (error)
    return refuse(std::move(error));
  return !usable ? Unusable : report.unitsNotAnalysed.empty() ? Clean : Incomplete;
}

} // namespace earmark
