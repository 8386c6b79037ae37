#include "solve/SolveReach.h"

#include "solve/Arrivals.h"
#include "solve/FindHits.h"
#include "solve/FindSources.h"
#include "solve/Sites.h"
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
  for (const auto &[key, functions] : solve.narrowed) {
    auto [call, site] = key;
    if (SiteId(site) || runsWithoutSite(solve, program.functionOf[call]))
      for (FunctionId function : functions)
        if (!llvm::is_contained(reach.resolved[call], function))
          reach.resolved[call].push_back(function);
  }
  for (const auto &[key, functions] : solve.narrowed)
    if (auto &resolved = reach.resolved[key.first];
        resolved.size() == program.targets[key.first].bodies.size())
      resolved.clear(); // not narrowed
  reach.unknownCalls.assign(solve.unknownCalls.begin(), solve.unknownCalls.end());
  reach.stats = solve.stats;
  return reach;
}

} // namespace earmark
