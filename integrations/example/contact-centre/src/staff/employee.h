// The people who work here. Their data serves their employment, is kept apart
// from the customers', and ends up in nobody's quality figures.
#pragma once

#include <earmark/earmark.h>

#include <string>
#include <vector>

namespace desk {
namespace EARMARK_RUNS_FOR("employment") staff {

struct Employee {
  EARMARK_PERSONAL("employment.number") EARMARK_SUBJECT("employee") std::string number;
  EARMARK_PERSONAL("employment.name") EARMARK_SUBJECT("employee") std::string name;
  std::string team;
  EARMARK_PERSONAL("employment.schedule") EARMARK_SUBJECT("employee")
  std::vector<std::string> shifts; // "2026-05-04 early"
};

} // namespace staff
} // namespace desk
