// The path that a person reads: from the source to the sink, into callees and
// back, a line for each place where something happens to the data.
#pragma once

#include "solve/Arrivals.h"

namespace earmark {

std::vector<WitnessStep> findWitness(Tabulation &solve, const Sources &sources, const Way &way,
                                     const Hit &hit);

} // namespace earmark
