// A comment for a merge request: the verdict, a table of the findings, each
// with its path folded below.
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeMarkdown(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
