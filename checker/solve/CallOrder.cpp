#include "solve/CallOrder.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

/// Past this a function is too large to ask; its calls may run in any order.
static constexpr uint32_t MaxBlocks = 4096;

/// The block of the call; none where the skeleton does not show it.
static BlockId blockOf(const Tabulation &solve, const Function &function, CallId call) {
  auto blocks = function.blocks;
  uint32_t low = blocks.begin, high = blocks.begin + blocks.count;
  while (low < high) { // calls are numbered in the order of their blocks
    uint32_t middle = low + (high - low) / 2;
    IdRange<CallTag> calls = solve.flow.blocks[middle].calls;
    if (calls.begin + calls.count <= call.value)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == blocks.begin + blocks.count || call.value < solve.flow.blocks[low].calls.begin)
    return BlockId();
  return BlockId(low);
}

/// Blocks that control can get to when it leaves `block`.
static const llvm::BitVector &successorsOf(Tabulation &solve, const Function &function,
                                           BlockId block) {
  auto [at, isNew] = solve.laterBlocks.try_emplace(block.value);
  if (!isNew)
    return at->second;
  llvm::BitVector reached(function.blocks.count);
  std::vector<uint32_t> work{block.value};
  while (!work.empty()) {
    IdRange<BlockListTag> next = solve.flow.blocks[work.back()].successors;
    work.pop_back();
    for (uint32_t i = 0; i < next.count; ++i) {
      uint32_t to = solve.flow.blockList[next.begin + i].value;
      if (reached.test(to - function.blocks.begin))
        continue;
      reached.set(to - function.blocks.begin);
      work.push_back(to);
    }
  }
  return at->second = std::move(reached);
}

bool mayFollow(Tabulation &solve, CallId earlier, CallId later) {
  FunctionId id = solve.program.functionOf[earlier.value];
  const Function &function = solve.flow.functions[id.value];
  if (id != solve.program.functionOf[later.value] || function.blocks.count > MaxBlocks ||
      (function.flags & (IsModel | HasLooseOrder)))
    return true;
  BlockId from = blockOf(solve, function, earlier), to = blockOf(solve, function, later);
  if (!from || !to || (from == to && earlier.value < later.value))
    return true;
  return successorsOf(solve, function, from).test(to.value - function.blocks.begin);
}

} // namespace earmark
