// What the roles of a callee say of a call: which arguments leave there, which
// marks are put on or taken off, what is declared not to be personal.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

CallInfo readCallInfo(Tabulation &solve, CallId call);

/// What `function` is said to do to data, by whatever way it is called.
const CallInfo &transformOf(Tabulation &solve, SymbolId function);

/// The role speaks of argument `parameter` of the call.
bool concerns(Tabulation &solve, const Role &role, CallId call, uint16_t parameter);

/// The function runs for a purpose: by its own role, that of a class or
/// namespace around it, or a context of the policy.
bool hasPurpose(const Tabulation &solve, SymbolId function);
bool isWatched(const Tabulation &solve, FunctionId function);

/// The type that the callee gives its parameter; none where it is not named or has no such.
const Type *declaredType(const Tabulation &solve, CallId call, uint16_t parameter);

/// The callee can write behind this argument, as far as types tell.
bool isWritable(Tabulation &solve, CallId call, const Argument &argument);
/// Lowering gives the memory behind the argument what the call left there: the
/// callee may write it, or the caller may through the result.
bool isGivenBack(Tabulation &solve, CallId call, const Argument &argument);

/// The bits of the policy's marks that `words` name.
MarkSet markSet(Tabulation &solve, llvm::ArrayRef<std::string> words);

} // namespace earmark
