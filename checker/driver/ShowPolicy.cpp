// `policy show`: the whole policy as numbered sentences, in English or Dutch, that
// a data protection officer reads and signs.
#include "driver/Pipeline.h"

#include "driver/Complaints.h"
#include "driver/LoadPolicyOf.h"
#include "policy/MarkRules.h"
#include "policy/SinkSentence.h"
#include "report/Presentation.h"

namespace earmark {

namespace {

/// One numbered sentence after another.
struct Sentences {
  llvm::raw_ostream &out;
  bool dutch;
  unsigned number = 0;
  std::string text{};

  const char *say(const char *en, const char *nl) const { return dutch ? nl : en; }
  const std::string &say(const Bilingual &both) const { return dutch ? both.nl : both.en; }
  void heading(const char *en, const char *nl) { out << '\n' << say(en, nl) << "\n\n"; }
  Sentences &begin(const std::string &id) {
    text = "'" + id + "'";
    return *this;
  }
  /// A part of the sentence, where there is something to say.
  Sentences &part(const char *en, const char *nl, const std::string &value, const char *enEnd = "",
                  const char *nlEnd = "") {
    if (!value.empty())
      text += say(en, nl) + value + say(enEnd, nlEnd);
    return *this;
  }
  Sentences &part(bool holds, const char *en, const char *nl) {
    if (holds)
      text += say(en, nl);
    return *this;
  }
  /// The same with what joins it to the part before.
  Sentences &also(const char *en, const char *nl, const std::string &value) {
    if (!value.empty())
      text += (text.ends_with('\'') ? " " : "; ") + std::string(say(en, nl)) + value;
    return *this;
  }
  void end() { out << ++number << ". " << text << ".\n"; }
  std::string all(const std::vector<std::string> &words) const {
    return listed(words, say("and", "en"));
  }
};

void showPurposes(const Policy &policy, Sentences &to) {
  to.heading("Purposes", "Doelen");
  for (const auto &[id, purpose] : policy.purposes)
    to.begin(id)
        .part(" is to: ", " is: ", to.say(purpose.description))
        .part("; its legal basis is ", "; de grondslag is ", purpose.legalBasis)
        .part("; it is owned by ", "; de eigenaar is ", purpose.owner)
        .part("; data is kept for ", "; gegevens worden bewaard gedurende ", purpose.retention)
        .part("; it is reviewed on ", "; het wordt herzien op ", purpose.review)
        .part("; it is about ", "; het gaat over ", to.all(purpose.subjects), " only", " alleen")
        .part(purpose.needsConsent, "; it needs the person's consent",
              "; het vereist toestemming van de persoon")
        .part(purpose.audited,
              purpose.audit == Purpose::Before  ? "; its use is recorded before it"
              : purpose.audit == Purpose::After ? "; its use is recorded after it"
                                                : "; its use is recorded",
              purpose.audit == Purpose::Before  ? "; gebruik wordt vooraf vastgelegd"
              : purpose.audit == Purpose::After ? "; gebruik wordt achteraf vastgelegd"
                                                : "; gebruik wordt vastgelegd")
        .end();
}

void showData(const Policy &policy, Sentences &to) {
  to.heading("Personal data", "Persoonsgegevens");
  for (const auto &[id, category] : policy.categories)
    to.begin(id)
        .part(" is: ", " is: ", to.say(category.description))
        .part("; it is about the ", "; het gaat over de betrokkene ", category.subject)
        .part(category.special, "; it is of a special category",
              "; het is een bijzonder persoonsgegeven")
        .part("; it serves ", "; het dient voor ", to.all(category.purposes), " only", " alleen")
        .part("; only ", "; alleen ", to.all(category.departments), " need to know it",
              category.departments.size() == 1 ? " heeft het nodig" : " hebben het nodig")
        .part("; only system ", "; alleen systeem ", to.all(category.systems), " need to know it",
              category.systems.size() == 1 ? " heeft het nodig" : " hebben het nodig")
        .part(category.score, "; it is the score of a model or a formula",
              "; het is de score van een model of formule")
        .part("; it is kept for ", "; het wordt bewaard gedurende ", category.retention)
        .end();
  if (policy.apart.empty())
    return;
  for (const std::vector<std::string> &group : policy.apart) {
    to.text = "";
    to.part("Data of ", "Gegevens van ", to.all(group), " are kept apart",
            " worden gescheiden gehouden")
        .end();
  }
}

void showInteractions(const Policy &policy, Sentences &to) {
  if (!policy.interactions.empty())
    to.heading("Types of interaction", "Typen interactie");
  for (const auto &[id, interaction] : policy.interactions)
    to.begin(id)
        .part(" is: ", " is: ", to.say(interaction.description))
        .part("; it yields ", "; het levert op: ", to.all(interaction.data))
        .part("; what comes of it is kept for ", "; wat ervan komt wordt bewaard gedurende ",
              interaction.retention)
        .end();
}

void showParties(const Policy &policy, Sentences &to) {
  to.heading("Who answers for it", "Wie ervoor instaat");
  auto say = [&](const char *en, const char *nl, const Party &party) {
    to.text = to.say(en, nl);
    to.part(": ", ": ", party.name)
        .part(", ", ", ", party.contact)
        .part(party.name.empty(), " is not named", " is niet genoemd")
        .end();
  };
  say("The controller", "De verwerkingsverantwoordelijke", policy.controller);
  say("The data protection officer", "De functionaris gegevensbescherming", policy.dpo);
}

void showReceivers(const Policy &policy, Sentences &to) {
  if (!policy.recipients.empty())
    to.heading("Recipients", "Ontvangers");
  for (const auto &[id, recipient] : policy.recipients)
    to.begin(id)
        .part(recipient.role.empty(), " may receive data", " mag gegevens ontvangen")
        .part(" is a ", " is ", recipient.role)
        .part(recipient.agreement.empty(), "; there is no agreement with it",
              "; er is geen overeenkomst mee")
        .part("; its agreement is ", "; de overeenkomst is ", recipient.agreement)
        .part(", valid until ", ", geldig tot en met ", recipient.until)
        .part("; it is in ", "; gevestigd in ", recipient.region)
        .part("; it is owned by ", "; de eigenaar is ", recipient.owner)
        .part("; it gets data for ", "; krijgt gegevens voor ", to.all(recipient.purposes), " only",
              " alleen")
        .end();
  if (!policy.stores.empty())
    to.heading("Stores", "Opslag");
  for (const auto &[id, store] : policy.stores)
    to.begin(id)
        .part(true, " keeps data", " bewaart gegevens")
        .part(" in ", " in ", store.region)
        .part(" for ", " gedurende ", store.retention)
        .part("; only ", "; alleen ", to.all(store.departments), " may use it",
              store.departments.size() == 1 ? " mag hem gebruiken" : " mogen hem gebruiken")
        .part("; only system ", "; alleen systeem ", to.all(store.systems), " may use it",
              store.systems.size() == 1 ? " mag hem gebruiken" : " mogen hem gebruiken")
        .part(store.encrypted, "; it encrypts by itself", "; versleutelt zelf")
        .part("; it is owned by ", "; de eigenaar is ", store.owner)
        .end();
  if (!policy.regions.empty()) {
    to.heading("Regions", "Regio's");
    to.text = "";
    to.part("Data may be kept in and sent to ",
            "Gegevens mogen worden bewaard in en verstuurd naar ", to.all(policy.regions))
        .end();
  }
}

void showContexts(const Policy &policy, Sentences &to) {
  if (!policy.contexts.empty())
    to.heading("Code", "Code");
  for (const Context &context : policy.contexts)
    to.begin(context.namespacePattern.empty() ? context.pathPattern : context.namespacePattern)
        .also("runs for ", "draait voor ", context.purpose)
        .also("belongs to ", "hoort bij ", context.department)
        .also("runs in system ", "draait in systeem ", context.system)
        .also("handles ", "behandelt ", context.interaction)
        .end();
}

void showRules(const Policy &policy, Sentences &to) {
  to.heading("Rules", "Regels");
  for (const Rule &rule : policy.rules) {
    std::string required = describe(rule.require, policy, to.dutch);
    bool general = rule.data == "**";
    to.begin(rule.id).text += " (" + levelName(rule.level).str() + ")";
    if (!rule.sinks.empty()) {
      to.text += to.say(": ", ": ");
      to.text += general ? to.say("personal data", "persoonsgegevens") : "'" + rule.data + "'";
      to.part(" that comes of ", " uit ", listed(rule.interactions, to.say("or", "of")));
      to.part(rule.specialOnly, " of a special category", " van een bijzondere categorie");
      to.part(required.empty(), " never reaches ", " bereikt nooit ");
      to.part(!required.empty(), " reaches ", " bereikt ");
      to.text += listed(rule.sinks, to.say("or", "of"));
      to.part(" only when it is ", " alleen wanneer het is: ", required);
    } else {
      to.part(": ", ": ", to.say(rule.title));
    }
    to.part("; clause ", "; artikel ", rule.clause).part("; ", "; ", rule.article).end();
  }
  if (!policy.exceptions.empty())
    to.heading("Exceptions", "Uitzonderingen");
  for (const Exception &exception : policy.exceptions)
    to.begin(exception.rule)
        .part(exception.weakens, " is held less strictly", " wordt minder streng gehouden")
        .part(!exception.weakens, " does not hold", " geldt niet")
        .part(" in '", " in '", exception.in, "'", "'")
        .part(" for '", " voor '", exception.data == "**" ? "" : exception.data, "'", "'")
        .part(" from '", " uit '", exception.source, "'", "'")
        .part(" at ", " bij ", exception.sink)
        .part(" when used for ", " bij gebruik voor ", exception.purpose)
        .part(" until ", " tot en met ", exception.until)
        .part(", approved by ", ", goedgekeurd door ", exception.by)
        .part(" (", " (", exception.role, ")", ")")
        .part(": ", ": ", exception.reason)
        .end();
}

} // namespace

ExitStatus runPolicyShow(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return Unusable;
  }
  console.out << (options.dutch ? "Het beleid van " : "The policy of ")
              << sourceOf(*policy, options.dutch) << '\n';
  Sentences sentences{console.out, options.dutch};
  showParties(*policy, sentences);
  showPurposes(*policy, sentences);
  showData(*policy, sentences);
  showInteractions(*policy, sentences);
  showReceivers(*policy, sentences);
  showContexts(*policy, sentences);
  showRules(*policy, sentences);
  return Clean;
}

} // namespace earmark
