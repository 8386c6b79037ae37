#include "report/WriteMarkdown.h"

#include "report/Escape.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

/// Code hosts cut or refuse comments past 65,536 bytes: what does not fit is
/// counted, the least severe first.
constexpr size_t MaxFindings = 100;

struct MarkdownWriter {
  const Presentation &presentation;
  llvm::raw_ostream &out;

  std::string placeOf(const FindingPlace &place) {
    return escapeMarkdown(shownPath(place.file, presentation)) + "&#58;" + std::to_string(place.line);
  }

  void verdict(const Report &report, const Counts &counts) {
    out << "## Earmark: ";
    if (counts.errors + counts.warnings + counts.notes == 0)
      out << (report.assurance.complete() ? (report.hasBaseline ? "nothing new" : "nothing to report") : "nothing found, but not everything was analysed");
    else
      out << counts.errors << (counts.errors == 1 ? " error, " : " errors, ") << counts.warnings
          << (counts.warnings == 1 ? " warning, " : " warnings, ") << counts.notes
          << (counts.notes == 1 ? " note" : " notes");
    out << "\n\n";
  }

  void table(llvm::ArrayRef<const Finding *> findings) {
    if (findings.empty())
      return;
    out << "| | rule | data | of | where | what |\n|---|---|---|---|---|---|\n";
    for (const Finding *finding : findings)
      out << "| " << levelName(finding->level) << " | " << escapeMarkdown(finding->rule) << " | "
          << escapeMarkdown(finding->data) << " | " << escapeMarkdown(finding->subject) << " | "
          << placeOf(finding->place) << " | " << escapeMarkdown(finding->message) << " |\n";
    out << '\n';
  }

  void details(const Finding &finding) {
    out << "<details><summary>" << escapeXml(finding.rule) << " at "
        << escapeXml(shownPath(finding.place.file, presentation)) << ':' << finding.place.line
        << "</summary>\n\n";
    unsigned number = 0;
    for (const FindingStep &step : finding.path)
      out << ++number << ". " << placeOf(step.place) << ": " << escapeMarkdown(step.text) << '\n';
    out << '\n';
    if (!finding.clause.empty() || !finding.article.empty())
      out << "Breaks" << (finding.clause.empty() ? "" : " clause ") << escapeMarkdown(finding.clause)
          << (finding.clause.empty() || finding.article.empty() ? " " : ", ")
          << escapeMarkdown(finding.article) << ".\n\n";
    if (!finding.mend.empty())
      out << "To mend it: " << escapeMarkdown(finding.mend) << "\n\n";
    out << "</details>\n\n";
  }

  /// What the change mends, where there is a baseline.
  void gone(const Report &report) {
    if (report.gone.empty())
      return;
    out << "<details><summary>" << report.gone.size() << " gone since the baseline</summary>\n\n";
    for (size_t i = 0; i < report.gone.size() && i < MaxFindings; ++i) {
      const GoneFinding &finding = report.gone[i];
      out << "- " << escapeMarkdown(finding.file) << "&#58;" << finding.line << ": " << escapeMarkdown(finding.message)
          << " (" << escapeMarkdown(finding.rule) << ")\n";
    }
    out << "\n</details>\n\n";
  }

  void assurance(const Assurance &assurance) {
    for (const Assurance::Missing &missing : assurance.unitsNotAnalysed)
      out << "- **not analysed**: " << escapeMarkdown(shownPath(missing.what, presentation)) << "&#58; "
          << escapeMarkdown(missing.why) << '\n';
    if (!assurance.complete())
      out << '\n';
    out << "<sub>" << assurance.unitsAnalysed << " units, " << assurance.functions << " functions, "
        << assurance.calls << " calls; " << escapeXml(assurance.tool) << ", policy "
        << escapeXml(assurance.policyDigest) << "</sub>\n";
  }
};

} // namespace

void writeMarkdown(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  MarkdownWriter writer{presentation, out};
  std::vector<const Finding *> findings = shownFindings(report);
  // In the report's order where levels are equal: all point into one vector.
  llvm::sort(findings, [](const Finding *a, const Finding *b) {
    return a->level != b->level ? a->level > b->level : a < b;
  });
  writer.verdict(report, countFindings(report));
  size_t left = findings.size() > MaxFindings ? findings.size() - MaxFindings : 0;
  findings.resize(findings.size() - left);
  writer.table(findings);
  for (const Finding *finding : findings)
    writer.details(*finding);
  if (left)
    out << left << " more, none more severe than the last shown, are not in this comment.\n\n";
  writer.gone(report);
  writer.assurance(report.assurance);
}

} // namespace earmark
