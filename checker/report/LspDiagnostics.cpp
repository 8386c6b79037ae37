#include "report/LspDiagnostics.h"

#include "report/Escape.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace earmark {

namespace {

/// UTF-16 units of the first `bytes` bytes. A byte that is no UTF-8 counts as one.
uint32_t unitsOf(llvm::StringRef text, size_t bytes) {
  uint32_t units = 0;
  for (size_t i = 0; i < std::min(bytes, text.size());) {
    size_t length = std::max(1u, llvm::getNumBytesForUTF8(static_cast<llvm::UTF8>(text[i])));
    units += length == 4 ? 2 : 1;
    i += length;
  }
  return units;
}

size_t bytesOf(llvm::StringRef text, uint32_t units) {
  size_t i = 0;
  for (uint32_t seen = 0; i < text.size() && seen < units;) {
    size_t length = std::max(1u, llvm::getNumBytesForUTF8(static_cast<llvm::UTF8>(text[i])));
    seen += length == 4 ? 2 : 1;
    i += length;
  }
  return std::min(i, text.size());
}

int severityOf(Level level) { return level == Level::Error ? 1 : level == Level::Warning ? 2 : 3; }

} // namespace

std::string uriOf(llvm::StringRef path) { return "file://" + escapeUri(path); }

std::optional<std::string> pathOfUri(llvm::StringRef uri) {
  if (!uri.consume_front_insensitive("file://"))
    return std::nullopt;
  uri = uri.drop_front(std::min(uri.size(), uri.find('/'))); // behind a host
  uri = uri.take_until([](char c) { return c == '?' || c == '#'; });
  llvm::SmallString<256> path;
  for (size_t i = 0; i < uri.size(); ++i) {
    unsigned byte;
    if (uri[i] == '%' && i + 2 < uri.size() && !uri.substr(i + 1, 2).getAsInteger(16, byte)) {
      if (byte == 0)
        return std::nullopt;
      path += static_cast<char>(byte);
      i += 2;
    } else {
      path += uri[i];
    }
  }
  if (!path.starts_with("/"))
    return std::nullopt;
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return path.str().str();
}

llvm::StringRef EditorText::line(const std::string &file, uint32_t number) {
  return lines.line(file, number).value_or("").take_until([](char c) { return c == '\r'; });
}

uint32_t EditorText::character(const std::string &file, uint32_t number, uint32_t column) {
  return unitsOf(line(file, number), column ? column - 1 : 0);
}

uint32_t EditorText::column(const std::string &file, uint32_t number, uint32_t character) {
  return static_cast<uint32_t>(bytesOf(line(file, number), character)) + 1;
}

llvm::json::Object EditorText::range(const FindingPlace &place) {
  uint32_t line = std::max(place.line, 1u), endLine = std::max(place.endLine, line);
  uint32_t endColumn = place.endLine ? place.endColumn + 1 : place.column + 1;
  auto position = [&](uint32_t at, uint32_t column) {
    return llvm::json::Object{{"line", at - 1}, {"character", character(place.file, at, column)}};
  };
  return llvm::json::Object{{"start", position(line, place.column)},
                            {"end", position(endLine, endColumn)}};
}

llvm::json::Object EditorText::location(const FindingPlace &place) {
  return llvm::json::Object{{"uri", uriOf(place.file)}, {"range", range(place)}};
}

llvm::json::Object diagnosticOf(const Finding &finding, EditorText &text, bool dutch) {
  llvm::json::Array path;
  unsigned number = 0;
  for (const FindingStep &step : finding.path) {
    std::string said =
        std::to_string(++number) + ". " + (dutch && !step.textNl.empty() ? step.textNl : step.text);
    if (!step.function.empty())
      said += " (in '" + step.function + "')";
    path.push_back(
        llvm::json::Object{{"location", text.location(step.place)}, {"message", validText(said)}});
  }
  std::string message = dutch ? finding.messageNl : finding.message;
  const std::string &mend = dutch ? finding.mendNl : finding.mend;
  if (!mend.empty())
    message += "\n" + mend;
  return llvm::json::Object{{"range", text.range(finding.place)},
                            {"severity", severityOf(finding.level)},
                            {"code", validText(finding.rule)},
                            {"source", "earmark"},
                            {"message", validText(message)},
                            {"relatedInformation", std::move(path)},
                            {"data", llvm::json::Object{{"fingerprint", finding.fingerprint}}}};
}

std::string hoverOf(const Finding &finding, const Rule *rule, bool dutch) {
  std::string out;
  llvm::raw_string_ostream text(out);
  text << "**" << escapeMarkdown(finding.rule)
       << "**: " << escapeMarkdown(dutch ? finding.plain.nl : finding.plain.en) << "\n\n";
  auto line = [&](llvm::StringRef label, llvm::StringRef value) {
    if (!value.empty())
      text << "- " << label << ": " << escapeMarkdown(value) << '\n';
  };
  if (rule)
    line(dutch ? "waarom" : "why", dutch ? rule->why.nl : rule->why.en);
  line(dutch ? "herstel" : "mend", dutch ? finding.mendNl : finding.mend);
  line(dutch ? "artikel" : "clause", finding.clause);
  line(dutch ? "AVG" : "article", finding.article);
  line(dutch ? "eigenaar" : "owner", finding.owner);
  line("earmark explain", finding.fingerprint);
  if (!finding.path.empty())
    text << '\n';
  unsigned number = 0;
  for (const FindingStep &step : finding.path)
    text << ++number << ". "
         << escapeMarkdown(dutch && !step.textNl.empty() ? step.textNl : step.text) << " ("
         << escapeMarkdown(llvm::sys::path::filename(step.place.file)) << ':' << step.place.line
         << ")\n";
  return text.str();
}

} // namespace earmark
