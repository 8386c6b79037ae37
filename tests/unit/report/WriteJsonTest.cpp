#include "ReportTestData.h"

#include "report/Formats.h"

#include "llvm/Support/JSON.h"

#include <gtest/gtest.h>

using namespace earmark;

namespace {

llvm::json::Object json(const Report &report) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  findFormat("json")->write(report, testPresentation(), stream);
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(stream.str());
  if (!value) {
    ADD_FAILURE() << llvm::toString(value.takeError());
    return {};
  }
  return std::move(*value->getAsObject());
}

TEST(WriteJson, EveryFieldOfAFindingIsThere) {
  llvm::json::Object report = json(testReport());
  ASSERT_TRUE(report.getArray("findings"));
  const llvm::json::Object &finding = *(*report.getArray("findings"))[0].getAsObject();
  for (const char *key :
       {"rule", "level", "message", "messageNl", "file", "line", "column", "function", "data",
        "confidence", "subject", "source", "path", "fingerprint", "purposes", "recipient", "store",
        "clause", "article", "owner", "mend", "suppressed"})
    EXPECT_TRUE(finding.get(key)) << key;
  EXPECT_EQ(finding.getString("file"), "src/a.cpp");
  EXPECT_EQ(finding.getInteger("line"), 3);
  EXPECT_EQ(finding.getString("level"), "error");
  EXPECT_EQ(finding.getString("confidence"), "certain");
  EXPECT_EQ(finding.getObject("source")->getString("name"), "Customer::email");
  EXPECT_EQ(finding.getArray("path")->size(), 2u);
  EXPECT_EQ(report.getObject("summary")->getInteger("errors"), 1);
  EXPECT_EQ(report.getObject("assurance")->getBoolean("complete"), true);
}

TEST(WriteJson, BytesThatAreNoTextDoNotBreakIt) {
  Report report = testReport();
  report.findings[0].message = "caf\xe9 \x01 \"quoted\"";
  llvm::json::Object object = json(report);
  EXPECT_TRUE((*object.getArray("findings"))[0].getAsObject()->getString("message"));
}

TEST(Formats, NamesAreFound) {
  EXPECT_TRUE(findFormat("text"));
  EXPECT_FALSE(findFormat("txt"));
}

} // namespace
