// `explain RULE`: what it is about, why, by which clause and article, how to mend
// it, and code that it finds and code that it does not. The examples are checked
// as they are shown, by tests/rules/examples.test.
#include "driver/Pipeline.h"

#include "driver/Complaints.h"
#include "driver/LoadPolicyOf.h"
#include "policy/MarkRules.h"
#include "policy/SinkSentence.h"
#include "policy/Words.h"
#include "report/Presentation.h"

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

} // namespace

ExitStatus runExplain(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return Unusable;
  }
  std::vector<std::string> ids;
  for (const Rule &rule : policy->rules) {
    ids.push_back(rule.id);
    if (rule.id != options.rule)
      continue;
    explain(rule, *policy, options.dutch, console.out);
    return Clean;
  }
  std::string near = nearestWord(options.rule, ids);
  console.error << "earmark: there is no rule '" << options.rule << "'"
                << (near.empty() ? "; 'earmark policy show' lists them"
                                 : "; did you mean '" + near + "'?")
                << '\n';
  return Unusable;
}

} // namespace earmark
