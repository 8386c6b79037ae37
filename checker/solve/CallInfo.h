// What the roles of a callee say of a call: which arguments leave there, which
// marks are put on or taken off, what is declared not to be personal.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

CallInfo readCallInfo(Tabulation &solve, CallId call);

/// The role speaks of argument `parameter` of the call.
bool concerns(Tabulation &solve, const Role &role, CallId call, uint16_t parameter);

/// The function runs for a purpose: by its own role, that of a class or
/// namespace around it, or a context of the policy.
bool hasPurpose(const Tabulation &solve, SymbolId function);
bool isWatched(const Tabulation &solve, FunctionId function);

/// Bodies of a virtual call: those of the classes whose creation is seen to
/// reach the receiver, or else all that the hierarchy allows.
/// Of a virtual call, those that it goes to on an object of exactly that class
/// (none: not known).
llvm::SmallVector<FunctionId, 2> bodiesForClass(const Tabulation &solve, CallId call, SymbolId record);
llvm::ArrayRef<FunctionId> virtualBodies(Tabulation &solve, CallId call);

/// The callee can write behind this argument, as far as types tell.
bool isWritable(Tabulation &solve, CallId call, const Argument &argument);

/// The bits of the policy's marks that `words` name.
MarkSet markSet(Tabulation &solve, llvm::ArrayRef<std::string> words);

} // namespace earmark
