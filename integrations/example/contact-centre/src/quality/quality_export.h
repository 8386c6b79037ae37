// The data set on which quality is measured. Analysts must be able to see that
// two interactions are of one customer, but not of which: pseudonyms.
#pragma once

#include "crypto/pseudonym.h"
#include "domain/interaction.h"

#include <ostream>
#include <vector>

namespace desk::quality {

/// Returns the number of interactions written.
int exportInteractions(std::ostream &out, const std::vector<Interaction> &interactions,
                       const crypto::Pseudonymiser &pseudonymiser);

} // namespace desk::quality
