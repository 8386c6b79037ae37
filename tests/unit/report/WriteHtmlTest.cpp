#include "ReportTestData.h"

#include "report/Formats.h"
#include "report/HtmlParts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SHA256.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace earmark;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr llvm::StringLiteral Piece = "<script type=\"application/json\" class=\"report\">";

std::string page(const Report &report) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  findFormat("html")->write(report, testPresentation(), stream);
  return out;
}

/// What stands between the first `from` and the next `to`.
llvm::StringRef between(llvm::StringRef text, llvm::StringRef from, llvm::StringRef to) {
  return text.split(from).second.split(to).first;
}

/// The JSON of the page, put together as its script does.
std::string dataOf(llvm::StringRef page) {
  std::string data;
  while (page.contains(Piece)) {
    page = page.split(Piece).second;
    data += page.split("</script>").first;
  }
  return data;
}

std::string sha256(llvm::StringRef text) {
  llvm::SHA256 hash;
  hash.update(text);
  return "'sha256-" + llvm::encodeBase64(hash.final()) + "'";
}

TEST(WriteHtml, TheFindingsStandInThePage) {
  llvm::Expected<llvm::json::Value> data = llvm::json::parse(dataOf(page(testReport())));
  ASSERT_TRUE(static_cast<bool>(data)) << llvm::toString(data.takeError());
  const llvm::json::Object &report = *data->getAsObject();
  EXPECT_EQ(report.getArray("findings")->size(), 1u);
  const llvm::json::Object *excerpt = report.getObject("excerpts")->getObject("src/a.cpp:3:3");
  ASSERT_TRUE(excerpt);
  EXPECT_EQ(excerpt->getString("text"), "  puts(c.email);");
  EXPECT_EQ(excerpt->getString("marker"), "  ^~~~~~~~~~~~~");
}

TEST(WriteHtml, ALargeReportStandsInPieces) {
  Report report = testReport();
  report.findings[0].message = "\xc3\xa9";
  report.findings.resize(500, report.findings[0]);
  report.findings[250].message = std::string(200001, 'x') + "\xe2\x82\xac\xf0\x9f\x98\x80";
  std::string text = page(report);
  EXPECT_GT(llvm::StringRef(text).count(Piece), 5u);
  EXPECT_TRUE(llvm::json::isUTF8(text));
  llvm::Expected<llvm::json::Value> data = llvm::json::parse(dataOf(text));
  ASSERT_TRUE(static_cast<bool>(data)) << llvm::toString(data.takeError());
  const llvm::json::Array &findings = *data->getAsObject()->getArray("findings");
  EXPECT_EQ(findings.size(), 500u);
  EXPECT_EQ(findings[250].getAsObject()->getString("message"), report.findings[250].message);
  for (llvm::StringRef rest = text; rest.contains(Piece);) {
    rest = rest.split(Piece).second;
    EXPECT_TRUE(llvm::all_of(rest.split("</script>").first, [](char c) { return llvm::isASCII(c); }));
    EXPECT_LE(rest.split("</script>").first.size(), 60000u);
  }
}

TEST(WriteHtml, OnlyItsOwnScriptAndStyleMayRun) {
  std::string text = page(testReport());
  llvm::StringRef policy = between(text, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
  EXPECT_THAT(policy.str(), HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy.str(), HasSubstr("script-src " + sha256(between(text, "</script>\n<script>", "</script>"))));
  EXPECT_THAT(policy.str(), HasSubstr("style-src " + sha256(between(text, "<style>", "</style>"))));
}

TEST(WriteHtml, HostileTextStaysText) {
  Report report = testReport();
  report.findings[0].message = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)>";
  report.findings[0].data = "<b>";
  std::string text = page(report);
  EXPECT_THAT(text, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(text, Not(HasSubstr("<!--")));
  EXPECT_THAT(text, Not(HasSubstr("<img")));
}

TEST(WriteHtml, TheScriptMakesNoMarkupOfText) {
  for (const char *name : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("})
    EXPECT_FALSE(htmlScript().contains(name)) << name;
}

} // namespace
