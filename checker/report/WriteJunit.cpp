#include "report/WriteJunit.h"

#include "report/Escape.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

#include <map>

namespace earmark {

namespace {

/// Notes are shown and fail nothing.
bool isFailure(const Finding &finding) { return finding.level >= Level::Warning; }

struct JunitWriter {
  const Presentation &presentation;
  llvm::raw_ostream &out;

  void testCase(const Finding &finding) {
    std::string place = shownPath(finding.place.file, presentation) + ":" +
                        std::to_string(finding.place.line) + ":" +
                        std::to_string(finding.place.column);
    out << "    <testcase classname=\"" << escapeXml(finding.rule) << "\" name=\""
        << escapeXml(place) << ' ' << escapeXml(finding.data) << "\" file=\""
        << escapeXml(shownPath(finding.place.file, presentation)) << "\" line=\""
        << finding.place.line << "\">\n";
    llvm::StringRef element = isFailure(finding) ? "failure" : "system-out";
    out << "      <" << element;
    if (isFailure(finding))
      out << " type=\"" << levelName(finding.level) << "\" message=\"" << escapeXml(finding.message)
          << '"';
    out << '>' << escapeXml(place) << ": " << escapeXml(finding.message) << '\n';
    unsigned number = 0;
    for (const FindingStep &step : finding.path)
      out << ++number << ". " << escapeXml(shownPath(step.place.file, presentation)) << ':'
          << step.place.line << ':' << step.place.column << ": " << escapeXml(step.text) << '\n';
    if (!finding.mend.empty())
      out << escapeXml(finding.mend) << '\n';
    out << "</" << element << ">\n    </testcase>\n";
  }

  void suite(llvm::StringRef rule, llvm::ArrayRef<const Finding *> findings) {
    size_t failures =
        llvm::count_if(findings, [](const Finding *finding) { return isFailure(*finding); });
    out << "  <testsuite name=\"" << escapeXml(rule) << "\" tests=\""
        << std::max<size_t>(findings.size(), 1) << "\" failures=\"" << failures
        << "\" errors=\"0\">\n";
    for (const Finding *finding : findings)
      testCase(*finding);
    if (findings.empty())
      out << "    <testcase classname=\"" << escapeXml(rule) << "\" name=\"no finding\"/>\n";
    out << "  </testsuite>\n";
  }

  void missing(llvm::ArrayRef<Assurance::Missing> units) {
    if (units.empty())
      return;
    out << "  <testsuite name=\"incomplete\" tests=\"" << units.size()
        << "\" failures=\"0\" errors=\"" << units.size() << "\">\n";
    for (const Assurance::Missing &unit : units)
      out << "    <testcase classname=\"incomplete\" name=\""
          << escapeXml(shownPath(unit.what, presentation))
          << "\">\n      <error message=\"not analysed: " << escapeXml(unit.why)
          << "\"/>\n    </testcase>\n";
    out << "  </testsuite>\n";
  }
};

} // namespace

void writeJunit(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  std::map<std::string, std::vector<const Finding *>> suites;
  for (const Rule &rule : report.rules)
    if (rule.level != Level::Off)
      suites[rule.id];
  size_t failures = 0, errors = report.assurance.unitsNotAnalysed.size(), tests = errors;
  for (const Finding *finding : shownFindings(report)) {
    suites[finding->rule].push_back(finding);
    failures += isFailure(*finding);
  }
  for (const auto &[rule, findings] : suites)
    tests += std::max<size_t>(findings.size(), 1);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"earmark\" tests=\""
      << tests << "\" failures=\"" << failures << "\" errors=\"" << errors << "\">\n";
  JunitWriter writer{presentation, out};
  for (const auto &[rule, findings] : suites)
    writer.suite(rule, findings);
  writer.missing(report.assurance.unitsNotAnalysed);
  out << "</testsuites>\n";
}

} // namespace earmark
