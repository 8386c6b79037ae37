// GitLab's code quality report: a list of issues that a merge request shows
// beside the lines it changes. https://docs.gitlab.com/ci/testing/code_quality
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeGitlab(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
