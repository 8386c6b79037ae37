#include "link/BreakCycles.h"

#include "llvm/ADT/SmallVector.h"

#include <utility>

namespace earmark {
namespace {

enum State : uint8_t { New, Open, Done };

/// Walks depth first over nodes 0..count; `next(node, i)` is its i-th successor,
/// ~0 behind the last; `cut(node, i)` takes one away that closes a cycle.
template <typename Next, typename Cut> void walk(size_t count, Next next, Cut cut) {
  std::vector<State> state(count, New);
  llvm::SmallVector<std::pair<uint32_t, uint32_t>, 16> stack;
  for (uint32_t start = 0; start < count; ++start) {
    if (state[start] != New)
      continue;
    state[start] = Open;
    stack.push_back({start, 0});
    while (!stack.empty()) {
      auto [at, i] = stack.back();
      ++stack.back().second;
      uint32_t to = next(at, i);
      if (to == ~0u) {
        state[at] = Done;
        stack.pop_back();
      } else if (to < count && state[to] == Open) {
        cut(at, i);
      } else if (to < count && state[to] == New) {
        state[to] = Open;
        stack.push_back({to, 0});
      }
    }
  }
}

} // namespace

void breakCycles(FlowTables &flow) {
  walk(
      flow.symbols.size(),
      [&](uint32_t at, uint32_t i) { return i == 0 ? flow.symbols[at].parent.value : ~0u; },
      [&](uint32_t at, uint32_t) { flow.symbols[at].parent = SymbolId(); });

  constexpr uint32_t noClass = ~0u - 1;
  std::vector<uint32_t> recordOf(flow.symbols.size(), noClass);
  for (uint32_t i = 0; i < flow.records.size(); ++i)
    recordOf[flow.records[i].symbol.value] = i;
  walk(
      flow.records.size(),
      [&](uint32_t at, uint32_t i) {
        IdRange<struct SymbolListTag> bases = flow.records[at].bases;
        return i < bases.count ? recordOf[flow.symbolList[bases.begin + i].value] : ~0u;
      },
      // Shorter by one base and all behind it; ranges of the list may be shared.
      [&](uint32_t at, uint32_t i) { flow.records[at].bases.count = i; });
}

} // namespace earmark
