#include "policy/StepText.h"

#include <gtest/gtest.h>

using namespace earmark;

namespace {

TEST(StepText, NamesAndNumbersStay) {
  EXPECT_EQ(dutchStep("is passed to 'greet' as 'name'"), "wordt doorgegeven aan 'greet' als 'name'");
  EXPECT_EQ(dutchStep("is passed to 'f2' as argument 12"), "wordt doorgegeven aan 'f2' als argument 12");
  EXPECT_EQ(dutchStep("parameter 3 of 'main' holds it"), "parameter 3 van 'main' bevat het");
  EXPECT_EQ(dutchStep("'lookUp' returns it"), "'lookUp' geeft het terug");
  EXPECT_EQ(dutchStep("... 7 more steps ..."), "... nog 7 stappen ...");
  EXPECT_EQ(dutchStep("reads 'is returned 4'"), "leest 'is returned 4'");
}

TEST(StepText, WhatIsNotKnownStays) {
  EXPECT_EQ(dutchStep("does a new thing to 'x'"), "does a new thing to 'x'");
  EXPECT_EQ(dutchStep("reads 'open"), "leest 'open");
  EXPECT_EQ(dutchStep("'"), "'");
  EXPECT_EQ(dutchStep(""), "");
}

} // namespace
