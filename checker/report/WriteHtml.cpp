#include "report/WriteHtml.h"

#include "report/Escape.h"
#include "report/HtmlParts.h"
#include "report/SourceExcerpt.h"
#include "report/WriteFlowMap.h"
#include "report/WriteJson.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SHA256.h"

namespace earmark {

namespace {

/// The source lines that the page shows, by "file:line:column".
void writeExcerpts(const Report &report, const Presentation &presentation,
                   llvm::json::OStream &json) {
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

/// The rules that findings name, with their texts.
void writeRules(const Report &report, llvm::json::OStream &json) {
  llvm::StringSet<> named;
  for (const Finding &finding : report.findings)
    named.insert(finding.rule);
  for (const Rule &rule : report.rules) {
    if (!named.contains(rule.id))
      continue;
    json.object([&] {
      json.attribute("id", validText(rule.id));
      json.attribute("title", validText(rule.title.en));
      json.attribute("titleNl", validText(rule.title.nl));
      json.attribute("why", validText(rule.why.en));
      json.attribute("whyNl", validText(rule.why.nl));
      json.attribute("mend", validText(rule.mend.en));
      json.attribute("mendNl", validText(rule.mend.nl));
    });
  }
}

/// The flows as the page's table has them; `inventory` tells all of them.
void writeFlows(const Report &report, llvm::json::OStream &json) {
  auto texts = [&](llvm::StringRef key, const std::vector<std::string> &values) {
    json.attributeArray(key, [&] {
      for (const std::string &value : values)
        json.value(validText(value));
    });
  };
  for (const DataFlow &flow : report.flows)
    json.object([&] {
      json.attribute("data", validText(flow.data));
      json.attribute("subject", validText(flow.subject));
      texts("purposes", flow.purposes);
      json.attribute("end", flow.end == DataFlow::Use    ? "use"
                            : flow.end == DataFlow::Sink ? "sink"
                                                         : "unknown-function");
      json.attribute("sink", validText(flow.sink));
      json.attribute("receiver", validText(flow.receiver));
      json.attribute("store", validText(flow.store));
      texts("always", flow.always);
      json.attribute("places", flow.places.size());
      json.attribute("errors", flow.errors);
      json.attribute("warnings", flow.warnings);
    });
}

/// JSON as it may stand in a script element: no `<` that could end it, and nothing
/// beyond ASCII, for which browsers would hold all of it twice as wide.
std::string scriptText(llvm::StringRef json) {
  std::string safe;
  safe.reserve(json.size());
  auto unit = [&](unsigned code) {
    safe += "\\u";
    for (int shift : {12, 8, 4, 0})
      safe += llvm::hexdigit(code >> shift & 15, /*LowerCase=*/true);
  };
  const auto *at = reinterpret_cast<const llvm::UTF8 *>(json.data()), *end = at + json.size();
  while (at < end) {
    if (*at < 0x80) {
      if (*at == '<')
        unit('<');
      else
        safe += static_cast<char>(*at);
      ++at;
      continue;
    }
    llvm::UTF32 code = 0;
    if (llvm::convertUTF8Sequence(&at, end, &code, llvm::strictConversion) != llvm::conversionOK) {
      ++at; // the writer of JSON lets none through
      continue;
    }
    if (code < 0x10000) {
      unit(code);
    } else {
      unit(0xD800 + ((code - 0x10000) >> 10));
      unit(0xDC00 + ((code - 0x10000) & 0x3FF));
    }
  }
  return safe;
}

/// All that the page's script shows.
std::string data(const Report &report, const Presentation &presentation) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  llvm::json::OStream json(stream);
  json.object([&] {
    SharedTexts shared;
    writeJsonMembers(report, presentation, json, &shared);
    json.attributeArray("texts", [&] {
      for (const std::string &each : shared.texts)
        json.value(validText(each));
    });
    json.attribute("exitStatus", report.exitStatus);
    json.attribute("language", presentation.dutch ? "nl" : "en");
    json.attributeArray("rules", [&] { writeRules(report, json); });
    json.attributeArray("flows", [&] { writeFlows(report, json); });
    json.attributeObject("excerpts", [&] { writeExcerpts(report, presentation, json); });
  });
  return scriptText(text);
}

/// `text` in elements of a size that browsers read at once: each that is longer
/// they copy again and again, and a large report would take its time squared.
void writePieces(llvm::StringRef text, llvm::raw_ostream &out) {
  constexpr size_t Piece = 60000;
  while (!text.empty()) {
    size_t end = std::min(Piece, text.size());
    out << "<script type=\"application/json\" class=\"report\">" << text.take_front(end)
        << "</script>\n";
    text = text.drop_front(end);
  }
}

} // namespace

std::string digestSource(llvm::StringRef text) {
  llvm::SHA256 hash;
  hash.update(text);
  return "'sha256-" + llvm::encodeBase64(hash.final()) + "'";
}

void writeHtml(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  out << "<!doctype html>\n<html lang=\"" << (presentation.dutch ? "nl" : "en")
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      << digestSource(htmlStyle()) << "; script-src " << digestSource(htmlScript())
      << "; base-uri 'none'; form-action 'none'\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<title>Earmark</title>\n<style>" << htmlStyle() << "</style>\n</head>\n<body>\n"
      << "<div id=\"page\"><noscript>This report needs JavaScript; the text format does "
         "not.</noscript></div>\n";
  if (!report.flows.empty()) {
    out << "<div id=\"maps\" hidden>\n";
    for (bool dutch : {false, true}) {
      out << "<div data-lang=\"" << (dutch ? "nl" : "en") << "\">\n";
      writeFlowMapElement(report.flows, presentation, dutch, out);
      out << "</div>\n";
    }
    out << "</div>\n";
  }
  writePieces(data(report, presentation), out);
  out << "<script>" << htmlScript() << "</script>\n</body>\n</html>\n";
}

} // namespace earmark
