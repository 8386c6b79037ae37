// Stage: the gathered units -> the parts that linking goes by, from the store
// where their units are the same as when they were made.
#pragma once

#include "driver/GatherUnits.h"
#include "link/MergeUnits.h"

namespace earmark {

/// `gathered` is left without units.
std::vector<Part> takeParts(Gathered &gathered, unsigned jobs);

} // namespace earmark
