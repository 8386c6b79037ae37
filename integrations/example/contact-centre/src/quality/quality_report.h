// The monthly report: counts of anonymised records. A group that is so small
// that someone could be recognised in it is left out.
#pragma once

#include "quality/anonymise.h"

#include <ostream>
#include <vector>

namespace desk::quality {

void writeReport(std::ostream &out, const std::vector<AnonymousRecord> &records, int smallestGroup);

} // namespace desk::quality
