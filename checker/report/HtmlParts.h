// Style and script of the HTML report (html/report.css, html/report.js),
// carried in the binary.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace earmark {

llvm::StringRef htmlStyle();
llvm::StringRef htmlScript();

} // namespace earmark
