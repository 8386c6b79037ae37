// `for (auto &x : all) x = 0;` leaves nothing of what `all` held: where the loop ends
// because there are no more elements, each of them holds what its turn left in it.
// Writes to the element of one turn could not say so: it may be any.
#pragma once

#include "frontend/lower/Lowering.h"

#include "clang/Analysis/CFG.h"

namespace earmark::lower {

/// A loop over all elements of an object of the library, whose body writes to
/// nothing but the element and its own variables.
struct OverwritingLoop {
  const clang::CXXForRangeStmt *stmt = nullptr;
  const clang::CFGBlock *condition = nullptr, *next = nullptr; // `next` goes on to the next element
  State before;                                                // as the loop was come to
  State leaving;                                               // as its condition was last decided
};

std::vector<OverwritingLoop> findOverwritingLoops(Lowering &in, const clang::CFG &cfg);

/// What the container holds in `leaving` when every element is as it is in `turn`,
/// the state at the end of the body.
State afterLastElement(Lowering &in, const OverwritingLoop &loop, const State &turn);

} // namespace earmark::lower
