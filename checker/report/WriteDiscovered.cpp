#include "report/WriteDiscovered.h"

#include "report/Escape.h"
#include "report/SourceExcerpt.h"

#include "llvm/Support/JSON.h"

namespace earmark {

namespace {

std::string quoted(llvm::StringRef text) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  stream << llvm::json::Value(validText(text));
  return stream.str();
}

void writeText(const DiscoverReport &report, const Presentation &presentation, bool dutch,
               llvm::raw_ostream &out) {
  for (const Discovered &one : report.found) {
    out << printable(shownPath(one.place.file, presentation)) << ':' << one.place.line << ':'
        << one.place.column << ": '" << printable(one.name) << "'";
    if (!one.type.empty())
      out << " (" << printable(one.type) << ")";
    out << (dutch ? " lijkt " : " looks like ") << one.category;
    auto category = report.categories.find(one.category);
    if (category != report.categories.end())
      if (const Bilingual &said = category->second.description; !said.en.empty())
        out << ", " << printable(dutch && !said.nl.empty() ? said.nl : said.en);
    if (!one.subject.empty())
      out << (dutch ? ", van " : ", of ") << one.subject;
    out << "\n    " << annotationOf(one) << '\n';
  }
  size_t count = report.found.size();
  if (count == 0)
    out << (dutch ? "Niets zonder annotatie lijkt een persoonsgegeven.\n"
                  : "Nothing without an annotation looks like personal data.\n");
  else if (dutch)
    out << count
        << (count == 1 ? " declaratie lijkt een persoonsgegeven en heeft"
                       : " declaraties lijken persoonsgegevens en hebben")
        << " geen annotatie. Annoteer ze, of EARMARK_NOT_PERSONAL(\"waarom\"), of in het beleid "
           "onder annotate.\n";
  else
    out << count
        << (count == 1 ? " declaration looks personal and bears"
                       : " declarations look personal and bear")
        << " no annotation. Annotate them, or say EARMARK_NOT_PERSONAL(\"why\"), or either under "
           "annotate in the policy.\n";
  if (!report.unitsNotAnalysed.empty())
    out << (dutch ? "ONVOLLEDIG: " : "INCOMPLETE: ") << report.unitsNotAnalysed.size()
        << (dutch ? " niet gelezen\n" : " not read\n");
  for (const Assurance::Missing &missing : report.unitsNotAnalysed)
    out << "  " << printable(shownPath(missing.what, presentation)) << ": "
        << printable(missing.why) << '\n';
}

void writeJson(const DiscoverReport &report, const Presentation &presentation, bool,
               llvm::raw_ostream &out) {
  llvm::json::OStream json(out, 2);
  auto text = [&](llvm::StringRef key, llvm::StringRef value) {
    json.attribute(key, validText(value));
  };
  json.object([&] {
    json.attribute("earmarkDiscover", 1);
    json.attribute("complete", report.unitsNotAnalysed.empty());
    json.attributeArray("discovered", [&] {
      for (const Discovered &one : report.found)
        json.object([&] {
          text("kind", wordOf(one.kind));
          text("name", one.name);
          text("type", one.type);
          text("data", one.category);
          text("subject", one.subject);
          text("because", one.words);
          text("file", shownPath(one.place.file, presentation));
          json.attribute("line", one.place.line);
          json.attribute("column", one.place.column);
          text("annotation", annotationOf(one));
          text("annotate", annotateEntryOf(one));
        });
    });
    json.attributeArray("notAnalysed", [&] {
      for (const Assurance::Missing &missing : report.unitsNotAnalysed)
        json.object([&] {
          text("what", shownPath(missing.what, presentation));
          text("why", missing.why);
        });
    });
  });
  out << '\n';
}

constexpr DiscoverFormat Table[] = {{"text", writeText}, {"json", writeJson}};

} // namespace

std::string annotationOf(const Discovered &found) {
  std::string text = "EARMARK_PERSONAL(" + quoted(found.category) + ")";
  if (!found.subject.empty())
    text += " EARMARK_SUBJECT(" + quoted(found.subject) + ")";
  return text;
}

std::string annotateEntryOf(const Discovered &found) {
  std::string what = "personal: " + found.category;
  if (!found.subject.empty())
    what += ", subject: " + found.subject;
  if (found.kind == Annotate::Function)
    what = "returns: {" + what + "}";
  return "{" + std::string(wordOf(found.kind)) + ": " + quoted(found.name) + ", " + what + "}";
}

llvm::ArrayRef<DiscoverFormat> discoverFormats() { return Table; }

const DiscoverFormat *findDiscoverFormat(llvm::StringRef name) {
  for (const DiscoverFormat &format : Table)
    if (format.name == name)
      return &format;
  return nullptr;
}

} // namespace earmark
