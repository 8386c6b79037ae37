// Rules 5 to 7: writes behind results, behind copied pointers, and to objects
// whose address was kept.
#include "unit/solve/SolveTest.h"

using namespace earmark;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const char *const Leak = "contact.email -> log(0)";

TEST(Aliases, writeBehindAResultIsSeenInTheObject) {
  const std::string text = R"(
    record Box { value: std::string, other: std::string }
    function Box::ref() -> std::string &
      Entry(this).*.Box::value -> Return.* [alias]
    function f(Box &)
      call #0 direct Box::ref() with (this 'Box') -> 'std::string &'
      call #1 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, this)
      Read(User::email) -> ResultWrite(#0).*
      CallOut(#0, this).*.Box::FIELD -> CallIn(#1, 0).*
  )";
  auto reading = [&](std::string field) {
    std::string copy = text;
    return solveText(copy.replace(copy.find("FIELD"), 5, field)).arrivals();
  };
  EXPECT_THAT(reading("value"), ElementsAre(Leak));
  EXPECT_THAT(reading("other"), IsEmpty());
}

TEST(Aliases, resultThroughAnotherCall) {
  EXPECT_THAT(solveText(R"(
    record Box { value: std::string }
    function inner(Box &) -> std::string &
      Entry(0).*.Box::value -> Return.* [alias]
    function outer(Box &) -> std::string &
      call #0 direct inner(Box &) with (0 'Box') -> 'std::string &'
      Entry(0) -> CallIn(#0, 0)
      CallResult(#0) -> Return
    function f(Box &)
      call #0 direct outer(Box &) with (0 'Box') -> 'std::string &'
      call #1 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
      Read(User::email) -> ResultWrite(#0).*
      CallOut(#0, 0).*.Box::value -> CallIn(#1, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(Aliases, overwrittenResultDoesNotSurvive) {
  const std::string text = R"(
    record Box { value: std::string }
    function ref(Box &) -> std::string &
      Entry(0).*.Box::value -> Return.* [alias]
    function f(Box &)
      call #0 direct ref(Box &) with (0 'Box') -> 'std::string &' OVER
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*.Box::value
      CallOut(#0, 0).*.Box::value -> CallIn(#1, 0).*
  )";
  auto with = [&](std::string word) {
    std::string copy = text;
    return solveText(copy.replace(copy.find("OVER"), 4, word)).arrivals();
  };
  EXPECT_THAT(with("overwritten"), IsEmpty());
  EXPECT_THAT(with(""), ElementsAre(Leak));
}

TEST(Aliases, writeBehindACopiedPointerReachesItsObject) {
  // Target t{&buffer}; t.fill(email); log(buffer)
  EXPECT_THAT(solveText(R"(
    record Target { to: std::string * }
    function bind(Target &, std::string *)
      Entry(1) -> Exit(0).*.Target::to
      kill Exit(0).*.Target::to
    function fill(Target &, const std::string &)
      Entry(1).* -> Exit(0).*.Target::to.*
    function f()
      call #0 direct bind(Target &, std::string *) with (0 'Target', 1 'std::string *')
      call #1 direct fill(Target &, const std::string &) with (0 'Target', 1 'std::string')
      call #2 direct log with (0 'std::string')
      Cell(0) -> CallIn(#0, 1).* [alias]
      CallOut(#0, 0).* -> CallIn(#1, 0).*
      Read(User::email) -> CallIn(#1, 1).*
      CallOut(#0, 1).* -> CallIn(#2, 0).*
      Cell(0) -> CallIn(#2, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(Aliases, copiedValuesAreNotTheOriginal) {
  EXPECT_THAT(solveText(R"(
    function fill(std::string &)
      Read(User::email) -> Exit(0).*
    function f(std::string &)
      call #0 direct fill(std::string &) with (0 'std::string')
      call #1 direct f2(std::string &) with (0 'std::string')
      Entry(0).* -> CallIn(#0, 0).*
    function f2(std::string &)
      call #0 direct f(std::string &) with (0 'std::string')
      call #1 direct log with (0 'std::string')
      CallOut(#0, 0).* -> CallIn(#1, 0).*
  )").arrivals(),
              IsEmpty());
}

TEST(Aliases, laterWritesReachOnlyWhoKeptTheAddress) {
  const std::string text = R"(
    record Target { to: std::string * }
    function bind(Target &, std::string *)
      call #0 direct log with (0 'std::string')
      Entry(1) -> Exit(0).*.Target::to
      Entry(1) -> CallIn(#0, 0)
    function show(Target &)
      call #0 direct save(const std::string &) with (0 'std::string')
      Entry(0).*.Target::to -> CallIn(#0, 0)
    declare save(const std::string &) [system]
    annotate save(const std::string &) 0 sink "store"
    function f()
      call #0 direct bind(Target &, std::string *) with (0 'Target', 1 'std::string *')
      call #1 direct show(Target &) with (0 'Target')
      Cell(0) -> CallIn(#0, 1).* [alias]
      Read(User::email) -> Kept(0)
      CallOut(#0, 0).* -> CallIn(#1, 0).*
  )";
  EXPECT_THAT(solveText(text).arrivals(), ElementsAre("contact.email -> save(0)"));
}

TEST(Aliases, pointersKeptInGlobals) {
  EXPECT_THAT(solveText(R"(
    variable g: std::string *
    function fill()
      Read(User::email) -> Global(g).*
    function f()
      call #0 direct log with (0 'std::string')
      Cell(0) -> Global(g).* [alias]
      Cell(0) -> CallIn(#0, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

} // namespace
