// Facts at places that a check looks at: arguments of sinks, objects that are
// sinks, calls that leave the project, code that runs for a purpose. A hit is
// label-agnostic; Arrivals.cpp says which data it is.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// Where a person sees `call`: of a call in a model, where the model was called.
Span placeInSource(const Tabulation &solve, CallId call, SiteId site);

/// The fact is at an argument of `call`.
void hitArgument(Tabulation &solve, FactId fact, CallId call, const CallInfo &info);
/// The fact was at an argument of `call` when `target` was found for it.
void hitTarget(Tabulation &solve, FactId fact, CallId call, FunctionId target);
/// Those that were found before the fact came.
void hitFound(Tabulation &solve, FactId fact, CallId call, SiteId site);
/// The same, for a function without a body; whether it has a say in the argument.
bool hitSymbol(Tabulation &solve, FactId fact, CallId call, SymbolId target);
/// No model and no body is known for where the call goes.
void hitUnknown(Tabulation &solve, FactId fact, CallId call);
/// The fact was written behind an argument: which may be a sink by its type.
void hitWritten(Tabulation &solve, FactId fact);
/// The fact was written into the sink that `object` is, or returned.
void hitObject(Tabulation &solve, FactId fact, SinkObject object);
/// `fact` was found before, by another way, which is `known`: the one that is
/// told now may be another write into a sink.
void hitAgain(Tabulation &solve, const Fact &fact, FactId known);
/// Data that comes into view in functions that run for a purpose.
void hitWatched(Tabulation &solve);

} // namespace earmark
