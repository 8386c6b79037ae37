// What a store knows of its units without opening their flow files: for each
// command the digest of its flow file and the files that the unit read, for each
// of those its digest and what the file system said of it. So a run over an
// unchanged project looks at each file's size and times, once, and reads none;
// a file that the file system calls changed is read, and compared by content.
//
// It only saves time: one that is not there, or damaged, knows nothing.
#pragma once

#include "base/Files.h"
#include "flow/FlowGraph.h"
#include "store/KeptFile.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace earmark {

/// A unit that the store has, by what identifies it.
struct UnitKey {
  std::string mainFile;
  uint64_t command = 0;      // Unit::command
  uint64_t content = 0;      // of its flow file; 0: it has none
  uint64_t dependencies = 0; // digestOfDependencies
};

/// Over the digests of what a unit read.
uint64_t digestOfDependencies(const std::vector<Dependency> &dependencies);

class UnitIndex {
public:
  explicit UnitIndex(const KeptFiles &files);

  /// The unit of `command`, if every file that it read is as it was.
  std::optional<UnitKey> unchanged(uint64_t command);
  /// What is known of a unit whose flow file has the digest `content`.
  void add(const Unit &unit, uint64_t content);
  /// Written where there is something new to say. `commands` are those of this
  /// run; of others as many are kept as twice theirs.
  llvm::Error save(llvm::ArrayRef<uint64_t> commands);

  struct File {
    std::string path;
    uint64_t digest = 0;
    /// Of when the content had that digest; not set where the file was so new
    /// that it may have been changed since without another time.
    FileStamp stamp;
    bool stamped = false;
  };
  struct Row {
    UnitKey key;
    std::vector<uint32_t> files;
  };

private:
  const KeptFiles &kept;
  std::vector<Row> rows;
  std::vector<File> files;
  enum State : uint8_t { Unknown, Same, Other };
  std::vector<State> states;                     // by row of `files`
  llvm::DenseMap<uint64_t, uint32_t> byCommand;  // rows
  llvm::StringMap<std::vector<uint32_t>> byPath; // rows of `files`, one for each digest met
  bool hasNews = false;

  State stateOf(uint32_t file);
  uint32_t fileRow(const Dependency &dependency);
};

} // namespace earmark
