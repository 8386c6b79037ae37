#include "ReportTestData.h"

#include "report/InventoryJson.h"
#include "report/WriteDiff.h"
#include "report/WriteInventory.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char *Attack = "=HYPERLINK(\"http://evil\")<script>alert(1)</script>|[x](javascript:y)\n::error::\x1b[2J\xff";

Inventory hostile() {
  DataFlow flow;
  flow.data = flow.subject = flow.sink = flow.receiver = flow.store = Attack;
  flow.purposes = {Attack};
  flow.basis = DataFlow::RunsFor;
  flow.end = DataFlow::Sink;
  flow.phrase = {Attack, Attack};
  flow.always = {"encrypted"};
  flow.places = {{{Attack, 3, 1, 0, 0}, Attack}};
  flow.functions = flow.files = {Attack};
  Inventory inventory;
  inventory.asOf = "2026-11-21";
  inventory.policyFile = Attack;
  inventory.flows = {flow};
  InventoryPurpose purpose;
  purpose.id = purpose.owner = Attack;
  purpose.description = {Attack, Attack};
  purpose.categories.emplace_back();
  purpose.categories.back().id = Attack;
  purpose.receivers.emplace_back();
  purpose.receivers.back().id = Attack;
  purpose.functions = purpose.files = {Attack};
  inventory.purposes = {purpose};
  inventory.undeclared = {{"no-store", {Attack, Attack}, {Attack}, {{Attack, 3, 1, 0, 0}}}};
  inventory.assurance.unitsNotAnalysed = {{Attack, Attack}};
  return inventory;
}

std::string written(const Inventory &inventory, llvm::StringRef format) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  findInventoryFormat(format)->write(inventory, testPresentation(), false, stream);
  return out;
}

TEST(Inventory, HostileTextStaysTextInEveryFormat) {
  for (const InventoryFormat &format : inventoryFormats()) {
    std::string text = written(hostile(), format.name);
    EXPECT_THAT(text, Not(HasSubstr("\x1b"))) << format.name.str();
    if (format.name != "text")
      EXPECT_TRUE(llvm::json::isUTF8(text)) << format.name.str();
  }
  EXPECT_THAT(written(hostile(), "html"), Not(HasSubstr("<script")));
  EXPECT_THAT(written(hostile(), "markdown"), Not(HasSubstr("<script")));
  EXPECT_THAT(written(hostile(), "markdown"), Not(HasSubstr("](javascript")));
  // What starts like a formula is none in a spreadsheet.
  EXPECT_THAT(written(hostile(), "csv"), Not(HasSubstr("\n=")));
  EXPECT_THAT(written(hostile(), "csv"), Not(HasSubstr(",=")));
  EXPECT_THAT(written(hostile(), "csv"), Not(HasSubstr("\"=")));
}

TEST(Inventory, WhatIsWrittenIsReadBack) {
  Inventory inventory;
  DataFlow flow;
  flow.data = "contact.email";
  flow.subject = "customer";
  flow.purposes = {"billing", "service"};
  flow.basis = DataFlow::MayServe;
  flow.end = DataFlow::Unknown;
  flow.receiver = "curl_frobnicate";
  flow.phrase = {"is sent", "wordt verzonden"};
  flow.always = {"encrypted"};
  flow.places = {{{"/p/src/a.cpp", 3, 4, 0, 0}, "greet"}};
  inventory.flows = {flow};
  llvm::Expected<StoredFlows> stored = readInventoryFlows(written(inventory, "json"));
  ASSERT_TRUE(static_cast<bool>(stored)) << llvm::toString(stored.takeError());
  EXPECT_TRUE(stored->complete);
  ASSERT_EQ(stored->flows.size(), 1u);
  const DataFlow &read = stored->flows.front();
  EXPECT_EQ(identity(read), identity(flow));
  EXPECT_EQ(read.basis, flow.basis);
  EXPECT_EQ(read.always, flow.always);
  EXPECT_EQ(read.phrase.nl, flow.phrase.nl);
  EXPECT_EQ(read.places.front().place.file, "src/a.cpp");
  EXPECT_EQ(read.places.front().place.line, 3u);
  inventory.assurance.unitsNotAnalysed = {{"b.cpp", "gone"}};
  stored = readInventoryFlows(written(inventory, "json"));
  ASSERT_TRUE(static_cast<bool>(stored));
  EXPECT_FALSE(stored->complete);
}

TEST(Inventory, WhatIsNoInventoryIsRefused) {
  for (const char *text : {"", "[]", "{}", "{\"earmarkInventory\": 2, \"flows\": []}",
                           "{\"earmarkInventory\": 1, \"flows\": [3]}",
                           "{\"earmarkInventory\": 1, \"flows\": [{\"data\": \"a\", \"end\": \"beginning\"}]}"}) {
    llvm::Expected<StoredFlows> stored = readInventoryFlows(text);
    EXPECT_FALSE(static_cast<bool>(stored)) << text;
    llvm::consumeError(stored.takeError());
  }
}

TEST(Diff, HostileTextStaysTextInEveryFormat) {
  DiffReport report;
  report.diff.added = hostile().flows;
  report.diff.weakened = {{hostile().flows.front(), {"encrypted"}}};
  for (const DiffFormat &format : diffFormats())
    for (bool dutch : {false, true}) {
      std::string out;
      llvm::raw_string_ostream stream(out);
      format.write(report, testPresentation(), dutch, stream);
      EXPECT_THAT(out, Not(HasSubstr("\x1b")));
      EXPECT_THAT(out, Not(HasSubstr("\n::error"))) << out;
      if (format.name == "markdown")
        EXPECT_THAT(out, Not(HasSubstr("<script")));
    }
}

} // namespace
