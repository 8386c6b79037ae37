// Questions asked backward, on demand: what memory is this, in whose hands was
// it? A walk over the edges that brought a pointer, into callees that returned
// or stored it and out again to where they got it, calls matched with returns.
// (On-demand alias search, as in FlowDroid.) Bounded in steps.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

struct Origins {
  std::vector<Name> names;         // in the function asked about; globals of any
  std::vector<SinkObject> sinks;   // variables and functions whose object, a sink, it is
  std::vector<SymbolId> created;   // classes of which it is an object, created in sight
  std::vector<SymbolId> functions; // function values
  std::vector<TextId> literals;    // constants
  bool outOfSight = false;         // also comes from elsewhere
  bool fromCallers = false;        // also came in over parameters, from calls not in the query
};

struct OriginQuery {
  FunctionId function;
  Port port; // one that values arrive at: CallIn, Return (any block), Exit, Cell
  PathId path;
  SiteId site;
  bool values = false;  // also over copies of the value: literals, classes
  bool callers = false; // and out of the function to its callers
  /// Nothing that is not certain: what calls through values may do is out of sight.
  bool strict = false;
  bool earlier = false; // and what calls wrote behind other copies of a pointer, in any order
  /// Calls over which the function was entered, outermost first.
  llvm::ArrayRef<CallId> context = {};
};

Origins findOrigins(Tabulation &solve, const OriginQuery &query);

/// Names, in the caller, of what `path` of the call's result refers to in `body`.
std::vector<Name> namesBehindResult(Tabulation &solve, CallId call, PathId path,
                                    const DynamicTarget &body, SiteId site,
                                    std::vector<SinkObject> *sinks = nullptr);
/// The same for a pointer that `body` left at `path` of the call's argument.
std::vector<Name> namesBehindArgument(Tabulation &solve, CallId call, uint16_t parameter,
                                      PathId path, const DynamicTarget &body, SiteId site,
                                      std::vector<SinkObject> *sinks = nullptr);

} // namespace earmark
