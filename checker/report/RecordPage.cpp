#include "report/RecordPage.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

namespace earmark {

namespace {

/// Places that an item names before it only counts the rest.
constexpr size_t MaxPlaces = 5;

struct PageMaker {
  const Inventory &inventory;
  const Presentation &presentation;
  bool dutch;

  std::string say(const char *en, const char *nl) const { return dutch ? nl : en; }

  std::string placeOf(const FindingPlace &place) const {
    return shownPath(place.file, presentation) + ":" + std::to_string(place.line);
  }

  /// "P2Y6M" as people say it; what is no such term stays as it is.
  std::string term(llvm::StringRef iso) const {
    llvm::StringRef rest = iso;
    if (!rest.consume_front("P") || rest.empty())
      return iso.str();
    std::string text;
    while (!rest.empty()) {
      unsigned long long count;
      if (rest.consumeInteger(10, count) || rest.empty())
        return iso.str();
      const char *one, *many;
      switch (rest.front()) {
      case 'Y': one = many = dutch ? "jaar" : "year"; break;
      case 'M': one = dutch ? "maand" : "month", many = dutch ? "maanden" : "month"; break;
      case 'W': one = "week", many = dutch ? "weken" : "week"; break;
      case 'D': one = dutch ? "dag" : "day", many = dutch ? "dagen" : "day"; break;
      default: return iso.str();
      }
      rest = rest.drop_front();
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + (count == 1 ? one : many) +
              (!dutch && count != 1 ? "s" : "");
    }
    return text;
  }

  std::string category(const InventoryCategory &category) const {
    std::string text = category.id;
    if (const std::string &what = dutch ? category.description.nl : category.description.en;
        !what.empty())
      text += " (" + what + ")";
    if (!category.subjects.empty())
      text += say(" of ", " van ") + llvm::join(category.subjects, ", ");
    if (category.special)
      text += say("; special category, Art. 9 or 10", "; bijzonder gegeven, art. 9 of 10");
    if (!category.retention.empty())
      text += say("; kept ", "; bewaard ") + term(category.retention);
    if (!category.seen)
      text += say("; declared, not seen in the code", "; vastgelegd, niet gezien in de code");
    return text;
  }

  std::string receiver(const InventoryReceiver &receiver) const {
    std::string text = receiver.id;
    if (!receiver.role.empty())
      text += ", " + receiver.role;
    if (!receiver.agreement.empty())
      text += say(", agreement ", ", overeenkomst ") + receiver.agreement;
    if (!receiver.until.empty())
      text += (receiver.expired ? say(" that ended on ", " die eindigde op ")
                                : say(" until ", " tot ")) +
              receiver.until;
    if (!receiver.region.empty())
      text += say(", in ", ", in ") + receiver.region;
    if (receiver.outside)
      text += say(" (outside the allowed regions)", " (buiten de toegestane gebieden)");
    if (!receiver.owner.empty())
      text += say(", owner ", ", eigenaar ") + receiver.owner;
    if (!receiver.declared)
      text += say("; not declared for this", "; hiervoor niet vastgelegd");
    return text + got(receiver.data, receiver.seen);
  }

  std::string got(const std::vector<std::string> &data, bool seen) const {
    if (seen)
      return ": " + llvm::join(data, ", ");
    return say("; declared, not seen in the code", "; vastgelegd, niet gezien in de code");
  }

  std::string store(const InventoryStore &store) const {
    std::string text =
        store.id.empty() ? say("(nothing says which)", "(niets zegt welke)") : store.id;
    if (!store.region.empty())
      text += say(", in ", ", in ") + store.region;
    if (store.outside)
      text += say(" (outside the allowed regions)", " (buiten de toegestane gebieden)");
    if (store.encrypted)
      text += say(", encrypts by itself", ", versleutelt zelf");
    if (!store.retention.empty())
      text += say(", kept ", ", bewaard ") + term(store.retention);
    if (!store.owner.empty())
      text += say(", owner ", ", eigenaar ") + store.owner;
    if (!store.declared && !store.id.empty())
      text += say("; not declared", "; niet vastgelegd");
    return text + got(store.data, store.seen);
  }

  RecordActivity activity(const InventoryPurpose &purpose) const {
    RecordActivity made;
    made.title =
        purpose.id.empty() ? say("(no purpose is known)", "(geen doel bekend)") : purpose.id;
    made.lead = purpose.id.empty()
                    ? say("What the code does with personal data without saying for what.",
                          "Wat de code met persoonsgegevens doet zonder te zeggen waarvoor.")
                : dutch ? purpose.description.nl
                        : purpose.description.en;
    auto row = [&](std::string label, std::vector<std::string> values) {
      std::erase(values, "");
      if (!values.empty())
        made.rows.push_back({std::move(label), std::move(values)});
    };
    if (!purpose.id.empty() && !purpose.declared)
      row(say("Note", "Let op"),
          {say("the policy does not declare this purpose", "het beleid legt dit doel niet vast")});
    if (!purpose.seen)
      row(say("Note", "Let op"),
          {say("declared, not seen in the code", "vastgelegd, niet gezien in de code")});
    row(say("Legal basis", "Grondslag"),
        {purpose.legalBasis + (purpose.needsConsent && purpose.legalBasis != "consent"
                                   ? say("; consent is asked", "; toestemming wordt gevraagd")
                                   : "")});
    row(say("Owner", "Eigenaar"), {purpose.owner});
    row(say("Kept at most", "Bewaard hoogstens"),
        {purpose.retention.empty() ? "" : term(purpose.retention)});
    row(say("Review on", "Herzien op"), {purpose.review});
    row(say("Data subjects", "Betrokkenen"), purpose.subjects);
    std::vector<std::string> categories, receivers, stores;
    for (const InventoryCategory &each : purpose.categories)
      categories.push_back(category(each));
    for (const InventoryReceiver &each : purpose.receivers)
      receivers.push_back(receiver(each));
    for (const InventoryStore &each : purpose.stores)
      stores.push_back(store(each));
    row(say("Personal data", "Persoonsgegevens"), categories);
    row(say("Recipients", "Ontvangers"), receivers);
    row(say("Stores", "Opslag"), stores);
    row(say("Also goes to", "Gaat ook naar"), purpose.otherSinks);
    row(say("Measures on the way", "Maatregelen onderweg"), purpose.marks);
    if (purpose.errors || purpose.warnings)
      row(say("Findings", "Bevindingen"),
          {std::to_string(purpose.errors) + say(" errors, ", " fouten, ") +
           std::to_string(purpose.warnings) + say(" warnings", " waarschuwingen")});
    made.functions = {say("Functions", "Functies"), purpose.functions};
    made.files = {say("Files", "Bestanden"), {}};
    for (const std::string &file : purpose.files)
      made.files.values.push_back(shownPath(file, presentation));
    return made;
  }

  RecordList list(std::string title, std::string empty,
                  const std::vector<InventoryDifference> &differences) const {
    RecordList made{std::move(title), std::move(empty), {}};
    for (const InventoryDifference &difference : differences) {
      RecordItem item{dutch ? difference.text.nl : difference.text.en, {}};
      for (size_t i = 0; i < difference.places.size() && i < MaxPlaces; ++i)
        item.places.push_back(placeOf(difference.places[i]));
      if (difference.places.size() > MaxPlaces)
        item.places.push_back(say("and ", "en ") +
                              std::to_string(difference.places.size() - MaxPlaces) +
                              say(" more", " meer"));
      made.items.push_back(std::move(item));
    }
    return made;
  }

  std::vector<std::string> restsOn() const {
    const Assurance &assurance = inventory.assurance;
    std::vector<std::string> lines;
    lines.push_back(std::to_string(assurance.unitsAnalysed) + say(" units, ", " eenheden, ") +
                    std::to_string(assurance.functions) + say(" functions and ", " functies en ") +
                    std::to_string(assurance.calls) +
                    say(" calls were analysed", " aanroepen zijn onderzocht"));
    for (const Assurance::Missing &missing : assurance.unitsNotAnalysed)
      lines.push_back(say("INCOMPLETE, not analysed: ", "ONVOLLEDIG, niet onderzocht: ") +
                      shownPath(missing.what, presentation) + ": " + missing.why);
    std::set<std::string> unknown;
    for (const DataFlow &flow : inventory.flows)
      if (flow.end == DataFlow::Unknown)
        unknown.insert(flow.receiver);
    lines.push_back(std::to_string(unknown.size()) +
                    say(" functions of which nothing is known get personal data",
                        " functies waarvan niets bekend is krijgen persoonsgegevens"));
    lines.push_back(assurance.tool + say(", policy ", ", beleid ") + assurance.policyDigest +
                    say(", models ", ", modellen ") + assurance.modelsDigest);
    return lines;
  }

  std::string party(const std::string &what, const Party &party) const {
    return what + ": " +
           (party.name.empty() ? say("the policy names none", "het beleid noemt er geen")
                               : party.name + ", " + party.contact);
  }

  RecordPage page() const {
    RecordPage made;
    made.language = dutch ? "nl" : "en";
    made.title = say("Record of processing activities", "Register van verwerkingsactiviteiten");
    std::string policy = inventory.policyFile.empty()
                             ? say("the built-in pack", "het ingebouwde pakket")
                             : shownPath(inventory.policyFile, presentation);
    made.subtitle = (inventory.assurance.complete() ? "" : say("INCOMPLETE; ", "ONVOLLEDIG; ")) +
                    say("GDPR Art. 30, as of ", "AVG art. 30, peildatum ") + inventory.asOf + "; " +
                    say("policy ", "beleid ") + policy;
    made.parties = {
        party(say("Controller", "Verwerkingsverantwoordelijke"), inventory.controller),
        party(say("Data protection officer", "Functionaris gegevensbescherming"), inventory.dpo)};
    made.activitiesTitle = say("Activities", "Verwerkingen");
    made.codeTitle = say("The code that does it", "De code die het doet");
    for (const InventoryPurpose &purpose : inventory.purposes)
      made.activities.push_back(activity(purpose));
    made.undeclared = list(say("What the code does and the policy does not declare",
                               "Wat de code doet en het beleid niet vastlegt"),
                           say("Nothing.", "Niets."), inventory.undeclared);
    made.unseen = list(say("What the policy declares and nothing in the code does",
                           "Wat het beleid vastlegt en niets in de code doet"),
                       say("Nothing.", "Niets."), inventory.unseen);
    made.restsOn = restsOn();
    return made;
  }
};

} // namespace

RecordPage recordPageOf(const Inventory &inventory, const Presentation &presentation, bool dutch) {
  return PageMaker{inventory, presentation, dutch}.page();
}

} // namespace earmark
