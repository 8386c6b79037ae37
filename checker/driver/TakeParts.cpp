#include "driver/TakeParts.h"

#include "base/BuildId.h"
#include "driver/InParallel.h"
#include "driver/KeptFields.h"
#include "store/FlowFile.h"
#include "store/KeptFile.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>

namespace earmark {

template <LikeA<UnitStatus> T> auto fieldsOf(T &it) {
  auto &[mainFile, analysed, problems, fallbacks, systemBodiesSkipped, pathsCut] = it;
  return std::tie(mainFile, analysed, problems, fallbacks, systemBodiesSkipped, pathsCut);
}

namespace {

constexpr llvm::StringLiteral Kind = "part";

/// What of a part is no table, then its tables as a flow file.
std::string pack(Part &part) {
  std::string bytes;
  Packer out(bytes);
  out.add(part.units);
  out.add(std::vector<uint8_t>(part.weak.begin(), part.weak.end()));
  Unit tables;
  std::swap(tables.flow, part.flow);
  out.add(writeFlowFile(tables));
  std::swap(tables.flow, part.flow);
  return bytes;
}

std::optional<Part> unpack(llvm::StringRef bytes) {
  Part part;
  std::vector<uint8_t> weak;
  Unpacker in(bytes);
  in.get(part.units);
  in.get(weak);
  llvm::StringRef file = in.take();
  if (!in.isDone())
    return std::nullopt;
  llvm::Expected<Unit> tables = readFlowFile({file, "part"});
  if (!tables || (!weak.empty() && weak.size() != tables->flow.functions.size())) {
    llvm::consumeError(tables.takeError());
    return std::nullopt;
  }
  part.flow = std::move(tables->flow);
  part.weak.assign(weak.begin(), weak.end());
  return part;
}

uint64_t keyOf(llvm::ArrayRef<Gathered::Item> items) {
  std::string text;
  Packer out(text);
  for (const Gathered::Item &item : items) {
    out.add(item.key.mainFile);
    out.add(item.key.command);
    out.add(item.key.content);
  }
  return llvm::xxh3_64bits(text);
}

} // namespace

std::vector<Part> takeParts(Gathered &gathered, unsigned jobs) {
  std::sort(gathered.items.begin(), gathered.items.end(), [](const auto &a, const auto &b) {
    auto order = [](const UnitKey &key) {
      return std::tie(key.mainFile, key.command, key.dependencies, key.content);
    };
    return order(a.key) < order(b.key);
  });
  std::vector<UnitPlace> places;
  for (const Gathered::Item &item : gathered.items)
    places.push_back({item.key.mainFile, item.key.command, item.key.dependencies});
  std::vector<size_t> sizes = divide(places), begins;
  size_t next = 0;
  for (size_t size : sizes)
    begins.push_back(std::exchange(next, next + size));

  KeptFiles files(gathered.store, gathered.store.empty() ? 0 : buildDigest());
  std::vector<Part> parts(sizes.size());
  std::vector<uint64_t> keys(sizes.size());
  inParallel(sizes.size(), jobs, [&](size_t i) {
    auto items = llvm::MutableArrayRef(gathered.items).slice(begins[i], sizes[i]);
    // A part of one unit is no quicker to read than the unit.
    bool worth = items.size() > 1;
    keys[i] = keyOf(items);
    if (KeptFiles::Kept kept = worth ? files.read(Kind, keys[i]) : KeptFiles::Kept())
      if (std::optional<Part> part = unpack(kept.content)) {
        parts[i] = std::move(*part);
        for (Gathered::Item &item : items)
          item.unit.reset();
        return;
      }
    std::vector<Part> own;
    for (Gathered::Item &item : items)
      own.push_back(partOf(takeUnit(gathered, item)));
    parts[i] = mergeParts(std::move(own));
    keys[i] = keyOf(items); // a unit whose flow file was damaged may be another now
    if (worth && files.canKeep())
      llvm::consumeError(files.save(Kind, keys[i], pack(parts[i]))); // it only saves time
  });
  if (files.canKeep())
    files.prune(Kind, 4 * keys.size() + 64, keys);
  return parts;
}

} // namespace earmark
