// The interpreter: a function's CFG to a fixpoint, then once more to write the
// edges down.
#pragma once

#include "frontend/lower/Lowering.h"

namespace earmark::lower {

/// Interprets `body`, which starts with the memory `start`, and appends its
/// Function row.
void interpret(Lowering &in, const clang::Decl &decl, clang::Stmt &body, SymbolId symbol,
               uint32_t flags, uint16_t parameters, State start, clang::SourceRange range);

} // namespace earmark::lower
