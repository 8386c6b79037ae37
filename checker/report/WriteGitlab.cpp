#include "report/WriteGitlab.h"

#include "report/Escape.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/xxhash.h"

namespace earmark {

namespace {

llvm::StringRef severityOf(Level level) {
  return level == Level::Error ? "critical" : level == Level::Warning ? "major" : "info";
}

struct Issue {
  std::string description, check, fingerprint, path;
  llvm::StringRef severity;
  uint32_t line = 1;
};

void write(const Issue &issue, llvm::json::OStream &json) {
  json.object([&] {
    json.attribute("description", validText(issue.description));
    json.attribute("check_name", validText(issue.check));
    json.attribute("fingerprint", issue.fingerprint);
    json.attribute("severity", issue.severity);
    json.attributeObject("location", [&] {
      json.attribute("path", validText(issue.path));
      json.attributeObject("lines", [&] { json.attribute("begin", issue.line); });
    });
  });
}

} // namespace

void writeGitlab(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  llvm::json::OStream json(out, 2);
  json.array([&] {
    for (const Finding *finding : shownFindings(report))
      write({finding->message, finding->rule, finding->fingerprint,
             shownPath(finding->place.file, presentation), severityOf(finding->level),
             std::max(finding->place.line, 1u)},
            json);
    for (const Assurance::Missing &missing : report.assurance.unitsNotAnalysed) {
      std::string file = shownPath(missing.what, presentation);
      write({"Not analysed, so that nothing is known of what it does with personal data: " +
                 missing.why,
             "incomplete", llvm::utohexstr(llvm::xxh3_64bits("incomplete " + file), true, 16), file,
             "blocker"},
            json);
    }
  });
  out << '\n';
}

} // namespace earmark
