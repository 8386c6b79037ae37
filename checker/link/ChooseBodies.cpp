#include "link/ChooseBodies.h"

#include "flow/Dump.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace earmark {
namespace {

struct Candidate {
  uint32_t source;
  FunctionId function;
};

enum Tier { Strong, Weak, Pattern };

const Function &functionOf(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate) {
  return sources[candidate.source].tables->functions[candidate.function.value];
}

Tier tierOf(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate) {
  const Function &function = functionOf(sources, candidate);
  if (function.flags & IsTemplatePattern)
    return Pattern;
  const Symbol &symbol = sources[candidate.source].tables->symbols[function.symbol.value];
  return symbol.flags & IsWeak ? Weak : Strong;
}

/// Where a body stands in source: the same for a pattern and its instantiations.
using BodyPlace = std::tuple<TextId, uint32_t, uint32_t>;

BodyPlace placeOf(const MergedSource &source, const Function &function) {
  return {function.span.file ? source.texts[function.span.file.value] : TextId(),
          function.span.line, function.span.column};
}

} // namespace

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
        instantiated.insert(placeOf(sources[at], function));
    }
  }

  program.bodyOf.assign(program.flow.symbols.size(), FunctionId());
  for (SymbolId symbol : order) {
    auto &list = candidates[symbol];
    Tier best = Pattern;
    for (const Candidate &candidate : list)
      best = std::min(best, tierOf(sources, candidate));
    llvm::erase_if(list, [&](const Candidate &c) { return tierOf(sources, c) != best; });

    const Candidate &first = list.front();
    const Function &function = functionOf(sources, first);
    if (best == Pattern && instantiated.count(placeOf(sources[first.source], function)))
      continue;
    program.bodyOf[symbol.value] = merger.addFunction(sources[first.source], first.function);

    // One database may hold several programs: a second `main` must not vanish.
    if (best != Strong || (function.flags & (IsInline | IsImplicit)))
      continue;
    std::set<std::string> seen;
    for (const Candidate &candidate : list) {
      if (list.size() == 1)
        break;
      const FlowTables &in = *sources[candidate.source].tables;
      bool isNew = seen.insert(print(in, in.functions[candidate.function.value])).second;
      if (isNew && &candidate != &first)
        program.otherBodies[symbol].push_back(
            merger.addFunction(sources[candidate.source], candidate.function));
    }
  }
}

} // namespace earmark
