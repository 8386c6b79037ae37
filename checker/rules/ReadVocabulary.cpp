#include "rules/Draft.h"
#include "rules/Formats.h"
#include "rules/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

namespace earmark {
namespace {

/// The names in a section that is a list of names or a map with them as keys.
void eachName(const YamlNode &section, llvm::function_ref<void(const YamlNode &)> name) {
  for (const YamlNode &node : section.isMap() ? section.keys : section.values)
    name(node);
}

/// A category that only a typing mistake tells from a declared one would be a
/// new, unused word, and the one that was meant would keep its old meaning.
bool looksMisspelt(llvm::StringRef word, const YamlNode *value, const WordSet &known,
                   llvm::StringRef &meant) {
  if (value && value->find("description"))
    return false;
  size_t last = word.size() - (word.rfind('.') == llvm::StringRef::npos ? 0 : word.rfind('.') + 1);
  unsigned allowed = last >= 5 ? 2 : 1;
  for (const std::string &candidate : known)
    if (word.edit_distance(candidate, true, allowed) <= allowed) {
      meant = candidate;
      return true;
    }
  return false;
}

void declareNames(Reader &reader, const YamlNode *section, llvm::StringRef what, WordSet &words,
                  bool mayBeList) {
  if (!section || section->kind == YamlNode::Null)
    return;
  if (!section->isMap() && !(mayBeList && section->isSequence())) {
    reader.wrong(*section, "'" + what + "' is " + kindName(*section) + "; expected a map" +
                               (mayBeList ? " or a list of names" : ""));
    return;
  }
  WordSet here;
  eachName(*section, [&](const YamlNode &name) {
    std::string word = reader.newWord(name, "a name in '" + what.str() + "'");
    if (!word.empty() && !here.insert(word).second)
      reader.wrong(name,
                   "'" + word + "' is declared twice in '" + what.str() + "'; expected it once");
  });
  words.insert(here.begin(), here.end());
}

/// "contact.email" declares "contact" too.
void declareCategories(Reader &reader, const YamlNode *data, WordSet &categories) {
  WordSet before = categories;
  declareNames(reader, data, "data", categories, false);
  if (!data || !data->isMap())
    return;
  for (size_t i = 0; i < data->keys.size(); ++i) {
    const YamlNode &key = data->keys[i];
    llvm::StringRef meant;
    if (isWord(key.text) && !before.count(key.text) &&
        looksMisspelt(key.text, i < data->values.size() ? &data->values[i] : nullptr, before,
                      meant))
      reader.wrong(key, "'" + key.text +
                            "' is not a declared data category, and a new one has a "
                            "description; did you mean '" +
                            meant + "'?");
    for (llvm::StringRef parent = key.text; parent.contains('.');) {
      parent = parent.rsplit('.').first;
      if (isWord(parent))
        categories.insert(parent.str());
    }
  }
}

std::string readRegion(Reader &reader, const YamlNode &node) {
  llvm::SmallVector<llvm::StringRef, 256> known{"EU", "EEA"};
  llvm::append_range(known, countries());
  if (node.isScalar() && node.text == "EER") // the Dutch name of the EEA
    return "EEA";
  return reader.oneOf(node, "a region (EU, EEA or an ISO 3166 country code)", known);
}

void readRegions(Reader &reader, const Fields &file, Draft &draft) {
  if (const YamlNode *node = file["adequacy"]) {
    draft.adequacy.clear();
    reader.each(*node, "'adequacy'", [&](const YamlNode &item) {
      draft.adequacy.push_back(reader.oneOf(item, "an ISO 3166 country code", countries()));
    });
  }
  const YamlNode *node = file["regions"];
  if (!node)
    return;
  std::set<std::string> regions;
  reader.each(*node, "'regions'", [&](const YamlNode &item) {
    if (item.isScalar() && item.text == "adequate") {
      if (draft.adequacy.empty())
        reader.wrong(
            item,
            "'adequate' without a list of the countries; expected adequacy: [CH, JP] beside it");
      regions.insert(draft.adequacy.begin(), draft.adequacy.end());
      return;
    }
    std::string region = readRegion(reader, item);
    if (region.empty())
      return;
    regions.insert(region);
    for (llvm::StringRef country : regionGroup(region))
      regions.insert(country.str());
    if (region == "EEA")
      regions.insert("EU");
  });
  draft.policy.regions.assign(regions.begin(), regions.end());
}

/// `[customer, employee]`, or a list of such groups.
void readApart(Reader &reader, const YamlNode *section, Draft &draft) {
  if (!section || section->kind == YamlNode::Null || !reader.list(*section, "'apart'"))
    return;
  draft.policy.apart.clear();
  auto group = [&](const YamlNode &node) {
    std::vector<std::string> subjects =
        knownWords(reader, node, "a data subject", draft.words.subjects);
    if (subjects.size() < 2)
      reader.wrong(node, "fewer than two data subjects; expected those that are kept apart, as "
                         "[customer, employee]");
    draft.policy.apart.push_back(std::move(subjects));
  };
  bool groups = !section->values.empty() && section->values.front().isSequence();
  if (!groups && !section->values.empty())
    return group(*section);
  for (const YamlNode &node : section->values)
    group(node);
}

/// Calls `read` with each entry of a map section, a list's entries with null.
void eachEntry(const YamlNode *section,
               llvm::function_ref<void(const YamlNode &, const YamlNode *)> read) {
  if (!section)
    return;
  for (size_t i = 0; i < (section->isMap() ? section->keys : section->values).size(); ++i) {
    const YamlNode &name = section->isMap() ? section->keys[i] : section->values[i];
    const YamlNode *value = section->isMap() ? &section->values[i] : nullptr;
    if (name.isScalar() && isWord(name.text))
      read(name, value && value->kind != YamlNode::Null ? value : nullptr);
  }
}

/// What code calls something: "birth-date", which stands for birthDate and
/// birth_date as well.
std::vector<std::string> readNames(Reader &reader, const YamlNode &node) {
  std::vector<std::string> names;
  reader.each(node, "'names'", [&](const YamlNode &item) {
    names.push_back(reader.newWord(item, "a name in code"));
  });
  return names;
}

/// A list of names, or a map with them as keys.
void readSubjects(Reader &reader, const YamlNode *section, Policy &policy) {
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    if (!llvm::is_contained(policy.subjects, name.text))
      policy.subjects.push_back(name.text);
    if (!value)
      return;
    Fields fields(reader, *value, keys::Subject, "data subject '" + name.text + "'");
    if (const YamlNode *names = fields["names"])
      policy.subjectNames[name.text] = readNames(reader, *names);
  });
}

template <typename Kind> Kind &named(std::vector<Kind> &kinds, const std::string &id) {
  auto found = llvm::find_if(kinds, [&](const Kind &kind) { return kind.id == id; });
  if (found != kinds.end())
    return *found;
  kinds.push_back(Kind());
  kinds.back().id = id;
  kinds.back().phrase = {id, id};
  return kinds.back();
}

void readMarks(Reader &reader, const YamlNode *section, Draft &draft) {
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    MarkKind &mark = named(draft.policy.marks, name.text);
    if (draft.policy.marks.size() == 65)
      reader.wrong(name, "more than 64 marks; expected at most 64");
    if (!value)
      return;
    Fields fields(reader, *value, keys::Mark, "mark '" + name.text + "'");
    if (const YamlNode *phrase = fields["phrase"])
      mark.phrase = readText(reader, *phrase, "the phrase");
    if (const YamlNode *implies = fields["implies"])
      mark.implies = knownWords(reader, *implies, "a mark", draft.words.marks);
    if (llvm::is_contained(mark.implies, mark.id))
      reader.wrong(*fields["implies"],
                   "mark '" + mark.id + "' implies itself; expected other marks");
    if (const YamlNode *looks = fields["looks-like"])
      mark.looksLike = knownWord(reader, *looks, "a mark", draft.words.marks);
    if (const YamlNode *never = fields["never-constant"])
      mark.neverConstant = reader.boolean(*never, "'never-constant'");
  });
}

void readSinks(Reader &reader, const YamlNode *section, Draft &draft) {
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    SinkKind &sink = named(draft.policy.sinks, name.text);
    if (!value)
      return;
    Fields fields(reader, *value, keys::Sink, "sink '" + name.text + "'");
    if (const YamlNode *phrase = fields["phrase"])
      sink.phrase = readText(reader, *phrase, "the phrase");
    if (const YamlNode *leaves = fields["leaves"])
      sink.leaves = reader.boolean(*leaves, "'leaves'");
    if (const YamlNode *purpose = fields["purpose"])
      sink.purpose = knownWord(reader, *purpose, "a purpose", draft.words.purposes);
  });
}

std::string readLegalBasis(Reader &reader, const YamlNode &node) {
  static const llvm::StringRef bases[] = {"consent",         "contract",    "legal-obligation",
                                          "vital-interests", "public-task", "legitimate-interests"};
  if (node.isScalar() && (node.text == "legitimate-interest" || node.text == "vital-interest"))
    return node.text + "s";
  return reader.oneOf(node, "a legal basis of GDPR Art. 6(1)", bases);
}

/// `audited: true`, or before or after the use.
void readAudited(Reader &reader, const YamlNode &node, Purpose &purpose) {
  bool when = node.isScalar() && (node.text == "before" || node.text == "after");
  purpose.audited = when || reader.boolean(node, "'audited'");
  purpose.audit = !when                   ? Purpose::Somewhere
                  : node.text == "before" ? Purpose::Before
                                          : Purpose::After;
}

void readPurposes(Reader &reader, const YamlNode *section, Draft &draft) {
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    Purpose &purpose = draft.policy.purposes[name.text];
    purpose.id = name.text;
    purpose.place = reader.place(name);
    if (!value)
      return;
    Fields fields(reader, *value, keys::Purpose, "purpose '" + name.text + "'");
    if (const YamlNode *node = fields["description"])
      purpose.description = readText(reader, *node, "the description");
    if (const YamlNode *node = fields["legal-basis"])
      purpose.legalBasis = readLegalBasis(reader, *node);
    if (const YamlNode *node = fields["owner"])
      purpose.owner = reader.text(*node, "the owner");
    if (const YamlNode *node = fields["retention"])
      purpose.retention = reader.duration(*node, "the retention term");
    if (const YamlNode *node = fields["review"])
      purpose.review = reader.date(*node, "the review date");
    if (const YamlNode *node = fields["needs-consent"])
      draft.needsConsent[name.text] = {reader.boolean(*node, "'needs-consent'"),
                                       reader.place(*node)};
    if (const YamlNode *node = fields["audited"])
      readAudited(reader, *node, purpose);
    if (const YamlNode *node = fields["subjects"])
      purpose.subjects = knownWords(reader, *node, "a data subject", draft.words.subjects);
  });
}

/// The departments or systems at `key`, replacing `names`; false: nothing is said there.
bool readNeedToKnow(Reader &reader, const Fields &fields, llvm::StringRef key, llvm::StringRef what,
                    std::vector<std::string> &names) {
  const YamlNode *node = fields[key];
  if (!node)
    return false;
  names.clear();
  reader.each(*node, ("'" + key + "'").str(), [&](const YamlNode &item) {
    std::string name = reader.newWord(item, what);
    if (!name.empty() && !llvm::is_contained(names, name))
      names.push_back(std::move(name));
  });
  llvm::sort(names);
  return true;
}

void readData(Reader &reader, const YamlNode *section, Draft &draft) {
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    Category &category = draft.policy.categories[name.text];
    category.id = name.text;
    category.place = reader.place(name);
    if (!value)
      return;
    Fields fields(reader, *value, keys::Data, "data category '" + name.text + "'");
    if (const YamlNode *node = fields["description"])
      category.description = readText(reader, *node, "the description");
    if (const YamlNode *node = fields["subject"])
      category.subject = knownWord(reader, *node, "a data subject", draft.words.subjects);
    if (const YamlNode *node = fields["purposes"]) {
      category.purposes = knownWords(reader, *node, "a purpose", draft.words.purposes);
      if (node->isSequence() && node->values.empty())
        reader.wrong(*node, "no purpose at all; expected one that the data may serve");
      category.purposesPlace = reader.place(name);
    }
    if (const YamlNode *node = fields["retention"])
      category.retention = reader.duration(*node, "the retention term");
    if (const YamlNode *node = fields["special"])
      draft.special[name.text] = {reader.boolean(*node, "'special'"), reader.place(*node)};
    if (const YamlNode *node = fields["score"])
      draft.score[name.text] = {reader.boolean(*node, "'score'"), reader.place(*node)};
    if (readNeedToKnow(reader, fields, "departments", "a department", category.departments))
      category.departmentsPlace = reader.place(name);
    if (readNeedToKnow(reader, fields, "systems", "a system", category.systems))
      category.systemsPlace = reader.place(name);
    if (const YamlNode *node = fields["names"])
      category.names = readNames(reader, *node);
    if (const YamlNode *node = fields["names-of-subject"])
      category.namesOfSubject = readNames(reader, *node);
  });
}

void readInteractions(Reader &reader, const YamlNode *section, Draft &draft) {
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    Interaction &interaction = draft.policy.interactions[name.text];
    interaction.id = name.text;
    interaction.place = reader.place(name);
    if (!value)
      return;
    Fields fields(reader, *value, keys::Interaction, "interaction '" + name.text + "'");
    if (const YamlNode *node = fields["description"])
      interaction.description = readText(reader, *node, "the description");
    if (const YamlNode *node = fields["data"]) {
      interaction.data.clear();
      reader.each(*node, "'data'", [&](const YamlNode &item) {
        interaction.data.push_back(categoryPattern(reader, item, draft.words.categories));
      });
    }
    if (const YamlNode *node = fields["retention"])
      interaction.retention = reader.duration(*node, "the retention term");
  });
}

/// `{name: Acme B.V., contact: privacy@acme.example}`
void readParty(Reader &reader, const YamlNode *node, llvm::StringRef what, Party &party) {
  if (!node || node->kind == YamlNode::Null)
    return;
  Fields fields(reader, *node, keys::Party, ("'" + what + "'").str());
  if (!fields)
    return;
  party.place = reader.place(*node);
  if (const YamlNode *name = fields.require("name"))
    party.name = reader.text(*name, "the name");
  if (const YamlNode *contact = fields.require("contact"))
    party.contact = reader.text(*contact, "how to reach them");
}

std::string readHost(Reader &reader, const YamlNode &node) {
  std::string host = reader.text(node, "a host");
  bool plain = llvm::all_of(host, [](char c) {
    return llvm::isAlnum(c) || c == '.' || c == '-' || c == '*' || c == ':' || c == '[' ||
           c == ']' || c == '_';
  });
  if (host.empty() || (plain && !llvm::StringRef(host).contains("://")))
    return llvm::StringRef(host).lower();
  reader.wrong(node, "'" + host +
                         "' is no host name; expected it without scheme and path, as "
                         "api.acme.example or *.acme.example");
  return {};
}

/// The constants by which code names a recipient or store.
void readConstants(Reader &reader, const Fields &fields, std::vector<std::string> &hosts,
                   std::vector<std::string> &names) {
  if (const YamlNode *node = fields["hosts"]) {
    hosts.clear();
    reader.each(*node, "'hosts'",
                [&](const YamlNode &item) { hosts.push_back(readHost(reader, item)); });
  }
  if (const YamlNode *node = fields["names"]) {
    names.clear();
    reader.each(*node, "'names'",
                [&](const YamlNode &item) { names.push_back(reader.text(item, "a name")); });
  }
}

void readRecipients(Reader &reader, const YamlNode *section, Draft &draft) {
  static const llvm::StringRef roles[] = {"processor", "sub-processor", "controller",
                                          "joint-controller", "authority"};
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    Recipient &recipient = draft.policy.recipients[name.text];
    recipient.id = name.text;
    recipient.place = reader.place(name);
    if (!value)
      return;
    Fields fields(reader, *value, keys::Recipient, "recipient '" + name.text + "'");
    if (const YamlNode *node = fields["role"])
      recipient.role = reader.oneOf(*node, "a role", roles);
    if (const YamlNode *node = fields["agreement"])
      recipient.agreement = reader.text(*node, "the agreement");
    if (const YamlNode *node = fields["until"])
      recipient.until = reader.date(*node, "the end of the agreement");
    if (const YamlNode *node = fields["region"])
      recipient.region = readRegion(reader, *node);
    if (const YamlNode *node = fields["owner"])
      recipient.owner = reader.text(*node, "the owner");
    if (const YamlNode *node = fields["purposes"])
      recipient.purposes = knownWords(reader, *node, "a purpose", draft.words.purposes);
    readConstants(reader, fields, recipient.hosts, recipient.names);
  });
}

void readStores(Reader &reader, const YamlNode *section, Draft &draft) {
  eachEntry(section, [&](const YamlNode &name, const YamlNode *value) {
    Store &store = draft.policy.stores[name.text];
    store.id = name.text;
    store.place = reader.place(name);
    if (!value)
      return;
    Fields fields(reader, *value, keys::Store, "store '" + name.text + "'");
    if (const YamlNode *node = fields["region"])
      store.region = readRegion(reader, *node);
    if (const YamlNode *node = fields["owner"])
      store.owner = reader.text(*node, "the owner");
    if (const YamlNode *node = fields["retention"])
      store.retention = reader.duration(*node, "the retention term");
    if (const YamlNode *node = fields["encrypted"])
      store.encrypted = reader.boolean(*node, "'encrypted'");
    readNeedToKnow(reader, fields, "departments", "a department", store.departments);
    readNeedToKnow(reader, fields, "systems", "a system", store.systems);
    readConstants(reader, fields, store.hosts, store.names);
  });
}

} // namespace

void declareWords(Reader &reader, const YamlNode &root, Vocabulary &words) {
  declareNames(reader, root.find("subjects"), "subjects", words.subjects, true);
  declareNames(reader, root.find("marks"), "marks", words.marks, true);
  declareNames(reader, root.find("sinks"), "sinks", words.sinks, true);
  declareNames(reader, root.find("purposes"), "purposes", words.purposes, false);
  declareNames(reader, root.find("interactions"), "interactions", words.interactions, false);
  declareNames(reader, root.find("recipients"), "recipients", words.recipients, false);
  declareNames(reader, root.find("stores"), "stores", words.stores, false);
  declareNames(reader, root.find("rules"), "rules", words.rules, false);
  declareCategories(reader, root.find("data"), words.categories);
}

void readVocabulary(Reader &reader, const Fields &file, Draft &draft) {
  readSubjects(reader, file["subjects"], draft.policy);
  readApart(reader, file["apart"], draft);
  if (const YamlNode *node = file["audit-may-name"]) {
    draft.policy.auditNames.clear();
    reader.each(*node, "'audit-may-name'", [&](const YamlNode &item) {
      draft.policy.auditNames.push_back(categoryPattern(reader, item, draft.words.categories));
    });
  }
  readMarks(reader, file["marks"], draft);
  readSinks(reader, file["sinks"], draft);
  readRegions(reader, file, draft);
  readPurposes(reader, file["purposes"], draft);
  readData(reader, file["data"], draft);
  readInteractions(reader, file["interactions"], draft);
  readParty(reader, file["controller"], "controller", draft.policy.controller);
  readParty(reader, file["dpo"], "dpo", draft.policy.dpo);
  readRecipients(reader, file["recipients"], draft);
  readStores(reader, file["stores"], draft);
}

void finishDraft(Draft &draft, std::vector<PolicyMistake> &mistakes) {
  Policy &policy = draft.policy;
  for (auto &[id, purpose] : policy.purposes) {
    bool consent = purpose.legalBasis == "consent";
    const Draft::Said &said = draft.needsConsent[id];
    purpose.needsConsent = said.value.value_or(consent);
    if (consent && !purpose.needsConsent)
      mistakes.push_back(
          {said.place, "the legal basis of purpose '" + id +
                           "' is consent; expected 'needs-consent: true' or another basis"});
  }
  for (const std::string &word : draft.words.categories)
    policy.categories[word].id = word;
  // Sorted by id, a parent comes before its children.
  for (auto &[id, category] : policy.categories) {
    const Category *parent = nullptr;
    if (size_t dot = id.rfind('.'); dot != std::string::npos)
      parent = &policy.categories[id.substr(0, dot)];
    if (const Draft::Said &said = draft.special[id]; said.value)
      category.special = *said.value;
    else if (parent)
      category.special = parent->special;
    if (const Draft::Said &said = draft.score[id]; said.value)
      category.score = *said.value;
    else if (parent)
      category.score = parent->score;
    if (!parent)
      continue;
    if (category.subject.empty())
      category.subject = parent->subject;
    if (category.purposes.empty()) {
      category.purposes = parent->purposes;
      category.purposesPlace = parent->purposesPlace;
    }
    if (category.retention.empty())
      category.retention = parent->retention;
    if (category.departments.empty()) {
      category.departments = parent->departments;
      category.departmentsPlace = parent->departmentsPlace;
    }
    if (category.systems.empty()) {
      category.systems = parent->systems;
      category.systemsPlace = parent->systemsPlace;
    }
    if (!category.place.line)
      category.place = parent->place;
  }
}

Bilingual readText(Reader &reader, const YamlNode &node, llvm::StringRef what) {
  if (!node.isMap()) {
    std::string text = reader.text(node, what);
    return {text, text};
  }
  Fields fields(reader, node, keys::Text, what);
  Bilingual result;
  if (const YamlNode *en = fields.require("en"))
    result.en = reader.text(*en, what);
  if (const YamlNode *nl = fields["nl"])
    result.nl = reader.text(*nl, what);
  if (result.nl.empty())
    result.nl = result.en;
  return result;
}

} // namespace earmark
