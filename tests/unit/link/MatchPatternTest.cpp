#include "link/MatchPattern.h"

#include "unit/FlowTestBuilder.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace earmark;
using testing::ElementsAre;

namespace {

bool matches(const char *pattern, const char *name) {
  return NamePattern(pattern).matchesName(name);
}

/// Whether `pattern` matches the function declared as `declaration`.
bool matchesDeclared(const char *pattern, const char *declaration, const char *records = "") {
  FlowTables tables;
  FlowTestBuilder builder(tables);
  builder.add(records);
  builder.add(std::string("declare ") + declaration);
  for (uint32_t i = 0; i < tables.symbols.size(); ++i)
    if (tables.symbols[i].kind == SymbolKind::Function)
      return NamePattern(pattern).matches(tables, SymbolId(i));
  return false;
}

TEST(MatchPattern, splitsNames) {
  EXPECT_THAT(splitName("a::b::c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(splitName("a<x::y>::c"), ElementsAre("a<x::y>", "c"));
  EXPECT_THAT(splitName("a::operator<"), ElementsAre("a", "operator<"));
  EXPECT_THAT(splitName("a::operator std::string"), ElementsAre("a", "operator std::string"));
  EXPECT_THAT(splitName("f::(lambda at f.cpp:3:7)::operator()"),
              ElementsAre("f", "(lambda at f.cpp:3:7)", "operator()"));
  EXPECT_THAT(splitName("operators::run"), ElementsAre("operators", "run"));
}

TEST(MatchPattern, matchesExactNamesOnly) {
  EXPECT_TRUE(matches("a::b", "a::b"));
  EXPECT_FALSE(matches("a::b", "a::b::c"));
  EXPECT_FALSE(matches("b", "a::b"));
}

TEST(MatchPattern, starStaysWithinOneName) {
  EXPECT_TRUE(matches("a::log_*", "a::log_line"));
  EXPECT_TRUE(matches("*::log", "a::log"));
  EXPECT_FALSE(matches("*::log", "a::b::log"));
  EXPECT_TRUE(matches("a::*b*", "a::xxbyy"));
}

TEST(MatchPattern, twoStarsCrossScopes) {
  EXPECT_TRUE(matches("**::log_line", "log_line"));
  EXPECT_TRUE(matches("**::log_line", "a::b::log_line"));
  EXPECT_TRUE(matches("marketing::**", "marketing::a::b"));
  EXPECT_TRUE(matches("a::**::z", "a::b::c::z"));
  EXPECT_FALSE(matches("a::**::z", "b::z"));
  EXPECT_TRUE(matches("**", "a::b"));
}

TEST(MatchPattern, operatorsAreNotWildcards) {
  EXPECT_TRUE(matches("A::operator*", "A::operator*"));
  EXPECT_FALSE(matches("A::operator*", "A::operator+"));
  EXPECT_TRUE(matches("A::operator()", "A::operator()"));
  EXPECT_TRUE(NamePattern("A::operator()(int)").hasParameters());
  EXPECT_FALSE(NamePattern("A::operator()").hasParameters());
}

TEST(MatchPattern, standardAliasesAreTheirTemplates) {
  EXPECT_TRUE(matches("std::string::append", "std::basic_string::append"));
  EXPECT_TRUE(matches("std::string::string", "std::basic_string::basic_string"));
  EXPECT_TRUE(matches("std::string::~string", "std::basic_string::~basic_string"));
  EXPECT_TRUE(matches("std::ostringstream::str", "std::basic_ostringstream::str"));
  EXPECT_TRUE(matches("std::vector::size", "std::vector::size"));
}

TEST(MatchPattern, parameterListsChooseOverloads) {
  EXPECT_TRUE(matchesDeclared("legacy::fill(char *, int)", "legacy::fill(char *, int)"));
  EXPECT_TRUE(matchesDeclared("legacy::fill( char*,int )", "legacy::fill(char *, int)"));
  EXPECT_FALSE(matchesDeclared("legacy::fill(char *)", "legacy::fill(char *, int)"));
  EXPECT_FALSE(matchesDeclared("legacy::fill(char *, long)", "legacy::fill(char *, int)"));
  EXPECT_TRUE(matchesDeclared("f()", "f()"));
  EXPECT_TRUE(matchesDeclared("f(void)", "f()"));
  EXPECT_TRUE(matchesDeclared("f(const char *, ...)", "f(const char *, ...)"));
  EXPECT_FALSE(matchesDeclared("f(const char *)", "f(const char *, ...)"));
  EXPECT_TRUE(matchesDeclared("f(std::string const &)", "f(const std::string &)"));
  EXPECT_TRUE(
      matchesDeclared("f(std::string)", "f(std::__cxx11::basic_string<char>)"));
}

TEST(MatchPattern, templateArgumentsChooseSpecialisations) {
  const char *records = "record User\nrecord Host\nrecord ObjectImpl<User>\nrecord ObjectImpl<Host>";
  EXPECT_TRUE(matchesDeclared("ObjectImpl<User>::GetEmail", "ObjectImpl<User>::GetEmail()", records));
  EXPECT_FALSE(matchesDeclared("ObjectImpl<User>::GetEmail", "ObjectImpl<Host>::GetEmail()", records));
  EXPECT_TRUE(matchesDeclared("ObjectImpl::GetEmail", "ObjectImpl<Host>::GetEmail()", records));
}

TEST(MatchPattern, indexFindsEveryCandidate) {
  PatternIndex index;
  const char *patterns[] = {"a::b", "**::b", "a::*", "c::d"};
  for (uint32_t i = 0; i < 4; ++i)
    index.add(NamePattern(patterns[i]), i);
  EXPECT_THAT(index.candidates("a::b"), ElementsAre(0, 1, 2));
  EXPECT_THAT(index.candidates("x::y"), ElementsAre(2));
  EXPECT_THAT(index.candidates("c::d"), ElementsAre(2, 3));
}

} // namespace
