// Style and script of the HTML report (html/report.css, html/report.js) and the
// styles of the record of processing (html/record.css) and of the flow map
// (html/map.css), carried in the binary.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace earmark {

llvm::StringRef htmlStyle();
llvm::StringRef htmlScript();
llvm::StringRef recordStyle();
llvm::StringRef flowMapStyle();

} // namespace earmark
