#include "link/ChooseBodies.h"

#include "link/BodyTiers.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace earmark {

void chooseBodies(llvm::ArrayRef<MergedSource> sources, TableMerger &merger, Program &program) {
  std::map<SymbolId, llvm::SmallVector<Candidate, 1>> candidates;
  std::vector<SymbolId> order;
  std::set<BodyPlace> instantiated;
  for (uint32_t at = 0; at < sources.size(); ++at) {
    const FlowTables &in = *sources[at].tables;
    for (uint32_t i = 0; i < in.functions.size(); ++i) {
      const Function &function = in.functions[i];
      if (!function.symbol)
        continue;
      SymbolId symbol = sources[at].symbols[function.symbol.value];
      auto &list = candidates[symbol];
      if (list.empty())
        order.push_back(symbol);
      list.push_back({at, FunctionId(i)});
      if (!(function.flags & IsTemplatePattern) && function.span)
        instantiated.insert(placeOfBody(sources[at], function));
    }
  }

  program.bodyOf.assign(program.flow.symbols.size(), FunctionId());
  for (SymbolId symbol : order) {
    auto &list = candidates[symbol];
    Tier best = Tier::Pattern;
    for (const Candidate &candidate : list)
      best = std::min(best, tierOf(sources, candidate));
    llvm::erase_if(list, [&](const Candidate &c) { return tierOf(sources, c) != best; });

    const Candidate &first = list.front();
    const Function &function = functionOf(sources, first);
    if (best == Tier::Pattern && instantiated.count(placeOfBody(sources[first.source], function)))
      continue;
    program.bodyOf[symbol.value] = merger.addFunction(sources[first.source], first.function);

    // One database may hold several programs: a second `main` must not vanish.
    if (best != Tier::Strong || (function.flags & (IsInline | IsImplicit)))
      continue;
    std::set<std::string> seen;
    for (const Candidate &candidate : list) {
      if (list.size() == 1)
        break;
      bool isNew = seen.insert(printedBody(sources, candidate)).second;
      if (isNew && &candidate != &first)
        program.otherBodies[symbol].push_back(
            merger.addFunction(sources[candidate.source], candidate.function));
    }
  }
}

} // namespace earmark
