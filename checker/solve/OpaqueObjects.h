// What a function without a body is taken to do with an object whose type it is
// not told (`void *`, a pointer to a class that is only declared): it cannot look
// into its members, but may hand the pointer on, in what it returns or writes. So
// a callback's context, or the element of a C container, comes back as what it
// was, and does not become part of the registry, the timer or the table.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// The part of `path` below the last pointer of `type` that hides the type of what
/// it leads to, from that pointer's Deref on; empty where nothing is hidden, or the
/// data is the object itself.
PathId behindOpaque(Tabulation &solve, const Type *type, PathId path);

/// Places in a value of `type` that can hold that pointer: the value itself, or
/// members behind it; with `inside` never the value itself, but what it leads to.
llvm::SmallVector<PathId, 2> placesForOpaque(Tabulation &solve, TypeId type, PathId hidden,
                                             bool inside);

} // namespace earmark
