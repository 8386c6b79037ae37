// A fix for a declaration that looks personal and bears no annotation: the
// annotation, where its kind of declaration takes one, and the header that has it.
//   char iban[35];  ->  char iban[35] EARMARK_PERSONAL("financial.bank-account");
#pragma once

#include "policy/Discover.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"

#include "llvm/ADT/DenseSet.h"

#include <vector>

namespace earmark::tidy {

/// Nothing where the declaration is not in this unit, or stands in a macro.
/// `included` has the files that an earlier fix gives the header.
std::vector<clang::FixItHint> suggestAnnotation(clang::ASTContext &context, const Discovered &found,
                                                llvm::DenseSet<clang::FileID> &included);

} // namespace earmark::tidy
