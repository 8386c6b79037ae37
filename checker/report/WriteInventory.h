// The record of processing in its formats: text, Markdown and HTML for people,
// CSV for a spreadsheet (a row for each flow), JSON for programs and for `diff`.
#pragma once

#include "policy/Inventory.h"
#include "report/Presentation.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {

struct InventoryFormat {
  llvm::StringRef name;
  void (*write)(const Inventory &, const Presentation &, bool dutch, llvm::raw_ostream &);
};

llvm::ArrayRef<InventoryFormat> inventoryFormats();
/// The format called `name`, or null.
const InventoryFormat *findInventoryFormat(llvm::StringRef name);

} // namespace earmark
