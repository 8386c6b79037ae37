#include "store/FlowStore.h"

#include "store/FlowFile.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace earmark {

uint64_t digestOfContent(llvm::StringRef content) {
  return llvm::xxh3_64bits(llvm::arrayRefFromStringRef(content));
}

std::string FlowStore::pathOf(uint64_t command) const {
  llvm::SmallString<128> path(directory);
  llvm::sys::path::append(path, llvm::utohexstr(command, /*LowerCase=*/true, 16) + ".flow");
  return path.str().str();
}

std::optional<uint64_t> FlowStore::digestOf(llvm::StringRef path) {
  std::lock_guard<std::mutex> lock(mutex);
  auto [known, isNew] = digests.try_emplace(path);
  if (isNew)
    if (auto buffer = files->getBufferForFile(path))
      known->second = digestOfContent((*buffer)->getBuffer());
  return known->second;
}

/// The unit in `flowFile`, if `command` made it and nothing that it read has
/// another digest now.
template <typename DigestOf>
static std::optional<FlowStore::Stored> readUnchanged(llvm::StringRef flowFile, uint64_t command,
                                                      DigestOf digestOf) {
  auto buffer = llvm::MemoryBuffer::getFile(flowFile, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return std::nullopt;
  llvm::Expected<Unit> unit = readFlowFile(**buffer);
  if (!unit) {
    llvm::consumeError(unit.takeError());
    return std::nullopt;
  }
  if (unit->command != command || unit->dependencies.empty())
    return std::nullopt;
  for (const Dependency &dependency : unit->dependencies)
    if (digestOf(dependency.path) != dependency.digest)
      return std::nullopt;
  return FlowStore::Stored{std::move(*unit), contentOfFlowFile((*buffer)->getBuffer())};
}

std::optional<FlowStore::Stored> FlowStore::lookup(uint64_t command) {
  return readUnchanged(pathOf(command), command,
                       [&](llvm::StringRef path) { return digestOf(path); });
}

std::optional<Unit> FlowStore::read(uint64_t command, uint64_t content) const {
  auto buffer = llvm::MemoryBuffer::getFile(pathOf(command), /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer || contentOfFlowFile((*buffer)->getBuffer()) != content)
    return std::nullopt;
  llvm::Expected<Unit> unit = readFlowFile(**buffer);
  if (unit && unit->command == command)
    return std::move(*unit);
  llvm::consumeError(unit.takeError());
  return std::nullopt;
}

std::optional<Unit> unchangedFlowFile(llvm::StringRef flowFile, uint64_t command,
                                      FileSystem files) {
  auto digestOf = [&](llvm::StringRef path) -> std::optional<uint64_t> {
    auto buffer = files->getBufferForFile(path);
    if (!buffer)
      return std::nullopt;
    return digestOfContent((*buffer)->getBuffer());
  };
  std::optional<FlowStore::Stored> stored = readUnchanged(flowFile, command, digestOf);
  if (!stored)
    return std::nullopt;
  return std::move(stored->unit);
}

llvm::Expected<uint64_t> FlowStore::save(const Unit &unit) {
  bool failed = llvm::any_of(unit.problems, [](const UnitProblem &problem) {
    return problem.level == UnitProblem::Error && !problem.annotation;
  });
  if (failed || unit.dependencies.empty())
    return 0;
  std::string file = writeFlowFile(unit);
  if (llvm::Error error = writeFile(pathOf(unit.command), file))
    return std::move(error);
  return contentOfFlowFile(file);
}

} // namespace earmark
