#include "base/Files.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <sys/stat.h>

namespace earmark {

FileSystem realFiles() { return FileSystem(llvm::vfs::createPhysicalFileSystem().release()); }

llvm::Expected<std::string> readFile(llvm::vfs::FileSystem &files, llvm::StringRef path) {
  auto buffer = files.getBufferForFile(path);
  if (!buffer)
    return llvm::createStringError(buffer.getError(), "cannot read '%s': %s", path.str().c_str(),
                                   buffer.getError().message().c_str());
  return (*buffer)->getBuffer().str();
}

static llvm::Error cannotWrite(llvm::StringRef path, std::error_code reason) {
  return llvm::createStringError(reason, "cannot write '%s': %s", path.str().c_str(),
                                 reason.message().c_str());
}

llvm::Error writeFile(llvm::StringRef path, llvm::StringRef content) {
  llvm::StringRef directory = llvm::sys::path::parent_path(path);
  if (!directory.empty())
    if (std::error_code reason = llvm::sys::fs::create_directories(directory))
      return cannotWrite(path, reason);

  // Beside its place, so that the rename stays within one file system.
  auto temporary = llvm::sys::fs::TempFile::create(path + ".%%%%%%%%");
  if (!temporary)
    return cannotWrite(path, llvm::errorToErrorCode(temporary.takeError()));
  llvm::raw_fd_ostream out(temporary->FD, /*shouldClose=*/false);
  out << content;
  out.flush();
  if (std::error_code reason = out.error()) {
    out.clear_error();
    llvm::consumeError(temporary->discard());
    return cannotWrite(path, reason);
  }
  if (llvm::Error failed = temporary->keep(path))
    return cannotWrite(path, llvm::errorToErrorCode(std::move(failed)));
  return llvm::Error::success();
}

std::string absolutePath(llvm::StringRef directory, llvm::StringRef path) {
  llvm::SmallString<256> result(path);
  if (llvm::sys::path::is_relative(path)) {
    result = directory;
    llvm::sys::path::append(result, path);
  }
  llvm::sys::path::remove_dots(result, /*remove_dot_dot=*/true);
  return result.str().str();
}

bool isBelow(llvm::StringRef file, llvm::StringRef folder) {
  return file == folder || folder == "/" || (file.consume_front(folder) && file.starts_with("/"));
}

std::optional<FileStamp> stampOf(const std::string &path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0)
    return std::nullopt;
  auto nanoseconds = [](const timespec &time) {
    return int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
  };
  return FileStamp{uint64_t(status.st_size), uint64_t(status.st_dev), uint64_t(status.st_ino),
                   nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

int64_t nanosecondsNow() {
  auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

} // namespace earmark
