#include "driver/Complaints.h"
#include "driver/Depfile.h"
#include "driver/GatherUnits.h"
#include "driver/Pipeline.h"

#include "base/Files.h"
#include "flow/Dump.h"
#include "frontend/RunFrontend.h"
#include "store/FlowFile.h"
#include "store/FlowStore.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <set>

namespace earmark {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

ExitStatus refuse(llvm::Error error, Console &console) {
  complain(std::move(error), console);
  return Unusable;
}

/// What a unit's problems mean for the run.
ExitStatus statusOf(const Unit &unit) {
  ExitStatus status = Clean;
  for (const UnitProblem &problem : unit.problems)
    if (problem.level == UnitProblem::Error)
      status = std::max(status, problem.annotation ? Unusable : Incomplete);
  return status;
}

/// The command of the one unit; of several for one file, the first.
llvm::Expected<CompileCommand> commandOf(const Options &options, const Console &console) {
  const std::string &file = options.paths.front();
  std::string at = absolutePath(console.directory, file);
  if (!fs::is_regular_file(at))
    return llvm::createStringError(file + ": no such file");
  if (options.hasFlags)
    return makeCompileCommand(*realFiles(), console.directory, file, options.flags);
  llvm::Expected<std::vector<CompileCommand>> commands = databaseCommands(options, console);
  if (!commands)
    return commands.takeError();
  for (CompileCommand &command : *commands)
    if (command.file == at)
      return std::move(command);
  return llvm::createStringError(
      file + ": no unit of the compilation database" +
      (options.objects.empty() ? "" : " that is compiled to " + options.objects));
}

std::string databaseOf(const Options &options, const Console &console) {
  return absolutePath(console.directory, compileCommandsFile(*realFiles(), options.build));
}

ExitStatus extractOne(const Options &options, Console &console) {
  llvm::Expected<CompileCommand> command = commandOf(options, console);
  if (!command)
    return refuse(command.takeError(), console);
  // A build also asks again where a time changed and no content, or the database
  // for other units' sake.
  std::optional<Unit> unit;
  if (!options.output.empty())
    unit = unchangedFlowFile(options.output, commandDigest(*command), realFiles());
  if (!unit)
    unit = extractUnit(*command, realFiles());
  complainOf(unit->problems, console);
  ExitStatus status = statusOf(*unit);
  if (status == Incomplete)
    return status;
  if (!options.output.empty())
    if (llvm::Error error = writeFile(options.output, writeFlowFile(*unit)))
      return refuse(std::move(error), console);
  if (!options.depfile.empty()) {
    std::vector<Dependency> read = unit->dependencies;
    if (!options.build.empty()) // the flags may change
      read.push_back({databaseOf(options, console), 0});
    if (llvm::Error error = writeFile(options.depfile, depfileOf(options.output, std::move(read))))
      return refuse(std::move(error), console);
  }
  if (options.dump)
    dump(*unit, console.out);
  return status;
}

/// Flow files in `folder` that are of no unit any more.
void removeOthers(const std::string &folder, const std::set<std::string> &ours) {
  std::error_code error;
  std::vector<std::string> gone;
  for (fs::directory_iterator entry(folder, error), end; entry != end && !error;
       entry.increment(error))
    if (path::extension(entry->path()) == ".flow" && !ours.count(entry->path()))
      gone.push_back(entry->path());
  for (const std::string &file : gone)
    (void)fs::remove(file);
}

/// All units of a database: the folder is a store that holds them and no other.
ExitStatus extractAll(const Options &options, Console &console) {
  Options asStore = options;
  asStore.store = absolutePath(console.directory, options.output);
  Progress progress(console);
  llvm::Expected<Gathered> gathered = gatherUnits(asStore, console, progress);
  progress.clear();
  if (!gathered)
    return refuse(gathered.takeError(), console);

  FlowStore store(asStore.store, realFiles());
  std::set<std::string> ours;
  std::string list;
  std::vector<Dependency> dependencies{{databaseOf(options, console), 0}};
  ExitStatus status = Clean;
  for (const Unit &unit : takeUnits(*gathered, jobsOf(options))) {
    complainOf(unit.problems, console);
    ExitStatus one = statusOf(unit);
    status = std::max(status, one);
    if (one == Incomplete)
      continue;
    std::string file = store.pathOf(unit.command);
    if (!unit.dependencies.empty() && !fs::exists(file)) // what is not C++ has none
      return refuse(llvm::createStringError("the flow file of " + unit.mainFile +
                                            " cannot be written to " + options.output),
                    console);
    ours.insert(file);
    list += path::filename(file).str() + " " + unit.mainFile + "\n";
    llvm::append_range(dependencies, unit.dependencies);
  }
  removeOthers(asStore.store, ours);
  if (status == Incomplete)
    return status;
  llvm::SmallString<256> listFile(options.output);
  path::append(listFile, UnitList);
  if (llvm::Error error = writeFile(listFile, list))
    return refuse(std::move(error), console);
  if (!options.depfile.empty())
    if (llvm::Error error =
            writeFile(options.depfile, depfileOf(listFile, std::move(dependencies))))
      return refuse(std::move(error), console);
  return status;
}

} // namespace

ExitStatus runExtract(const Options &options, Console &console) {
  return options.paths.empty() ? extractAll(options, console) : extractOne(options, console);
}

} // namespace earmark
