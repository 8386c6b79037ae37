#include "PolicyTestProgram.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

constexpr const char *Greeting = R"(
  record Customer { email: std::string, name: std::string }
  function greet(Customer &)
    call #0 direct puts with (0)
    call #1 direct puts with (0)
)";

TEST(CheckFlows, DataAtASinkThatRequiresAMarkIsAFinding) {
  PolicyTestProgram test(Greeting);
  test.role("puts", AnnotationKind::Sink, {"log"});
  test.rule("personal-data-in-log", {"log"}, "anonymised");
  test.arrival("Customer::email", 0);
  std::vector<Finding> findings = test.findings();
  ASSERT_EQ(findings.size(), 1u);
  const Finding &finding = findings.front();
  EXPECT_EQ(finding.rule, "personal-data-in-log");
  EXPECT_EQ(finding.message, "personal data 'contact.email' of customer, read from "
                             "'Customer::email', is written to a log by 'puts': it is not anonymised");
  EXPECT_THAT(finding.messageNl, HasSubstr("wordt in een log geschreven door 'puts'"));
  EXPECT_EQ(finding.subject, "customer"); // from the category above
  EXPECT_EQ(finding.function, "greet");
  EXPECT_EQ(finding.sourceName, "Customer::email");
  EXPECT_EQ(finding.sourceDeclaration.line, 7u);
  EXPECT_EQ(finding.fingerprint.size(), 16u);
  EXPECT_EQ(finding.path.back().text, "is written to a log by 'puts'");
}

TEST(CheckFlows, AMarkOrWhatImpliesItIsEnough) {
  for (MarkSet marks : {PolicyTestProgram::Pseudonymised, PolicyTestProgram::Anonymised}) {
    PolicyTestProgram test(Greeting);
    test.role("puts", AnnotationKind::Sink, {"log"});
    test.rule("personal-data-in-log", {"log"}, "pseudonymised");
    test.arrival("Customer::email", 0).marks = marks;
    EXPECT_THAT(test.findings(), IsEmpty());
  }
}

TEST(CheckFlows, AMarkDoesNotImplyWhatItIsImpliedBy) {
  PolicyTestProgram test(Greeting);
  test.role("puts", AnnotationKind::Sink, {"log"});
  test.rule("personal-data-in-log", {"log"}, "anonymised");
  test.arrival("Customer::email", 0).marks = PolicyTestProgram::Pseudonymised;
  EXPECT_EQ(test.findings().size(), 1u);
}

TEST(CheckFlows, OtherwiseSoftensTheFinding) {
  PolicyTestProgram test(Greeting);
  test.role("puts", AnnotationKind::Sink, {"analytics"});
  test.rule("raw-data-in-analytics", {"analytics"}, "anonymised").otherwise = {
      {"pseudonymised", Level::Note}};
  test.arrival("Customer::email", 0).marks = PolicyTestProgram::Pseudonymised;
  test.arrival("Customer::email", 1);
  std::vector<Finding> findings = test.findings();
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].level, Level::Note);
  EXPECT_EQ(findings[1].level, Level::Error);
}

TEST(CheckFlows, ARuleOfTheUserIsHeldAsTheBuiltInOnesAre) {
  PolicyTestProgram test(Greeting);
  test.role("puts", AnnotationKind::Sink, {"billboard"});
  Rule &rule = test.rule("no-names-on-billboards", {"billboard"});
  rule.data = "contact.*";
  rule.level = Level::Warning;
  test.arrival("Customer::email", 0);
  test.arrival("Customer::name", 1, "identity.name");
  std::vector<Finding> findings = test.findings();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].data, "contact.email");
  EXPECT_EQ(findings[0].level, Level::Warning);
}

TEST(CheckFlows, APossibleFlowHasTheLevelOfThePolicy) {
  PolicyTestProgram test(Greeting);
  test.role("puts", AnnotationKind::Sink, {"log"});
  test.rule("personal-data-in-log", {"log"}, "anonymised");
  test.arrival("Customer::email", 0).confidence = Confidence::Possible;
  EXPECT_EQ(test.findings().front().level, Level::Warning);
  test.policy.possible = Level::Error;
  EXPECT_EQ(test.findings().front().level, Level::Error);
  EXPECT_THAT(test.findings(Confidence::Likely), IsEmpty());
}

TEST(CheckFlows, OneFindingForEachCategoryAtASinkTheSurestOfEqualOnes) {
  PolicyTestProgram test(Greeting);
  test.role("puts", AnnotationKind::Sink, {"log"});
  test.rule("personal-data-in-log", {"log"}, "anonymised");
  test.arrival("Customer::email", 0).confidence = Confidence::Likely;
  test.arrival("Customer::email", 0);
  test.arrival("Customer::name", 0, "identity.name");
  std::vector<Finding> findings = test.findings();
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].data, "contact.email");
  EXPECT_EQ(findings[0].confidence, Confidence::Certain);
  EXPECT_EQ(findings[1].data, "identity.name");
}

TEST(CheckFlows, ASinkOnOneParameterSaysNothingOfTheOthers) {
  PolicyTestProgram test(Greeting);
  test.role("puts", AnnotationKind::Sink, {"log"}).parameter = 1;
  test.rule("personal-data-in-log", {"log"}, "anonymised");
  test.arrival("Customer::email", 0);
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckFlows, FingerprintsStayWhenLinesMoveAndTellEqualFindingsApart) {
  auto prints = [](const std::string &before) {
    PolicyTestProgram test(before + Greeting);
    test.role("puts", AnnotationKind::Sink, {"log"});
    test.rule("personal-data-in-log", {"log"}, "anonymised");
    test.arrival("Customer::email", 0);
    test.arrival("Customer::email", 1);
    std::vector<std::string> fingerprints;
    for (const Finding &finding : test.findings())
      fingerprints.push_back(finding.fingerprint);
    return fingerprints;
  };
  std::vector<std::string> first = prints("");
  ASSERT_EQ(first.size(), 2u);
  EXPECT_NE(first[0], first[1]);
  EXPECT_EQ(first, prints("\n\n// moved\n"));
}

// ---- storage and transfer ---------------------------------------------------

TEST(CheckStorage, AStoreThatEncryptsByItselfTakesPlainData) {
  PolicyTestProgram test(Greeting);
  test.policy.stores["vault"].id = "vault";
  test.policy.stores["vault"].encrypted = true;
  test.policy.stores["disk"].id = "disk";
  test.rule("unencrypted-storage");
  Role &role = test.role("puts", AnnotationKind::Sink, {"store", "vault"});
  test.arrival("Customer::email", 0);
  EXPECT_THAT(test.findings(), IsEmpty());
  role.words[1] = "disk";
  ASSERT_EQ(test.findings().size(), 1u);
  EXPECT_EQ(test.findings().front().store, "disk");
}

TEST(CheckTransfer, TheChannelDecides) {
  auto findings = [](std::string kind, std::vector<std::string> literals, MarkSet marks = 0) {
    PolicyTestProgram test(Greeting);
    test.rule("unencrypted-transfer");
    test.role("puts", AnnotationKind::Sink, {kind});
    Arrival &arrival = test.arrival("Customer::email", 0);
    arrival.literals = literals;
    arrival.marks = marks;
    return test.findings();
  };
  EXPECT_THAT(findings("transmit", {"https://crm.example/v1"}), IsEmpty());
  EXPECT_EQ(findings("transmit", {"HTTP://crm.example/v1"}).size(), 1u);
  EXPECT_THAT(findings("transmit", {"http://crm.example"}).front().message,
              HasSubstr("the channel 'http://crm.example' is clear text"));
  EXPECT_EQ(findings("transmit", {"https://a.example", "ftp://b.example"}).size(), 1u);
  EXPECT_EQ(findings("transmit", {}).size(), 1u); // nothing says that it is protected
  EXPECT_THAT(findings("transmit", {"http://a.example"}, PolicyTestProgram::Encrypted), IsEmpty());
  EXPECT_THAT(findings("third-party", {}), IsEmpty());
  EXPECT_EQ(findings("third-party", {"ws://a.example"}).size(), 1u);
}

// ---- recipients -------------------------------------------------------------

TEST(CheckRecipients, ACallThatNothingKnowsIsARecipient) {
  PolicyTestProgram test(Greeting);
  test.rule("unknown-recipient");
  test.arrival("Customer::email", 0);
  EXPECT_THAT(test.findings(), IsEmpty());
  test.reach.unknownCalls = {CallId(0)};
  test.policy.models = ModelStrength::Warn;
  ASSERT_EQ(test.findings().size(), 1u);
  EXPECT_EQ(test.findings().front().level, Level::Warning);
  EXPECT_THAT(test.findings().front().message, HasSubstr("is passed to 'puts'"));
  test.policy.models = ModelStrength::Strict;
  EXPECT_EQ(test.findings().front().level, Level::Error);
  test.policy.models = ModelStrength::Off;
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckRecipients, AThirdPartyMustBeNamedAndDeclared) {
  PolicyTestProgram test(Greeting);
  test.rule("unknown-recipient");
  Role &role = test.role("puts", AnnotationKind::Sink, {"third-party"});
  test.arrival("Customer::email", 0);
  EXPECT_EQ(test.findings().size(), 1u);
  role.words.push_back("acme");
  EXPECT_THAT(test.findings().front().message, HasSubstr("'acme' is not declared"));
  test.policy.recipients["acme"].id = "acme";
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckRecipients, TheHostOfAUrlNamesTheRecipient) {
  PolicyTestProgram test(Greeting);
  test.rule("unknown-recipient");
  test.role("puts", AnnotationKind::Sink, {"third-party"});
  Recipient &acme = test.policy.recipients["acme"];
  acme.id = "acme";
  acme.hosts = {"*.acme.example"};
  Arrival &arrival = test.arrival("Customer::email", 0);
  arrival.literals = {"https://user@api.acme.example:8443/v1"};
  EXPECT_THAT(test.findings(), IsEmpty());
  arrival.literals = {"https://api.other.example/v1"};
  EXPECT_THAT(test.findings().front().message, HasSubstr("'api.other.example'"));
  arrival.literals = {"https://localhost:8080/v1"};
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckRecipients, AnAgreementHoldsUntilItsLastDay) {
  PolicyTestProgram test(Greeting);
  test.rule("unapproved-recipient");
  test.role("puts", AnnotationKind::Sink, {"third-party", "acme"});
  Recipient &acme = test.policy.recipients["acme"];
  acme.id = "acme";
  test.arrival("Customer::email", 0);
  EXPECT_THAT(test.findings().front().message, HasSubstr("has no agreement"));
  acme.agreement = "DPA-1";
  acme.until = "2026-11-21";
  EXPECT_THAT(test.findings(), IsEmpty());
  acme.until = "2026-11-20";
  EXPECT_THAT(test.findings().front().message, HasSubstr("ended on 2026-11-20"));
}

TEST(CheckRecipients, ARecipientGetsDataForAgreedPurposesOnly) {
  PolicyTestProgram test(Greeting);
  test.rule("unapproved-recipient");
  test.role("puts", AnnotationKind::Sink, {"third-party", "acme"});
  Recipient &acme = test.policy.recipients["acme"];
  acme.id = "acme";
  acme.agreement = "DPA-1";
  acme.purposes = {"marketing"};
  test.arrival("Customer::email", 0);
  EXPECT_THAT(test.findings(), IsEmpty()); // nobody said what for
  Role &runs = test.role("greet", AnnotationKind::RunsFor, {"service"});
  EXPECT_THAT(test.findings().front().message, HasSubstr("approved for marketing"));
  runs.words = {"marketing"};
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckRecipients, RegionsAreAllowedOrNot) {
  PolicyTestProgram test(Greeting);
  test.rule("outside-region");
  test.role("puts", AnnotationKind::Sink, {"store", "crm"});
  Store &crm = test.policy.stores["crm"];
  crm.id = "crm";
  test.arrival("Customer::email", 0);
  test.policy.regions = {"DE", "NL"};
  EXPECT_THAT(test.findings().front().message, HasSubstr("region of store 'crm' is not known"));
  crm.region = "US";
  EXPECT_THAT(test.findings().front().message, HasSubstr("is in US"));
  crm.region = "NL";
  EXPECT_THAT(test.findings(), IsEmpty());
}

// ---- purposes ---------------------------------------------------------------

TEST(CheckPurposes, CodeOfAnotherPurposeMayNotHaveTheData) {
  PolicyTestProgram test(Greeting);
  test.rule("purpose-limitation");
  test.role("greet", AnnotationKind::RunsFor, {"marketing"});
  test.readIn("Customer::email", 0);
  EXPECT_THAT(test.findings(), IsEmpty()); // nothing was said of the data
  test.policy.categories["contact"].purposes = {"service"};
  std::vector<Finding> findings = test.findings();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_THAT(findings[0].message,
              HasSubstr("is used in 'greet', which runs for marketing (roles.h:3), while it may "
                        "only serve service"));
  EXPECT_EQ(findings[0].codePurpose, "marketing");
  // The declaration may say it more narrowly, and then that holds.
  test.reach.sources[0].label.purposes = {"marketing"};
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckPurposes, TheNearestDeclarationOfAPurposeWins) {
  PolicyTestProgram test(R"(
    record Shop { }
    function Shop::offer(int)
      call #0 direct puts with (0)
  )");
  test.rule("purpose-limitation");
  test.policy.categories["contact.email"].purposes = {"service"};
  test.role("Shop", AnnotationKind::RunsFor, {"marketing"});
  test.readIn("Customer::email", 0);
  EXPECT_EQ(test.findings().size(), 1u);
  test.role("Shop::offer", AnnotationKind::RunsFor, {"service"});
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckPurposes, AContextOfThePolicySpeaksForCodeThatSaysNothing) {
  PolicyTestProgram test(R"(
    function shop::offers::send(int)
      call #0 direct puts with (0)
  )");
  test.rule("purpose-limitation");
  test.policy.categories["contact.email"].purposes = {"service"};
  test.readIn("Customer::email", 0);
  test.policy.contexts.push_back({"shop::**", "", "marketing", "", "", "", {"earmark.yaml", 5, 1}});
  EXPECT_EQ(test.findings().size(), 1u);
  test.policy.contexts[0].namespacePattern = "quality::**";
  EXPECT_THAT(test.findings(), IsEmpty());
}

TEST(CheckPurposes, PassingDataToAFunctionOfAnotherPurposeIsAFinding) {
  PolicyTestProgram test(Greeting);
  test.rule("purpose-limitation");
  test.policy.categories["contact.email"].purposes = {"service"};
  test.role("puts", AnnotationKind::RunsFor, {"marketing"});
  test.arrival("Customer::email", 0);
  EXPECT_THAT(test.findings().front().message, HasSubstr("is passed to 'puts'"));
}

TEST(CheckExpectations, AParameterThatExpectsAMarkGetsNoOther) {
  PolicyTestProgram test(Greeting);
  test.rule("state-expectation");
  test.role("puts", AnnotationKind::Expects, {"encrypted"});
  Arrival &arrival = test.arrival("Customer::email", 0);
  EXPECT_THAT(test.findings().front().message, HasSubstr("expects it encrypted"));
  arrival.marks = PolicyTestProgram::Encrypted;
  EXPECT_THAT(test.findings(), IsEmpty());
}

} // namespace
