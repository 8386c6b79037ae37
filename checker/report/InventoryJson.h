// The record of processing as JSON (keys: README.md beside this file), and the
// flows of one read back, for `earmark diff`.
#pragma once

#include "policy/Inventory.h"
#include "report/Presentation.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeInventoryJson(const Inventory &inventory, const Presentation &presentation,
                        llvm::raw_ostream &out);

/// `flow` as the members of a JSON object.
void writeFlowMembers(const DataFlow &flow, const Presentation &presentation,
                      llvm::json::OStream &json);

struct StoredFlows {
  std::vector<DataFlow> flows;
  bool complete = true; // all units were analysed
};

/// The error says what the text is not.
llvm::Expected<StoredFlows> readInventoryFlows(llvm::StringRef json);

} // namespace earmark
