#include "policy/Words.h"

#include <gtest/gtest.h>

using namespace earmark;

TEST(Words, CategoriesMatchThemselvesAndWhatIsBelow) {
  EXPECT_TRUE(matchesCategory("**", "contact.email"));
  EXPECT_TRUE(matchesCategory("contact", "contact.email"));
  EXPECT_TRUE(matchesCategory("contact.*", "contact.email"));
  EXPECT_FALSE(matchesCategory("contact.*", "contact.email.work"));
  EXPECT_FALSE(matchesCategory("contact", "contacts"));
  EXPECT_FALSE(matchesCategory("contact.email", "contact"));
}

TEST(Words, ScopesMatchWholeNames) {
  EXPECT_TRUE(matchesScope("audit::trail", "audit::trail"));
  EXPECT_TRUE(matchesScope("audit::trail", "audit::trail::(lambda at a.cpp:3:7)::operator()"));
  EXPECT_TRUE(matchesScope("marketing::**", "marketing::mail::send"));
  EXPECT_TRUE(matchesScope("**::log_line", "a::b::log_line"));
  EXPECT_TRUE(matchesScope("audit::*", "audit::trail"));
  EXPECT_FALSE(matchesScope("audit::t*l", "audit::t::l"));
  EXPECT_FALSE(matchesScope("audit::trail", "my::audit::trail"));
  EXPECT_FALSE(matchesScope("audit", "auditor"));
}

TEST(Words, FilesMatchFromAnyFolderOn) {
  EXPECT_TRUE(matchesFile("src/quality/**", "/home/me/project/src/quality/report/a.cpp"));
  EXPECT_TRUE(matchesFile("*.cpp", "/home/me/a.cpp"));
  EXPECT_FALSE(matchesFile("src/*", "/home/me/src/quality/a.cpp"));
  EXPECT_FALSE(matchesFile("quality/**", "/home/me/equality/a.cpp"));
}

TEST(Words, ManyWildcardsStayFast) {
  std::string pattern, text(2000, 'a');
  for (int i = 0; i < 200; ++i)
    pattern += "*a";
  EXPECT_FALSE(matchesScope(pattern + "b", text));
}

TEST(Words, HostsMatchWithoutCase) {
  EXPECT_TRUE(matchesHost("api.acme.example", "API.acme.example"));
  EXPECT_TRUE(matchesHost("*.acme.example", "api.acme.example"));
  EXPECT_FALSE(matchesHost("*.acme.example", "acme.example"));
  EXPECT_FALSE(matchesHost("acme.example", "acme.example.evil.example"));
}

TEST(Words, DatesAreOfTheCalendar) {
  EXPECT_TRUE(isDate("2028-02-29"));
  EXPECT_FALSE(isDate("2027-02-29"));
  EXPECT_FALSE(isDate("2027-13-01"));
  EXPECT_FALSE(isDate("2027-3-1"));
  EXPECT_FALSE(isDate("tomorrow"));
}

TEST(Words, TheNearestWordIsNearEnough) {
  std::vector<std::string> words = {"marketing", "service"};
  EXPECT_EQ(nearestWord("markting", words), "marketing");
  EXPECT_EQ(nearestWord("xyz", words), "");
}
