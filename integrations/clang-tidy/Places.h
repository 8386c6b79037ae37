// Places of findings as locations of clang-tidy's source manager: also in files
// that the unit does not read.
#pragma once

#include "policy/Finding.h"

#include "clang/Basic/SourceManager.h"

namespace earmark::tidy {

/// Invalid where the file is not there or shorter.
clang::SourceLocation locationOf(clang::SourceManager &sources, const FindingPlace &place);

} // namespace earmark::tidy
