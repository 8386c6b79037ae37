// The members of what both kept answers and kept parts hold, for base/Pack.h. One that is
// added there and not here does not compile.
#pragma once

#include "base/Pack.h"
#include "flow/FlowGraph.h"

namespace earmark {

template <LikeA<UnitProblem> T> auto fieldsOf(T &it) {
  auto &[level, message, file, line, column, annotation] = it;
  return std::tie(level, message, file, line, column, annotation);
}
template <LikeA<Fallback> T> auto fieldsOf(T &it) {
  auto &[kind, count] = it;
  return std::tie(kind, count);
}

} // namespace earmark
