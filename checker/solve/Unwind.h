// Where an exception goes: to handlers, or out of the function.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// Data in an exception object.
struct ThrownData {
  TypeId type; // none: not known; a reference: of that class or one derived from it
  PathId path; // in the object
};

/// What is thrown at a port of type `type`; a path that says what it was first
/// thrown as knows better.
ThrownData exceptionAt(Tabulation &solve, TypeId type, PathId path);
/// Its path as handlers and holders of exceptions have it: behind its type.
PathId packed(Tabulation &solve, const ThrownData &exception);
/// The handlers that may take what is thrown within `guard`, and Thrown where it may
/// leave `function`.
llvm::SmallVector<Crossed, 2> unwind(Tabulation &solve, FunctionId function, TryId guard,
                                     const ThrownData &exception);

} // namespace earmark
