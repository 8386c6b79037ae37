#include "report/WriteSarif.h"

#include "report/Escape.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"

#include <algorithm>

namespace earmark {

namespace {

/// Generated code has lines of any length.
constexpr size_t MaxSnippet = 400;

llvm::StringRef sarifLevel(Level level) { return level == Level::Off ? "none" : levelName(level); }

/// About how long `finding` is in the file.
size_t sizeOf(const Finding &finding, const SarifLimits &limits) {
  size_t size = 3000 + 2 * finding.message.size();
  size_t steps = std::min(finding.path.size(), limits.flowLocations);
  for (size_t i = 0; i < steps; ++i)
    size += 600 + finding.path[i].text.size() + finding.path[i].function.size() +
            finding.path[i].place.file.size();
  return size;
}

/// The findings that fit, in the report's order, and how many do not: the least
/// severe are left out.
std::pair<std::vector<const Finding *>, size_t> fitting(const Report &report,
                                                        const SarifLimits &limits) {
  std::vector<const Finding *> byWeight;
  for (const Finding &finding : report.findings)
    if (finding.level != Level::Off)
      byWeight.push_back(&finding);
  size_t all = byWeight.size();
  auto weight = [](const Finding *finding) {
    return std::tuple(!finding->suppressed, finding->level, finding->confidence);
  };
  std::sort(byWeight.begin(), byWeight.end(), [&](const Finding *a, const Finding *b) {
    return weight(a) != weight(b) ? weight(a) > weight(b) : a < b; // all point into one vector
  });
  size_t fits = 0, bytes = 0;
  while (fits < std::min(all, limits.results) &&
         (bytes += sizeOf(*byWeight[fits], limits)) <= limits.bytes)
    ++fits;
  byWeight.resize(fits);
  std::sort(byWeight.begin(), byWeight.end());
  return {byWeight, all - fits};
}

/// "PersonalDataInLog" of "personal-data-in-log".
std::string friendlyName(llvm::StringRef id) {
  std::string name;
  bool upper = true;
  for (char c : id) {
    if (!llvm::isAlnum(c)) {
      upper = true;
      continue;
    }
    name += upper ? llvm::toUpper(c) : c;
    upper = false;
  }
  return name;
}

struct SarifWriter {
  const Report &report;
  const Presentation &presentation;
  const SarifLimits &limits;
  llvm::json::OStream json;
  SourceLines lines{presentation.read};
  llvm::StringMap<size_t> ruleNumbers;

  void text(llvm::StringRef key, llvm::StringRef value) { json.attribute(key, validText(value)); }

  void message(llvm::StringRef key, llvm::StringRef value) {
    json.attributeObject(key, [&] { text("text", value); });
  }

  void artifact(llvm::StringRef file) {
    std::string shown = shownPath(file, presentation);
    json.attributeObject("artifactLocation", [&] {
      if (llvm::StringRef(shown).starts_with("/")) {
        json.attribute("uri", "file://" + escapeUri(shown));
      } else {
        json.attribute("uri", escapeUri(shown));
        json.attribute("uriBaseId", "SRCROOT");
      }
    });
  }

  /// Bytes from 1 as code points from 1.
  uint32_t codePoints(const std::string &file, uint32_t line, uint32_t column) {
    std::optional<llvm::StringRef> found = lines.line(file, line);
    if (!found || column < 2)
      return column;
    llvm::StringRef before = found->take_front(column - 1);
    uint32_t continued = llvm::count_if(
        before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
    return column - continued;
  }

  /// The line, and what of it the finding is about.
  void snippet(llvm::StringRef code) {
    json.attributeObject("snippet", [&] { text("text", code); });
  }

  void physical(const FindingPlace &place, bool withCode = false) {
    json.attributeObject("physicalLocation", [&] {
      artifact(place.file);
      if (!place.line)
        return;
      std::optional<llvm::StringRef> line;
      if (withCode && presentation.excerpts && place.column && place.endLine == place.line &&
          place.endColumn >= place.column)
        line = lines.line(place.file, place.line);
      if (line && (line->size() < place.endColumn || line->size() > MaxSnippet))
        line = std::nullopt;
      if (line)
        json.attributeObject("contextRegion", [&] {
          json.attribute("startLine", place.line);
          snippet(*line);
        });
      json.attributeObject("region", [&] {
        json.attribute("startLine", place.line);
        if (!place.column)
          return;
        json.attribute("startColumn", codePoints(place.file, place.line, place.column));
        if (!place.endLine)
          return;
        json.attribute("endLine", place.endLine);
        json.attribute("endColumn", codePoints(place.file, place.endLine, place.endColumn + 1));
        if (line)
          snippet(line->slice(place.column - 1, place.endColumn));
      });
    });
  }

  void location(const FindingPlace &place, llvm::StringRef said, llvm::StringRef function,
                bool withCode = false) {
    physical(place, withCode);
    if (!said.empty())
      message("message", said);
    if (!function.empty())
      json.attributeArray("logicalLocations", [&] {
        json.object([&] {
          text("fullyQualifiedName", function);
          json.attribute("kind", "function");
        });
      });
  }

  void rule(const Rule &rule) {
    json.object([&] {
      text("id", rule.id);
      text("name", friendlyName(rule.id));
      message("shortDescription", rule.title.en);
      message("fullDescription", rule.why.en.empty() ? rule.title.en : rule.why.en);
      std::string law = rule.clause.empty() ? "" : "clause " + rule.clause;
      if (!rule.article.empty())
        law += (law.empty() ? "" : ", ") + rule.article;
      json.attributeObject("help", [&] {
        text("text", rule.why.en + (law.empty() ? "" : "\nBreaks " + law + ".") +
                         (rule.mend.en.empty() ? "" : "\nTo mend it: " + rule.mend.en));
        text("markdown",
             "**" + escapeMarkdown(rule.title.en) + "**\n\n" + escapeMarkdown(rule.why.en) +
                 (law.empty() ? "" : "\n\nBreaks " + escapeMarkdown(law) + ".") +
                 (rule.mend.en.empty() ? ""
                                       : "\n\n**To mend it:** " + escapeMarkdown(rule.mend.en)));
      });
      json.attributeObject("defaultConfiguration", [&] {
        json.attribute("enabled", rule.level != Level::Off);
        text("level", sarifLevel(rule.level));
      });
      json.attributeObject("properties", [&] {
        json.attributeArray("tags", [&] {
          json.value("privacy");
          json.value("security");
        });
        json.attribute("precision", "high");
        text("problem.severity", rule.level == Level::Error     ? "error"
                                 : rule.level == Level::Warning ? "warning"
                                                                : "recommendation");
      });
    });
  }

  void driver() {
    json.attributeObject("driver", [&] {
      json.attribute("name", "earmark");
      text("version", llvm::StringRef(report.assurance.tool).split(' ').second);
      json.attributeArray("rules", [&] {
        for (const Rule &each : report.rules) {
          ruleNumbers.try_emplace(each.id, ruleNumbers.size());
          rule(each);
        }
      });
    });
  }

  void notification(llvm::StringRef level, llvm::StringRef said, llvm::StringRef file = "") {
    json.object([&] {
      text("level", level);
      message("message", said);
      if (!file.empty())
        json.attributeArray("locations", [&] {
          json.object([&] { json.attributeObject("physicalLocation", [&] { artifact(file); }); });
        });
    });
  }

  void invocation(size_t leftOut) {
    json.attributeArray("invocations", [&] {
      json.object([&] {
        json.attribute("executionSuccessful", report.assurance.complete() && report.exitStatus < 2);
        json.attribute("exitCode", report.exitStatus);
        json.attributeArray("toolExecutionNotifications", [&] {
          for (const Assurance::Missing &missing : report.assurance.unitsNotAnalysed)
            notification("error", "not analysed: " + missing.why, missing.what);
          for (const std::string &note : report.assurance.notes)
            notification("note", note);
          if (leftOut)
            notification("warning",
                         std::to_string(leftOut) +
                             " findings, the least severe, are left out: an upload takes at most " +
                             std::to_string(limits.results) + ", of about " +
                             std::to_string(limits.bytes >> 20) +
                             " MB; the json format has all of them");
        });
      });
    });
  }

  void codeFlow(const Finding &finding) {
    json.attributeArray("codeFlows", [&] {
      json.object([&] {
        json.attributeArray("threadFlows", [&] {
          json.object([&] {
            json.attributeArray("locations", [&] {
              size_t size = finding.path.size();
              for (size_t i = 0; i < size; ++i) {
                // Source and sink stay; the middle of a very long way goes.
                if (size > limits.flowLocations && i >= limits.flowLocations / 2 &&
                    i < size - limits.flowLocations / 2)
                  continue;
                const FindingStep &step = finding.path[i];
                json.object([&] {
                  json.attributeObject("location",
                                       [&] { location(step.place, step.text, step.function); });
                });
              }
            });
          });
        });
      });
    });
  }

  void result(const Finding &finding) {
    json.object([&] {
      text("ruleId", finding.rule);
      if (auto number = ruleNumbers.find(finding.rule); number != ruleNumbers.end())
        json.attribute("ruleIndex", static_cast<int64_t>(number->second));
      text("level", sarifLevel(finding.level));
      message("message", finding.message);
      json.attributeArray("locations", [&] {
        json.object([&] { location(finding.place, "", finding.function, true); });
      });
      json.attributeArray("relatedLocations", [&] {
        if (finding.source.line)
          json.object([&] { location(finding.source, "reads '" + finding.sourceName + "'", ""); });
        if (finding.sourceDeclaration.line)
          json.object([&] { location(finding.sourceDeclaration, "declared personal here", ""); });
      });
      if (!finding.path.empty())
        codeFlow(finding);
      json.attributeObject("partialFingerprints", [&] { text("earmark/v1", finding.fingerprint); });
      if (report.hasBaseline)
        text("baselineState", finding.inBaseline ? "unchanged" : "new");
      if (finding.suppressed)
        json.attributeArray("suppressions", [&] {
          json.object([&] {
            // A comment in the source, or the policy and the baseline.
            json.attribute("kind", llvm::StringRef(finding.suppressedBy).starts_with("comment ")
                                       ? "inSource"
                                       : "external");
            json.attribute("status", "accepted");
            text("justification", finding.suppressedBy);
          });
        });
      json.attributeObject("properties", [&] {
        text("data", finding.data);
        text("subject", finding.subject);
        text("confidence", confidenceName(finding.confidence));
        for (auto [key, value] : {std::pair<llvm::StringRef, llvm::StringRef>{"sink", finding.sink},
                                  {"recipient", finding.recipient},
                                  {"store", finding.store},
                                  {"codePurpose", finding.codePurpose},
                                  {"owner", finding.owner},
                                  {"clause", finding.clause},
                                  {"article", finding.article},
                                  {"mend", finding.mend}})
          if (!value.empty())
            text(key, value);
        json.attributeArray("purposes", [&] {
          for (const std::string &purpose : finding.purposes)
            json.value(validText(purpose));
        });
      });
    });
  }
};

} // namespace

void writeSarif(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  writeSarif(report, presentation, out, SarifLimits());
}

void writeSarif(const Report &report, const Presentation &presentation, llvm::raw_ostream &out,
                const SarifLimits &limits) {
  SarifWriter writer{
      report, presentation, limits, llvm::json::OStream(out, 1), SourceLines{presentation.read},
      {}};
  llvm::json::OStream &json = writer.json;
  auto [findings, leftOut] = fitting(report, limits);
  json.object([&] {
    json.attribute("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.attribute("version", "2.1.0");
    json.attributeArray("runs", [&] {
      json.object([&] {
        json.attributeObject("tool", [&] { writer.driver(); });
        json.attributeObject("automationDetails", [&] { json.attribute("id", "earmark/"); });
        writer.invocation(leftOut);
        json.attributeObject("originalUriBaseIds", [&] {
          json.attributeObject("SRCROOT", [&] {
            json.attribute("uri", "file://" + escapeUri(presentation.directory) + "/");
          });
        });
        json.attribute("columnKind", "unicodeCodePoints");
        json.attributeArray("results", [&] {
          for (const Finding *finding : findings)
            writer.result(*finding);
        });
      });
    });
  });
  out << '\n';
}

} // namespace earmark
