#include "policy/ComposeFinding.h"

#include "policy/SinkSentence.h"
#include "policy/StepText.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

namespace earmark {

namespace {

FindingPlace placeOf(const Span &span, const FlowTables &flow) {
  return {flow.texts[span.file].str(), span.line, span.column, span.endLine, span.endColumn};
}

FindingPlace placeOf(const SourcePlace &place) {
  return {place.file, place.line, place.column, 0, 0};
}

/// `text` with {name} replaced; names that nobody knows stay as they are.
std::string filled(llvm::StringRef text,
                   llvm::ArrayRef<std::pair<llvm::StringRef, std::string>> values) {
  std::string out;
  while (!text.empty()) {
    size_t open = text.find('{');
    out += text.take_front(open);
    if (open == llvm::StringRef::npos)
      break;
    text = text.drop_front(open);
    size_t close = text.find('}');
    bool replaced = false;
    if (close != llvm::StringRef::npos)
      for (const auto &[name, value] : values)
        if (text.substr(1, close - 1) == name) {
          out += value;
          text = text.drop_front(close + 1);
          replaced = true;
          break;
        }
    if (!replaced) {
      out += '{';
      text = text.drop_front(1);
    }
  }
  return out;
}

/// What stands between a sentence and the detail behind it.
std::string joint(llvm::StringRef detail) {
  for (llvm::StringRef relative : {"which ", "dat ", "die "})
    if (detail.starts_with(relative))
      return ", ";
  return ": ";
}

std::string message(bool dutch, const Rule &rule, const Finding &finding,
                    const Violation &violation, llvm::StringRef callee) {
  const std::string &sentence = dutch ? violation.sentence.nl : violation.sentence.en;
  const std::string &detail = dutch ? violation.detail.nl : violation.detail.en;
  std::string subject =
      finding.subject.empty() ? (dutch ? "een betrokkene" : "a person") : finding.subject;
  llvm::StringRef text = dutch ? rule.message.nl : rule.message.en;
  if (text.empty()) {
    std::string whole = dutch ? "persoonsgegevens '" : "personal data '";
    whole += finding.data + "' " + (dutch ? "van " : "of ") + subject;
    if (!finding.sourceName.empty())
      whole += (dutch ? ", gelezen uit '" : ", read from '") + finding.sourceName + "'";
    whole += ", " + sentence;
    return detail.empty() ? whole : whole + joint(detail) + detail;
  }
  // A message that does not name the source gets it behind the subject.
  if (!text.contains("{source}") && !finding.sourceName.empty())
    subject += dutch ? ", gelezen uit '" + finding.sourceName + "'"
                     : ", read from '" + finding.sourceName + "',";
  std::string whole = filled(
      text, {{"data", finding.data},
             {"subject", subject},
             {"source", finding.sourceName},
             {"sink", sentence},
             {"recipient", finding.recipient},
             {"store", finding.store},
             {"function", finding.function},
             {"callee", callee.str()},
             {"purpose", violation.purpose.empty() ? finding.codePurpose : violation.purpose},
             {"purposes", listed(finding.purposes, dutch ? "of" : "or")},
             {"detail", detail}});
  if (!detail.empty() && !text.contains("{detail}"))
    whole += joint(detail) + detail;
  return whole;
}

/// "E-mail address of customer is passed to a third party (acme-mail), for marketing."
std::string plain(bool dutch, const Finding &finding, const Violation &violation,
                  const CheckContext &context) {
  std::string text = finding.data;
  if (auto found = context.policy.categories.find(finding.data);
      found != context.policy.categories.end() && !found->second.description.en.empty())
    text = dutch ? found->second.description.nl : found->second.description.en;
  if (!text.empty())
    text[0] = llvm::toUpper(text[0]);
  if (!finding.subject.empty())
    text += (dutch ? " van " : " of ") + finding.subject;
  const SinkKind *kind = violation.sink ? context.sinkKind(violation.sink->kind) : nullptr;
  std::string done = kind ? (dutch ? kind->phrase.nl : kind->phrase.en) : "";
  if (done.empty() && !finding.recipient.empty())
    done =
        dutch ? "gaat naar code waarvan niets bekend is" : "goes to code of which nothing is known";
  else if (done.empty())
    done = dutch ? "wordt gebruikt" : "is used";
  text += " " + done;
  std::string where = !finding.recipient.empty() && kind ? finding.recipient : finding.store;
  if (!where.empty())
    text += " (" + where + ")";
  if (!finding.codePurpose.empty())
    text += (dutch ? ", voor " : ", for ") + finding.codePurpose;
  return text + ".";
}

std::string ownerOf(const Finding &finding, const Policy &policy) {
  if (auto found = policy.stores.find(finding.store);
      found != policy.stores.end() && !found->second.owner.empty())
    return found->second.owner;
  if (auto found = policy.recipients.find(finding.recipient);
      found != policy.recipients.end() && !found->second.owner.empty())
    return found->second.owner;
  if (auto found = policy.purposes.find(finding.codePurpose); found != policy.purposes.end())
    return found->second.owner;
  if (finding.purposes.size() == 1)
    if (auto found = policy.purposes.find(finding.purposes.front()); found != policy.purposes.end())
      return found->second.owner;
  return "";
}

/// `text` without the places in it: "(lambda at a.cpp:12:3)", "(a.h:12)". Lines
/// move and files are renamed.
std::string withoutPlaces(llvm::StringRef text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    if (text[i] != ':' || i + 1 >= text.size() || !llvm::isDigit(text[i + 1])) {
      out += text[i++];
      continue;
    }
    size_t start = out.find_last_of(llvm::StringRef(" ()'\0", 5).str());
    start = start == std::string::npos ? 0 : start + 1;
    bool isFile = out.find('.', start) != std::string::npos;
    if (isFile)
      out.resize(start);
    size_t end = text.find_first_not_of(":0123456789", i);
    if (!isFile)
      out += text.slice(i, end);
    i = std::min(end, text.size());
  }
  return out;
}

} // namespace

Finding composeFinding(const Rule &rule, const FlowView &view, const Violation &violation,
                       const CheckContext &context) {
  const FlowTables &flow = context.program.flow;
  const Arrival &arrival = view.arrival;
  Finding finding;
  finding.rule = rule.id;
  finding.level = violation.level;
  if (arrival.confidence == Confidence::Possible)
    finding.level = std::min(finding.level, context.policy.possible);
  finding.place = placeOf(arrival.span, flow);
  finding.function = view.function;
  finding.data = view.category;
  finding.subject = view.subject;
  finding.purposes = view.purposes;
  if (!violation.purpose.empty())
    finding.codePurpose = violation.purpose;
  else if (view.codePurpose && *view.codePurpose)
    finding.codePurpose = view.codePurpose->purposes.front();
  finding.sink = violation.sink ? violation.sink->kind : "";
  finding.recipient = violation.recipient;
  finding.store = violation.store;
  finding.confidence = arrival.confidence;
  finding.source = placeOf(view.source.span, flow);
  finding.sourceName = context.nameOf(view.source.declaration);
  finding.sourceDeclaration = placeOf(view.source.declared);
  for (const WitnessStep &step : arrival.witness)
    finding.path.push_back(
        {placeOf(step.span, flow), step.text, context.nameOf(step.function), dutchStep(step.text)});
  // The path starts where the datum comes into view and ends with what is done to it.
  if (finding.path.empty() && view.source.span)
    finding.path.push_back({finding.source, "reads '" + finding.sourceName + "'",
                            context.nameOf(view.source.function),
                            "leest '" + finding.sourceName + "'"});
  if (arrival.kind != Arrival::InFunction) {
    // The solver's last step only says that it arrived.
    if (finding.path.size() > 1 && finding.path.back().place == finding.place)
      finding.path.pop_back();
    finding.path.push_back(
        {finding.place, violation.sentence.en, view.function, violation.sentence.nl});
  }
  finding.clause = rule.clause;
  finding.article = rule.article;
  finding.owner = ownerOf(finding, context.policy);
  finding.mend = rule.mend.en;
  finding.mendNl = rule.mend.nl;
  finding.plain = {plain(false, finding, violation, context),
                   plain(true, finding, violation, context)};
  finding.message = message(false, rule, finding, violation, view.callee);
  finding.messageNl = message(true, rule, finding, violation, view.callee);
  // What a fingerprint is made of besides the fields; replaced by addFingerprints.
  finding.fingerprint = view.callee;
  return finding;
}

Finding composeDeclared(const Rule &rule, const FindingPlace &place, Bilingual message) {
  Finding finding;
  finding.rule = rule.id;
  finding.level = rule.level;
  finding.place = place;
  finding.clause = rule.clause;
  finding.article = rule.article;
  finding.mend = rule.mend.en;
  finding.mendNl = rule.mend.nl;
  finding.fingerprint = message.en; // what addFingerprints makes it from
  finding.plain = message;
  finding.message = std::move(message.en);
  finding.messageNl = std::move(message.nl);
  return finding;
}

void addFingerprints(std::vector<Finding> &findings) {
  std::map<std::string, unsigned> seen;
  for (Finding &finding : findings) {
    std::string key;
    for (llvm::StringRef part :
         {llvm::StringRef(finding.rule), llvm::StringRef(finding.data),
          llvm::StringRef(finding.subject), llvm::StringRef(finding.sink),
          llvm::StringRef(finding.recipient), llvm::StringRef(finding.store),
          llvm::StringRef(finding.function), llvm::StringRef(finding.fingerprint),
          llvm::StringRef(finding.sourceName), llvm::StringRef(finding.codePurpose)}) {
      key += part;
      key += '\0';
    }
    key = withoutPlaces(key);
    key += std::to_string(seen[key]++);
    finding.fingerprint = llvm::utohexstr(llvm::xxh3_64bits(key), /*LowerCase=*/true, 16);
  }
}

} // namespace earmark
