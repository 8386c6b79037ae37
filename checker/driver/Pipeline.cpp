#include "driver/Pipeline.h"

#include "base/RecordingFiles.h"
#include "driver/Answer.h"
#include "driver/ChangedFiles.h"
#include "driver/Complaints.h"
#include "driver/Depfile.h"
#include "driver/WriteReports.h"
#include "policy/Baseline.h"
#include "policy/CheckFlows.h"
#include "policy/DataFlows.h"
#include "policy/Suppress.h"
#include "report/Formats.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>

namespace earmark {

namespace {

llvm::Expected<Baseline> loadBaseline(const std::string &file) {
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return llvm::createStringError(buffer.getError(), file + ": " + buffer.getError().message());
  llvm::Expected<Baseline> baseline = readBaseline((*buffer)->getBuffer());
  if (!baseline)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   file + ": " + llvm::toString(baseline.takeError()));
  return baseline;
}

/// What was there before the change, and what the change did not touch, does not
/// fail the run.
void keepNew(Report &report, const std::optional<Baseline> &baseline,
             const std::optional<ChangedFiles> &changed, const Options &options,
             const Policy &policy) {
  if (baseline) {
    report.hasBaseline = true;
    std::vector<GoneFinding> gone = applyBaseline(report.findings, *baseline);
    // Of a part of the program nobody can tell what is gone.
    if (report.assurance.complete() && (options.paths.empty() || options.hasFlags))
      report.gone = std::move(gone);
  }
  if (!changed)
    return;
  // Another policy, or another model, changes what is found everywhere.
  std::vector<std::string> rules = policy.sources;
  rules.insert(rules.end(), policy.modelFiles.begin(), policy.modelFiles.end());
  for (const std::string &file : rules)
    if (changed->has(file) || changed->hasBelow(file)) {
      report.assurance.notes.push_back(file + " changed since " + options.changed +
                                       ": findings anywhere may come of that");
      return;
    }
  applyChanged(
      report.findings, [&](const std::string &file) { return changed->has(file); },
      "no file on its way changed since " + options.changed);
}

bool showsFlows(const Options &options) {
  return std::any_of(options.outputs.begin(), options.outputs.end(),
                     [](const Output &output) { return findFormat(output.format)->showsFlows; });
}

/// The stamp is made again when a file of the policy changed.
llvm::Error writeStampDepfile(const Options &options, const RecordingFiles &disk) {
  if (options.depfile.empty())
    return llvm::Error::success();
  std::vector<Dependency> read;
  for (const std::string &path : disk.read)
    read.push_back({path, 0});
  if (!options.baseline.empty())
    read.push_back({options.baseline, 0});
  // CMake makes an empty file of a rule without prerequisites, which Ninja takes
  // for none at all: then the check would run in every build.
  if (read.empty())
    for (const std::string &given : options.flows.empty() ? options.paths : options.flows)
      if (llvm::sys::fs::is_regular_file(given)) {
        read.push_back({given, 0});
        break;
      }
  return writeFile(options.depfile, depfileOf(options.stamp, std::move(read)));
}

ExitStatus statusOf(const Report &report, bool usable, Level failOn) {
  if (!usable)
    return Unusable;
  if (!report.assurance.complete())
    return Incomplete;
  for (const Finding &finding : report.findings)
    if (!finding.suppressed && finding.level >= failOn)
      return Violations;
  return Clean;
}

void printStats(const CheckAnswer &answer, uint64_t extracted, uint64_t reused,
                const Progress &progress, llvm::raw_ostream &out) {
  const Assurance &assurance = answer.assurance;
  const RunCounts &counts = answer.counts;
  out << "units: " << counts.units << " (" << extracted << " parsed, " << reused
      << " from the store)\n"
      << "answer: " << (answer.kept ? "from the store" : "solved") << "\n"
      << "functions: " << assurance.functions << ", calls: " << assurance.calls
      << ", edges: " << counts.edges << "\n"
      << "system bodies not parsed: " << assurance.systemBodiesSkipped << "\n"
      << "sources: " << counts.sources << ", arrivals: " << counts.arrivals
      << ", facts: " << counts.reach.facts << ", summaries: " << counts.reach.summaries
      << ", functions touched: " << counts.reach.functionsTouched
      << ", indirect calls resolved: " << counts.reach.indirectCallsResolved << "\n"
      << "bounds hit: " << assurance.boundsHit << ", paths cut: " << assurance.pathsCut << "\n";
  for (const Fallback &fallback : assurance.fallbacks)
    out << "fell back on " << fallback.kind << ": " << fallback.count << "\n";
  for (const Assurance::UnknownCall &call : assurance.callsWithoutModel)
    out << "no model for " << call.callee << ": " << call.count
        << (call.personal ? " (with personal data)\n" : "\n");
  progress.print(out);
}

} // namespace

ExitStatus runCheck(const Options &options, Console &console) {
  Progress progress(console);
  auto refuse = [&](llvm::Error error) {
    progress.clear();
    complain(std::move(error), console);
    return Unusable;
  };

  std::optional<Baseline> baseline;
  if (!options.baseline.empty())
    if (llvm::Error error = loadBaseline(options.baseline).moveInto(baseline))
      return refuse(std::move(error));
  std::optional<ChangedFiles> changed;
  if (!options.changed.empty()) {
    // The repository of the sources, wherever the command was typed.
    std::vector<std::string> directories = projectDirectories(options, console);
    if (options.build.empty())
      std::reverse(directories.begin(), directories.end());
    if (llvm::Error error = ChangedFiles::since(options.changed, directories).moveInto(changed))
      return refuse(std::move(error));
  }
  // What is read of the policy: the stamp depends on it.
  auto disk = llvm::makeIntrusiveRefCnt<RecordingFiles>(llvm::vfs::getRealFileSystem());
  LoadOptions load;
  load.disk = disk;
  llvm::Expected<Inputs> inputs = gatherInputs(options, console, progress, load);
  if (!inputs)
    return refuse(inputs.takeError());
  const Policy policy = inputs->policy;
  const uint64_t extracted = inputs->gathered.extracted, reused = inputs->gathered.reused;

  // Which personal datum arrives where, and what of that the policy does not allow.
  CheckAnswer answer = answerCheck(std::move(*inputs), options, showsFlows(options), progress);
  Report report;
  report.asOf = options.asOf;
  report.findings = answer.findings;
  report.flows = answer.flows;
  report.assurance = answer.assurance;

  // What of that was there before.
  keepNew(report, baseline, changed, options, policy);
  countFindings(report.flows, report.findings);

  if (options.dutch) {
    for (Finding &finding : report.findings) {
      finding.message = finding.messageNl;
      finding.mend = finding.mendNl;
    }
    for (GoneFinding &finding : report.gone)
      finding.message = finding.messageNl;
  }

  // Nothing is added to the report any more.
  progress.stage("report");
  progress.clear(); // what is said from here on stays
  report.rules = policy.rules;
  ExitStatus status = statusOf(
      report, complainOf(answer.unitProblems, answer.linkProblems, console), options.failOn);
  report.exitStatus = status;
  if (llvm::Error error = writeReports(report, options, console))
    return refuse(std::move(error));
  if (status == Clean && !options.stamp.empty()) {
    if (llvm::Error error = writeStampDepfile(options, *disk))
      return refuse(std::move(error));
    if (llvm::Error error = writeFile(options.stamp, ""))
      return refuse(std::move(error));
  }
  progress.end();
  if (options.stats)
    printStats(answer, extracted, reused, progress, console.error);
  return status;
}

} // namespace earmark
