// `explain RULE|FINDING`: the finding of a report with its whole way; of a rule what it is about, why, by which clause and article, how to mend
// it, and code that it finds and code that it does not. The examples are checked
// as they are shown, by tests/rules/examples.test.
#include "driver/Pipeline.h"

#include "base/Files.h"
#include "base/ParseJson.h"
#include "driver/Complaints.h"
#include "driver/LoadPolicyOf.h"
#include "policy/MarkRules.h"
#include "policy/SinkSentence.h"
#include "policy/Words.h"
#include "report/Presentation.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

/// The words around what is explained.
struct Labels {
  const char *what, *why, *clause, *article, *mend, *bad, *good, *data, *thatIsNot, *at, *or_;
};
constexpr Labels English{"what",          "why",    "clause",     "article",
                         "mend",          "Found:", "Not found:", "personal data",
                         " that is not ", " at ",   "or"};
constexpr Labels Dutch{"wat",
                       "waarom",
                       "artikel",
                       "AVG",
                       "herstel",
                       "Wordt gevonden:",
                       "Wordt niet gevonden:",
                       "persoonsgegevens",
                       " die niet zijn: ",
                       " bij ",
                       "of"};

std::string exampleOf(const Rule &rule, llvm::StringRef kind) {
  std::string name = (rule.example.empty() ? rule.id : rule.example) + "." + kind.str() + ".cpp";
  for (const EmbeddedFile &file : embeddedExamples())
    if (file.name == name)
      return file.bytes.str();
  return "";
}

void explain(const Rule &rule, const Policy &policy, bool dutch, llvm::raw_ostream &out) {
  const Labels &labels = dutch ? Dutch : English;
  auto of = [&](const Bilingual &text) { return dutch ? text.nl : text.en; };
  auto line = [&](const char *label, const std::string &text) {
    if (!text.empty())
      out << "  " << label
          << std::string(9 - std::min<size_t>(9, llvm::StringRef(label).size()), ' ') << text
          << '\n';
  };
  out << rule.id << " (" << levelName(rule.level) << ")";
  if (std::string title = of(rule.title); !title.empty())
    out << ": " << title;
  out << "\n\n";
  if (!rule.sinks.empty()) {
    std::string required = describe(rule.require, policy, dutch);
    line(labels.what, (rule.data == "**" ? std::string(labels.data) : rule.data) + labels.at +
                          listed(rule.sinks, labels.or_) +
                          (required.empty() ? "" : labels.thatIsNot + required));
  }
  line(labels.why, of(rule.why));
  line(labels.clause, rule.clause);
  line(labels.article, rule.article);
  line(labels.mend, of(rule.mend));
  for (auto [kind, label] : {std::pair("bad", labels.bad), std::pair("good", labels.good)}) {
    std::string code = exampleOf(rule, kind);
    if (code.empty())
      continue;
    out << '\n' << label << "\n\n";
    llvm::SmallVector<llvm::StringRef, 32> lines;
    llvm::StringRef(code).rtrim().split(lines, '\n');
    for (llvm::StringRef text : lines)
      out << (text.empty() ? "" : "    ") << text << '\n';
  }
}

/// A finding as `check --format json` wrote it: enough to show it.
class StoredFinding {
public:
  explicit StoredFinding(const llvm::json::Object &fields) : fields(fields) {}

  std::string text(llvm::StringRef key) const { return textOf(fields, key); }
  std::string place() const { return placeOf(fields); }

  void show(bool dutch, llvm::raw_ostream &out) const {
    out << text("fingerprint") << ' ' << text("rule") << " (" << text("level") << ")\n\n"
        << place() << ": " << text(dutch ? "messageNl" : "message") << '\n'
        << text(dutch ? "plainNl" : "plain") << "\n\n";
    const llvm::json::Array *path = fields.getArray("path");
    unsigned number = 0;
    if (path)
      for (const llvm::json::Value &value : *path)
        if (const llvm::json::Object *step = value.getAsObject())
          out << "  " << ++number << ". " << placeOf(*step) << ": "
              << textOf(*step, dutch ? "textNl" : "text") << " (in '" << textOf(*step, "function")
              << "')\n";
    if (fields.getBoolean("suppressed").value_or(false))
      out << "  " << text("suppressedBy") << '\n';
    out << '\n';
  }

private:
  const llvm::json::Object &fields;

  static std::string textOf(const llvm::json::Object &of, llvm::StringRef key) {
    return printable(of.getString(key).value_or(""));
  }
  static std::string placeOf(const llvm::json::Object &of) {
    return textOf(of, "file") + ":" + std::to_string(of.getInteger("line").value_or(0)) + ":" +
           std::to_string(of.getInteger("column").value_or(0));
  }
};

llvm::Error wrong(const std::string &what) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), what);
}

/// Shows the finding whose fingerprint starts with `print`; its rule.
llvm::Expected<std::string> showFinding(const std::string &print, const std::string &report,
                                        bool dutch, llvm::raw_ostream &out) {
  llvm::Expected<std::string> text = readFile(*realFiles(), report);
  if (!text)
    return text.takeError();
  llvm::Expected<llvm::json::Value> value = parseJson(*text);
  if (!value)
    return wrong(report + ": " + llvm::toString(value.takeError()));
  const llvm::json::Object *object = value->getAsObject();
  const llvm::json::Array *rows = object ? object->getArray("findings") : nullptr;
  if (!rows)
    return wrong(report + ": no list of findings in it; a report is written by 'earmark check "
                          "--format json -o FILE'");
  const llvm::json::Object *found = nullptr;
  for (const llvm::json::Value &row : *rows) {
    const llvm::json::Object *fields = row.getAsObject();
    if (!fields || !fields->getString("fingerprint").value_or("").starts_with(print))
      continue;
    if (found)
      return wrong("more than one finding starts with '" + print + "'; give more of it");
    found = fields;
  }
  if (!found)
    return wrong(report + ": no finding '" + print + "' in it");
  StoredFinding finding(*found);
  finding.show(dutch, out);
  return finding.text("rule");
}

} // namespace

ExitStatus runExplain(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return Unusable;
  }
  std::string wanted = options.rule;
  if (!options.report.empty()) {
    llvm::Expected<std::string> rule =
        showFinding(wanted, options.report, options.dutch, console.out);
    if (!rule) {
      complain(rule.takeError(), console);
      return Unusable;
    }
    wanted = *rule;
  }
  std::vector<std::string> ids;
  for (const Rule &rule : policy->rules) {
    ids.push_back(rule.id);
    if (rule.id != wanted)
      continue;
    explain(rule, *policy, options.dutch, console.out);
    return Clean;
  }
  bool isPrint = wanted.size() >= 6 && llvm::all_of(wanted, llvm::isHexDigit);
  std::string near = nearestWord(wanted, ids);
  console.error << "earmark: there is no rule '" << wanted << "'"
                << (isPrint ? "; of a finding say where it is: --report FILE" : "")
                << (near.empty() ? "; 'earmark policy show' lists them"
                                 : "; did you mean '" + near + "'?")
                << '\n';
  return Unusable;
}

} // namespace earmark
