#include "report/Presentation.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace earmark {

std::string shownPath(llvm::StringRef file, const Presentation &presentation) {
  llvm::SmallString<256> path(file);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  llvm::StringRef shown = path;
  llvm::StringRef directory = presentation.directory;
  if (directory.size() > 1 && shown.consume_front(directory)) {
    if (shown.consume_front("/") && !shown.empty())
      return shown.str();
    return std::string(path);
  }
  return std::string(path);
}

llvm::StringRef levelName(Level level) {
  switch (level) {
  case Level::Off: return "off";
  case Level::Note: return "note";
  case Level::Warning: return "warning";
  case Level::Error: return "error";
  }
  return "error";
}

llvm::StringRef confidenceName(Confidence confidence) {
  for (auto [word, meant] : ConfidenceWords)
    if (meant == confidence)
      return word;
  return "certain";
}

std::vector<const Finding *> shownFindings(const Report &report) {
  std::vector<const Finding *> shown;
  for (const Finding &finding : report.findings)
    if (!finding.suppressed && finding.level != Level::Off)
      shown.push_back(&finding);
  return shown;
}

Counts countFindings(const Report &report) {
  Counts counts;
  for (const Finding &finding : report.findings) {
    counts.inBaseline += finding.inBaseline;
    if (finding.suppressed)
      ++counts.suppressed;
    else if (finding.level == Level::Error)
      ++counts.errors;
    else if (finding.level == Level::Warning)
      ++counts.warnings;
    else if (finding.level == Level::Note)
      ++counts.notes;
  }
  return counts;
}

} // namespace earmark
