// Pass: a finished AST to the unit's flow tables. Finds what there is to lower
// (every function with a body outside system headers, the patterns of templates
// that nothing here instantiated, initialisers of static storage) and hands it
// to lower/; records classes, annotations and symbols.
#pragma once

#include "flow/FlowGraph.h"

#include "clang/AST/ASTContext.h"

namespace earmark {

/// Fills `unit.flow`, `unit.fallbacks`, `unit.pathsCut` and adds problems of
/// annotations. `unitKey` makes the names of internal linkage unique.
/// `expansions` are the places where EARMARK_ macros expanded: one that left
/// nothing in the AST stands where it means nothing.
void extractUnit(clang::ASTContext &context, llvm::StringRef unitKey,
                 llvm::ArrayRef<clang::SourceLocation> expansions, Unit &unit);

} // namespace earmark
