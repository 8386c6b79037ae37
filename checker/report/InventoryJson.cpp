#include "report/InventoryJson.h"

#include "base/ParseJson.h"
#include "report/Escape.h"
#include "report/WriteJson.h"

#include <algorithm>

namespace earmark {

namespace {

constexpr int64_t Version = 1;

struct EndWord {
  DataFlow::End end;
  llvm::StringRef word;
};
constexpr EndWord Ends[] = {
    {DataFlow::Use, "use"}, {DataFlow::Sink, "sink"}, {DataFlow::Unknown, "unknown-function"}};

struct BasisWord {
  DataFlow::Basis basis;
  llvm::StringRef word;
};
constexpr BasisWord Bases[] = {{DataFlow::NotSaid, "not-said"},
                               {DataFlow::MayServe, "may-serve"},
                               {DataFlow::RunsFor, "runs-for"}};

struct InventoryWriter {
  const Presentation &presentation;
  llvm::json::OStream &json;

  void text(llvm::StringRef key, llvm::StringRef value) { json.attribute(key, validText(value)); }

  /// What is empty is left out of descriptions; what identifies is not.
  void known(llvm::StringRef key, llvm::StringRef value) {
    if (!value.empty())
      text(key, value);
  }

  template <typename Texts> void texts(llvm::StringRef key, const Texts &values) {
    json.attributeArray(key, [&] {
      for (const std::string &value : values)
        json.value(validText(value));
    });
  }

  void place(const FindingPlace &place) {
    text("file", shownPath(place.file, presentation));
    json.attribute("line", place.line);
    json.attribute("column", place.column);
  }

  void flow(const DataFlow &flow) {
    text("data", flow.data);
    text("subject", flow.subject);
    texts("purposes", flow.purposes);
    for (const BasisWord &each : Bases)
      if (each.basis == flow.basis)
        text("purposesAre", each.word);
    for (const EndWord &each : Ends)
      if (each.end == flow.end)
        text("end", each.word);
    text("sink", flow.sink);
    text("receiver", flow.receiver);
    text("store", flow.store);
    known("region", flow.region);
    known("phrase", flow.phrase.en);
    known("phraseNl", flow.phrase.nl);
    json.attribute("special", flow.special);
    json.attribute("notAllowed", flow.notAllowed);
    known("retention", flow.retention);
    texts("always", flow.always);
    texts("sometimes", flow.sometimes);
    text("confidence", confidenceName(flow.confidence));
    json.attributeArray("places", [&] {
      for (const CodePlace &code : flow.places)
        json.object([&] {
          place(code.place);
          text("function", code.function);
        });
    });
    texts("functions", flow.functions);
    files(flow.files);
    json.attribute("errors", flow.errors);
    json.attribute("warnings", flow.warnings);
  }

  template <typename Texts> void files(const Texts &names) {
    json.attributeArray("files", [&] {
      for (const std::string &file : names)
        json.value(validText(shownPath(file, presentation)));
    });
  }

  void category(const InventoryCategory &category) {
    text("id", category.id);
    known("description", category.description.en);
    known("descriptionNl", category.description.nl);
    texts("subjects", category.subjects);
    known("retention", category.retention);
    json.attribute("special", category.special);
    json.attribute("declared", category.declared);
    json.attribute("seen", category.seen);
  }

  void receiver(const InventoryReceiver &receiver) {
    text("id", receiver.id);
    known("role", receiver.role);
    known("agreement", receiver.agreement);
    known("until", receiver.until);
    known("region", receiver.region);
    known("owner", receiver.owner);
    texts("data", receiver.data);
    json.attribute("declared", receiver.declared);
    json.attribute("seen", receiver.seen);
    json.attribute("agreementEnded", receiver.expired);
    json.attribute("outsideRegions", receiver.outside);
  }

  void store(const InventoryStore &store) {
    text("id", store.id);
    known("region", store.region);
    known("owner", store.owner);
    known("retention", store.retention);
    texts("data", store.data);
    json.attribute("encrypted", store.encrypted);
    json.attribute("declared", store.declared);
    json.attribute("seen", store.seen);
    json.attribute("outsideRegions", store.outside);
  }

  template <typename Rows, typename Write>
  void rows(llvm::StringRef key, const Rows &all, Write write) {
    json.attributeArray(key, [&] {
      for (const auto &row : all)
        json.object([&] { write(row); });
    });
  }

  void purpose(const InventoryPurpose &purpose) {
    text("id", purpose.id);
    known("description", purpose.description.en);
    known("descriptionNl", purpose.description.nl);
    known("legalBasis", purpose.legalBasis);
    known("owner", purpose.owner);
    known("retention", purpose.retention);
    known("review", purpose.review);
    json.attribute("declared", purpose.declared);
    json.attribute("seen", purpose.seen);
    json.attribute("needsConsent", purpose.needsConsent);
    json.attribute("audited", purpose.audited);
    texts("subjects", purpose.subjects);
    rows("categories", purpose.categories, [&](const InventoryCategory &each) { category(each); });
    rows("receivers", purpose.receivers, [&](const InventoryReceiver &each) { receiver(each); });
    rows("stores", purpose.stores, [&](const InventoryStore &each) { store(each); });
    texts("otherSinks", purpose.otherSinks);
    texts("marks", purpose.marks);
    texts("functions", purpose.functions);
    files(purpose.files);
    json.attribute("errors", purpose.errors);
    json.attribute("warnings", purpose.warnings);
  }

  void party(llvm::StringRef key, const Party &party) {
    if (!party.name.empty())
      json.attributeObject(key, [&] {
        text("name", party.name);
        text("contact", party.contact);
      });
  }

  void difference(const InventoryDifference &difference) {
    text("kind", difference.kind);
    text("text", difference.text.en);
    text("textNl", difference.text.nl);
    texts("data", difference.data);
    rows("places", difference.places, [&](const FindingPlace &each) { place(each); });
  }
};

// ---- reading

std::vector<std::string> textsOf(const llvm::json::Object &object, llvm::StringRef key) {
  std::vector<std::string> texts;
  if (const llvm::json::Array *array = object.getArray(key))
    for (const llvm::json::Value &value : *array)
      if (std::optional<llvm::StringRef> text = value.getAsString())
        texts.push_back(text->str());
  return texts;
}

std::string textOf(const llvm::json::Object &object, llvm::StringRef key) {
  return object.getString(key).value_or("").str();
}

uint32_t numberOf(const llvm::json::Object &object, llvm::StringRef key) {
  int64_t number = object.getInteger(key).value_or(0);
  return number > 0 && number <= UINT32_MAX ? static_cast<uint32_t>(number) : 0;
}

std::optional<DataFlow> flowOf(const llvm::json::Object &object) {
  DataFlow flow;
  flow.data = textOf(object, "data");
  flow.subject = textOf(object, "subject");
  flow.purposes = textsOf(object, "purposes");
  std::string basis = textOf(object, "purposesAre"), end = textOf(object, "end");
  auto isBasis = [&](const BasisWord &each) { return each.word == basis; };
  auto isEnd = [&](const EndWord &each) { return each.word == end; };
  auto knownBasis = std::find_if(std::begin(Bases), std::end(Bases), isBasis);
  auto knownEnd = std::find_if(std::begin(Ends), std::end(Ends), isEnd);
  if (flow.data.empty() || knownBasis == std::end(Bases) || knownEnd == std::end(Ends))
    return std::nullopt;
  flow.basis = knownBasis->basis;
  flow.end = knownEnd->end;
  flow.sink = textOf(object, "sink");
  flow.receiver = textOf(object, "receiver");
  flow.store = textOf(object, "store");
  flow.phrase = {textOf(object, "phrase"), textOf(object, "phraseNl")};
  flow.special = object.getBoolean("special").value_or(false);
  flow.always = textsOf(object, "always");
  flow.sometimes = textsOf(object, "sometimes");
  if (const llvm::json::Array *places = object.getArray("places"))
    for (const llvm::json::Value &value : *places)
      if (const llvm::json::Object *place = value.getAsObject())
        flow.places.push_back(
            {{textOf(*place, "file"), numberOf(*place, "line"), numberOf(*place, "column"), 0, 0},
             textOf(*place, "function")});
  return flow;
}

llvm::Error noInventory(const char *why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "%s; what is compared is written by "
                                 "'earmark inventory --format json -o FILE'",
                                 why);
}

} // namespace

void writeFlowMembers(const DataFlow &flow, const Presentation &presentation,
                      llvm::json::OStream &json) {
  InventoryWriter{presentation, json}.flow(flow);
}

void writeInventoryJson(const Inventory &inventory, const Presentation &presentation,
                        llvm::raw_ostream &out) {
  llvm::json::OStream json(out, 2);
  InventoryWriter writer{presentation, json};
  json.object([&] {
    json.attribute("earmarkInventory", Version);
    writer.text("asOf", inventory.asOf);
    writer.text("policy", shownPath(inventory.policyFile, presentation));
    writer.party("controller", inventory.controller);
    writer.party("dpo", inventory.dpo);
    writer.rows("purposes", inventory.purposes,
                [&](const InventoryPurpose &each) { writer.purpose(each); });
    writer.rows("undeclared", inventory.undeclared,
                [&](const InventoryDifference &each) { writer.difference(each); });
    writer.rows("unseen", inventory.unseen,
                [&](const InventoryDifference &each) { writer.difference(each); });
    writer.rows("flows", inventory.flows, [&](const DataFlow &each) { writer.flow(each); });
    json.attributeObject("assurance",
                         [&] { writeAssuranceMembers(inventory.assurance, presentation, json); });
  });
  out << '\n';
}

llvm::Expected<StoredFlows> readInventoryFlows(llvm::StringRef text) {
  llvm::Expected<llvm::json::Value> value = parseJson(text);
  if (!value)
    return value.takeError();
  const llvm::json::Object *object = value->getAsObject();
  std::optional<int64_t> version = object ? object->getInteger("earmarkInventory") : std::nullopt;
  const llvm::json::Array *rows = object ? object->getArray("flows") : nullptr;
  if (!version || !rows)
    return noInventory("this is no inventory");
  if (*version != Version)
    return noInventory("this inventory was written by another version of earmark");
  StoredFlows stored;
  for (const llvm::json::Value &row : *rows) {
    const llvm::json::Object *fields = row.getAsObject();
    std::optional<DataFlow> flow = fields ? flowOf(*fields) : std::nullopt;
    if (!flow)
      return noInventory("a flow in it lacks its data, or says 'end' or 'purposesAre' in a word "
                         "that there is not");
    stored.flows.push_back(std::move(*flow));
  }
  if (const llvm::json::Object *assurance = object->getObject("assurance"))
    stored.complete = assurance->getBoolean("complete").value_or(false);
  return stored;
}

} // namespace earmark
