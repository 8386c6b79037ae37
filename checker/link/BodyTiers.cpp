#include "link/BodyTiers.h"

#include "flow/Dump.h"

namespace earmark {

const Function &functionOf(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate) {
  return sources[candidate.source].tables->functions[candidate.function.value];
}

Tier tierOf(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate) {
  const MergedSource &source = sources[candidate.source];
  const Function &function = functionOf(sources, candidate);
  if (function.flags & IsTemplatePattern)
    return Tier::Pattern;
  bool weak = source.weak ? (*source.weak)[candidate.function.value]
                          : (source.tables->symbols[function.symbol.value].flags & IsWeak) != 0;
  return weak ? Tier::Weak : Tier::Strong;
}

BodyPlace placeOfBody(const MergedSource &source, const Function &function) {
  return {function.span.file ? source.texts[function.span.file.value] : TextId(),
          function.span.line, function.span.column};
}

std::string printedBody(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate) {
  return print(*sources[candidate.source].tables, functionOf(sources, candidate));
}

} // namespace earmark
