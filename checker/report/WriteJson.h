// A report for programs: one JSON object with `findings`, `assurance` and
// `summary`. Keys are documented in README.md beside this file; keys may be
// added later, none is renamed.
#pragma once

#include "report/Presentation.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <vector>

namespace earmark {

/// Texts that are told once, and named by their number.
struct SharedTexts {
  llvm::StringMap<unsigned> numbers;
  std::vector<std::string> texts;
  unsigned add(llvm::StringRef text);
};

/// The members of that object, for a format that has more of them. With `shared`
/// each step of a path is [file, line, column, text, textNl, function], the texts
/// as numbers: most of a large report is the same few texts.
void writeJsonMembers(const Report &report, const Presentation &presentation,
                      llvm::json::OStream &json, SharedTexts *shared = nullptr);

/// The members of its `assurance`.
void writeAssuranceMembers(const Assurance &assurance, const Presentation &presentation,
                           llvm::json::OStream &json);

void writeJson(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
