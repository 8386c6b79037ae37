// Which source arrives at which hit: the graph of starts, walked from the roots
// of each source to the hits, with marks and confidence on the way. Only starts
// that lead to a hit are walked.
#pragma once

#include "solve/FindSources.h"
#include "solve/Tabulation.h"

namespace earmark {

/// The way of one datum: from a root, over links, to a hit.
struct Way {
  const Root *root = nullptr;
  std::vector<Link> links; // first to last
  FactId hit;
};

/// Arrivals with their witnesses, sorted, without duplicates; fills
/// Reach::sources with those that arrive somewhere.
void collectArrivals(Tabulation &solve, const Sources &sources, Reach &reach);

} // namespace earmark
