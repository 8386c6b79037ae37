#include "policy/InventoryGaps.h"

#include "policy/SinkSentence.h"
#include "policy/Words.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

/// Differences that say the same of several data are one.
struct Differences {
  struct Entry {
    Bilingual text;
    std::set<std::pair<std::string, std::string>> data; // category, subject
    std::set<FindingPlace> places;
  };
  std::map<std::pair<std::string, std::string>, Entry> found; // by kind and English text

  Entry &add(llvm::StringRef kind, Bilingual text) {
    Entry &entry = found[{kind.str(), text.en}];
    entry.text = std::move(text);
    return entry;
  }

  void add(llvm::StringRef kind, Bilingual text, const std::vector<FindingPlace> &places) {
    add(kind, std::move(text)).places.insert(places.begin(), places.end());
  }

  void add(llvm::StringRef kind, Bilingual text, const DataFlow &flow) {
    Entry &entry = add(kind, std::move(text));
    entry.data.emplace(flow.data, flow.subject);
    for (const CodePlace &code : flow.places)
      entry.places.insert(code.place);
  }

  std::vector<InventoryDifference> sorted() const {
    std::vector<InventoryDifference> all;
    for (const auto &[key, entry] : found) {
      InventoryDifference difference{
          key.first, entry.text, {}, {entry.places.begin(), entry.places.end()}};
      std::vector<std::string> en, nl;
      for (const auto &[category, subject] : entry.data) {
        en.push_back(category + (subject.empty() ? "" : " of " + subject));
        nl.push_back(category + (subject.empty() ? "" : " van " + subject));
      }
      if (!en.empty()) {
        difference.text.en += ": " + listed(en, "and");
        difference.text.nl += ": " + listed(nl, "en");
      }
      difference.data = std::move(en);
      all.push_back(std::move(difference));
    }
    return all;
  }
};

std::vector<FindingPlace> placesOf(const SourcePlace &place) {
  return {{place.file, place.line, place.column, 0, 0}};
}

bool leaves(const std::string &sink, const Policy &policy) {
  return llvm::any_of(policy.sinks,
                      [&](const SinkKind &kind) { return kind.id == sink && kind.leaves; });
}

struct Undeclared {
  const Policy &policy;
  const std::string &asOf;
  Differences differences;

  void purpose(const DataFlow &flow) {
    if (flow.basis == DataFlow::NotSaid)
      return differences.add("no-purpose",
                             {"processed, and neither the code nor the policy says for what",
                              "verwerkt, en noch de code noch het beleid zegt waarvoor"},
                             flow);
    if (flow.notAllowed)
      differences.add(
          "purpose-not-allowed",
          {"used for " + flow.purposes.front() + ", which it may not serve",
           "gebruikt voor " + flow.purposes.front() + ", waar het niet voor mag dienen"},
          flow);
    if (flow.basis != DataFlow::RunsFor || flow.subject.empty())
      return;
    for (const std::string &id : flow.purposes) {
      auto found = policy.purposes.find(id);
      if (found == policy.purposes.end() || !isOfProject(found->second.place) ||
          found->second.subjects.empty() ||
          llvm::is_contained(found->second.subjects, flow.subject))
        continue;
      differences.add(
          "subject-not-declared",
          {"purpose " + id + " is not about " + flow.subject + ", and this is used for it",
           "doel " + id + " gaat niet over " + flow.subject + ", en dit wordt ervoor gebruikt"},
          flow);
    }
  }

  void receiver(const DataFlow &flow) {
    if (flow.end == DataFlow::Unknown)
      return differences.add("unknown-function",
                             {"passed to '" + flow.receiver + "', of which nothing is known",
                              "doorgegeven aan '" + flow.receiver + "', waarvan niets bekend is"},
                             flow);
    if (flow.receiver.empty()) {
      if (leaves(flow.sink, policy) && flow.store.empty())
        differences.add("no-recipient",
                        {flow.phrase.en + ", and no recipient is named",
                         flow.phrase.nl + ", en er is geen ontvanger genoemd"},
                        flow);
      return;
    }
    auto found = policy.recipients.find(flow.receiver);
    if (found == policy.recipients.end())
      return differences.add(
          "recipient-not-declared",
          {"sent to '" + flow.receiver + "', which is no declared recipient",
           "verzonden naar '" + flow.receiver + "', dat geen vastgelegde ontvanger is"},
          flow);
    const Recipient &recipient = found->second;
    if (recipient.agreement.empty())
      differences.add("no-agreement",
                      {"recipient " + recipient.id + " has no agreement, and gets",
                       "ontvanger " + recipient.id + " heeft geen overeenkomst, en krijgt"},
                      flow);
    else if (!recipient.until.empty() && recipient.until < asOf)
      differences.add("agreement-ended",
                      {"agreement " + recipient.agreement + " with " + recipient.id + " ended on " +
                           recipient.until + ", and it gets",
                       "overeenkomst " + recipient.agreement + " met " + recipient.id +
                           " eindigde op " + recipient.until + ", en deze krijgt"},
                      flow);
    if (!recipient.purposes.empty() && flow.basis == DataFlow::RunsFor &&
        !llvm::is_contained(recipient.purposes, flow.purposes.front()))
      differences.add("recipient-not-agreed",
                      {"nothing was agreed with " + recipient.id + " for " + flow.purposes.front() +
                           ", and for that it gets",
                       "met " + recipient.id + " is niets overeengekomen voor " +
                           flow.purposes.front() + ", en daarvoor krijgt deze"},
                      flow);
  }

  void store(const DataFlow &flow) {
    if (flow.sink != "store" || !flow.receiver.empty())
      return;
    if (flow.store.empty())
      differences.add(
          "no-store",
          {"kept, and nothing says in which store", "bewaard, en niets zegt in welke opslag"},
          flow);
    else if (!policy.stores.count(flow.store))
      differences.add("store-not-declared",
                      {"kept in '" + flow.store + "', which is no declared store",
                       "bewaard in '" + flow.store + "', dat geen vastgelegde opslag is"},
                      flow);
  }
};

struct Unseen {
  const std::vector<DataFlow> &flows;
  const CheckContext &context;
  Differences differences;

  template <typename Matches> bool any(Matches matches) const {
    return llvm::any_of(flows, matches);
  }

  /// Where the code calls something data of `category`, whatever comes of it.
  std::vector<FindingPlace> declaredInCode(const std::string &category) const {
    std::set<FindingPlace> places;
    for (const auto &roles : context.program.roles)
      for (const Role &role : roles)
        if (role.kind == AnnotationKind::Personal && role.origin != Role::LibraryModel &&
            !role.words.empty() && matchesCategory(category, role.words.front()))
          places.insert(placesOf(role.place).front());
    return {places.begin(), places.end()};
  }

  void category(const Category &category) {
    if (any([&](const DataFlow &flow) { return matchesCategory(category.id, flow.data); })) {
      for (const std::string &purpose : category.purposes)
        if (!any([&](const DataFlow &flow) {
              return matchesCategory(category.id, flow.data) &&
                     llvm::is_contained(flow.purposes, purpose);
            }))
          differences.add(
              "purpose-not-used",
              {"'" + category.id + "' may serve " + purpose + ", and nothing uses it for that",
               "'" + category.id + "' mag dienen voor " + purpose +
                   ", en niets gebruikt het daarvoor"},
              placesOf(category.purposesPlace.line ? category.purposesPlace : category.place));
      return;
    }
    std::vector<FindingPlace> inCode = declaredInCode(category.id);
    if (inCode.empty())
      differences.add("category-not-in-code",
                      {"'" + category.id + "' is declared, and nothing in the code holds it",
                       "'" + category.id + "' is vastgelegd, en niets in de code bevat het"},
                      placesOf(category.place));
    else
      differences.add(
          "category-not-used",
          {"the code holds '" + category.id + "', and brings it to no purpose and no sink",
           "de code bevat '" + category.id + "', en brengt het naar geen doel en geen uitgang"},
          inCode);
  }

  void recipient(const Recipient &recipient) {
    auto reaches = [&](const DataFlow &flow) { return flow.receiver == recipient.id; };
    if (!any(reaches))
      return differences.add("recipient-not-reached",
                             {"recipient " + recipient.id + " is declared, and gets nothing",
                              "ontvanger " + recipient.id + " is vastgelegd, en krijgt niets"},
                             placesOf(recipient.place));
    for (const std::string &purpose : recipient.purposes)
      if (!any([&](const DataFlow &flow) {
            return reaches(flow) && llvm::is_contained(flow.purposes, purpose);
          }))
        differences.add("recipient-purpose-not-used",
                        {"recipient " + recipient.id + " may get data for " + purpose +
                             ", and gets none for that",
                         "ontvanger " + recipient.id + " mag gegevens krijgen voor " + purpose +
                             ", en krijgt ze daar niet voor"},
                        placesOf(recipient.place));
  }

  void all() {
    const Policy &policy = context.policy;
    for (const auto &[id, purpose] : policy.purposes)
      if (isOfProject(purpose.place) &&
          !any([&](const DataFlow &flow) { return llvm::is_contained(flow.purposes, id); }))
        differences.add("purpose-not-in-code",
                        {"purpose " + id + " is declared, and nothing uses data for it",
                         "doel " + id + " is vastgelegd, en niets gebruikt er gegevens voor"},
                        placesOf(purpose.place));
    for (const auto &[id, known] : policy.categories)
      if (isOfProject(known.place))
        category(known);
    for (const auto &[id, known] : policy.recipients)
      if (isOfProject(known.place))
        recipient(known);
    for (const auto &[id, store] : policy.stores)
      if (isOfProject(store.place) && !any([&](const DataFlow &flow) { return flow.store == id; }))
        differences.add("store-not-reached",
                        {"store " + id + " is declared, and nothing is kept in it",
                         "opslag " + id + " is vastgelegd, en er wordt niets in bewaard"},
                        placesOf(store.place));
  }
};

} // namespace

bool isOfProject(const SourcePlace &place) {
  return !llvm::StringRef(place.file).starts_with("built-in:");
}

std::vector<InventoryDifference> undeclaredIn(const std::vector<DataFlow> &flows,
                                              const Policy &policy, const std::string &asOf) {
  Undeclared undeclared{policy, asOf, {}};
  for (const DataFlow &flow : flows) {
    undeclared.purpose(flow);
    if (flow.end == DataFlow::Use)
      continue;
    undeclared.receiver(flow);
    undeclared.store(flow);
  }
  return undeclared.differences.sorted();
}

std::vector<InventoryDifference> unseenIn(const std::vector<DataFlow> &flows,
                                          const CheckContext &context) {
  Unseen unseen{flows, context, {}};
  unseen.all();
  return unseen.differences.sorted();
}

} // namespace earmark
