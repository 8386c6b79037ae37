#include "driver/FindPolicy.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace earmark {

namespace path = llvm::sys::path;

std::string findPolicy(llvm::ArrayRef<std::string> starts) {
  for (const std::string &start : starts) {
    llvm::StringRef directory = start;
    while (!directory.empty()) {
      llvm::SmallString<256> candidate(directory);
      path::append(candidate, "earmark.yaml");
      if (llvm::sys::fs::is_regular_file(candidate))
        return std::string(candidate);
      directory = path::parent_path(directory);
    }
  }
  return "";
}

std::string sourceDirectoryOf(llvm::StringRef build) {
  llvm::SmallString<256> cache(build);
  path::append(cache, "CMakeCache.txt");
  auto buffer = llvm::MemoryBuffer::getFile(cache);
  if (!buffer)
    return "";
  llvm::SmallVector<llvm::StringRef, 0> lines;
  (*buffer)->getBuffer().split(lines, '\n');
  for (llvm::StringRef line : lines)
    if (line.consume_front("CMAKE_HOME_DIRECTORY:INTERNAL="))
      return line.rtrim().str();
  return "";
}

} // namespace earmark
