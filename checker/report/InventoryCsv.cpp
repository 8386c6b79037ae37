#include "report/InventoryCsv.h"

#include "report/Escape.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

/// A cell. A spreadsheet takes what starts like a formula for one:
/// such text gets an apostrophe in front.
std::string cell(llvm::StringRef text) {
  std::string said = validText(printable(text));
  if (!said.empty() && llvm::StringRef("=+-@").contains(said.front()))
    said.insert(0, "'");
  if (said.find_first_of("\",;\n") == std::string::npos)
    return said;
  std::string quoted = "\"";
  for (char c : said)
    quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

} // namespace

void writeInventoryCsv(const Inventory &inventory, const Presentation &presentation, bool dutch,
                       llvm::raw_ostream &out) {
  auto line = [&](llvm::ArrayRef<std::string> cells) {
    for (size_t i = 0; i < cells.size(); ++i)
      out << (i ? "," : "") << cell(cells[i]);
    out << "\r\n";
  };
  auto say = [&](const char *en, const char *nl) { return std::string(dutch ? nl : en); };
  line({say("purpose", "doel"),
        say("description", "omschrijving"),
        say("legal basis", "grondslag"),
        say("owner", "eigenaar"),
        say("data", "gegeven"),
        say("special category", "bijzonder gegeven"),
        say("subject", "betrokkene"),
        say("end", "eindpunt"),
        say("recipient", "ontvanger"),
        say("role", "rol"),
        say("agreement", "overeenkomst"),
        say("agreement until", "overeenkomst tot"),
        say("region", "gebied"),
        say("store", "opslag"),
        say("retention", "bewaartermijn"),
        say("marks always", "maatregelen altijd"),
        say("marks sometimes", "maatregelen soms"),
        say("functions", "functies"),
        say("files", "bestanden"),
        say("places", "plaatsen"),
        say("errors", "fouten"),
        say("warnings", "waarschuwingen")});
  for (const InventoryPurpose &purpose : inventory.purposes)
    for (const DataFlow &flow : inventory.flows) {
      if (purpose.id.empty() ? !flow.purposes.empty()
                             : !llvm::is_contained(flow.purposes, purpose.id))
        continue;
      InventoryReceiver receiver;
      InventoryStore store;
      for (const InventoryReceiver &each : purpose.receivers)
        if (each.id == flow.receiver && !flow.receiver.empty())
          receiver = each;
      for (const InventoryStore &each : purpose.stores)
        if (each.id == flow.store && !flow.store.empty())
          store = each;
      std::vector<std::string> files, places;
      for (const std::string &file : flow.files)
        files.push_back(shownPath(file, presentation));
      for (const CodePlace &code : flow.places)
        places.push_back(shownPath(code.place.file, presentation) + ":" +
                         std::to_string(code.place.line));
      line({purpose.id, dutch ? purpose.description.nl : purpose.description.en, purpose.legalBasis,
            purpose.owner, flow.data, flow.special ? say("yes", "ja") : "", flow.subject,
            flow.end == DataFlow::Use       ? say("used", "gebruikt")
            : flow.end == DataFlow::Unknown ? say("unknown function", "onbekende functie")
                                            : flow.sink,
            flow.receiver, receiver.role, receiver.agreement, receiver.until,
            receiver.region.empty() ? store.region : receiver.region, flow.store,
            // Of what is stored, the strictest of the data's and the store's.
            !flow.retention.empty()    ? flow.retention
            : !store.retention.empty() ? store.retention
                                       : purpose.retention,
            llvm::join(flow.always, " "), llvm::join(flow.sometimes, " "),
            llvm::join(flow.functions, "; "), llvm::join(files, "; "), llvm::join(places, "; "),
            std::to_string(flow.errors), std::to_string(flow.warnings)});
    }
}

} // namespace earmark
