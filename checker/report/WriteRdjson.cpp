#include "report/WriteRdjson.h"

#include "report/Escape.h"

#include "llvm/Support/JSON.h"

namespace earmark {

namespace {

struct RdjsonWriter {
  const Presentation &presentation;
  llvm::json::OStream json;

  /// Columns there are bytes from 1, the end of a range exclusive.
  void location(const FindingPlace &place) {
    json.attributeObject("location", [&] {
      json.attribute("path", validText(shownPath(place.file, presentation)));
      if (!place.line)
        return;
      json.attributeObject("range", [&] {
        position("start", place.line, place.column);
        if (place.endLine)
          position("end", place.endLine, place.endColumn + 1);
      });
    });
  }

  void position(llvm::StringRef key, uint32_t line, uint32_t column) {
    json.attributeObject(key, [&] {
      json.attribute("line", line);
      if (column)
        json.attribute("column", column);
    });
  }

  void finding(const Finding &finding) {
    json.object([&] {
      json.attribute("message", validText(finding.message));
      location(finding.place);
      json.attribute("severity", finding.level == Level::Error     ? "ERROR"
                                 : finding.level == Level::Warning ? "WARNING"
                                                                   : "INFO");
      json.attributeObject("code", [&] { json.attribute("value", validText(finding.rule)); });
      json.attributeArray("relatedLocations", [&] {
        for (const FindingStep &step : finding.path)
          json.object([&] {
            json.attribute("message", validText(step.text));
            location(step.place);
          });
      });
    });
  }
};

} // namespace

void writeRdjson(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  RdjsonWriter writer{presentation, llvm::json::OStream(out, 2)};
  llvm::json::OStream &json = writer.json;
  json.object([&] {
    json.attributeObject("source", [&] { json.attribute("name", "earmark"); });
    json.attributeArray("diagnostics", [&] {
      for (const Finding *finding : shownFindings(report))
        writer.finding(*finding);
      for (const Assurance::Missing &missing : report.assurance.unitsNotAnalysed)
        json.object([&] {
          json.attribute("message", validText("not analysed: " + missing.why));
          writer.location({missing.what});
          json.attribute("severity", "ERROR");
          json.attributeObject("code", [&] { json.attribute("value", "incomplete"); });
        });
    });
  });
  out << '\n';
}

} // namespace earmark
