#include "base/ParseJson.h"

#include <gtest/gtest.h>

using namespace earmark;

namespace {

bool parses(llvm::StringRef text) {
  llvm::Expected<llvm::json::Value> value = parseJson(text);
  if (!value)
    llvm::consumeError(value.takeError());
  return bool(value);
}

TEST(ParseJson, RefusesWhatIsNestedTooDeep) {
  auto nested = [](size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parses(nested(256)));
  EXPECT_FALSE(parses(nested(257)));
  EXPECT_FALSE(parses(nested(1000000)));
  EXPECT_FALSE(parses(std::string(1000000, '{')));
}

TEST(ParseJson, BracketsInTextAreText) {
  EXPECT_TRUE(parses("\"" + std::string(1000, '[') + "\""));
  EXPECT_TRUE(parses("\"\\\"" + std::string(1000, '[') + "\""));
  EXPECT_FALSE(parses("\"\\"));
  EXPECT_FALSE(parses(""));
}

} // namespace
