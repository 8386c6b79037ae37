#include "PolicyTestProgram.h"

#include "policy/DataFlows.h"
#include "policy/DiffFlows.h"
#include "policy/Inventory.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

constexpr const char *Desk = R"(
  record Customer { email: std::string, name: std::string }
  function greet(Customer &)
    call #0 direct mail with (0)
    call #1 direct puts with (0)
  function bill(Customer &)
    call #2 direct mail with (0)
)";

struct FlowsOf : PolicyTestProgram {
  explicit FlowsOf(llvm::StringRef text) : PolicyTestProgram(text) {}

  std::vector<DataFlow> flows() {
    grow();
    CheckContext context(program, reach, policy, "2026-11-21");
    return dataFlows(context, viewsOf(context, Confidence::Possible));
  }
  Inventory inventory() {
    grow();
    CheckContext context(program, reach, policy, "2026-11-21");
    return takeInventory(context, dataFlows(context, viewsOf(context, Confidence::Possible)));
  }
};

TEST(DataFlows, SameDataPurposeAndEndAreOneFlowWithAllItsPlaces) {
  FlowsOf test(Desk);
  test.role("mail", AnnotationKind::Sink, {"third-party", "acme"});
  test.role("greet", AnnotationKind::RunsFor, {"service"});
  test.role("bill", AnnotationKind::RunsFor, {"service"});
  test.arrival("Customer::email", 0).marks = PolicyTestProgram::Encrypted | PolicyTestProgram::Pseudonymised;
  test.arrival("Customer::email", 2).marks = PolicyTestProgram::Encrypted;
  std::vector<DataFlow> flows = test.flows();
  ASSERT_EQ(flows.size(), 1u);
  const DataFlow &flow = flows.front();
  EXPECT_EQ(flow.data, "contact.email");
  EXPECT_EQ(flow.subject, "customer");
  EXPECT_THAT(flow.purposes, ElementsAre("service"));
  EXPECT_EQ(flow.basis, DataFlow::RunsFor);
  EXPECT_EQ(flow.receiver, "acme");
  EXPECT_EQ(flow.places.size(), 2u);
  EXPECT_THAT(flow.always, ElementsAre("encrypted"));
  EXPECT_THAT(flow.sometimes, ElementsAre("pseudonymised"));
  EXPECT_THAT(flow.functions, UnorderedElementsAre("greet", "bill"));
}

TEST(DataFlows, PurposesOfTheCodeMakeFlowsOfTheirOwn) {
  FlowsOf test(Desk);
  test.role("mail", AnnotationKind::Sink, {"third-party", "acme"});
  test.role("greet", AnnotationKind::RunsFor, {"service"});
  test.role("bill", AnnotationKind::RunsFor, {"billing"});
  test.arrival("Customer::email", 0);
  test.arrival("Customer::email", 2);
  std::vector<DataFlow> flows = test.flows();
  ASSERT_EQ(flows.size(), 2u);
  EXPECT_THAT(flows[0].purposes, ElementsAre("billing"));
  EXPECT_THAT(flows[1].purposes, ElementsAre("service"));
}

TEST(DataFlows, WhereTheCodeIsSilentTheDataSaysWhatItMayServe) {
  FlowsOf test(Desk);
  test.role("mail", AnnotationKind::Sink, {"third-party", "acme"});
  test.policy.categories["contact.email"].purposes = {"service", "billing"};
  test.arrival("Customer::email", 0);
  test.arrival("Customer::name", 0, "identity.name");
  std::vector<DataFlow> flows = test.flows();
  ASSERT_EQ(flows.size(), 2u);
  EXPECT_EQ(flows[0].basis, DataFlow::MayServe);
  EXPECT_THAT(flows[0].purposes, ElementsAre("billing", "service"));
  EXPECT_EQ(flows[1].basis, DataFlow::NotSaid);
  // Of those, what was agreed with the recipient.
  test.policy.recipients["acme"] = {};
  test.policy.recipients["acme"].purposes = {"billing"};
  EXPECT_THAT(test.flows()[0].purposes, ElementsAre("billing"));
}

TEST(DataFlows, FindingsAreCountedAtTheFlowThatTheyAreAbout) {
  FlowsOf test(Desk);
  test.role("mail", AnnotationKind::Sink, {"log"});
  test.role("mail", AnnotationKind::Sink, {"third-party", "acme"});
  test.rule("personal-data-in-log", {"log"}, "anonymised");
  test.arrival("Customer::email", 0);
  std::vector<DataFlow> flows = test.flows();
  std::vector<Finding> findings = test.findings();
  ASSERT_EQ(findings.size(), 1u);
  countFindings(flows, findings);
  ASSERT_EQ(flows.size(), 2u);
  EXPECT_EQ(flows[0].sink, "log");
  EXPECT_EQ(flows[0].errors, 1u);
  EXPECT_EQ(flows[1].errors, 0u);
  for (DataFlow &flow : flows)
    flow.errors = 0;
  findings.front().suppressed = true;
  countFindings(flows, findings);
  EXPECT_EQ(flows[0].errors, 0u);
}

TEST(Inventory, DeclaredAndSeenAreKeptApart) {
  FlowsOf test(Desk);
  test.role("mail", AnnotationKind::Sink, {"third-party", "acme"});
  test.role("greet", AnnotationKind::RunsFor, {"service"});
  Purpose service, planning;
  service.id = "service";
  planning.id = "planning";
  test.policy.purposes = {{"service", service}, {"planning", planning}};
  Recipient acme;
  acme.id = "acme";
  acme.agreement = "DPA-1";
  acme.until = "2026-11-20";
  acme.purposes = {"planning"};
  test.policy.recipients["acme"] = acme;
  test.arrival("Customer::email", 0);
  Inventory inventory = test.inventory();
  ASSERT_EQ(inventory.purposes.size(), 2u);
  EXPECT_EQ(inventory.purposes[0].id, "planning");
  EXPECT_FALSE(inventory.purposes[0].seen);
  const InventoryPurpose &seen = inventory.purposes[1];
  EXPECT_TRUE(seen.seen && seen.declared);
  ASSERT_EQ(seen.receivers.size(), 1u);
  EXPECT_TRUE(seen.receivers[0].seen);
  EXPECT_FALSE(seen.receivers[0].declared); // agreed for planning only
  EXPECT_TRUE(seen.receivers[0].expired);
  std::vector<std::string> kinds;
  for (const InventoryDifference &difference : inventory.undeclared)
    kinds.push_back(difference.kind);
  EXPECT_THAT(kinds, ElementsAre("agreement-ended", "recipient-not-agreed"));
  EXPECT_THAT(inventory.undeclared[0].data, ElementsAre("contact.email of customer"));
}

TEST(DiffFlows, AFlowWithItselfIsNoChange) {
  DataFlow flow;
  flow.data = "contact.email";
  flow.purposes = {"service"};
  flow.end = DataFlow::Sink;
  flow.sink = "log";
  flow.always = {"encrypted"};
  DataFlow moved = flow;
  moved.places = {{{"b.cpp", 7, 1, 0, 0}, "g"}};
  EXPECT_FALSE(diffFlows({flow}, {moved}).isWorse());
  EXPECT_THAT(diffFlows({flow}, {moved}).removed, IsEmpty());
  // More protection is no loss; less is.
  DataFlow plain = flow;
  plain.always.clear();
  EXPECT_FALSE(diffFlows({plain}, {flow}).isWorse());
  FlowDiff diff = diffFlows({flow}, {plain});
  ASSERT_EQ(diff.weakened.size(), 1u);
  EXPECT_THAT(diff.weakened[0].lost, ElementsAre("encrypted"));
  EXPECT_THAT(diff.added, IsEmpty());
}

TEST(DiffFlows, AUseIsToldByTheEndThatComesWithIt) {
  DataFlow use, sink, other;
  use.data = sink.data = other.data = "contact.email";
  use.purposes = sink.purposes = {"marketing"};
  other.purposes = {"billing"};
  sink.end = DataFlow::Sink;
  FlowDiff diff = diffFlows({}, {use, sink, other});
  ASSERT_EQ(diff.added.size(), 2u);
  EXPECT_THAT(diff.added[0].purposes, ElementsAre("billing"));
  EXPECT_EQ(diff.added[1].end, DataFlow::Sink);
  EXPECT_EQ(diffFlows({sink}, {use, sink}).added.size(), 1u);
}

} // namespace
