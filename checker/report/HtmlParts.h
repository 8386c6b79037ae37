// Style and script of the HTML report (html/report.css, html/report.js) and the
// style of the record of processing (html/record.css), carried in the binary.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace earmark {

llvm::StringRef htmlStyle();
llvm::StringRef htmlScript();
llvm::StringRef recordStyle();

} // namespace earmark
