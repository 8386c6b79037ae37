// Attributes to Annotation rows: the only speller of annotation text. earmark.h
// expands EARMARK_SINK("store", "crm") to annotate("earmark:sink", "store",
// "crm"); here each is held against the table of what may stand where. The
// words in the strings are the policy's: they are checked when it is known.
#pragma once

#include "frontend/Declarations.h"

#include "llvm/ADT/DenseSet.h"

namespace earmark {

/// Appends the annotations that `decl` itself bears (not those it inherits from
/// an earlier declaration), and problems where they are wrong. Adds the place
/// of each in the user's file to `read`.
void readAnnotations(Declarations &names, const clang::Decl &decl,
                     std::vector<UnitProblem> &problems,
                     llvm::DenseSet<clang::SourceLocation> &read);

/// A problem for each place in `expansions` that is not in `read`.
void reportUnread(Declarations &names, llvm::ArrayRef<clang::SourceLocation> expansions,
                  const llvm::DenseSet<clang::SourceLocation> &read,
                  std::vector<UnitProblem> &problems);

} // namespace earmark
