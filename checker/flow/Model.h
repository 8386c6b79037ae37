// Library models: summaries that someone wrote by hand, in the same tables as
// extracted functions. The linker gives a modelled function to every call whose
// callee has a matching name.
//
// A model function has the flag IsModel and is written in the *object view*:
// where the real parameter (or `this`, or the result) is a reference, the port
// stands for the object itself, without the leading Deref. So `std::string
// operator+(const std::string &, const std::string &)` is `0 -> return`, and one
// model fits overloads by value and by reference. A pointer, iterator or smart
// pointer keeps its Deref: `strcpy` is `1.* -> 0.*`. The solver adds and removes
// the Deref where it crosses the call, by the types in the callee's Symbol.
// That holds for the calls in a model too: CallIn(f, 0) of a callback is the
// object that its first parameter refers to, CallOut(n, This) of a Builds call
// the object that was built.
//
// Function::parameters of a model is one more than the highest argument that it
// names; Entry(Rest) and Exit(Rest) are the arguments from there on. A call in
// it that passes them on has them at CallIn(c, Rest), behind its numbered ones.
//
// Call::text of a callback's call, where it is set: the class that the first
// parameter of what is called is of, or with "!" in front is not of.
//
// `global NAME` is a Symbol of kind Variable whose usr is "model:NAME": state
// that only models share (what setlocale stored, where strtok stands).
#pragma once

#include "flow/FlowGraph.h"
#include "flow/Policy.h"

#include <string>
#include <vector>

namespace earmark {

/// The function's behaviour holds only for calls whose argument is one of these constants.
struct ModelCondition {
  uint16_t parameter = NoParameter;
  std::vector<std::string> literals;
  bool negated = false;
};

/// Call::builds of a Builds call: the number of a template argument of the
/// function, or with this bit of its class.
inline constexpr uint16_t BuildsOfClass = 0x8000;
/// With this bit the call constructs nothing: it is what the library compares or
/// hashes by. The template argument is the type of the comparator or hash (whose
/// default calls operators of the project), or, with BuildsAmong, of what is compared
/// by operators (an iterator or range: of its elements); with BuildsEqual too, for
/// equality. Everything that is compared is at CallIn(c, 0).
inline constexpr uint16_t BuildsCompares = 0x4000, BuildsAmong = 0x2000, BuildsEqual = 0x1000,
                          BuildsNumber = 0x0FFF;

struct Model {
  std::string pattern;           // "std::vector::push_back"; * within a name, ** across scopes
  unsigned minArguments = 0, maxArguments = ~0u; // written arguments, This not counted
  std::vector<std::string> parameterTypes; // where not empty: substrings that the canonical spellings of the first parameters must contain
  std::vector<ModelCondition> conditions;
  FunctionId function;           // its flows in ModelSet::flow; none: roles only
  std::vector<Designation> designations; // sources, sinks, transforms
  std::vector<SinkSelector> selectors;   // for its sinks
  bool leavesProject = false;    // counts as leaving the project although known
  /// Says only what the function compares by: joins the model that applies.
  bool compares = false;
  SourcePlace place;
};

/// All models. Where several match a call, those of the most specific pattern
/// (fewest wildcards, then most conditions) apply, all of them together.
struct ModelSet {
  FlowTables flow;
  std::vector<Model> models;
  std::vector<std::string> libraries; // names, for the assurance statement
  uint64_t digest = 0;
  std::vector<Annotate> annotate; // roles of library variables, fields and types
};

} // namespace earmark
