#include "store/UnitIndex.h"

#include "base/Pack.h"
#include "store/FlowStore.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace earmark {

template <LikeA<FileStamp> T> auto fieldsOf(T &stamp) {
  auto &[size, device, node, modified, changed] = stamp;
  return std::tie(size, device, node, modified, changed);
}
template <LikeA<UnitIndex::File> T> auto fieldsOf(T &file) {
  auto &[path, digest, stamp, stamped] = file;
  return std::tie(path, digest, stamp, stamped);
}
template <LikeA<UnitKey> T> auto fieldsOf(T &key) {
  auto &[mainFile, command, content, dependencies] = key;
  return std::tie(mainFile, command, content, dependencies);
}
template <LikeA<UnitIndex::Row> T> auto fieldsOf(T &row) {
  auto &[key, files] = row;
  return std::tie(key, files);
}

namespace {

constexpr llvm::StringLiteral Kind = "index";

/// Two changes within this time may bear the same one: file systems count in
/// ticks, some in whole seconds.
constexpr int64_t TooNew = 2'100'000'000;

std::optional<uint64_t> digestOfFile(const std::string &path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return std::nullopt;
  return digestOfContent((*buffer)->getBuffer());
}

} // namespace

uint64_t digestOfDependencies(const std::vector<Dependency> &dependencies) {
  uint64_t sum = 0;
  for (const Dependency &dependency : dependencies)
    sum = sum * 31 + dependency.digest;
  return sum;
}

UnitIndex::UnitIndex(const KeptFiles &kept) : kept(kept) {
  KeptFiles::Kept file = kept.read(Kind, 0);
  if (!file)
    return;
  Unpacker in(file.content);
  in.get(files);
  in.get(rows);
  bool sound = in.isDone() && llvm::all_of(rows, [&](const Row &row) {
                 return llvm::all_of(row.files, [&](uint32_t at) { return at < files.size(); });
               });
  if (!sound) {
    files.clear();
    rows.clear();
  }
  states.assign(files.size(), Unknown);
  for (uint32_t i = 0; i < files.size(); ++i)
    byPath[files[i].path].push_back(i);
  for (uint32_t i = 0; i < rows.size(); ++i)
    byCommand[rows[i].key.command] = i;
}

UnitIndex::State UnitIndex::stateOf(uint32_t at) {
  if (states[at] != Unknown)
    return states[at];
  File &file = files[at];
  int64_t now = nanosecondsNow();
  std::optional<FileStamp> stamp = stampOf(file.path);
  if (!stamp)
    return states[at] = Other;
  if (file.stamped && *stamp == file.stamp)
    return states[at] = Same;
  if (digestOfFile(file.path) != file.digest)
    return states[at] = Other;
  // The stamp is from before the content was read: a change since shows in it.
  bool old = std::max(stamp->modified, stamp->changed) < now - TooNew;
  hasNews |= old || file.stamped;
  file.stamped = old;
  file.stamp = *stamp;
  return states[at] = Same;
}

std::optional<UnitKey> UnitIndex::unchanged(uint64_t command) {
  auto found = byCommand.find(command);
  if (found == byCommand.end())
    return std::nullopt;
  const Row &row = rows[found->second];
  if (row.files.empty() ||
      !llvm::all_of(row.files, [&](uint32_t file) { return stateOf(file) == Same; }))
    return std::nullopt;
  return row.key;
}

uint32_t UnitIndex::fileRow(const Dependency &dependency) {
  std::vector<uint32_t> &known = byPath[dependency.path];
  for (uint32_t row : known)
    if (files[row].digest == dependency.digest)
      return row;
  known.push_back(uint32_t(files.size()));
  files.push_back({dependency.path, dependency.digest, {}, false});
  states.push_back(Unknown);
  return known.back();
}

void UnitIndex::add(const Unit &unit, uint64_t content) {
  Row row{{unit.mainFile, unit.command, content, digestOfDependencies(unit.dependencies)}, {}};
  row.files.reserve(unit.dependencies.size());
  for (const Dependency &dependency : unit.dependencies)
    row.files.push_back(fileRow(dependency));
  hasNews = true;
  auto [known, isNew] = byCommand.try_emplace(unit.command, uint32_t(rows.size()));
  if (isNew)
    rows.push_back(std::move(row));
  else
    rows[known->second] = std::move(row);
}

llvm::Error UnitIndex::save(llvm::ArrayRef<uint64_t> commands) {
  if (!hasNews || !kept.canKeep())
    return llvm::Error::success();
  llvm::DenseSet<uint64_t> ours(commands.begin(), commands.end());
  size_t others = 0;
  std::vector<Row> written;
  for (const Row &row : rows)
    if (ours.contains(row.key.command) || ++others <= 2 * ours.size())
      written.push_back(row);
  // Files that no row names any more are left out.
  std::vector<uint32_t> place(files.size(), ~0u);
  std::vector<File> named;
  for (Row &row : written)
    for (uint32_t &file : row.files) {
      if (place[file] == ~0u) {
        place[file] = uint32_t(named.size());
        stateOf(file); // what was read just now gets its stamp
        named.push_back(files[file]);
      }
      file = place[file];
    }
  std::string bytes;
  Packer out(bytes);
  out.add(named);
  out.add(written);
  hasNews = false;
  return kept.save(Kind, 0, bytes);
}

} // namespace earmark
