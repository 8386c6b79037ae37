#include "link/ClassHierarchy.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

/// For each symbol all that is below it, direct edges given; itself not included.
std::vector<llvm::SmallVector<SymbolId, 2>>
closure(const std::vector<llvm::SmallVector<SymbolId, 2>> &below) {
  std::vector<llvm::SmallVector<SymbolId, 2>> result(below.size());
  for (uint32_t i = 0; i < below.size(); ++i) {
    if (below[i].empty())
      continue;
    llvm::DenseSet<SymbolId> seen{SymbolId(i)};
    llvm::SmallVector<SymbolId, 8> work(below[i].begin(), below[i].end());
    while (!work.empty()) {
      SymbolId at = work.pop_back_val();
      if (!seen.insert(at).second)
        continue;
      result[i].push_back(at);
      llvm::append_range(work, below[at.value]);
    }
    llvm::sort(result[i]);
  }
  return result;
}

} // namespace

void buildClassHierarchy(Program &program) {
  const FlowTables &flow = program.flow;
  std::vector<llvm::SmallVector<SymbolId, 2>> below(flow.symbols.size());
  for (uint32_t i = 0; i < flow.records.size(); ++i) {
    const Record &record = flow.records[i];
    program.recordOf[record.symbol] = i;
    for (uint32_t base = 0; base < record.bases.count; ++base) {
      SymbolId above = flow.symbolList[record.bases.begin + base];
      if (above)
        below[above.value].push_back(record.symbol);
    }
  }
  program.derived = closure(below);

  below.assign(flow.symbols.size(), {});
  for (const Override &row : flow.overrides)
    if (row.method && row.overridden)
      below[row.overridden.value].push_back(row.method);
  program.overriders = closure(below);
}

} // namespace earmark
