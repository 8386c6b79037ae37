// The table of output formats: name -> writer. To add one, write
// Write<Format>.{h,cpp} and its line in Formats.cpp.
#pragma once

#include "report/Presentation.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {

struct Format {
  llvm::StringRef name;
  llvm::StringRef description;
  void (*write)(const Report &, const Presentation &, llvm::raw_ostream &);
  bool showsFlows = false; // needs Report::flows
};

llvm::ArrayRef<Format> formats();
/// The format called `name`, or null.
const Format *findFormat(llvm::StringRef name);

} // namespace earmark
