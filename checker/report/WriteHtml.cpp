#include "report/WriteHtml.h"

#include "report/Escape.h"
#include "report/HtmlParts.h"
#include "report/SourceExcerpt.h"
#include "report/WriteJson.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SHA256.h"

namespace earmark {

namespace {

/// The source lines that the page shows, by "file:line:column".
void writeExcerpts(const Report &report, const Presentation &presentation, llvm::json::OStream &json) {
  SourceLines lines(presentation.read);
  llvm::StringSet<> written;
  auto write = [&](const FindingPlace &place) {
    std::string key = shownPath(place.file, presentation) + ":" + std::to_string(place.line) + ":" +
                      std::to_string(place.column);
    if (!written.insert(key).second)
      return;
    std::optional<Excerpt> excerpt = excerptAt(place, lines);
    if (!excerpt)
      return;
    json.attributeObject(validText(key), [&] {
      json.attribute("text", validText(excerpt->text));
      json.attribute("marker", excerpt->marker);
    });
  };
  if (!presentation.excerpts)
    return;
  for (const Finding *finding : shownFindings(report)) {
    write(finding->place);
    for (const FindingStep &step : finding->path)
      write(step.place);
  }
}

/// JSON as it may stand in a script element: no `<` that could end it.
std::string data(const Report &report, const Presentation &presentation) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  llvm::json::OStream json(stream);
  json.object([&] {
    writeJsonMembers(report, presentation, json);
    json.attribute("exitStatus", report.exitStatus);
    json.attribute("language", "en");
    json.attributeObject("excerpts", [&] { writeExcerpts(report, presentation, json); });
  });
  std::string safe;
  safe.reserve(text.size());
  for (char c : text)
    if (c == '<')
      safe += "\\u003c";
    else
      safe += c;
  return safe;
}

} // namespace

std::string digestSource(llvm::StringRef text) {
  llvm::SHA256 hash;
  hash.update(text);
  return "'sha256-" + llvm::encodeBase64(hash.final()) + "'";
}

void writeHtml(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  out << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      << digestSource(htmlStyle()) << "; script-src " << digestSource(htmlScript())
      << "; base-uri 'none'; form-action 'none'\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<title>Earmark</title>\n<style>" << htmlStyle() << "</style>\n</head>\n<body>\n"
      << "<div id=\"page\"><noscript>This report needs JavaScript; the text format does not.</noscript></div>\n"
      << "<script type=\"application/json\" id=\"report\">" << data(report, presentation)
      << "</script>\n<script>" << htmlScript() << "</script>\n</body>\n</html>\n";
}

} // namespace earmark
