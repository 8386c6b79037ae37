// What a change does to the flows, in its formats: text, JSON, Markdown.
//
//   newly sends contact.email of customer to acme-mail for marketing (src/offer.cpp:12)
#pragma once

#include "policy/DiffFlows.h"
#include "report/Presentation.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {

struct DiffReport {
  FlowDiff diff;
  bool complete = true; // both sides
};

struct DiffFormat {
  llvm::StringRef name;
  void (*write)(const DiffReport &, const Presentation &, bool dutch, llvm::raw_ostream &);
};

llvm::ArrayRef<DiffFormat> diffFormats();
/// The format called `name`, or null.
const DiffFormat *findDiffFormat(llvm::StringRef name);

} // namespace earmark
