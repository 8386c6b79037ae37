// Stage: what the run covered and what it did not, so that "no findings" means
// something.
#pragma once

#include "driver/GatherUnits.h"
#include "flow/Model.h"
#include "policy/Finding.h"
#include "solve/Reach.h"

namespace earmark {

Assurance assure(const Program &program, const Reach &reach, const Policy &policy,
                 const ModelSet &models, const Gathered &gathered);

} // namespace earmark
