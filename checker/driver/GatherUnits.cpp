#include "driver/GatherUnits.h"

#include "base/BuildId.h"
#include "base/Files.h"
#include "driver/FindPolicy.h"
#include "driver/InParallel.h"
#include "frontend/RunFrontend.h"
#include "policy/Words.h"
#include "store/FlowFile.h"
#include "store/FlowStore.h"
#include "store/VerifyTables.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <map>
#include <optional>
#include <thread>

namespace earmark {

namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace {

llvm::Error usage(const std::string &what) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), what);
}

} // namespace

unsigned jobsOf(const Options &options) {
  return options.jobs ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
}

llvm::Expected<std::vector<CompileCommand>> databaseCommands(const Options &options,
                                                             const Console &console) {
  FileSystem files = realFiles();
  std::string objects =
      options.objects.empty() ? "" : absolutePath(console.directory, options.objects);
  llvm::Expected<std::vector<CompileCommand>> commands =
      loadCompileCommands(*files, options.build, objects);
  if (!commands)
    return commands.takeError();
  for (const std::string &left : options.except)
    llvm::erase_if(*commands, [file = absolutePath(console.directory, left)](const auto &command) {
      return command.file == file;
    });
  if (commands->empty() && !objects.empty())
    return commands; // what a target compiles has edges of its own, or is nothing
  if (commands->empty())
    return usage(options.build + ": the compilation database names no unit, so there is nothing "
                                 "to check");
  if (options.paths.empty())
    return commands;
  std::vector<bool> wanted(commands->size(), false);
  for (const std::string &given : options.paths) {
    std::string below = absolutePath(console.directory, given);
    bool any = false;
    for (size_t i = 0; i < commands->size(); ++i)
      if (isBelow((*commands)[i].file, below))
        wanted[i] = any = true;
    if (any)
      continue;
    std::vector<std::string> known;
    for (const CompileCommand &command : *commands)
      known.push_back(path::filename(command.file).str());
    std::string near = nearestWord(path::filename(below), known);
    return usage(given +
                 (fs::exists(below) ? ": no unit of the compilation database is there"
                                    : ": no such file or folder") +
                 (near.empty() ? "" : "; did you mean '" + near + "'?"));
  }
  std::vector<CompileCommand> selected;
  for (size_t i = 0; i < commands->size(); ++i)
    if (wanted[i])
      selected.push_back(std::move((*commands)[i]));
  return selected;
}

namespace {

llvm::Expected<std::vector<CompileCommand>> commandsOf(const Options &options,
                                                       const Console &console) {
  if (!options.build.empty())
    return databaseCommands(options, console);
  std::vector<CompileCommand> commands;
  FileSystem files = realFiles();
  for (const std::string &file : options.paths) {
    if (!fs::is_regular_file(absolutePath(console.directory, file)))
      return usage(file + (fs::exists(file) ? ": not a file" : ": no such file"));
    commands.push_back(makeCompileCommand(*files, console.directory, file, options.flags));
  }
  return commands;
}

/// Where flow files are kept: nowhere for a single file, unless it is said.
std::string storeOf(const Options &options, const Console &console) {
  if (!options.store.empty())
    return absolutePath(console.directory, options.store);
  if (options.build.empty())
    return "";
  llvm::SmallString<256> store(absolutePath(console.directory, options.build));
  if (fs::is_regular_file(store)) // -p may name compile_commands.json itself
    path::remove_filename(store);
  path::append(store, ".earmark");
  return std::string(store);
}

/// What was extracted just now is held against the same law as what comes from
/// disk: later stages do not ask, and a unit that breaks it is not analysed.
bool holdTogether(Unit &unit) {
  llvm::Error broken = verifyTables(unit.flow);
  if (!broken)
    return true;
  unit.problems.push_back({UnitProblem::Error,
                           "earmark made flow tables of this unit that do not hold together (" +
                               llvm::toString(std::move(broken)) +
                               "): this is a defect of earmark, please report it with the unit",
                           unit.mainFile, 0, 0, false});
  unit.flow = FlowTables();
  return false;
}

/// The key of a unit that the store does not have: by all that it says.
UnitKey keyOf(const Unit &unit, uint64_t content) {
  return {unit.mainFile, unit.command, content ? content : contentOfFlowFile(writeFlowFile(unit)),
          digestOfDependencies(unit.dependencies)};
}

llvm::Expected<Gathered> fromSources(const Options &options, const Console &console,
                                     Progress &progress, const DiskMaker &disk) {
  llvm::Expected<std::vector<CompileCommand>> commands = commandsOf(options, console);
  if (!commands)
    return commands.takeError();
  Gathered gathered;
  for (const CompileCommand &command : *commands)
    for (const std::string &note : command.notes)
      gathered.notes.push_back(command.file + ": " + note);

  // What the store has of an unchanged unit is not read again.
  gathered.store = storeOf(options, console);
  gathered.items.resize(commands->size());
  std::vector<uint64_t> digests;
  for (const CompileCommand &command : *commands)
    digests.push_back(commandDigest(command));
  std::optional<FlowStore> store;
  std::optional<KeptFiles> kept;
  std::optional<UnitIndex> index;
  std::vector<bool> known(commands->size(), false);
  if (!gathered.store.empty()) {
    store.emplace(gathered.store, disk ? disk() : realFiles());
    // What the index says is said of the real disk.
    if (!disk) {
      kept.emplace(gathered.store, buildDigest());
      index.emplace(*kept);
    }
    for (size_t i = 0; index && i < digests.size(); ++i)
      if (std::optional<UnitKey> key = index->unchanged(digests[i])) {
        gathered.items[i] = {std::move(*key), std::nullopt, i};
        known[i] = true;
      }
    std::vector<uint64_t> contents(commands->size(), 0);
    inParallel(commands->size(), jobsOf(options), [&](size_t i) {
      if (known[i])
        return;
      if (std::optional<FlowStore::Stored> stored = store->lookup(digests[i])) {
        gathered.items[i].unit = std::move(stored->unit);
        contents[i] = stored->content;
      }
    });
    for (size_t i = 0; i < contents.size(); ++i)
      if (contents[i]) {
        const Unit &unit = *gathered.items[i].unit;
        gathered.items[i].key = keyOf(unit, contents[i]);
        if (index)
          index->add(unit, contents[i]);
        known[i] = true;
      }
  }
  std::vector<CompileCommand> changed;
  std::vector<size_t> places;
  for (size_t i = 0; i < known.size(); ++i)
    if (!known[i]) {
      changed.push_back((*commands)[i]);
      places.push_back(i);
    }
  gathered.extracted = changed.size();
  gathered.reused = known.size() - changed.size();

  std::string unsaved;
  std::map<uint64_t, uint64_t> saved; // the content of what the store has now, by command
  std::vector<Unit> read = runFrontend(
      changed, jobsOf(options),
      [&](size_t done, size_t total, const Unit &unit) {
        progress.unit(done, total, unit.mainFile);
        if (!store || disk)
          return;
        // A store that cannot be written costs time, not findings.
        llvm::Expected<uint64_t> content = store->save(unit);
        if (content) {
          if (*content) {
            saved[unit.command] = *content;
            index->add(unit, *content);
          }
        } else if (unsaved.empty()) {
          unsaved = llvm::toString(content.takeError());
        } else {
          llvm::consumeError(content.takeError());
        }
      },
      disk);
  if (index)
    llvm::consumeError(index->save(digests)); // it only saves time
  if (!unsaved.empty())
    gathered.notes.push_back("the store cannot be written: " + unsaved);
  inParallel(read.size(), jobsOf(options), [&](size_t i) {
    bool sound = holdTogether(read[i]);
    auto found = saved.find(read[i].command);
    gathered.items[places[i]].key =
        keyOf(read[i], sound && found != saved.end() ? found->second : 0);
  });
  for (size_t i = 0; i < read.size(); ++i)
    gathered.items[places[i]].unit = std::move(read[i]);
  gathered.commands = std::move(*commands);
  return gathered;
}

/// The flow files that `--flows` names, folders searched, in a fixed order.
llvm::Expected<std::vector<std::string>> flowFiles(const Options &options, const Console &console) {
  std::vector<std::string> found;
  for (const std::string &given : options.flows) {
    std::string at = absolutePath(console.directory, given);
    if (!fs::exists(at))
      return usage(given + ": no such file or folder");
    if (!fs::is_directory(at)) {
      found.push_back(at);
      continue;
    }
    std::error_code error;
    size_t before = found.size();
    for (fs::recursive_directory_iterator entry(at, error), end; entry != end && !error;
         entry.increment(error))
      if (path::extension(entry->path()) == ".flow" && fs::is_regular_file(entry->path()))
        found.push_back(entry->path());
    if (error)
      return usage(given + ": " + error.message());
    if (found.size() == before && !fs::exists(at + "/" + UnitList))
      return usage(given + ": no flow file (*.flow) is there");
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

llvm::Expected<Gathered> fromFlowFiles(const Options &options, const Console &console) {
  llvm::Expected<std::vector<std::string>> files = flowFiles(options, console);
  if (!files)
    return files.takeError();
  Gathered gathered;
  for (const std::string &file : *files) {
    auto buffer = llvm::MemoryBuffer::getFile(file, false, /*RequiresNullTerminator=*/false);
    if (!buffer) {
      gathered.missing.push_back({file, buffer.getError().message()});
      continue;
    }
    llvm::Expected<Unit> unit = readFlowFile((*buffer)->getMemBufferRef());
    if (!unit) {
      gathered.missing.push_back({file, llvm::toString(unit.takeError())});
      continue;
    }
    UnitKey key = keyOf(*unit, contentOfFlowFile((*buffer)->getBuffer()));
    gathered.items.push_back({std::move(key), std::move(*unit), 0});
    ++gathered.reused;
  }
  return gathered;
}

} // namespace

llvm::Expected<Gathered> gatherUnits(const Options &options, const Console &console,
                                     Progress &progress, const DiskMaker &disk) {
  return options.flows.empty() ? fromSources(options, console, progress, disk)
                               : fromFlowFiles(options, console);
}

Unit takeUnit(const Gathered &gathered, Gathered::Item &item) {
  if (item.unit) {
    Unit unit = std::move(*item.unit);
    item.unit.reset();
    return unit;
  }
  FlowStore store(gathered.store, realFiles());
  if (std::optional<Unit> unit = store.read(item.key.command, item.key.content))
    return std::move(*unit);
  // Its flow file is gone or damaged.
  Unit unit = extractUnit(gathered.commands[item.command], realFiles());
  llvm::Expected<uint64_t> content = store.save(unit);
  bool sound = holdTogether(unit);
  item.key = keyOf(unit, content && sound ? *content : 0);
  llvm::consumeError(content.takeError());
  return unit;
}

std::vector<Unit> takeUnits(Gathered &gathered, unsigned jobs) {
  std::vector<Unit> units(gathered.items.size());
  inParallel(units.size(), jobs,
             [&](size_t i) { units[i] = takeUnit(gathered, gathered.items[i]); });
  return units;
}

std::vector<std::string> projectDirectories(const Options &options, const Console &console) {
  std::vector<std::string> starts;
  if (!options.build.empty()) {
    std::string build = absolutePath(console.directory, options.build);
    if (fs::is_regular_file(build))
      build = path::parent_path(build).str();
    if (std::string source = sourceDirectoryOf(build); !source.empty())
      starts.push_back(source);
    starts.push_back(build);
  }
  starts.push_back(console.directory);
  if (!options.paths.empty())
    starts.push_back(
        path::parent_path(absolutePath(console.directory, options.paths.front())).str());
  return starts;
}

} // namespace earmark
