#include "policy/Terms.h"

#include <gtest/gtest.h>

namespace earmark {
namespace {

TEST(Terms, TheShorterIsTheStricter) {
  EXPECT_EQ(strictestTerm("P2Y", "P6M"), "P6M");
  EXPECT_EQ(strictestTerm("P1Y", "P13M"), "P1Y");
  EXPECT_EQ(strictestTerm("P30D", "P1M"), "P30D");
  EXPECT_EQ(strictestTerm("P4W", "P30D"), "P4W");
  EXPECT_EQ(strictestTerm("PT48H", "P1D"), "P1D");
  EXPECT_EQ(strictestTerm("P1Y2M", "P1Y"), "P1Y");
}

TEST(Terms, WhatSaysNothingDoesNotCount) {
  EXPECT_EQ(strictestTerm("", "P6M"), "P6M");
  EXPECT_EQ(strictestTerm("P6M", ""), "P6M");
  EXPECT_EQ(strictestTerm("", ""), "");
  EXPECT_EQ(secondsOf("six months"), 0);
}

} // namespace
} // namespace earmark
