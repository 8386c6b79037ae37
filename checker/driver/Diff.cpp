// `diff OLD NEW`: each side an inventory in JSON, or flow files that are held
// against the policy here.
#include "driver/Answer.h"
#include "driver/Complaints.h"
#include "driver/Pipeline.h"
#include "driver/WriteReports.h"
#include "report/InventoryJson.h"
#include "report/WriteDiff.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace earmark {

namespace {

/// Flow files are binary and named so; everything else is to be an inventory.
bool holdsFlows(const std::string &path) {
  return llvm::sys::fs::is_directory(path) || llvm::sys::path::extension(path) == ".flow";
}

struct Side {
  StoredFlows stored;
  bool usable = true;
};

llvm::Expected<Side> sideOf(const std::string &path, const Options &options, Console &console,
                            Progress &progress) {
  if (holdsFlows(path)) {
    Options one = options;
    one.paths.clear();
    one.flows = {path};
    llvm::Expected<Inputs> inputs = gatherInputs(one, console, progress);
    if (!inputs)
      return inputs.takeError();
    InventoryAnswer answer = answerInventory(std::move(*inputs), one, progress);
    bool usable = complainOf(answer.unitProblems, answer.linkProblems, console);
    return Side{{std::move(answer.inventory.flows), answer.inventory.assurance.complete()}, usable};
  }
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return llvm::createStringError(buffer.getError(), path + ": " + buffer.getError().message());
  llvm::Expected<StoredFlows> stored = readInventoryFlows((*buffer)->getBuffer());
  if (!stored)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   path + ": " + llvm::toString(stored.takeError()));
  return Side{std::move(*stored), true};
}

} // namespace

ExitStatus runDiff(const Options &options, Console &console) {
  Progress progress(console);
  auto refuse = [&](llvm::Error error) {
    progress.clear();
    complain(std::move(error), console);
    return Unusable;
  };
  llvm::Expected<Side> before = sideOf(options.paths[0], options, console, progress);
  if (!before)
    return refuse(before.takeError());
  llvm::Expected<Side> after = sideOf(options.paths[1], options, console, progress);
  if (!after)
    return refuse(after.takeError());
  progress.clear();
  DiffReport report;
  report.complete = before->stored.complete && after->stored.complete;
  report.diff = diffFlows(std::move(before->stored.flows), std::move(after->stored.flows));
  llvm::Error error = writeOutputs(
      options, console,
      [&](const std::string &format, const Presentation &presentation, llvm::raw_ostream &out) {
        findDiffFormat(format)->write(report, presentation, options.dutch, out);
      });
  if (error)
    return refuse(std::move(error));
  if (!before->usable || !after->usable)
    return Unusable;
  if (!report.complete)
    return Incomplete;
  return report.diff.isWorse() ? Violations : Clean;
}

} // namespace earmark
