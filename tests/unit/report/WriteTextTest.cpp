#include "ReportTestData.h"

#include "report/WriteText.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

std::string text(const Report &report, bool colour = false) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  writeText(report, testPresentation(colour), stream);
  return stream.str();
}

TEST(WriteText, AFindingReadsAsACompilersDo) {
  EXPECT_THAT(text(testReport()), StartsWith(
R"(src/a.cpp:3:3: error: personal data 'contact.email' is written to a log by 'puts' [personal-data-in-log]
    3 |   puts(c.email);
      |   ^~~~~~~~~~~~~
  1. src/a.cpp:2:10: reads 'Customer::email' (in 'greet')
         2 |  auto e = c.email;
           |          ^
  2. src/a.cpp:3:3: is written to a log by 'puts'
         3 |   puts(c.email);
           |   ^~~~~~~~~~~~~
  declared src/customer.h:7:3
  breaks   clause 2.2, GDPR Art. 5(1)(f)
)"));
  EXPECT_THAT(text(testReport()), HasSubstr("\n1 error, 0 warnings, 0 notes\n"));
}

TEST(WriteText, ColourIsThereWhenAskedForAndNotElse) {
  EXPECT_THAT(text(testReport()), Not(HasSubstr("\x1b")));
  EXPECT_THAT(text(testReport(), true), HasSubstr("\x1b[1;31merror:\x1b[0m"));
}

TEST(WriteText, WhatIsSuppressedIsCountedAndNotShown) {
  Report report = testReport();
  report.findings[0].suppressed = true;
  std::string out = text(report);
  EXPECT_THAT(out, StartsWith("no findings; 1 suppressed\n"));
  EXPECT_THAT(out, Not(HasSubstr("error:")));
}

TEST(WriteText, AnIncompleteRunSaysSoAndWhy) {
  Report report = testReport();
  report.findings.clear();
  report.assurance.unitsNotAnalysed = {{"/p/src/b.cpp", "no such header"}};
  std::string out = text(report);
  EXPECT_THAT(out, HasSubstr("INCOMPLETE: 1 not analysed"));
  EXPECT_THAT(out, HasSubstr("src/b.cpp: no such header"));
}

TEST(WriteText, ControlCharactersOfSourceStayOut) {
  Report report = testReport();
  report.findings[0].message = "a\x1b[2Jb\nc";
  report.findings[0].place.file = "/p/src/hostile.cpp";
  std::string out = text(report);
  EXPECT_THAT(out, HasSubstr("a?[2Jb?c"));
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

TEST(WriteText, SourceLinesCanBeLeftOut) {
  Presentation presentation = testPresentation();
  presentation.excerpts = false;
  std::string out;
  llvm::raw_string_ostream stream(out);
  writeText(testReport(), presentation, stream);
  EXPECT_THAT(stream.str(), Not(HasSubstr("puts(c.email);")));
  EXPECT_THAT(stream.str(), HasSubstr("  1. src/a.cpp:2:10: reads"));
}

TEST(WriteText, ASourceThatCannotBeReadIsLeftOut) {
  Report report = testReport();
  report.findings[0].place.file = "/p/gone.cpp";
  report.findings[0].path.clear();
  EXPECT_THAT(text(report), StartsWith("gone.cpp:3:3: error: "));
}

} // namespace
