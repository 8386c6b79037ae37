// A report for a browser: one file that needs no network. The findings stand in
// it as JSON, which the script of the page shows as text; the page's content
// security policy allows that script and that style (by their digests) and
// nothing else, so that nothing from source code can run or load anything.
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

/// A source of a content security policy that allows exactly `text`.
std::string digestSource(llvm::StringRef text);

void writeHtml(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
