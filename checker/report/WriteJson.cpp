#include "report/WriteJson.h"

#include "report/Escape.h"

namespace earmark {

namespace {

struct JsonWriter {
  const Presentation &presentation;
  llvm::json::OStream &json;
  SharedTexts *shared = nullptr;

  void text(llvm::StringRef key, llvm::StringRef value) { json.attribute(key, validText(value)); }

  void position(const FindingPlace &place) {
    text("file", shownPath(place.file, presentation));
    json.attribute("line", place.line);
    json.attribute("column", place.column);
    if (place.endLine) {
      json.attribute("endLine", place.endLine);
      json.attribute("endColumn", place.endColumn);
    }
  }

  void finding(const Finding &finding) {
    json.objectBegin();
    text("rule", finding.rule);
    text("level", levelName(finding.level));
    text("message", finding.message);
    text("messageNl", finding.messageNl);
    text("plain", finding.plain.en);
    text("plainNl", finding.plain.nl);
    position(finding.place);
    text("function", finding.function);
    text("data", finding.data);
    text("subject", finding.subject);
    text("confidence", confidenceName(finding.confidence));
    json.attributeArray("purposes", [&] {
      for (const std::string &purpose : finding.purposes)
        json.value(purpose);
    });
    text("codePurpose", finding.codePurpose);
    text("sink", finding.sink);
    text("recipient", finding.recipient);
    text("store", finding.store);
    json.attributeObject("source", [&] {
      text("name", finding.sourceName);
      position(finding.source);
      if (finding.sourceDeclaration.line)
        json.attributeObject("declaration", [&] { position(finding.sourceDeclaration); });
    });
    json.attributeArray("path", [&] {
      for (const FindingStep &step : finding.path) {
        if (shared) {
          json.array([&] {
            json.value(shared->add(shownPath(step.place.file, presentation)));
            json.value(step.place.line);
            json.value(step.place.column);
            for (llvm::StringRef said : {llvm::StringRef(step.text), llvm::StringRef(step.textNl),
                                         llvm::StringRef(step.function)})
              json.value(shared->add(said));
          });
          continue;
        }
        json.object([&] {
          position(step.place);
          text("text", step.text);
          text("textNl", step.textNl);
          text("function", step.function);
        });
      }
    });
    text("clause", finding.clause);
    text("article", finding.article);
    text("owner", finding.owner);
    if (!shared) { // else they stand with the rule
      text("mend", finding.mend);
      text("mendNl", finding.mendNl);
    }
    text("fingerprint", finding.fingerprint);
    json.attribute("suppressed", finding.suppressed);
    if (finding.suppressed)
      text("suppressedBy", finding.suppressedBy);
    json.objectEnd();
  }

  void gone(const GoneFinding &finding) {
    text("rule", finding.rule);
    text("level", levelName(finding.level));
    text("message", finding.message);
    text("messageNl", finding.messageNl);
    text("file", finding.file);
    json.attribute("line", finding.line);
    text("fingerprint", finding.fingerprint);
  }

  void assurance(const Assurance &assurance) {
    text("tool", assurance.tool);
    text("policyDigest", assurance.policyDigest);
    text("modelsDigest", assurance.modelsDigest);
    json.attribute("complete", assurance.complete());
    json.attribute("unitsAnalysed", assurance.unitsAnalysed);
    json.attributeArray("unitsNotAnalysed", [&] {
      for (const Assurance::Missing &missing : assurance.unitsNotAnalysed)
        json.object([&] {
          text("what", shownPath(missing.what, presentation));
          text("why", missing.why);
        });
    });
    json.attribute("functions", assurance.functions);
    json.attribute("calls", assurance.calls);
    json.attributeArray("callsWithoutModel", [&] {
      for (const Assurance::UnknownCall &call : assurance.callsWithoutModel)
        json.object([&] {
          text("callee", call.callee);
          json.attribute("count", call.count);
          json.attribute("personal", call.personal);
        });
    });
    json.attributeArray("fallbacks", [&] {
      for (const Fallback &fallback : assurance.fallbacks)
        json.object([&] {
          text("kind", fallback.kind);
          json.attribute("count", fallback.count);
        });
    });
    json.attribute("pathsCut", assurance.pathsCut);
    json.attribute("boundsHit", assurance.boundsHit);
    json.attribute("systemBodiesSkipped", assurance.systemBodiesSkipped);
    auto texts = [&](llvm::StringRef key, const std::vector<std::string> &values) {
      json.attributeArray(key, [&] {
        for (const std::string &value : values)
          json.value(validText(value));
      });
    };
    texts("exceptionsUsed", assurance.exceptionsUsed);
    texts("notes", assurance.notes);
  }

  void summary(const Report &report) {
    Counts counts = countFindings(report);
    json.attribute("errors", counts.errors);
    json.attribute("warnings", counts.warnings);
    json.attribute("notes", counts.notes);
    json.attribute("suppressed", counts.suppressed);
    json.attribute("baseline", report.hasBaseline);
    json.attribute("inBaseline", counts.inBaseline);
    json.attribute("gone", report.gone.size());
  }
};

} // namespace

unsigned SharedTexts::add(llvm::StringRef text) {
  auto [found, isNew] = numbers.try_emplace(text, texts.size());
  if (isNew)
    texts.push_back(text.str());
  return found->second;
}

void writeJsonMembers(const Report &report, const Presentation &presentation,
                      llvm::json::OStream &json, SharedTexts *shared) {
  JsonWriter writer{presentation, json, shared};
  json.attribute("earmark", 1);
  json.attribute("asOf", report.asOf);
  json.attributeArray("findings", [&] {
    for (const Finding &finding : report.findings)
      if (finding.level != Level::Off)
        writer.finding(finding);
  });
  json.attributeArray("gone", [&] {
    for (const GoneFinding &finding : report.gone)
      json.object([&] { writer.gone(finding); });
  });
  json.attributeObject("summary", [&] { writer.summary(report); });
  json.attributeObject("assurance", [&] { writer.assurance(report.assurance); });
}

void writeAssuranceMembers(const Assurance &assurance, const Presentation &presentation,
                           llvm::json::OStream &json) {
  JsonWriter{presentation, json, nullptr}.assurance(assurance);
}

void writeJson(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  llvm::json::OStream json(out, 2);
  json.object([&] { writeJsonMembers(report, presentation, json); });
  out << '\n';
}

} // namespace earmark
