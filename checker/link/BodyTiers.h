// Of several bodies of one function, which count before which.
#pragma once

#include "link/MergeTables.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <tuple>

namespace earmark {

struct Candidate {
  uint32_t source;
  FunctionId function;
};

enum class Tier : uint8_t { Strong, Weak, Pattern };

const Function &functionOf(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate);
Tier tierOf(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate);

/// Where a body stands in source: the same for a pattern and its instantiations.
using BodyPlace = std::tuple<TextId, uint32_t, uint32_t>;
BodyPlace placeOfBody(const MergedSource &source, const Function &function);

/// The body as text: equal for bodies that say the same, whichever tables they are in.
std::string printedBody(llvm::ArrayRef<MergedSource> sources, const Candidate &candidate);

} // namespace earmark
