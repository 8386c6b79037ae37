// The cache of flow files: one for each command, good as long as every file that
// the unit read is what it was. Several threads and several runs may use one
// directory at once: entries are written beside their place and renamed.
//
// Files are compared by content: a run reads each of them once, however many
// units share it. UnitIndex knows when that is not needed.
#pragma once

#include "base/Files.h"
#include "flow/FlowGraph.h"

#include "llvm/ADT/StringMap.h"

#include <mutex>
#include <optional>

namespace earmark {

class FlowStore {
public:
  /// `files` is where the sources are; the store itself is on the real disk.
  FlowStore(std::string directory, FileSystem files)
      : directory(std::move(directory)), files(std::move(files)) {}

  /// The unit that `command` gave, if all that it read is unchanged. `command`
  /// is Unit::command. Damaged entries count as missing.
  struct Stored {
    Unit unit;
    uint64_t content = 0; // contentOfFlowFile
  };
  std::optional<Stored> lookup(uint64_t command);
  /// The unit of `command` as it was kept with the digest `content`, whatever
  /// became of the files that it read.
  std::optional<Unit> read(uint64_t command, uint64_t content) const;
  /// Keeps `unit` and says contentOfFlowFile. One with an error is not kept, it
  /// is to be tried again: 0.
  llvm::Expected<uint64_t> save(const Unit &unit);

  std::string pathOf(uint64_t command) const;

private:
  std::string directory;
  FileSystem files;
  std::mutex mutex;
  llvm::StringMap<std::optional<uint64_t>> digests; // none: cannot be read

  std::optional<uint64_t> digestOf(llvm::StringRef path);
};

/// The unit in `flowFile`, if `command` made it and all that it read is unchanged.
std::optional<Unit> unchangedFlowFile(llvm::StringRef flowFile, uint64_t command, FileSystem files);

/// The digest of a file's bytes that Dependency holds.
uint64_t digestOfContent(llvm::StringRef content);

} // namespace earmark
