// JUnit's XML, which every continuous integration shows: each rule is a test
// suite. A finding is a test that failed, a rule without findings one that
// passed, a unit that was not analysed one that ended in an error.
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeJunit(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
