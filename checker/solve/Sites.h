// Contexts. What some functions do depends on what they are given: the function
// that they call back, the class of the object whose virtual member they call.
//
//   void each(void (*f)(Row &), Row &r) { f(r); }     // f
//   string label(const Shape &s) { return s.name(); } // the class of s
//
// Such a place in a parameter is a *need* of the function, also where the
// function only passes it on to one that needs it. The function is solved once
// for each set of values that its callers have there, a *site*, so that what it
// does for one caller is not told to another. Callers of which nothing is known
// share the solution without a site, where every value is possible.
//
// Models that call back, construct, or select an element by a literal are solved
// once for each call.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// Where in a parameter of the function lies what decides its course.
llvm::ArrayRef<Need> needsOf(Tabulation &solve, FunctionId function);

bool isSited(Tabulation &solve, FunctionId function);

/// The site that `call`, in a function at site `caller`, enters `callee` at; none
/// where the callee has no needs or nothing is known of them.
SiteId siteFor(Tabulation &solve, FunctionId callee, CallId call, SiteId caller);

/// A free start of a function with sites, for each of them.
void copyToSites(Tabulation &solve, StartId start);

/// Something may run the function at no site: callers of which nothing is known,
/// or none in sight.
bool runsWithoutSite(Tabulation &solve, FunctionId function);

/// The sites of a function, those of all callers included. `SiteId()` is one of
/// them where it runs without.
std::vector<SiteId> sitesOf(Tabulation &solve, FunctionId function);

/// Bodies of a virtual call: those of the classes whose creation is seen to
/// reach the receiver, or else all that the hierarchy allows.
llvm::ArrayRef<FunctionId> virtualBodies(Tabulation &solve, CallId call, SiteId site);

/// Those that it goes to on an object of exactly that class; none: not known.
llvm::SmallVector<FunctionId, 2> bodiesForClass(Tabulation &solve, CallId call, SymbolId record);

} // namespace earmark
