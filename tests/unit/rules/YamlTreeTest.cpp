#include "rules/YamlTree.h"

#include "gtest/gtest.h"

#include "rules/LoadModels.h"

using namespace earmark;

namespace {

::testing::AssertionResult same(const YamlNode &a, const YamlNode &b) {
  if (a.kind != b.kind || a.quoted != b.quoted || a.line != b.line || a.column != b.column ||
      a.text != b.text || a.keys.size() != b.keys.size() || a.values.size() != b.values.size())
    return ::testing::AssertionFailure() << "differs at " << a.line << ":" << a.column << " '"
                                         << a.text << "' and '" << b.text << "'";
  for (size_t i = 0; i < a.keys.size(); ++i)
    if (auto result = same(a.keys[i], b.keys[i]); !result)
      return result;
  for (size_t i = 0; i < a.values.size(); ++i)
    if (auto result = same(a.values[i], b.values[i]); !result)
      return result;
  return ::testing::AssertionSuccess();
}

TEST(YamlTree, GivesBackEveryKindOfNode) {
  llvm::Expected<YamlNode> root = parseYaml("f", "a: [1, 'off', {b: }, []]\n"
                                                 "\"c d\": |\n  line\n  zwei \xC3\xA9\n"
                                                 "e: {}\n");
  ASSERT_TRUE(bool(root));
  EXPECT_TRUE(same(*root, unpackYaml(packYaml(*root))));
}

/// What the command carries is what its YAML says, file by file and place by place.
TEST(YamlTree, EmbeddedTreesAreTheirYaml) {
  for (llvm::ArrayRef<EmbeddedFile> files : {embeddedPolicies(), embeddedModels()}) {
    EXPECT_FALSE(files.empty());
    for (const EmbeddedFile &file : files) {
      ASSERT_FALSE(file.tree.empty()) << file.name.str();
      llvm::Expected<YamlNode> parsed = parseYaml(file.name, file.bytes);
      ASSERT_TRUE(bool(parsed)) << file.name.str();
      EXPECT_TRUE(same(*parsed, unpackYaml(file.tree))) << file.name.str();
    }
  }
}

/// The models are the same tables whether trees were there or YAML was parsed.
TEST(YamlTree, ModelsAreTheSameEitherWay) {
  std::vector<EmbeddedFile> bare;
  for (const EmbeddedFile &file : embeddedModels())
    bare.push_back({file.name, file.bytes, {}});
  LoadOptions parsing;
  parsing.models = bare;
  llvm::Expected<ModelSet> quick = loadModels(Policy()), slow = loadModels(Policy(), parsing);
  ASSERT_TRUE(bool(quick) && bool(slow));
  EXPECT_EQ(quick->digest, slow->digest);
  EXPECT_EQ(quick->libraries, slow->libraries);
  ASSERT_EQ(quick->models.size(), slow->models.size());
  for (size_t i = 0; i < quick->models.size(); ++i) {
    EXPECT_EQ(quick->models[i].pattern, slow->models[i].pattern);
    EXPECT_EQ(quick->models[i].place, slow->models[i].place);
    EXPECT_EQ(quick->models[i].function, slow->models[i].function);
  }
  EXPECT_EQ(quick->flow.edges.size(), slow->flow.edges.size());
  EXPECT_EQ(quick->flow.texts.size(), slow->flow.texts.size());
}

} // namespace
