#include "driver/Pipeline.h"

#include "base/RecordingFiles.h"
#include "driver/Analyse.h"
#include "driver/Assure.h"
#include "driver/ChangedFiles.h"
#include "driver/Complaints.h"
#include "driver/Depfile.h"
#include "driver/WriteReports.h"
#include "policy/Baseline.h"
#include "policy/CheckFlows.h"
#include "policy/DataFlows.h"
#include "policy/Suppress.h"
#include "report/Formats.h"

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

void printStats(const Gathered &gathered, const Program &program, const Reach &reach,
                const Report &report, const Progress &progress, llvm::raw_ostream &out) {
  const Assurance &assurance = report.assurance;
  out << "units: " << program.units.size() << " (" << gathered.extracted << " parsed, "
      << gathered.reused << " from the store)\n"
      << "functions: " << assurance.functions << ", calls: " << assurance.calls
      << ", edges: " << program.flow.edges.size() << "\n"
      << "system bodies not parsed: " << assurance.systemBodiesSkipped << "\n"
      << "sources: " << reach.sources.size() << ", arrivals: " << reach.arrivals.size()
      << ", facts: " << reach.stats.facts << ", summaries: " << reach.stats.summaries
      << ", functions touched: " << reach.stats.functionsTouched
      << ", indirect calls resolved: " << reach.stats.indirectCallsResolved << "\n"
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
  // Which personal datum arrives where, in what state, on what way.
  llvm::Expected<Analysis> analysis = analyse(options, console, progress, load);
  if (!analysis)
    return refuse(analysis.takeError());
  const auto &[policy, models, gathered, program, reach] = *analysis;

  // What of that the policy does not allow.
  Report report;
  report.asOf = options.asOf;
  {
    CheckContext context(program, reach, policy, options.asOf);
    std::vector<FlowView> views = viewsOf(context, options.minConfidence);
    report.findings = checkFlows(context, views);
    if (showsFlows(options))
      report.flows = dataFlows(context, views);
  }
  // What somebody answers for, and what was there before.
  report.assurance = assure(program, reach, policy, models, gathered);
  // Some files of a database are a part of the program; files with flags are all of it.
  bool whole = (options.paths.empty() || options.hasFlags) && report.assurance.complete();
  report.assurance.exceptionsUsed =
      suppress(report.findings, program, policy, {options.asOf, whole});
  keepNew(report, baseline, changed, options, policy);
  countFindings(report.flows, report.findings);
  progress.stage("check");

  if (options.dutch) {
    for (Finding &finding : report.findings) {
      finding.message = finding.messageNl;
      finding.mend = finding.mendNl;
    }
    for (GoneFinding &finding : report.gone)
      finding.message = finding.messageNl;
  }

  // Nothing is added to the report any more.
  report.rules = policy.rules;
  ExitStatus status = statusOf(report, complainOf(program, console), options.failOn);
  report.exitStatus = status;
  if (llvm::Error error = writeReports(report, options, console))
    return refuse(std::move(error));
  if (status == Clean && !options.stamp.empty()) {
    if (llvm::Error error = writeStampDepfile(options, *disk))
      return refuse(std::move(error));
    if (llvm::Error error = writeFile(options.stamp, ""))
      return refuse(std::move(error));
  }
  progress.stage("report");
  if (options.stats)
    printStats(gathered, program, reach, report, progress, console.error);
  return status;
}

} // namespace earmark
