#include "ReportTestData.h"

#include "report/Escape.h"
#include "report/Formats.h"
#include "report/WriteSarif.h"

#include "llvm/Support/JSON.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace earmark;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string written(llvm::StringRef format, const Report &report) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  findFormat(format)->write(report, testPresentation(), stream);
  return out;
}

/// Uploads that take at most three results and four steps of a path.
llvm::json::Value smallSarif(const Report &report) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  writeSarif(report, testPresentation(), stream, {3, 4, 80u << 20});
  return llvm::cantFail(llvm::json::parse(out));
}

llvm::json::Value parsed(llvm::StringRef format, const Report &report) {
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(written(format, report));
  if (value)
    return std::move(*value);
  ADD_FAILURE() << llvm::toString(value.takeError());
  return nullptr;
}

Report withRule() {
  Report report = testReport();
  Rule rule;
  rule.id = "personal-data-in-log";
  rule.title.en = "Personal data in a log";
  rule.why.en = "Logs are read by many.";
  rule.mend.en = "Leave it out.";
  rule.clause = "2.2";
  report.rules = {rule};
  report.exitStatus = 1;
  return report;
}

Report incomplete() {
  Report report = withRule();
  report.findings.clear();
  report.assurance.unitsNotAnalysed = {{"/p/src/broken.cpp", "'x.h' file not found"}};
  report.exitStatus = 3;
  return report;
}

Report hostile() {
  Report report = withRule();
  Finding &finding = report.findings[0];
  finding.message = "</failure>]]><script>alert('x')</script> | `a` @all ::error::\n%0A \x1b[2J \xff";
  finding.place.file = "/p/src/a b:c,%<&\".cpp";
  finding.path[0].text = finding.message;
  return report;
}

const llvm::json::Object &firstRun(const llvm::json::Value &sarif) {
  return *(*sarif.getAsObject()->getArray("runs"))[0].getAsObject();
}

TEST(WriteSarif, AFindingHasItsPlaceItsWayAndItsFingerprint) {
  llvm::json::Value sarif = parsed("sarif", withRule());
  const llvm::json::Object &run = firstRun(sarif);
  const llvm::json::Object &result = *(*run.getArray("results"))[0].getAsObject();
  EXPECT_EQ(result.getString("ruleId"), "personal-data-in-log");
  EXPECT_EQ(result.getInteger("ruleIndex"), 0);
  EXPECT_EQ(result.getString("level"), "error");
  EXPECT_EQ(result.getObject("partialFingerprints")->getString("earmark/v1"), "0123456789abcdef");
  const llvm::json::Object &place =
      *(*result.getArray("locations"))[0].getAsObject()->getObject("physicalLocation");
  EXPECT_EQ(place.getObject("artifactLocation")->getString("uri"), "src/a.cpp");
  EXPECT_EQ(place.getObject("region")->getInteger("startLine"), 3);
  EXPECT_EQ(place.getObject("region")->getInteger("endColumn"), 16); // exclusive there
  const llvm::json::Object &flow = *(*result.getArray("codeFlows"))[0].getAsObject();
  const llvm::json::Object &thread = *(*flow.getArray("threadFlows"))[0].getAsObject();
  EXPECT_EQ(thread.getArray("locations")->size(), 2u);
  const llvm::json::Object &invocation = *(*run.getArray("invocations"))[0].getAsObject();
  EXPECT_EQ(invocation.getBoolean("executionSuccessful"), true);
  EXPECT_EQ(invocation.getInteger("exitCode"), 1);
}

TEST(WriteSarif, WhatWasNotAnalysedIsAFailedRun) {
  llvm::json::Value sarif = parsed("sarif", incomplete());
  const llvm::json::Object &invocation = *(*firstRun(sarif).getArray("invocations"))[0].getAsObject();
  EXPECT_EQ(invocation.getBoolean("executionSuccessful"), false);
  EXPECT_EQ(invocation.getArray("toolExecutionNotifications")->size(), 1u);
}

TEST(WriteSarif, SuppressedFindingsAreTold) {
  Report report = withRule();
  report.findings[0].suppressed = true;
  report.findings[0].suppressedBy = "by dpo: why";
  llvm::json::Value sarif = parsed("sarif", report);
  const llvm::json::Object &result = *(*firstRun(sarif).getArray("results"))[0].getAsObject();
  EXPECT_EQ((*result.getArray("suppressions"))[0].getAsObject()->getString("justification"), "by dpo: why");
}

TEST(WriteSarif, TheLeastSevereGoWhereNotAllFitAndThatIsSaid) {
  Report report = withRule();
  Finding note = report.findings[0];
  note.level = Level::Note;
  report.findings.insert(report.findings.begin(), 5, note);
  report.findings.resize(8, report.findings.back());
  llvm::json::Value sarif = smallSarif(report);
  const llvm::json::Object &run = firstRun(sarif);
  ASSERT_EQ(run.getArray("results")->size(), 3u);
  EXPECT_EQ((*run.getArray("results"))[0].getAsObject()->getString("level"), "error");
  const llvm::json::Object &invocation = *(*run.getArray("invocations"))[0].getAsObject();
  const llvm::json::Object &said = *(*invocation.getArray("toolExecutionNotifications"))[0].getAsObject();
  EXPECT_THAT(said.getObject("message")->getString("text")->str(), HasSubstr("5 findings"));
}

TEST(WriteSarif, AnUploadThatWouldBeTooLargeKeepsTheMostSevere) {
  Report report = withRule();
  Finding error = report.findings[0], note = error;
  error.fingerprint = "error";
  note.level = Level::Note;
  note.path.resize(200, {error.place, std::string(1000, 'x'), "f"});
  error.path.resize(1000, {error.place, std::string(1000, 'x'), "f"});
  report.findings = {note, error, note};
  std::string out;
  llvm::raw_string_ostream stream(out);
  writeSarif(report, testPresentation(), stream, {25000, 1000, 4u << 20});
  llvm::json::Value sarif = llvm::cantFail(llvm::json::parse(out));
  const llvm::json::Object &run = *(*sarif.getAsObject()->getArray("runs"))[0].getAsObject();
  ASSERT_EQ(run.getArray("results")->size(), 3u);
  out.clear();
  writeSarif(report, testPresentation(), stream, {25000, 1000, 1700000});
  sarif = llvm::cantFail(llvm::json::parse(out));
  const llvm::json::Array &results = *(*sarif.getAsObject()->getArray("runs"))[0].getAsObject()->getArray("results");
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(results[0].getAsObject()->getObject("partialFingerprints")->getString("earmark/v1"), "error");
  EXPECT_THAT(out, HasSubstr("2 findings, the least severe, are left out"));
}

TEST(WriteSarif, AVeryLongPathKeepsBothEnds) {
  Report report = withRule();
  FindingStep middle = report.findings[0].path[0];
  middle.text = "middle";
  report.findings[0].path.insert(report.findings[0].path.begin() + 1, 9, middle);
  llvm::json::Value sarif = smallSarif(report);
  const llvm::json::Object &result = *(*firstRun(sarif).getArray("results"))[0].getAsObject();
  const llvm::json::Object &flow = *(*result.getArray("codeFlows"))[0].getAsObject();
  const llvm::json::Array &steps = *(*flow.getArray("threadFlows"))[0].getAsObject()->getArray("locations");
  EXPECT_EQ(steps.size(), 4u);
  EXPECT_EQ(steps.back().getAsObject()->getObject("location")->getObject("message")->getString("text"),
            "is written to a log by 'puts'");
}

TEST(WriteSarif, ColumnsAreCodePoints) {
  Report report = withRule();
  Presentation presentation = testPresentation();
  presentation.read = [](const std::string &) { return std::optional<std::string>("\n\n\xc3\xa9\xc3\xa9 puts(x);\n"); };
  report.findings[0].place = {"/p/src/a.cpp", 3, 6, 3, 12};
  std::string out;
  llvm::raw_string_ostream stream(out);
  writeSarif(report, presentation, stream);
  llvm::Expected<llvm::json::Value> sarif = llvm::json::parse(out);
  ASSERT_TRUE(static_cast<bool>(sarif));
  const llvm::json::Object &result = *(*firstRun(*sarif).getArray("results"))[0].getAsObject();
  const llvm::json::Object &place = *(*result.getArray("locations"))[0].getAsObject()->getObject("physicalLocation");
  EXPECT_EQ(place.getObject("region")->getInteger("startColumn"), 4);
  EXPECT_EQ(place.getObject("region")->getInteger("endColumn"), 11);
}

TEST(WriteGitlab, AnIssueForEachFindingAndEachUnitThatIsMissing) {
  llvm::json::Value issues = parsed("gitlab", withRule());
  const llvm::json::Object &issue = *(*issues.getAsArray())[0].getAsObject();
  EXPECT_EQ(issue.getString("check_name"), "personal-data-in-log");
  EXPECT_EQ(issue.getString("fingerprint"), "0123456789abcdef");
  EXPECT_EQ(issue.getString("severity"), "critical");
  EXPECT_EQ(issue.getObject("location")->getString("path"), "src/a.cpp");
  EXPECT_EQ(issue.getObject("location")->getObject("lines")->getInteger("begin"), 3);
  llvm::json::Value missing = parsed("gitlab", incomplete());
  EXPECT_EQ((*missing.getAsArray())[0].getAsObject()->getString("severity"), "blocker");
}

TEST(WriteRdjson, EndsAreExclusive) {
  llvm::json::Value rdjson = parsed("rdjson", withRule());
  const llvm::json::Object &diagnostic = *(*rdjson.getAsObject()->getArray("diagnostics"))[0].getAsObject();
  EXPECT_EQ(diagnostic.getString("severity"), "ERROR");
  const llvm::json::Object &range = *diagnostic.getObject("location")->getObject("range");
  EXPECT_EQ(range.getObject("end")->getInteger("column"), 16);
  EXPECT_EQ(diagnostic.getArray("relatedLocations")->size(), 2u);
}

TEST(WriteGithub, ACommandForEachFinding) {
  EXPECT_THAT(written("github", withRule()),
              HasSubstr("::error file=src/a.cpp,line=3,col=3,endLine=3,endColumn=15,title=personal-data-in-log::personal"));
  EXPECT_THAT(written("github", incomplete()), HasSubstr("::error file=src/broken.cpp,title=incomplete::not analysed"));
}

TEST(WriteGithub, HostileTextStartsNoCommandAndEndsNoProperty) {
  std::string text = written("github", hostile());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  EXPECT_THAT(text, HasSubstr("file=src/a b%3Ac%2C%25<&\".cpp,"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, HasSubstr("%250A"));
}

TEST(WriteJunit, AFindingFailsARuleWithoutOnePasses) {
  Report report = withRule();
  Rule other;
  other.id = "unencrypted-storage";
  report.rules.push_back(other);
  std::string text = written("junit", report);
  EXPECT_THAT(text, HasSubstr("<testsuites name=\"earmark\" tests=\"2\" failures=\"1\" errors=\"0\">"));
  EXPECT_THAT(text, HasSubstr("<testcase classname=\"unencrypted-storage\" name=\"no finding\"/>"));
  EXPECT_THAT(text, HasSubstr("<failure type=\"error\" message=\"personal data &#39;contact.email&#39;"));
  EXPECT_THAT(written("junit", incomplete()), HasSubstr("errors=\"1\""));
}

TEST(WriteJunit, HostileTextIsEscaped) {
  std::string text = written("junit", hostile());
  EXPECT_THAT(text, Not(HasSubstr("<script>")));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\xff")));
}

TEST(WriteMarkdown, VerdictTableAndPath) {
  std::string text = written("markdown", withRule());
  EXPECT_THAT(text, HasSubstr("## Earmark: 1 error, 0 warnings, 0 notes"));
  EXPECT_THAT(text, HasSubstr("| error | personal\\-data\\-in\\-log | contact.email | customer | src/a.cpp&#58;3 |"));
  EXPECT_THAT(text, HasSubstr("2. src/a.cpp&#58;3: is written to a log"));
  EXPECT_THAT(written("markdown", incomplete()), HasSubstr("not everything was analysed"));
}

TEST(WriteMarkdown, HostileTextIsText) {
  std::string text = written("markdown", hostile());
  EXPECT_THAT(text, Not(HasSubstr("<script>")));
  EXPECT_THAT(text, Not(HasSubstr("@all")));
  EXPECT_THAT(text, HasSubstr("\\| \\`a\\`"));
}

TEST(WriteMarkdown, ACommentStaysShort) {
  Report report = withRule();
  report.findings.resize(1000, report.findings[0]);
  std::string text = written("markdown", report);
  EXPECT_LT(text.size(), 65536u);
  EXPECT_THAT(text, HasSubstr("900 more"));
  // Long messages and long ways too, and much that is gone or was not analysed.
  report.findings[0].message = std::string(3000, 'm');
  report.findings[0].path.resize(30, report.findings[0].path[0]);
  std::fill(report.findings.begin(), report.findings.end(), report.findings[0]);
  report.gone.resize(1000, {"rule", Level::Error, "gone", "weg", "a.cpp", 3, "x"});
  report.assurance.unitsNotAnalysed.resize(1000, {"/p/b.cpp", "why"});
  text = written("markdown", report);
  EXPECT_LT(text.size(), 65536u);
  EXPECT_THAT(text, testing::ContainsRegex("[0-9]+ more, none more severe"));
  EXPECT_THAT(text, HasSubstr("1000 gone since the baseline"));
  EXPECT_THAT(text, HasSubstr("980 more"));
}

TEST(Escape, UriKeepsOnlyWhatIsUnreserved) { EXPECT_EQ(escapeUri("/a b/%\xc3\xa9?#"), "/a%20b/%25%C3%A9%3F%23"); }

} // namespace
