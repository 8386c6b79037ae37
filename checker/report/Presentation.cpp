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
  case Level::Off:
    return "off";
  case Level::Note:
    return "note";
  case Level::Warning:
    return "warning";
  case Level::Error:
    return "error";
  }
  return "error";
}

llvm::StringRef confidenceName(Confidence confidence) {
  switch (confidence) {
  case Confidence::Possible:
    return "possible";
  case Confidence::Likely:
    return "likely";
  case Confidence::Certain:
    return "certain";
  }
  return "certain";
}

} // namespace earmark
