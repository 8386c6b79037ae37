// A report for programs: one JSON object with `findings`, `assurance` and
// `summary`. Keys are documented in README.md beside this file; keys may be
// added later, none is renamed.
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {

/// The members of that object, for a format that has more of them.
void writeJsonMembers(const Report &report, const Presentation &presentation, llvm::json::OStream &json);

/// The members of its `assurance`.
void writeAssuranceMembers(const Assurance &assurance, const Presentation &presentation, llvm::json::OStream &json);

void writeJson(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
