// Workflow commands of GitHub Actions: each finding becomes an annotation of
// the change when this is printed by a step.
// https://docs.github.com/actions/reference/workflow-commands
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeGithub(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
