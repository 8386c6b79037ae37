// How a report is shown, given by the driver: where source lines come from,
// whether colour is wanted, and what paths are shortened against. Renderers
// read no file and ask no terminal by themselves.
#pragma once

#include "policy/Report.h"

#include "llvm/ADT/StringRef.h"

#include <functional>
#include <optional>
#include <string>

namespace earmark {

/// The bytes of a source file, or nothing when it cannot be read.
using SourceReader = std::function<std::optional<std::string>(const std::string &file)>;

struct Presentation {
  SourceReader read;
  std::string directory; // absolute; files below it are shown relative to it
  bool colour = false;
  bool excerpts = true; // source lines below findings and steps
  bool dutch = false;   // where a format has words of its own
};

/// `file` as a person types it: relative when it is below `presentation.directory`.
std::string shownPath(llvm::StringRef file, const Presentation &presentation);

/// "error", "warning", "note"; "off" for none.
llvm::StringRef levelName(Level level);
/// "certain", "likely", "possible".
llvm::StringRef confidenceName(Confidence confidence);

/// What a report shows: neither suppressed nor switched off. In the report's order.
std::vector<const Finding *> shownFindings(const Report &report);

struct Counts {
  unsigned errors = 0, warnings = 0, notes = 0;
  unsigned suppressed = 0, inBaseline = 0; // the latter are among the former
};
Counts countFindings(const Report &report);

} // namespace earmark
