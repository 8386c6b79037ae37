#include "link/MergeUnits.h"

#include "link/BodyTiers.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

#include <map>
#include <optional>
#include <set>

namespace earmark {
namespace {

/// Units of a part: so many on average, and at most.
constexpr size_t PartSize = 32, LargestPart = 128;

bool isAnalysed(const Unit &unit) {
  return llvm::none_of(unit.problems, [](const UnitProblem &p) {
    return p.level == UnitProblem::Error && !p.annotation;
  });
}

/// The bodies that linking may still choose, of those that were met so far.
class Bodies {
public:
  explicit Bodies(llvm::ArrayRef<MergedSource> sources) : sources(sources) {}

  /// Whether `candidate` can make a difference behind those before it. Inline
  /// functions are the same in all units, and known by their place; of others
  /// each that is written differently counts, as in chooseBodies.
  bool add(const Candidate &candidate) {
    const MergedSource &source = sources[candidate.source];
    const Function &function = functionOf(sources, candidate);
    SymbolId symbol = source.symbols[function.symbol.value];
    Tier tier = tierOf(sources, candidate);
    bool isOne = tier != Tier::Strong || (function.flags & (IsInline | IsImplicit));
    auto &[first, printed, texts] = known[{symbol, tier, isOne, placeOfBody(source, function)}];
    if (!first) {
      first = candidate;
      return true;
    }
    if (isOne)
      return false;
    if (!printed)
      texts.insert(printedBody(sources, *first));
    printed = true;
    return texts.insert(printedBody(sources, candidate)).second;
  }

private:
  struct Known {
    std::optional<Candidate> first;
    bool printed = false;
    std::set<std::string> texts;
  };
  llvm::ArrayRef<MergedSource> sources;
  std::map<std::tuple<SymbolId, Tier, bool, BodyPlace>, Known> known;
};

} // namespace

UnitPlace placeOf(const Unit &unit) {
  uint64_t sum = 0;
  for (const Dependency &dependency : unit.dependencies)
    sum = sum * 31 + dependency.digest;
  return {unit.mainFile, unit.command, sum};
}

std::vector<size_t> divide(llvm::ArrayRef<UnitPlace> units) {
  std::vector<size_t> sizes;
  for (const UnitPlace &unit : units) {
    bool begins = llvm::xxh3_64bits(unit.mainFile) % PartSize == 0;
    if (sizes.empty() || begins || sizes.back() == LargestPart)
      sizes.push_back(0);
    ++sizes.back();
  }
  return sizes;
}

Part partOf(Unit unit) {
  Part part;
  bool analysed = isAnalysed(unit);
  if (analysed)
    part.flow = std::move(unit.flow);
  part.units.push_back({std::move(unit.mainFile), analysed, std::move(unit.problems),
                        std::move(unit.fallbacks), unit.systemBodiesSkipped, unit.pathsCut});
  return part;
}

Part mergeParts(std::vector<Part> parts) {
  if (parts.size() == 1)
    return std::move(parts.front());
  Part result;
  TableMerger merger(result.flow);
  std::vector<MergedSource> sources;
  for (const Part &part : parts) {
    llvm::append_range(result.units, part.units);
    sources.push_back(merger.addDeclarations(part.flow));
  }
  Bodies bodies(sources);
  for (uint32_t at = 0; at < sources.size(); ++at)
    for (uint32_t i = 0; i < parts[at].flow.functions.size(); ++i) {
      Candidate candidate{at, FunctionId(i)};
      if (!parts[at].flow.functions[i].symbol || !bodies.add(candidate))
        continue;
      merger.addFunction(sources[at], candidate.function);
      result.weak.push_back(tierOf(sources, candidate) == Tier::Weak);
    }
  return result;
}

} // namespace earmark
