#include "driver/Pipeline.h"

#include "base/RecordingFiles.h"
#include "driver/Assure.h"
#include "driver/Complaints.h"
#include "driver/Depfile.h"
#include "driver/FindPolicy.h"
#include "driver/GatherUnits.h"
#include "driver/SolveProgram.h"
#include "driver/WriteReports.h"
#include "link/LinkProgram.h"
#include "policy/CheckFlows.h"
#include "policy/Suppress.h"
#include "rules/LoadModels.h"
#include "rules/LoadPolicy.h"

#include "llvm/Support/MemoryBuffer.h"

namespace earmark {

namespace {

llvm::Expected<std::set<std::string>> loadBaseline(const std::string &file) {
  if (file.empty())
    return std::set<std::string>();
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return llvm::createStringError(buffer.getError(),
                                   file + ": " + buffer.getError().message());
  llvm::Expected<std::set<std::string>> known = readBaseline((*buffer)->getBuffer());
  if (!known)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   file + ": " + llvm::toString(known.takeError()));
  return known;
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
  out << "units: " << program.units.size() << " (" << gathered.extracted
      << " parsed, " << gathered.reused << " from the store)\n"
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

  // What the user allows, with packs merged and every word known to be declared.
  std::string policyFile = options.policy.empty()
                               ? findPolicy(projectDirectories(options, console))
                               : options.policy;
  auto disk = llvm::makeIntrusiveRefCnt<RecordingFiles>(llvm::vfs::getRealFileSystem());
  LoadOptions load;
  load.disk = disk;
  llvm::Expected<Policy> policy = loadPolicy(policyFile, load);
  if (!policy)
    return refuse(policy.takeError());
  // What libraries do, in the same form as what the frontend extracts.
  llvm::Expected<ModelSet> models = loadModels(*policy, load);
  if (!models)
    return refuse(models.takeError());
  llvm::Expected<std::set<std::string>> baseline = loadBaseline(options.baseline);
  if (!baseline)
    return refuse(baseline.takeError());
  progress.stage("load policy and models");

  // Every unit as a flow graph. Beyond this point no C++ is read.
  llvm::Expected<Gathered> gathered = gatherUnits(options, console, progress);
  if (!gathered)
    return refuse(gathered.takeError());
  progress.clear();
  progress.stage("extract units");

  // One program: each symbol once, each call with its bodies, each role in place.
  Program program = linkProgram(std::move(gathered->units), *policy, *models);
  gathered->units.clear();
  progress.stage("link");

  // Which personal datum arrives where, in what state, on what way.
  Reach reach = solveProgram(program, *policy);
  progress.stage("solve");

  // What of that the policy does not allow.
  Report report;
  report.asOf = options.asOf;
  report.findings =
      checkFlows(program, reach, *policy, {options.asOf, options.minConfidence});
  // What somebody answers for, and what was there before.
  report.assurance = assure(program, reach, *policy, *models, *gathered);
  bool whole = options.paths.empty() && report.assurance.complete();
  report.assurance.exceptionsUsed =
      suppress(report.findings, program, *policy, {options.asOf, whole});
  applyBaseline(report.findings, *baseline);
  progress.stage("check");

  if (options.dutch)
    for (Finding &finding : report.findings) {
      finding.message = finding.messageNl;
      finding.mend = finding.mendNl;
    }

  // Nothing is added to the report any more.
  report.rules = policy->rules;
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
    printStats(*gathered, program, reach, report, progress, console.error);
  return status;
}

} // namespace earmark
