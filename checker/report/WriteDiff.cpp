#include "report/WriteDiff.h"

#include "report/Escape.h"
#include "report/InventoryJson.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

constexpr size_t MaxPlaces = 3;

enum class Change { Added, Removed };

std::string forPurposes(const DataFlow &flow, bool dutch) {
  if (flow.purposes.empty())
    return dutch ? ", en niets zegt waarvoor" : ", and nothing says for what";
  return (dutch ? " voor " : " for ") + llvm::join(flow.purposes, dutch ? " of " : " or ");
}

std::string datumOf(const DataFlow &flow, bool dutch) {
  return flow.data + (flow.subject.empty() ? "" : (dutch ? " van " : " of ") + flow.subject);
}

/// "newly sends contact.email of customer to acme-mail for marketing".
std::string sentence(const DataFlow &flow, Change change, bool dutch) {
  bool added = change == Change::Added;
  std::string data = datumOf(flow, dutch), purpose = forPurposes(flow, dutch);
  auto verb = [&](const char *en, const char *nl) {
    return dutch ? std::string(nl) + (added ? " voortaan " : " niet langer ")
                 : (added ? "newly " : "no longer ") + std::string(en) + " ";
  };
  if (flow.end == DataFlow::Use)
    return verb("uses", "gebruikt") + data + purpose;
  if (flow.end == DataFlow::Unknown)
    return verb("passes", "geeft") + data + (dutch ? " door aan '" : " to '") + flow.receiver +
           (dutch ? "', waarvan niets bekend is," : "', of which nothing is known,") + purpose;
  if (!flow.receiver.empty())
    return verb("sends", "stuurt") + data + (dutch ? " naar " : " to ") + flow.receiver + purpose;
  if (!flow.store.empty())
    return verb("keeps", "bewaart") + data + " in " + flow.store + purpose;
  // Told by the words of the policy for that kind of sink.
  llvm::StringRef phrase = dutch ? flow.phrase.nl : flow.phrase.en;
  std::string what = phrase.empty()
                         ? (dutch ? "bereikt de uitgang '" : "reaches the sink '") + flow.sink + "'"
                         : phrase.str();
  std::string start =
      dutch ? (added ? "voortaan: " : "niet langer: ") : (added ? "newly: " : "no longer: ");
  return start + data + " " + what + purpose;
}

std::string weakenedSentence(const FlowDiff::Weakened &weakened, bool dutch) {
  const DataFlow &flow = weakened.flow;
  std::string where = !flow.receiver.empty() ? (dutch ? " naar " : " to ") + flow.receiver
                      : !flow.store.empty()  ? " in " + flow.store
                      : !flow.sink.empty()   ? (dutch ? " bij " : " at ") + flow.sink
                                             : "";
  std::string marks = llvm::join(weakened.lost, ", ");
  return datumOf(flow, dutch) + where + forPurposes(flow, dutch) +
         (dutch ? " is niet meer altijd " + marks : " is no longer always " + marks);
}

std::string placesOf(const DataFlow &flow, const Presentation &presentation, bool dutch) {
  std::string text;
  for (size_t i = 0; i < flow.places.size() && i < MaxPlaces; ++i)
    text += (i ? ", " : "") + shownPath(flow.places[i].place.file, presentation) + ":" +
            std::to_string(flow.places[i].place.line);
  if (flow.places.size() > MaxPlaces)
    text += (dutch ? " en " : " and ") + std::to_string(flow.places.size() - MaxPlaces) +
            (dutch ? " meer" : " more");
  return text.empty() ? text : " (" + text + ")";
}

/// Every line, new ones first.
template <typename Line>
void forLines(const FlowDiff &diff, const Presentation &presentation, bool dutch, Line line) {
  for (const DataFlow &flow : diff.added)
    line(sentence(flow, Change::Added, dutch), placesOf(flow, presentation, dutch));
  for (const FlowDiff::Weakened &weakened : diff.weakened)
    line(weakenedSentence(weakened, dutch), placesOf(weakened.flow, presentation, dutch));
  for (const DataFlow &flow : diff.removed)
    line(sentence(flow, Change::Removed, dutch), placesOf(flow, presentation, dutch));
}

std::string summary(const DiffReport &report, bool dutch) {
  const FlowDiff &diff = report.diff;
  auto count = [](size_t number) { return std::to_string(number); };
  if (!diff.isWorse() && diff.removed.empty())
    return dutch ? "Geen andere gegevensstromen." : "No other data flows.";
  return dutch ? count(diff.added.size()) + " nieuw, " + count(diff.weakened.size()) +
                     " minder beschermd, " + count(diff.removed.size()) + " verdwenen"
               : count(diff.added.size()) + " new, " + count(diff.weakened.size()) +
                     " less protected, " + count(diff.removed.size()) + " gone";
}

std::string incomplete(bool dutch) {
  return dutch ? "ONVOLLEDIG: niet alles is onderzocht, dus wat hier ontbreekt kan er wel zijn"
               : "INCOMPLETE: not everything was analysed, so that what is missing here may still "
                 "be there";
}

void writeText(const DiffReport &report, const Presentation &presentation, bool dutch,
               llvm::raw_ostream &out) {
  forLines(report.diff, presentation, dutch,
           [&](const std::string &said, const std::string &places) {
             out << printable(said) << printable(places) << '\n';
           });
  out << summary(report, dutch) << '\n';
  if (!report.complete)
    out << incomplete(dutch) << '\n';
}

void writeMarkdown(const DiffReport &report, const Presentation &presentation, bool dutch,
                   llvm::raw_ostream &out) {
  out << "## Earmark: " << escapeMarkdown(summary(report, dutch)) << "\n\n";
  if (!report.complete)
    out << "**" << escapeMarkdown(incomplete(dutch)) << "**\n\n";
  forLines(report.diff, presentation, dutch,
           [&](const std::string &said, const std::string &places) {
             out << "- " << escapeMarkdown(said) << escapeMarkdown(places) << '\n';
           });
}

void writeJson(const DiffReport &report, const Presentation &presentation, bool,
               llvm::raw_ostream &out) {
  llvm::json::OStream json(out, 2);
  auto flow = [&](const DataFlow &flow, const std::string &en, const std::string &nl) {
    json.attribute("text", validText(en));
    json.attribute("textNl", validText(nl));
    writeFlowMembers(flow, presentation, json);
  };
  auto flows = [&](llvm::StringRef key, llvm::ArrayRef<DataFlow> all, Change change) {
    json.attributeArray(key, [&] {
      for (const DataFlow &each : all)
        json.object(
            [&] { flow(each, sentence(each, change, false), sentence(each, change, true)); });
    });
  };
  json.object([&] {
    json.attribute("earmarkDiff", 1);
    json.attribute("complete", report.complete);
    flows("added", report.diff.added, Change::Added);
    json.attributeArray("weakened", [&] {
      for (const FlowDiff::Weakened &each : report.diff.weakened)
        json.object([&] {
          flow(each.flow, weakenedSentence(each, false), weakenedSentence(each, true));
          json.attributeArray("lost", [&] {
            for (const std::string &mark : each.lost)
              json.value(validText(mark));
          });
        });
    });
    flows("removed", report.diff.removed, Change::Removed);
  });
  out << '\n';
}

constexpr DiffFormat Table[] = {
    {"text", writeText}, {"json", writeJson}, {"markdown", writeMarkdown}};

} // namespace

llvm::ArrayRef<DiffFormat> diffFormats() { return Table; }

const DiffFormat *findDiffFormat(llvm::StringRef name) {
  for (const DiffFormat &format : Table)
    if (format.name == name)
      return &format;
  return nullptr;
}

} // namespace earmark
