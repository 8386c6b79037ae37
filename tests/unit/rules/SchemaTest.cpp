// The JSON schemas are what editors show: they must have exactly the keys that
// the readers read.
#include "RulesTest.h"
#include "rules/Keys.h"

#include "llvm/Support/JSON.h"

#include <algorithm>

using namespace earmark;

namespace {

llvm::json::Value schema(llvm::StringRef name) {
  for (const EmbeddedFile &file : embeddedSchemas())
    if (file.name == name) {
      llvm::Expected<llvm::json::Value> parsed = llvm::json::parse(file.bytes);
      if (parsed)
        return *parsed;
      ADD_FAILURE() << name.str() << ": " << llvm::toString(parsed.takeError());
    }
  ADD_FAILURE() << "no schema " << name.str();
  return nullptr;
}

/// The map of keys in a definition, which may be one of several forms.
const llvm::json::Object *properties(const llvm::json::Object &definition) {
  if (const auto *found = definition.getObject("properties"))
    return found;
  if (const auto *forms = definition.getArray("oneOf"))
    for (const llvm::json::Value &form : *forms)
      if (const auto *found = form.getAsObject()->getObject("properties"))
        return found;
  return nullptr;
}

void expectSameKeys(llvm::StringRef name, llvm::ArrayRef<const KeyTable *> tables) {
  llvm::json::Value value = schema(name);
  const llvm::json::Object *root = value.getAsObject();
  ASSERT_TRUE(root);
  const llvm::json::Object *definitions = root->getObject("definitions");
  ASSERT_TRUE(definitions);
  size_t defined = 0;
  for (const auto &[key, definition] : *definitions)
    defined += properties(*definition.getAsObject()) != nullptr;
  EXPECT_EQ(defined, tables.size() - 1) << "definitions that no reader has";
  for (const KeyTable *table : tables) {
    bool isRoot = table == tables.front();
    const llvm::json::Object *definition = isRoot ? root : definitions->getObject(table->name);
    ASSERT_TRUE(definition) << table->name.str();
    const llvm::json::Object *keys = properties(*definition);
    ASSERT_TRUE(keys) << table->name.str();
    std::vector<std::string> there, expected;
    for (const auto &[key, type] : *keys)
      there.push_back(key.str());
    for (llvm::StringRef key : table->keys)
      expected.push_back(key.str());
    std::sort(there.begin(), there.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(there, expected) << name.str() << ", " << table->name.str();
  }
}

TEST(Schema, OfPoliciesHasTheReadersKeys) {
  expectSameKeys("earmark.schema.json", policyKeyTables());
}

TEST(Schema, OfModelsHasTheReadersKeys) {
  expectSameKeys("models.schema.json", modelKeyTables());
}

} // namespace
