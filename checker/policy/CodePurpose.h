// The purpose that code serves: said on the function, else on its class, else
// on the namespaces around it (the nearest wins), else by a context of the
// policy that names its namespace or its file.
#pragma once

#include "link/Program.h"

namespace earmark {

struct CodePurpose {
  std::vector<std::string> purposes; // sorted; empty: none is known
  SourcePlace place;                 // where it was said
  explicit operator bool() const { return !purposes.empty(); }
};

CodePurpose purposeOf(SymbolId function, const Program &program, const Policy &policy);

/// The functions whose purpose is known: where the solver tells what data comes
/// into view, so that it can be held against what the data may serve.
std::vector<FunctionId> functionsWithPurpose(const Program &program, const Policy &policy);

} // namespace earmark
