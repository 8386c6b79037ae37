#include "store/KeptFile.h"

#include "base/Files.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>
#include <cstring>

namespace earmark {

namespace fs = llvm::sys::fs;

namespace {

struct Header {
  char magic[8] = {'e', 'a', 'r', 'm', 'k', 'e', 'p', 't'};
  uint64_t tool = 0, key = 0, checksum = 0;
};
static_assert(sizeof(Header) == 32);

} // namespace

std::string KeptFiles::pathOf(llvm::StringRef kind, uint64_t key) const {
  llvm::SmallString<128> path(directory);
  llvm::sys::path::append(path, kind, llvm::utohexstr(key, /*LowerCase=*/true, 16) + "." + kind);
  return path.str().str();
}

KeptFiles::Kept KeptFiles::read(llvm::StringRef kind, uint64_t key) const {
  if (!canKeep())
    return {};
  std::string path = pathOf(kind, key);
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer || (*buffer)->getBufferSize() < sizeof(Header))
    return {};
  Header header, wanted;
  std::memcpy(&header, (*buffer)->getBufferStart(), sizeof(header));
  llvm::StringRef content = (*buffer)->getBuffer().drop_front(sizeof(header));
  if (std::memcmp(header.magic, wanted.magic, sizeof(header.magic)) != 0 || header.tool != tool ||
      header.key != key ||
      header.checksum != llvm::xxh3_64bits(llvm::arrayRefFromStringRef(content)))
    return {};
  return {std::move(*buffer), content};
}

llvm::Error KeptFiles::save(llvm::StringRef kind, uint64_t key, llvm::StringRef content) const {
  if (!canKeep())
    return llvm::Error::success();
  Header header;
  header.tool = tool;
  header.key = key;
  header.checksum = llvm::xxh3_64bits(llvm::arrayRefFromStringRef(content));
  std::string file(reinterpret_cast<const char *>(&header), sizeof(header));
  file += content;
  return writeFile(pathOf(kind, key), file);
}

void KeptFiles::prune(llvm::StringRef kind, size_t most, llvm::ArrayRef<uint64_t> keep) const {
  llvm::SmallString<128> folder(directory);
  llvm::sys::path::append(folder, kind);
  llvm::StringSet<> used;
  for (uint64_t key : keep)
    used.insert(pathOf(kind, key));
  std::vector<std::pair<llvm::sys::TimePoint<>, std::string>> files;
  std::error_code error;
  size_t count = 0;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    ++count;
    llvm::ErrorOr<fs::basic_file_status> status = at->status();
    if (!used.contains(at->path()) && status)
      files.push_back({status->getLastModificationTime(), at->path()});
  }
  std::sort(files.begin(), files.end());
  for (size_t i = 0; i < files.size() && count > most; ++i, --count)
    fs::remove(files[i].second);
}

} // namespace earmark
