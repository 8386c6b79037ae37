// The diagnostic format of reviewdog, which posts findings to many code hosts.
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeRdjson(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
