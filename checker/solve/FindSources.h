// Where personal data comes into view: reads of annotated declarations, results
// of annotated functions, annotated parameters, arguments whose type is
// personal. Each becomes a root of the graph of starts.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// What one declaration says: all its roots are solved as one.
struct SourceGroup {
  SymbolId declaration;
  DataLabel label;
  SourcePlace declared;
  MarkSet marks = 0;
};

struct Root {
  StartId start;
  uint32_t group = 0;
  Span span; // where it comes into view
  FunctionId function;
  CallId call; // of a result, or of an argument of personal type
  bool byType = false;
};

struct Sources {
  std::vector<SourceGroup> groups;
  std::vector<Root> roots;
  /// Groups by declaration, Designation::Where and parameter.
  std::map<std::tuple<uint32_t, unsigned, uint16_t>, std::vector<uint32_t>> groupsOf;
  std::set<std::tuple<StartId, uint32_t>> rooted;
};

/// Also starts function values and closures on their way, where calls need them.
Sources findSources(Tabulation &solve);

/// Results of annotated functions without a body that function values lead to:
/// known once the values have arrived. True when there were new ones.
bool addSourcesOfValues(Tabulation &solve, Sources &sources);

} // namespace earmark
