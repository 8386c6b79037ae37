#include "report/WriteGithub.h"

#include "report/Escape.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

/// A message may hold everything but what ends it; a property also not what
/// ends a property. Escaped as the runner's own toolkit does; control characters
/// that it would print as they are become '?'.
std::string escaped(llvm::StringRef text, bool property) {
  std::string out;
  auto encode = [&](char c) {
    out += '%';
    out += llvm::hexdigit(c >> 4);
    out += llvm::hexdigit(c & 15);
  };
  std::string valid = validText(text);
  for (llvm::StringRef rest = valid; !rest.empty();) {
    size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    for (char c : printable(rest.take_front(end)))
      if (c == '%' || (property && (c == ':' || c == ',')))
        encode(c);
      else
        out += c;
    if (end < rest.size())
      encode(rest[end]);
    rest = rest.drop_front(std::min(end + 1, rest.size()));
  }
  return out;
}

llvm::StringRef commandOf(Level level) {
  return level == Level::Error ? "error" : level == Level::Warning ? "warning" : "notice";
}

/// What a person sees below the title: the sentence, the way, how to mend it.
std::string messageOf(const Finding &finding, const Presentation &presentation) {
  std::string text = printable(finding.message);
  unsigned number = 0;
  for (const FindingStep &step : finding.path)
    text += "\n" + std::to_string(++number) + ". " +
            printable(shownPath(step.place.file, presentation)) + ":" +
            std::to_string(step.place.line) + ": " + printable(step.text);
  if (!finding.mend.empty())
    text += "\n" + printable(finding.mend);
  return text;
}

} // namespace

void writeGithub(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  for (const Finding *finding : shownFindings(report)) {
    const FindingPlace &place = finding->place;
    out << "::" << commandOf(finding->level)
        << " file=" << escaped(shownPath(place.file, presentation), true) << ",line=" << place.line
        << ",col=" << place.column;
    if (place.endLine)
      out << ",endLine=" << place.endLine << ",endColumn=" << place.endColumn;
    out << ",title=" << escaped(finding->rule, true)
        << "::" << escaped(messageOf(*finding, presentation), false) << '\n';
  }
  for (const Assurance::Missing &missing : report.assurance.unitsNotAnalysed)
    out << "::error file=" << escaped(shownPath(missing.what, presentation), true)
        << ",title=incomplete::" << escaped("not analysed: " + printable(missing.why), false)
        << '\n';
}

} // namespace earmark
