// Stage: an analysed program -> its record of processing, with the findings of
// each flow counted as `check` would.
#pragma once

#include "driver/Analyse.h"
#include "policy/Inventory.h"

namespace earmark {

Inventory takeInventory(const Analysis &analysis, const Options &options);

} // namespace earmark
