#include "report/WriteSarif.h"

#include "report/Escape.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"

#include <algorithm>

namespace earmark {

namespace {

llvm::StringRef sarifLevel(Level level) {
  return level == Level::Off ? "none" : levelName(level);
}

/// The findings that fit, in the report's order, and how many do not.
std::pair<std::vector<const Finding *>, size_t> fitting(const Report &report, size_t limit) {
  std::vector<const Finding *> all;
  for (const Finding &finding : report.findings)
    if (finding.level != Level::Off)
      all.push_back(&finding);
  if (all.size() <= limit)
    return {all, 0};
  std::vector<const Finding *> byWeight = all;
  auto weight = [](const Finding *finding) {
    return std::tuple(!finding->suppressed, finding->level, finding->confidence);
  };
  std::sort(byWeight.begin(), byWeight.end(), [&](const Finding *a, const Finding *b) {
    return weight(a) != weight(b) ? weight(a) > weight(b) : a < b; // all point into one vector
  });
  size_t left = all.size() - limit;
  byWeight.resize(limit);
  std::sort(byWeight.begin(), byWeight.end());
  return {byWeight, left};
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
    uint32_t continued = llvm::count_if(before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
    return column - continued;
  }

  void physical(const FindingPlace &place) {
    json.attributeObject("physicalLocation", [&] {
      artifact(place.file);
      if (!place.line)
        return;
      json.attributeObject("region", [&] {
        json.attribute("startLine", place.line);
        if (!place.column)
          return;
        json.attribute("startColumn", codePoints(place.file, place.line, place.column));
        if (!place.endLine)
          return;
        json.attribute("endLine", place.endLine);
        json.attribute("endColumn", codePoints(place.file, place.endLine, place.endColumn + 1));
      });
    });
  }

  void location(const FindingPlace &place, llvm::StringRef said, llvm::StringRef function) {
    physical(place);
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
      message("shortDescription", rule.title.en);
      message("fullDescription", rule.why.en.empty() ? rule.title.en : rule.why.en);
      std::string law = rule.clause.empty() ? "" : "clause " + rule.clause;
      if (!rule.article.empty())
        law += (law.empty() ? "" : ", ") + rule.article;
      json.attributeObject("help", [&] {
        text("text", rule.why.en + (law.empty() ? "" : "\nBreaks " + law + ".") +
                         (rule.mend.en.empty() ? "" : "\nTo mend it: " + rule.mend.en));
        text("markdown", "**" + escapeMarkdown(rule.title.en) + "**\n\n" + escapeMarkdown(rule.why.en) +
                             (law.empty() ? "" : "\n\nBreaks " + escapeMarkdown(law) + ".") +
                             (rule.mend.en.empty() ? "" : "\n\n**To mend it:** " + escapeMarkdown(rule.mend.en)));
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
            notification("warning", std::to_string(leftOut) +
                                        " findings, the least severe, are left out: an upload takes at most " +
                                        std::to_string(limits.results) + "; the json format has all of them");
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
                  json.attributeObject("location", [&] { location(step.place, step.text, step.function); });
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
        json.object([&] { location(finding.place, "", finding.function); });
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
            json.attribute("kind", "external");
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
  SarifWriter writer{report, presentation, limits, llvm::json::OStream(out, 1), SourceLines{presentation.read}, {}};
  llvm::json::OStream &json = writer.json;
  auto [findings, leftOut] = fitting(report, limits.results);
  json.object([&] {
    json.attribute("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.attribute("version", "2.1.0");
    json.attributeArray("runs", [&] {
      json.object([&] {
        json.attributeObject("tool", [&] { writer.driver(); });
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
