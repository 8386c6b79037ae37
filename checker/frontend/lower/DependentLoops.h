// `for (auto &x : all)` in a template that nothing instantiates: Clang leaves its
// iterators open until the type of `all` is known, and makes no control flow graph
// of a function that has such a loop. What the lowering needs of it is that x is
// some element of `all`, any number of times.
#pragma once

#include "frontend/lower/Lowering.h"

namespace earmark::lower {

/// Gives the loops in `body` that are still open a condition, a step and the
/// element that their variable is, noted in `in.elementsOf`.
void completeLoops(Lowering &in, clang::Stmt &body);

/// An element of an object whose type is not known.
Places placesOfElement(Lowering &in, const clang::Expr &object);

} // namespace earmark::lower
