// What a flow file depends on, as a rule that Make and Ninja read, so that a
// build extracts a unit again when a header of it changed:
//   out/main.flow: /src/main.cpp /src/customer.h
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// The rule for `target`, spelt as the build spells it. Every file is also a
/// target without a recipe: a header that is gone is no error.
std::string depfileOf(llvm::StringRef target, std::vector<Dependency> dependencies);

} // namespace earmark
