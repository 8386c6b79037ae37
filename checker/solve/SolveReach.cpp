#include "solve/SolveReach.h"

#include "solve/Arrivals.h"
#include "solve/FindHits.h"
#include "solve/FindSources.h"
#include "solve/Tabulation.h"

namespace earmark {

Reach solveReach(const Program &program, const Policy &policy, const SolveOptions &options) {
  Tabulation solve(program, policy, options);
  Sources sources = findSources(solve);
  do
    tabulate(solve);
  while (addSourcesOfValues(solve, sources));
  hitWatched(solve);

  Reach reach;
  collectArrivals(solve, sources, reach);
  reach.resolved.resize(program.flow.calls.size());
  for (const auto &[key, targets] : solve.dynamicTargets)
    for (const DynamicTarget &target : targets) {
      auto &list = reach.resolved[key.call.value];
      if (std::find(list.begin(), list.end(), target.function) == list.end())
        list.push_back(target.function);
    }
  for (const auto &[call, functions] : solve.narrowed)
    if (functions.size() < program.targets[call].bodies.size())
      reach.resolved[call].assign(functions.begin(), functions.end());
  reach.unknownCalls.assign(solve.unknownCalls.begin(), solve.unknownCalls.end());
  reach.stats = solve.stats;
  return reach;
}

} // namespace earmark
