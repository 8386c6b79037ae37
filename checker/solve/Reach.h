// What the solver found: which personal datum arrives at which call, and the
// way it took. Data only.
#pragma once

#include "flow/FlowGraph.h"
#include "flow/Label.h"
#include "link/Program.h"

#include <string>
#include <vector>

namespace earmark {

/// One step of a path as a person reads it, from source to sink.
struct WitnessStep {
  Span span;
  std::string text; // "reads 'Customer::email'", "is passed to 'greet' as 'name'"
  FunctionId function;
};

/// Where a datum arises: a declaration that a Personal role names.
struct DataSource {
  SymbolId declaration; // field, variable, parameter, function (its result), or type
  DataLabel label;      // defaults of the category not filled in
  Span span;            // the read, call or entry where it comes into view
  FunctionId function;
  SourcePlace declared; // where the role was said
};

/// A datum in a state at a place where a check looks.
struct Arrival {
  enum Kind : uint8_t {
    AtArgument, // passed to a call that has roles (sink, expectation, purpose) or that nothing knows
    IntoObject, // written into an object that is a sink: std::cerr, an ofstream, what fopen returned
    InFunction, // comes into view in a function that is watched (SolveOptions::watched): read, returned to it
  } kind = AtArgument;
  uint32_t source = 0; // row in Reach::sources
  FunctionId function; // where this happens
  CallId call; // AtArgument, IntoObject: the call; InFunction: none, or the call that returned it
  SymbolId object; // IntoObject: the variable, function or class whose Sink role it is;
                   // AtArgument: the function without a body that a function value led to
  Span span;       // the place that a finding names
  uint16_t parameter = NoParameter; // argument of the call
  PathId path;                      // what part of the argument holds it
  MarkSet marks = 0;
  Confidence confidence = Confidence::Certain;
  std::vector<WitnessStep> witness;  // the shortest; first step is the source
  std::vector<CallId> context;       // call sites on the way, outermost first, where known
  std::vector<std::string> literals; // constants that a SinkSelector read
  /// The whole path printed, ".*.User::email": `path` is cut to what the program's table has.
  std::string pathText;
  CallId
      opened; // IntoObject: the call that returned the object, whose callRoles may hold the Sink role
  bool wholeArgument = true; // no field in the path: the datum is all that is passed
};

struct ReachStats {
  uint64_t facts = 0, functionsTouched = 0, summaries = 0, indirectCallsResolved = 0;
  uint64_t boundsHit = 0; // budget steps that cut a search: reported, makes confidence Possible
};

struct Reach {
  std::vector<DataSource> sources;
  std::vector<Arrival> arrivals; // sorted by sink place, then source; no duplicates
  /// Targets found for Indirect and Virtual calls, by CallId (others empty).
  std::vector<llvm::SmallVector<FunctionId, 2>> resolved;
  /// Calls with personal data in an argument that no model knows.
  std::vector<CallId> unknownCalls;
  ReachStats stats;
};

} // namespace earmark
