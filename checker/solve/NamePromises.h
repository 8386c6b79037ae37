// What the name and the type of a function without body or model promise. Such
// a call passes its arguments to its result and to all that it can write; but
//
//   bool operator==(const T &) const, bool f(x)   say one thing of data, and hold none of it
//   int size() const, int compare(const T &)      measure it
//   T &operator=(const T &), void clear()         leave nothing of what the object held
#pragma once

#include "flow/FlowGraph.h"

namespace earmark {

struct NamePromises {
  bool measures = false;   // the result tells of the arguments, and holds none of their data
  bool overwrites = false; // what the object held is gone
  bool keeps = false;      // it works on values and sends them nowhere: an operator, a measure
};

NamePromises promisesOf(const FlowTables &flow, SymbolId callee);

} // namespace earmark
