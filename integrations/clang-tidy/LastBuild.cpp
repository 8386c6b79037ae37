#include "LastBuild.h"

#include "base/Files.h"
#include "frontend/CompileCommands.h"
#include "store/FlowFile.h"
#include "store/FlowStore.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace earmark::tidy {
namespace {

namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

std::string nearestStore(llvm::StringRef buildDirectory) {
  for (llvm::StringRef at = buildDirectory; !at.empty(); at = path::parent_path(at)) {
    llvm::SmallString<256> store(at);
    path::append(store, ".earmark");
    if (fs::is_directory(store))
      return store.str().str();
  }
  return "";
}

std::vector<std::string> filesIn(llvm::StringRef directory, llvm::StringRef suffix) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; entry != end && !error;
       entry.increment(error))
    if (path::extension(entry->path()) == suffix)
      found.push_back(entry->path());
  std::sort(found.begin(), found.end());
  return found;
}

/// Reads `files`; how many of them are not there or of no use.
size_t readUnits(const std::vector<std::string> &files, std::vector<Unit> &units) {
  size_t lost = 0;
  for (const std::string &file : files) {
    auto buffer = llvm::MemoryBuffer::getFile(file, false, /*RequiresNullTerminator=*/false);
    if (!buffer) {
      ++lost;
      continue;
    }
    llvm::Expected<Unit> unit = readFlowFile(**buffer);
    if (!unit) {
      llvm::consumeError(unit.takeError());
      ++lost;
      continue;
    }
    units.push_back(std::move(*unit));
  }
  return lost;
}

/// Flow files that a list of earmark_check() names; its folders are of units
/// without an edge of their own.
std::vector<std::string> listedFiles(llvm::StringRef list) {
  std::vector<std::string> files;
  auto text = llvm::MemoryBuffer::getFile(list);
  if (!text)
    return files;
  llvm::SmallVector<llvm::StringRef, 0> lines;
  (*text)->getBuffer().split(lines, '\n', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef line : lines)
    if (fs::is_directory(line))
      llvm::append_range(files, filesIn(line, ".flow"));
    else
      files.push_back(line.str());
  return files;
}

/// In a store there are also units of earlier commands: those of today's count.
std::vector<std::string> filesOfDatabase(const std::string &directory) {
  llvm::Expected<std::vector<CompileCommand>> commands =
      loadCompileCommands(*realFiles(), path::parent_path(directory));
  if (!commands) {
    llvm::consumeError(commands.takeError());
    return filesIn(directory, ".flow");
  }
  FlowStore store(directory, realFiles());
  std::vector<std::string> files;
  for (const CompileCommand &command : *commands)
    files.push_back(store.pathOf(commandDigest(command)));
  return files;
}

bool holds(llvm::ArrayRef<Unit> units, llvm::StringRef mainFile) {
  return llvm::any_of(units, [&](const Unit &unit) {
    return unit.mainFile == mainFile ||
           llvm::any_of(unit.dependencies, // of a unity file
                        [&](const Dependency &read) { return read.path == mainFile; });
  });
}

} // namespace

LastBuild readLastBuild(llvm::StringRef directory, llvm::StringRef buildDirectory,
                        llvm::StringRef mainFile) {
  LastBuild result;
  std::string store =
      directory.empty() ? nearestStore(buildDirectory) : absolutePath(buildDirectory, directory);
  if (store.empty() || !fs::is_directory(store)) {
    result.missing = store.empty() ? "no flow files of a build (.earmark) are found in or above " +
                                         buildDirectory.str()
                                   : "no flow files of a build are in " + store;
    return result;
  }
  auto said = [&](size_t lost, size_t all) {
    if (lost)
      result.missing = std::to_string(lost) + " of " + std::to_string(all) +
                       " flow files of the program cannot be read";
    return result;
  };
  // One list for each program that earmark_check() checks.
  for (const std::string &list : filesIn(store, ".flows")) {
    std::vector<std::string> files = listedFiles(list);
    size_t lost = readUnits(files, result.units);
    if (holds(result.units, mainFile))
      return said(lost, files.size());
    result.units.clear();
  }
  std::vector<std::string> files = filesOfDatabase(store);
  size_t lost = readUnits(files, result.units);
  if (result.units.empty()) {
    result.missing = "no flow file of this program is in " + store;
    return result;
  }
  return said(lost, files.size());
}

} // namespace earmark::tidy
