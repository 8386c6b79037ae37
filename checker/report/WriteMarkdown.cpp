#include "report/WriteMarkdown.h"

#include "report/Escape.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

/// Code hosts cut or refuse comments past 65,536 characters: what does not fit is
/// counted, the least severe first.
constexpr size_t MaxFindings = 100, MaxGone = 20, MaxBytes = 55000;

struct MarkdownWriter {
  const Presentation &presentation;
  llvm::raw_ostream &out;

  std::string placeOf(const FindingPlace &place) {
    return escapeMarkdown(shownPath(place.file, presentation)) + "&#58;" +
           std::to_string(place.line);
  }

  void verdict(const Report &report, const Counts &counts) {
    out << "## Earmark: ";
    if (counts.errors + counts.warnings + counts.notes == 0)
      out << (report.assurance.complete()
                  ? (report.hasBaseline ? "nothing new" : "nothing to report")
                  : "nothing found, but not everything was analysed");
    else
      out << counts.errors << (counts.errors == 1 ? " error, " : " errors, ") << counts.warnings
          << (counts.warnings == 1 ? " warning, " : " warnings, ") << counts.notes
          << (counts.notes == 1 ? " note" : " notes");
    out << "\n\n";
  }

  std::string row(const Finding &finding) {
    return "| " + levelName(finding.level).str() + " | " + escapeMarkdown(finding.rule) + " | " +
           escapeMarkdown(finding.data) + " | " + escapeMarkdown(finding.subject) + " | " +
           placeOf(finding.place) + " | " + escapeMarkdown(finding.message) + " |\n";
  }

  std::string details(const Finding &finding) {
    std::string text;
    llvm::raw_string_ostream out(text);
    // Markdown does not look into the line of an element; who is mentioned there is.
    std::string file = escapeXml(shownPath(finding.place.file, presentation));
    for (size_t at = 0; (at = file.find('@', at)) != std::string::npos; at += 8)
      file.insert(at + 1, "&#8203;");
    out << "<details><summary>" << escapeXml(finding.rule) << " at " << file << ':'
        << finding.place.line << "</summary>\n\n";
    unsigned number = 0;
    for (const FindingStep &step : finding.path)
      out << ++number << ". " << placeOf(step.place) << ": " << escapeMarkdown(step.text) << '\n';
    out << '\n';
    if (!finding.clause.empty() || !finding.article.empty())
      out << "Breaks" << (finding.clause.empty() ? "" : " clause ")
          << escapeMarkdown(finding.clause)
          << (finding.clause.empty() || finding.article.empty() ? " " : ", ")
          << escapeMarkdown(finding.article) << ".\n\n";
    if (!finding.mend.empty())
      out << "To mend it: " << escapeMarkdown(finding.mend) << "\n\n";
    out << "</details>\n\n";
    return text;
  }

  /// What the change mends, where there is a baseline.
  void gone(const Report &report) {
    if (report.gone.empty())
      return;
    out << "<details><summary>" << report.gone.size() << " gone since the baseline</summary>\n\n";
    for (size_t i = 0; i < report.gone.size() && i < MaxGone; ++i) {
      const GoneFinding &finding = report.gone[i];
      out << "- " << escapeMarkdown(finding.file) << "&#58;" << finding.line << ": "
          << escapeMarkdown(finding.message) << " (" << escapeMarkdown(finding.rule) << ")\n";
    }
    out << "\n</details>\n\n";
  }

  void assurance(const Assurance &assurance) {
    size_t missingUnits = assurance.unitsNotAnalysed.size();
    for (const Assurance::Missing &missing :
         llvm::ArrayRef(assurance.unitsNotAnalysed).take_front(MaxGone))
      out << "- **not analysed**: " << escapeMarkdown(shownPath(missing.what, presentation))
          << "&#58; " << escapeMarkdown(missing.why) << '\n';
    if (missingUnits > MaxGone)
      out << "- **not analysed**: " << missingUnits - MaxGone << " more\n";
    if (missingUnits)
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
  std::string rows, details;
  size_t shown = 0;
  for (; shown < std::min(findings.size(), MaxFindings); ++shown) {
    std::string row = writer.row(*findings[shown]), more = writer.details(*findings[shown]);
    if (rows.size() + details.size() + row.size() + more.size() > MaxBytes)
      break;
    rows += row;
    details += more;
  }
  if (shown)
    out << "| | rule | data | of | where | what |\n|---|---|---|---|---|---|\n"
        << rows << '\n'
        << details;
  if (size_t left = findings.size() - shown)
    out << left << " more, none more severe than the last shown, are not in this comment.\n\n";
  writer.gone(report);
  writer.assurance(report.assurance);
}

} // namespace earmark
