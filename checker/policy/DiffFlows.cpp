#include "policy/DiffFlows.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace earmark {

namespace {

/// A use that comes, or goes, with an end is told there.
void dropUsesWithEnds(std::vector<DataFlow> &flows) {
  auto use = [](const DataFlow &flow) { return std::tie(flow.data, flow.subject, flow.purposes); };
  std::set<std::tuple<std::string, std::string, std::vector<std::string>>> ends;
  for (const DataFlow &flow : flows)
    if (flow.end != DataFlow::Use)
      ends.insert(use(flow));
  llvm::erase_if(flows, [&](const DataFlow &flow) {
    return flow.end == DataFlow::Use && ends.count(use(flow));
  });
}

} // namespace

FlowDiff diffFlows(std::vector<DataFlow> before, std::vector<DataFlow> after) {
  auto comesBefore = [](const DataFlow &a, const DataFlow &b) { return identity(a) < identity(b); };
  llvm::sort(before, comesBefore);
  llvm::sort(after, comesBefore);
  FlowDiff diff;
  auto old = before.begin();
  auto now = after.begin();
  while (old != before.end() || now != after.end()) {
    if (now == after.end() || (old != before.end() && comesBefore(*old, *now))) {
      diff.removed.push_back(std::move(*old++));
    } else if (old == before.end() || comesBefore(*now, *old)) {
      diff.added.push_back(std::move(*now++));
    } else {
      std::vector<std::string> lost;
      for (const std::string &mark : old->always)
        if (!llvm::is_contained(now->always, mark))
          lost.push_back(mark);
      if (!lost.empty())
        diff.weakened.push_back({std::move(*now), std::move(lost)});
      ++old;
      ++now;
    }
  }
  dropUsesWithEnds(diff.added);
  dropUsesWithEnds(diff.removed);
  return diff;
}

} // namespace earmark
