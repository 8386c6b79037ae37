#include "PolicyTestProgram.h"

#include "policy/Suppress.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

/// One finding at a.cpp:4, in 'greet'.
struct Logged : PolicyTestProgram {
  Logged() : PolicyTestProgram(R"(
  function greet(Customer &)
    call #0 direct puts with (0)
  )") {
    role("puts", AnnotationKind::Sink, {"log"});
    rule("personal-data-in-log", {"log"}, "anonymised");
    rule("expired-exception");
    arrival("Customer::email", 0);
  }

  uint32_t line() { return findings().front().place.line; }

  void allow(uint32_t line, llvm::StringRef rule, llvm::StringRef until, llvm::StringRef by,
             llvm::StringRef reason) {
    auto text = [&](llvm::StringRef value) {
      return value.empty() ? TextId() : program.flow.texts.intern(value);
    };
    AllowComment comment{text(rule), text(until), text(by), text(reason), {}};
    comment.place.file = program.flow.texts.intern("a.cpp");
    comment.place.line = comment.place.endLine = line;
    comment.place.column = 20;
    program.flow.allows.push_back(comment);
  }

  std::vector<Finding> suppressed(bool whole = true) {
    std::vector<Finding> all = findings();
    used = suppress(all, program, policy, {"2026-11-21", whole});
    return all;
  }
  /// The one finding that is about the exception; the other is not suppressed.
  Finding complaint() {
    std::vector<Finding> all = suppressed();
    EXPECT_THAT(all, SizeIs(2));
    EXPECT_FALSE(all.front().suppressed);
    EXPECT_EQ(all.back().rule, "expired-exception"); // behind it on the line
    EXPECT_EQ(all.back().level, Level::Error);
    return all.back();
  }

  std::vector<std::string> used;
};

TEST(Suppress, ACommentOnTheLineOrTheLineAboveSuppresses) {
  for (uint32_t above : {0, 1}) {
    Logged test;
    test.allow(test.line() - above, "personal-data-in-log", "2027-03-01", "dpo", "the audit");
    std::vector<Finding> findings = test.suppressed();
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_TRUE(findings[0].suppressed);
    EXPECT_THAT(findings[0].suppressedBy, HasSubstr("by dpo until 2027-03-01: the audit"));
    EXPECT_THAT(test.used, SizeIs(1));
  }
}

TEST(Suppress, ACommentElsewhereCoversNothingAndSaysSo) {
  Logged test;
  test.allow(test.line() + 1, "personal-data-in-log", "2027-03-01", "dpo", "the audit");
  std::vector<Finding> findings = test.suppressed();
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_FALSE(findings[0].suppressed);
  EXPECT_EQ(findings[1].rule, "expired-exception");
  EXPECT_EQ(findings[1].level, Level::Warning);
  EXPECT_THAT(findings[1].message, HasSubstr("covers no finding"));
  // A part of the program says nothing about what the rest needs.
  EXPECT_THAT(test.suppressed(false), SizeIs(1));
}

TEST(Suppress, ACommentWithoutReasonApproverOrDateIsAnError) {
  Logged test;
  test.allow(test.line(), "personal-data-in-log", "", "", "");
  EXPECT_THAT(test.complaint().message, HasSubstr("has no date, approver, reason"));
}

TEST(Suppress, ACommentPastItsDateIsAnError) {
  Logged test;
  test.allow(test.line(), "personal-data-in-log", "2026-11-20", "dpo", "the audit");
  EXPECT_THAT(test.complaint().message, HasSubstr("ended on 2026-11-20"));
}

TEST(Suppress, ACommentThatMisspellsARuleNamesTheNearest) {
  Logged test;
  test.allow(test.line(), "personal-data-in-logs", "2027-03-01", "dpo", "the audit");
  EXPECT_THAT(test.complaint().message, HasSubstr("did you mean 'personal-data-in-log'?"));
}

TEST(Suppress, ADateThatTheCalendarLacksIsAnError) {
  Logged test;
  test.allow(test.line(), "personal-data-in-log", "2027-02-29", "dpo", "the audit");
  EXPECT_THAT(test.complaint().message, HasSubstr("is not a date"));
}

TEST(Suppress, AnEntryOfThePolicyBindsToFunctionAndData) {
  Logged test;
  Exception exception;
  exception.rule = "personal-data-in-log";
  exception.in = "greet";
  exception.data = "contact";
  exception.reason = "why";
  exception.by = "dpo";
  exception.until = "2027-01-01";
  exception.place = {"earmark.yaml", 9, 3};
  test.policy.exceptions.push_back(exception);
  EXPECT_TRUE(test.suppressed()[0].suppressed);
  test.policy.exceptions[0].in = "audit::**";
  std::vector<Finding> findings = test.suppressed();
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_FALSE(findings[0].suppressed);
  EXPECT_EQ(findings[1].place.file, "earmark.yaml");
  EXPECT_EQ(findings[1].place.line, 9u);
}

} // namespace
