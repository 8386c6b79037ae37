// Pass: which of the bodies that many units give one symbol are those of the
// program, by the one-definition rule: inline functions once, strong symbols
// before weak ones, template patterns only where nothing instantiates them.
#pragma once

#include "link/MergeTables.h"
#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"

namespace earmark {

/// Copies the chosen functions of `sources` (in their order, which must not be
/// that of the command line) and fills bodyOf and otherBodies.
void chooseBodies(llvm::ArrayRef<MergedSource> sources, TableMerger &merger, Program &program);

} // namespace earmark
