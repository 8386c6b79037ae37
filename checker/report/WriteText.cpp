#include "report/WriteText.h"

#include "report/SourceExcerpt.h"

#include "llvm/Support/Format.h"

namespace earmark {

namespace {

using Colour = llvm::raw_ostream::Colors;

struct TextWriter {
  const Presentation &presentation;
  llvm::raw_ostream &out;
  SourceLines lines{presentation.read};

  void coloured(Colour colour, llvm::StringRef text, bool bold = true) {
    // Written by hand: raw_ostream::changeColor is silent on string streams.
    static constexpr const char *Codes[] = {"30", "31", "32", "33", "34", "35", "36", "37"};
    if (presentation.colour)
      out << "\x1b[" << (bold ? "1;" : "") << Codes[static_cast<unsigned>(colour)] << 'm' << text
          << "\x1b[0m";
    else
      out << text;
  }

  void position(const FindingPlace &place) {
    out << printable(shownPath(place.file, presentation)) << ':' << place.line << ':'
        << place.column << ": ";
  }

  void excerpt(const FindingPlace &place, llvm::StringRef indent) {
    if (!presentation.excerpts)
      return;
    std::optional<Excerpt> excerpt = excerptAt(place, lines);
    if (!excerpt)
      return;
    out << indent << llvm::format("%5u", excerpt->number) << " | " << excerpt->text << '\n';
    if (excerpt->marker.empty())
      return;
    out << indent << "      | ";
    coloured(Colour::GREEN, excerpt->marker);
    out << '\n';
  }

  void path(const Finding &finding) {
    unsigned number = 0;
    const FindingStep *before = nullptr;
    for (const FindingStep &step : finding.path) {
      out << llvm::format("%3u. ", ++number);
      position(step.place);
      out << printable(step.text);
      if (!step.function.empty() && (!before || before->function != step.function))
        out << " (in '" << printable(step.function) << "')";
      out << '\n';
      // A line that was just shown is not shown again.
      if (!before || before->place != step.place)
        excerpt(step.place, "     ");
      before = &step;
    }
  }

  void field(llvm::StringRef name, llvm::StringRef value) {
    if (value.empty())
      return;
    out << "  ";
    coloured(Colour::CYAN, name, false);
    out << ' ' << printable(value) << '\n';
  }

  void finding(const Finding &finding) {
    position(finding.place);
    Colour colour = finding.level == Level::Error     ? Colour::RED
                    : finding.level == Level::Warning ? Colour::MAGENTA
                                                      : Colour::CYAN;
    coloured(colour, levelName(finding.level).str() + ":");
    out << ' ' << printable(finding.message) << " [" << finding.rule << "]\n";
    excerpt(finding.place, "");
    path(finding);
    if (finding.sourceDeclaration.line) {
      out << "  ";
      coloured(Colour::CYAN, "declared", false);
      out << ' ' << printable(shownPath(finding.sourceDeclaration.file, presentation)) << ':'
          << finding.sourceDeclaration.line << ':' << finding.sourceDeclaration.column << '\n';
    }
    std::string law = finding.clause.empty() ? "" : "clause " + finding.clause;
    if (!finding.article.empty())
      law += (law.empty() ? "" : ", ") + finding.article;
    field("breaks  ", law);
    field("owner   ", finding.owner);
    field("certain?", finding.confidence == Confidence::Certain
                          ? "certain: the value flows all the way"
                      : finding.confidence == Confidence::Likely
                          ? "likely: through a call that no model knows"
                          : "possible: through objects out of sight, or past a bound");
    field("mend    ", finding.mend);
    out << '\n';
  }

  void summary(const Report &report) {
    auto [errors, warnings, notes, suppressed, inBaseline] = countFindings(report);
    auto plural = [&](unsigned n, llvm::StringRef word) {
      return std::to_string(n) + " " + word.str() + (n == 1 ? "" : "s");
    };
    std::string text = errors + warnings + notes == 0
                           ? (report.hasBaseline ? "no new findings" : "no findings")
                           : plural(errors, "error") + ", " + plural(warnings, "warning") + ", " +
                                 plural(notes, "note");
    if (suppressed > inBaseline)
      text += "; " + std::to_string(suppressed - inBaseline) + " suppressed";
    if (report.hasBaseline)
      text += "; " + std::to_string(inBaseline) + " in the baseline, " +
              std::to_string(report.gone.size()) + " gone since";
    coloured(errors ? Colour::RED : warnings ? Colour::MAGENTA : Colour::GREEN, text);
    out << '\n';
  }

  void gone(const GoneFinding &finding) {
    out << printable(finding.file) << ':' << finding.line
        << ": gone: " << printable(finding.message) << " [" << printable(finding.rule) << "]\n";
  }

  void assurance(const Assurance &assurance) {
    uint64_t unknown = 0, personal = 0;
    for (const Assurance::UnknownCall &call : assurance.callsWithoutModel) {
      unknown += call.count;
      personal += call.personal;
    }
    out << "assurance: " << assurance.unitsAnalysed << " unit"
        << (assurance.unitsAnalysed == 1 ? "" : "s") << ", " << assurance.functions << " function"
        << (assurance.functions == 1 ? "" : "s") << ", " << assurance.calls << " call"
        << (assurance.calls == 1 ? "" : "s");
    if (unknown)
      out << "; " << assurance.callsWithoutModel.size() << " functions that no model knows, "
          << personal << " of them with personal data";
    if (assurance.boundsHit || assurance.pathsCut)
      out << "; bounds cut " << assurance.boundsHit + assurance.pathsCut << " searches";
    if (!assurance.exceptionsUsed.empty())
      out << "; " << assurance.exceptionsUsed.size() << " exceptions used";
    out << "; " << assurance.tool << ", policy " << assurance.policyDigest << '\n';
    if (assurance.complete())
      return;
    coloured(Colour::RED, "INCOMPLETE");
    out << ": " << assurance.unitsNotAnalysed.size()
        << " not analysed, so that nothing is known of what they do with personal data\n";
    for (const Assurance::Missing &missing : assurance.unitsNotAnalysed)
      out << "  " << printable(shownPath(missing.what, presentation)) << ": "
          << printable(missing.why) << '\n';
  }
};

} // namespace

void writeText(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  TextWriter writer{presentation, out};
  for (const Finding *finding : shownFindings(report))
    writer.finding(*finding);
  for (const GoneFinding &finding : report.gone)
    writer.gone(finding);
  writer.summary(report);
  writer.assurance(report.assurance);
}

} // namespace earmark
