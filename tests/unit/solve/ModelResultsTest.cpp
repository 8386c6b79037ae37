// Results of models that are memory of an argument: as the call leaves it.
#include "unit/solve/SolveTest.h"

using namespace earmark;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const char *const Leak = "contact.email -> log(0)";

ModelSet texts() {
  return testModels(R"(
    function Text::append(const std::string &) -> Text &
      Entry(0) -> Exit(this)
      Entry(this) -> Return [alias]
    function Text::assign(const std::string &) -> Text &
      Entry(0) -> Exit(this)
      Entry(this) -> Return [alias]
      kill Exit(this)
    function copy(char *, const char *) -> char *
      Entry(1).* -> Exit(0).*
      Entry(0) -> Return
      kill Exit(0).*
    function swapOut(char *&, char *) -> char *
      Entry(0) -> Return
      Entry(1) -> Exit(0)
      kill Exit(0)
  )");
}

const char *const Declared = R"(
    record Text { state: int }
    declare Text::append(const std::string &) -> Text & [system, member]
    declare Text::assign(const std::string &) -> Text & [system, member]
    declare copy(char *, const char *) -> char * [system]
    declare swapOut(char *&, char *) -> char * [system]
)";

TEST(ModelResults, showWhatTheCallWrote) {
  for (std::string name : {"append", "assign"})
    EXPECT_THAT(solveText(Declared + (R"(
    function f(Text &)
      call #0 direct Text::)" + name + R"((const std::string &) with (this 'Text', 0 'std::string') -> 'Text &'
      call #1 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, this)
      Read(User::email) -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0)
  )"), texts()).arrivals(),
                ElementsAre(Leak))
        << name;
}

TEST(ModelResults, doNotShowWhatTheCallOverwrote) {
  auto reading = [&](std::string name) {
    return solveText(Declared + (R"(
    function f(Text &)
      call #0 direct Text::)" + name + R"((const std::string &) with (this 'Text', 0 'std::string') -> 'Text &'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, this).*
      Literal("x") -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0)
  )"), texts()).arrivals();
  };
  EXPECT_THAT(reading("append"), ElementsAre(Leak));
  EXPECT_THAT(reading("assign"), IsEmpty());
}

TEST(ModelResults, goThroughACopiedPointer) {
  auto passing = [&](std::string parameter) {
    return solveText(Declared + (R"(
    function f(char *)
      call #0 direct copy(char *, const char *) with (0 'char *', 1 'const char *') -> 'char *'
      call #1 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
      Read(User::email) -> CallIn(#0, )" + parameter + R"().*
      CallResult(#0) -> CallIn(#1, 0)
  )"), texts()).arrivals();
  };
  EXPECT_THAT(passing("1"), ElementsAre(Leak));
  EXPECT_THAT(passing("0"), IsEmpty());
}

TEST(ModelResults, keepThePointerThatWasReplaced) {
  EXPECT_THAT(solveText(std::string(Declared) + R"(
    function f()
      call #0 direct swapOut(char *&, char *) with (0 'char *', 1 'char *') -> 'char *'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*.*
      Literal("x") -> CallIn(#0, 1).*
      CallResult(#0) -> CallIn(#1, 0)
  )", texts()).arrivals(),
              ElementsAre(Leak));
  EXPECT_THAT(solveText(std::string(Declared) + R"(
    function f()
      call #0 direct swapOut(char *&, char *) with (0 'char *', 1 'char *') -> 'char *'
      call #1 direct log with (0 'std::string')
      Literal("x") -> CallIn(#0, 0).*.*
      Read(User::email) -> CallIn(#0, 1).*
      CallResult(#0) -> CallIn(#1, 0)
  )", texts()).arrivals(),
              IsEmpty());
}

} // namespace
