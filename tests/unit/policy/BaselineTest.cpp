#include "PolicyTestProgram.h"

#include "policy/Baseline.h"
#include "policy/ComposeFinding.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

Finding finding(std::string function = "greet", uint32_t line = 3, std::string file = "a.cpp") {
  Finding made;
  made.rule = "personal-data-in-log";
  made.data = "contact.email";
  made.function = std::move(function);
  made.place = {std::move(file), line, 1, 0, 0};
  made.fingerprint = "puts"; // the callee, until addFingerprints
  return made;
}

std::string printOf(Finding one) {
  std::vector<Finding> findings = {std::move(one)};
  addFingerprints(findings);
  return findings.front().fingerprint;
}

Baseline baselineOf(llvm::StringRef json) {
  llvm::Expected<Baseline> baseline = readBaseline(json);
  EXPECT_TRUE(bool(baseline)) << llvm::toString(baseline.takeError());
  return baseline ? *baseline : Baseline();
}

TEST(Fingerprint, StaysWhereLinesMoveAndFilesAreRenamed) {
  EXPECT_EQ(printOf(finding("greet", 3, "a.cpp")), printOf(finding("greet", 90, "src/b.cpp")));
  EXPECT_NE(printOf(finding("greet")), printOf(finding("part")));
  // Names of what has no name say where it stands.
  EXPECT_EQ(printOf(finding("greet::(lambda at a.cpp:3:9)::operator()")),
            printOf(finding("greet::(lambda at other.cpp:14:2)::operator()")));
  EXPECT_NE(printOf(finding("greet::(lambda at a.cpp:3:9)::operator()")), printOf(finding("greet")));
  EXPECT_EQ(printOf(finding("f((anonymous struct at /x/a.h:7:1))")), printOf(finding("f((anonymous struct at b.h:9:1))")));
  EXPECT_NE(printOf(finding("ns::f")), printOf(finding("ns::g")));
}

TEST(Fingerprint, EqualOnesAreNumbered) {
  std::vector<Finding> findings = {finding("greet", 3), finding("greet", 4)};
  addFingerprints(findings);
  EXPECT_NE(findings[0].fingerprint, findings[1].fingerprint);
}

TEST(Baseline, KnownFingerprintsDoNotFailAndWhatIsGoneIsTold) {
  std::vector<Finding> findings = {finding()};
  addFingerprints(findings);
  Baseline baseline = baselineOf(
      R"({"findings": [{"fingerprint": ")" + findings[0].fingerprint +
      R"("}, {"fingerprint": "b", "rule": "outside-region", "level": "warning", "message": "m", "file": "z.cpp", "line": 4},
      {"fingerprint": "a", "file": "c.cpp"}]})");
  std::vector<GoneFinding> gone = applyBaseline(findings, baseline);
  EXPECT_TRUE(findings[0].suppressed && findings[0].inBaseline);
  EXPECT_EQ(findings[0].suppressedBy, "baseline");
  ASSERT_THAT(gone, SizeIs(2));
  EXPECT_EQ(gone[0].file, "c.cpp");
  EXPECT_EQ(gone[1].rule, "outside-region");
  EXPECT_EQ(gone[1].level, Level::Warning);
  EXPECT_EQ(gone[1].line, 4u);
}

TEST(Baseline, WhatAnExceptionCoveredIsNewWithoutIt) {
  Baseline baseline = baselineOf(R"({"findings": [
    {"fingerprint": "a", "suppressed": true, "suppressedBy": "policy by dpo until 2027-01-01: why"},
    {"fingerprint": "b", "suppressed": true, "suppressedBy": "baseline"}, {"fingerprint": "c", "suppressed": false}]})");
  std::vector<std::string> prints;
  for (const auto &[print, gone] : baseline.findings)
    prints.push_back(print);
  EXPECT_THAT(prints, ElementsAre("b", "c"));
}

TEST(Baseline, AFindingThatAnExceptionCoversIsNeitherInItNorGone) {
  std::vector<Finding> findings = {finding()};
  addFingerprints(findings);
  findings[0].suppressed = true;
  findings[0].suppressedBy = "comment";
  Baseline baseline = baselineOf(R"({"findings": [{"fingerprint": ")" + findings[0].fingerprint + R"("}]})");
  EXPECT_THAT(applyBaseline(findings, baseline), IsEmpty());
  EXPECT_EQ(findings[0].suppressedBy, "comment");
}

TEST(Baseline, WhatIsNoReportIsRefused) {
  for (const char *text : {"", "[]", "{}", R"({"findings": [{}]})", R"({"findings": [3]})"}) {
    llvm::Expected<Baseline> known = readBaseline(text);
    EXPECT_FALSE(bool(known)) << text;
    llvm::consumeError(known.takeError());
  }
}

TEST(Changed, AFindingFailsWhereAnyPlaceOfItsWayIsInAChangedFile) {
  auto suppressedWhen = [](const char *changed) {
    std::vector<Finding> findings = {finding("greet", 3, "sink.cpp")};
    findings[0].source.file = "source.cpp";
    findings[0].sourceDeclaration.file = "customer.h";
    findings[0].path = {{{"between.cpp", 1, 1, 0, 0}, "is passed on", "f"}};
    applyChanged(findings, [&](const std::string &file) { return file == changed; }, "why");
    return findings[0].suppressed;
  };
  for (const char *file : {"sink.cpp", "source.cpp", "customer.h", "between.cpp"})
    EXPECT_FALSE(suppressedWhen(file)) << file;
  EXPECT_TRUE(suppressedWhen("other.cpp"));
}

} // namespace
