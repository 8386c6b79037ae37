// The disk, injectable: reading goes through an llvm::vfs::FileSystem that the
// caller passes, so that tests run on one in memory; writing replaces a file in
// one step, so that two runs may share a directory and neither sees half a file.
#pragma once

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <optional>
#include <string>

namespace earmark {

using FileSystem = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

/// The real disk with a working directory of its own: threads do not disturb
/// each other's.
FileSystem realFiles();

/// The whole of `path`; the error names the file.
llvm::Expected<std::string> readFile(llvm::vfs::FileSystem &files, llvm::StringRef path);

/// Replaces `path` by `content` in one step. Directories that lack are made.
llvm::Error writeFile(llvm::StringRef path, llvm::StringRef content);

/// `path` behind `directory` where it is relative, without "." and "..".
std::string absolutePath(llvm::StringRef directory, llvm::StringRef path);

/// Whether `file` is `folder` or below it; both absolute and clean.
bool isBelow(llvm::StringRef file, llvm::StringRef folder);

/// What the file system says of a file without reading it. As long as that is the
/// same, so is the content: nothing sets the time of change (`changed`) back.
struct FileStamp {
  uint64_t size = 0, device = 0, node = 0;
  int64_t modified = 0, changed = 0; // nanoseconds since 1970
  friend bool operator==(const FileStamp &, const FileStamp &) = default;
};
/// None: there is no such file.
std::optional<FileStamp> stampOf(const std::string &path);
/// The same clock.
int64_t nanosecondsNow();

} // namespace earmark
