#include "driver/Options.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

ParsedArguments parse(std::vector<std::string> arguments) {
  return parseArguments(arguments, "2026-11-21");
}

std::string mistake(std::vector<std::string> arguments) {
  ParsedArguments parsed = parse(std::move(arguments));
  EXPECT_FALSE(parsed.options);
  EXPECT_EQ(parsed.status, Unusable);
  return parsed.error;
}

TEST(Options, CheckOfADatabase) {
  ParsedArguments parsed = parse({"check", "-p", "build", "src/a.cpp", "src/b", "-j", "2"});
  ASSERT_TRUE(parsed.options) << parsed.error;
  EXPECT_EQ(parsed.options->command, Command::Check);
  EXPECT_EQ(parsed.options->build, "build");
  EXPECT_THAT(parsed.options->paths, ElementsAre("src/a.cpp", "src/b"));
  EXPECT_EQ(parsed.options->jobs, 2u);
  EXPECT_EQ(parsed.options->asOf, "2026-11-21");
  EXPECT_THAT(parsed.options->outputs, ElementsAre(Output{"text", ""}));
}

TEST(Options, WhatIsBehindTwoDashesIsTheCompilers) {
  ParsedArguments parsed = parse({"check", "a.cpp", "b.cpp", "--", "-std=c++20", "--stats", "-p"});
  ASSERT_TRUE(parsed.options) << parsed.error;
  EXPECT_THAT(parsed.options->paths, ElementsAre("a.cpp", "b.cpp"));
  EXPECT_THAT(parsed.options->flags, ElementsAre("-std=c++20", "--stats", "-p"));
  EXPECT_FALSE(parsed.options->stats);
}

TEST(Options, FormatsAndFilesBelongTogetherInTheirOrder) {
  ParsedArguments parsed = parse({"check", "-p", "b", "--format", "json", "-o", "r.json",
                                  "--format", "text"});
  ASSERT_TRUE(parsed.options) << parsed.error;
  EXPECT_THAT(parsed.options->outputs, ElementsAre(Output{"json", "r.json"}, Output{"text", ""}));
  parsed = parse({"check", "-p", "b", "-o", "r.txt", "--format", "json"});
  ASSERT_TRUE(parsed.options) << parsed.error;
  EXPECT_THAT(parsed.options->outputs, ElementsAre(Output{"text", "r.txt"}, Output{"json", ""}));
}

TEST(Options, MistakesNameTheNearestWord) {
  EXPECT_THAT(mistake({"chekc", "-p", "b"}), HasSubstr("did you mean 'check'?"));
  EXPECT_THAT(mistake({"check", "-p", "b", "--stat"}), HasSubstr("did you mean '--stats'?"));
  EXPECT_THAT(mistake({"check", "-p", "b", "--format", "jsn"}), HasSubstr("did you mean 'json'?"));
  EXPECT_THAT(mistake({"check", "-p", "b", "--fail-on", "eror"}),
              HasSubstr("did you mean 'error'?"));
  EXPECT_THAT(mistake({"check", "-p", "b", "--min-confidence", "likly"}),
              HasSubstr("did you mean 'likely'?"));
}

TEST(Options, WhatCannotBeMeantIsRefused) {
  EXPECT_THAT(mistake({"check"}), HasSubstr("nothing to check"));
  EXPECT_THAT(mistake({"check", "--", "-c"}), HasSubstr("no file before '--'"));
  EXPECT_THAT(mistake({"check", "-p", "b", "a.cpp", "--", "-c"}), HasSubstr("exclude each other"));
  EXPECT_THAT(mistake({"check", "-p", "b", "--as-of", "2026-02-30"}), HasSubstr("is not a date"));
  EXPECT_THAT(mistake({"check", "-p", "b", "--format", "json", "--format", "text"}),
              HasSubstr("only one report can go to standard output"));
  EXPECT_THAT(mistake({"extract", "a.cpp", "-o", "a.flow"}), HasSubstr("no '--'"));
  EXPECT_THAT(mistake({"extract", "a.cpp", "--"}), HasSubstr("nothing to make"));
  EXPECT_THAT(mistake({"explain", "x", "--", "y"}), HasSubstr("takes no flags"));
  EXPECT_EQ(parse({}).status, Unusable);
}

TEST(Options, HelpAndVersionEndWell) {
  ParsedArguments help = parse({"check", "--help"});
  EXPECT_EQ(help.status, Clean);
  EXPECT_THAT(help.out, HasSubstr("--min-confidence"));
  EXPECT_THAT(parse({"--version"}).out, HasSubstr(Version));
}

} // namespace
