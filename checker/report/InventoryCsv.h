// The flows of a program as rows of a spreadsheet, one for each purpose and flow
// (RFC 4180), with what the policy says of purpose, recipient and store beside.
#pragma once

#include "policy/Inventory.h"
#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeInventoryCsv(const Inventory &inventory, const Presentation &presentation, bool dutch,
                       llvm::raw_ostream &out);

} // namespace earmark
