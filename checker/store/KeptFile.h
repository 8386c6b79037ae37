// Files beside the flow files that only save time: each has a name of its kind
// and its key, a header with a checksum, and what some stage made of what the
// key stands for. One that is damaged, of another build of the tool or of another
// key is as if it were not there.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <string>
#include <vector>

namespace earmark {

class KeptFiles {
public:
  /// `directory` is the store's; `tool` says which build of the tool it is: what
  /// another build kept is not used. 0 where that is not known: nothing is kept.
  KeptFiles(std::string directory, uint64_t tool) : directory(std::move(directory)), tool(tool) {}

  bool canKeep() const { return tool != 0; }

  /// What `save` was given; null where there is nothing that can be used. The
  /// content is at an address that a number of any size may stand at.
  struct Kept {
    std::unique_ptr<llvm::MemoryBuffer> buffer;
    llvm::StringRef content;
    explicit operator bool() const { return buffer != nullptr; }
  };
  Kept read(llvm::StringRef kind, uint64_t key) const;
  llvm::Error save(llvm::StringRef kind, uint64_t key, llvm::StringRef content) const;

  /// Removes files of `kind` until `most` are left: first those that were
  /// written or used longest ago, never those of `keep`.
  void prune(llvm::StringRef kind, size_t most, llvm::ArrayRef<uint64_t> keep = {}) const;

  std::string pathOf(llvm::StringRef kind, uint64_t key) const;

private:
  std::string directory;
  uint64_t tool;
};

} // namespace earmark
