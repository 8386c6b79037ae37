#include "policy/Baseline.h"

#include "base/ParseJson.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

#include <algorithm>
#include <set>

namespace earmark {

namespace {

constexpr llvm::StringLiteral ByBaseline = "baseline";

llvm::Error notABaseline(const char *why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), why);
}

Level levelNamed(llvm::StringRef name) {
  return name == "error" ? Level::Error : name == "warning" ? Level::Warning : Level::Note;
}

} // namespace

llvm::Expected<Baseline> readBaseline(llvm::StringRef json) {
  llvm::Expected<llvm::json::Value> value = parseJson(json);
  if (!value)
    return value.takeError();
  const llvm::json::Object *object = value->getAsObject();
  const llvm::json::Array *rows = object ? object->getArray("findings") : nullptr;
  if (!rows)
    return notABaseline("no list of findings in it; a baseline is a report written by "
                        "'earmark check --format json -o FILE'");
  Baseline baseline;
  for (const llvm::json::Value &row : *rows) {
    const llvm::json::Object *fields = row.getAsObject();
    std::optional<llvm::StringRef> print = fields ? fields->getString("fingerprint") : std::nullopt;
    if (!print)
      return notABaseline("a finding in it has no fingerprint");
    if (fields->getBoolean("suppressed").value_or(false) &&
        fields->getString("suppressedBy") != ByBaseline)
      continue;
    auto text = [&](llvm::StringRef key) { return fields->getString(key).value_or("").str(); };
    int64_t line = fields->getInteger("line").value_or(0);
    baseline.findings[print->str()] = {text("rule"),    levelNamed(text("level")),
                                       text("message"), text("messageNl"),
                                       text("file"),    line > 0 ? static_cast<uint32_t>(line) : 0,
                                       print->str()};
  }
  return baseline;
}

std::vector<GoneFinding> applyBaseline(std::vector<Finding> &findings, const Baseline &baseline) {
  std::set<std::string> seen;
  for (Finding &finding : findings) {
    seen.insert(finding.fingerprint);
    if (!finding.suppressed && baseline.findings.count(finding.fingerprint)) {
      finding.suppressed = finding.inBaseline = true;
      finding.suppressedBy = ByBaseline;
    }
  }
  std::vector<GoneFinding> gone;
  for (const auto &[print, finding] : baseline.findings)
    if (!seen.count(print))
      gone.push_back(finding);
  llvm::sort(gone, [](const GoneFinding &a, const GoneFinding &b) {
    return std::tie(a.file, a.line, a.rule, a.message, a.fingerprint) <
           std::tie(b.file, b.line, b.rule, b.message, b.fingerprint);
  });
  return gone;
}

void applyChanged(std::vector<Finding> &findings,
                  llvm::function_ref<bool(const std::string &)> isChanged, const std::string &why) {
  for (Finding &finding : findings) {
    if (finding.suppressed)
      continue;
    auto touches = [&](const FindingPlace &place) {
      return !place.file.empty() && isChanged(place.file);
    };
    if (touches(finding.place) || touches(finding.source) || touches(finding.sourceDeclaration) ||
        llvm::any_of(finding.path, [&](const FindingStep &step) { return touches(step.place); }))
      continue;
    finding.suppressed = true;
    finding.suppressedBy = why;
  }
}

} // namespace earmark
