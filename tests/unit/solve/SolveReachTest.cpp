#include "unit/solve/SolveTest.h"

using namespace earmark;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

const char *const Leak = "contact.email -> log(0)";

TEST(SolveReach, readsReachSinks) {
  EXPECT_THAT(solveText(R"(
    function f(User &)
      call #0 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(SolveReach, nothingWithoutAnEdge) {
  EXPECT_THAT(solveText(R"(
    function f(User &)
      call #0 direct log with (0 'std::string')
      Entry(0).*.User::id -> CallIn(#0, 0).*
      Read(User::email) -> Exit(0).*.User::id
  )").arrivals(),
              IsEmpty());
}

TEST(SolveReach, goesIntoCalleesAndBack) {
  Solved solved = solveText(R"(
    function pass(const std::string &) -> std::string
      Entry(0).* -> Return
    function f(User &)
      call #0 direct pass(const std::string &) with (0 'std::string') -> 'std::string'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0).*
  )");
  EXPECT_THAT(solved.arrivals(), ElementsAre(Leak));
  EXPECT_THAT(solved.witness(0),
              ElementsAre(HasSubstr("reads 'User::email'"), HasSubstr("is passed to 'pass'"),
                          HasSubstr("is returned from 'pass'"), HasSubstr("reaches 'log'")));
}

TEST(SolveReach, doesNotMixCallers) {
  EXPECT_THAT(solveText(R"(
    function pass(const std::string &) -> std::string
      Entry(0).* -> Return
    function clean()
      call #0 direct pass(const std::string &) with (0 'std::string') -> 'std::string'
      call #1 direct log with (0 'std::string')
      Literal("x") -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0).*
    function dirty()
      call #0 direct pass(const std::string &) with (0 'std::string') -> 'std::string'
      Read(User::email) -> CallIn(#0, 0).*
  )").arrivals(),
              IsEmpty());
}

TEST(SolveReach, keepsFieldsApart) {
  const std::string text = R"(
    record Row { email: std::string, id: int } [aggregate]
    function fill(Row &)
      Read(User::email) -> Exit(0).*.Row::email
      kill Exit(0).*.Row::email
    function f()
      call #0 direct fill(Row &) with (0 'int')
      call #1 direct log with (0 'std::string')
      CallOut(#0, 0).*.Row::FIELD -> CallIn(#1, 0).*
  )";
  auto with = [&](std::string field) {
    std::string copy = text;
    return solveText(copy.replace(copy.find("FIELD"), 5, field)).arrivals();
  };
  EXPECT_THAT(with("email"), ElementsAre(Leak));
  EXPECT_THAT(with("id"), IsEmpty());
}

TEST(SolveReach, leavesAloneWhatTheCalleeDoesNotKill) {
  const std::string text = R"(
    record Row { email: std::string, id: int } [aggregate]
    function touch(Row &)
      Literal("x") -> Exit(0).*.Row::KILLED
      kill Exit(0).*.Row::KILLED
    function f()
      call #0 direct touch(Row &) with (0 'int')
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*.Row::email
      CallOut(#0, 0).*.Row::email -> CallIn(#1, 0).*
  )";
  auto killing = [&](std::string field) {
    std::string copy = text;
    for (size_t at; (at = copy.find("KILLED")) != std::string::npos;)
      copy.replace(at, 6, field);
    return solveText(copy).arrivals();
  };
  EXPECT_THAT(killing("id"), ElementsAre(Leak));
  EXPECT_THAT(killing("email"), IsEmpty());
}

// Data of a member that comes to lie in that member again is the member's own: who
// reads it there starts anew. What took a mark away does not.
TEST(SolveReach, dataInItsOwnMemberIsTheMembers) {
  Solved solved = solveText(R"(
    function keep(User &, User &)
      Read(User::email) -> Exit(0).*.User::email
    function f(User &, User &)
      call #0 direct keep(User &, User &) with (0 'User &', 1 'User &')
      call #1 direct log with (0 'std::string')
      Entry(0).* -> CallIn(#0, 0).* [alias]
      CallOut(#0, 0).*.User::email -> CallIn(#1, 0).*
      Read(User::email) -> CallIn(#1, 0).*
  )");
  EXPECT_THAT(solved.arrivals(), ElementsAre(Leak));
  EXPECT_EQ(solved.reach.stats.summaries, 0u);
}

TEST(SolveReach, exceptsStopWhatWasOverwritten) {
  EXPECT_THAT(solveText(R"(
    function copy(const User &) -> User
      Entry(0).* -> Return except .User::email
    function f()
      call #0 direct copy(const User &) with (0 'int') -> 'int'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*.User::email
      CallResult(#0).User::email -> CallIn(#1, 0).*
  )").arrivals(),
              IsEmpty());
}

TEST(SolveReach, survivesRecursion) {
  EXPECT_THAT(solveText(R"(
    function even(const std::string &)
      call #0 direct odd(const std::string &) with (0 'std::string')
      call #1 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
      Entry(0) -> CallIn(#1, 0)
    function odd(const std::string &)
      call #0 direct even(const std::string &) with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function f()
      call #0 direct odd(const std::string &) with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(SolveReach, sourcesInCalleesReachAllCallers) {
  EXPECT_THAT(solveText(R"(
    function get() -> std::string
      Read(User::email) -> Return
    function f()
      call #0 direct get() with () -> 'std::string'
      call #1 direct log with (0 'std::string')
      CallResult(#0) -> CallIn(#1, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(SolveReach, annotatedResultsParametersAndWrites) {
  EXPECT_THAT(solveText(R"(
    declare mail() -> std::string [system]
    annotate mail personal "contact.email"
    function f()
      call #0 direct mail with () -> 'std::string'
      call #1 direct log with (0 'std::string')
      CallResult(#0) -> CallIn(#1, 0).*
  )").arrivals(),
              ElementsAre(Leak));
  EXPECT_THAT(solveText(R"(
    function f(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    annotate f(const std::string &) 0 personal "contact.email"
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(SolveReach, notPersonalStops) {
  EXPECT_THAT(solveText(R"(
    function digest(const std::string &) -> int
      Entry(0).* -> Return
    annotate digest(const std::string &) not-personal "a checksum"
    function f()
      call #0 direct digest(const std::string &) with (0 'std::string') -> 'int'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0).*
  )").arrivals(),
              IsEmpty());
}

TEST(SolveReach, globalsJoinFunctions) {
  EXPECT_THAT(solveText(R"(
    variable g: std::string
    function put()
      Read(User::email) -> Global(g)
    function take()
      call #0 direct log with (0 'std::string')
      Global(g) -> CallIn(#0, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(SolveReach, unknownCallsPassOnAtLowerConfidence) {
  Solved solved = solveText(R"(
    declare upper(const std::string &) -> std::string [system]
    function f()
      call #0 direct upper(const std::string &) with (0 'std::string') -> 'std::string'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0).*
  )");
  EXPECT_THAT(solved.arrivals(),
              ElementsAre("contact.email -> log(0) likely", "contact.email -> upper(0)"));
  EXPECT_EQ(solved.reach.unknownCalls.size(), 2u);
}

TEST(SolveReach, marksOfTransforms) {
  EXPECT_THAT(solveText(R"(
    declare seal(const std::string &) -> std::string [system]
    annotate seal(const std::string &) marks "encrypted"
    function f()
      call #0 direct seal(const std::string &) with (0 'std::string') -> 'std::string'
      call #1 direct log with (0 'std::string')
      call #2 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0).*
      CallOut(#0, 0).* -> CallIn(#2, 0).*
  )").arrivals(),
              Contains("contact.email -> log(0) [encrypted]"));
}

TEST(SolveReach, marksOnOneBranchOnlyAreBothSeen) {
  EXPECT_THAT(solveText(R"(
    function seal(const std::string &) -> std::string
      Entry(0).* -> Return
    annotate seal(const std::string &) marks "encrypted"
    function f()
      call #0 direct seal(const std::string &) with (0 'std::string') -> 'std::string'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
      Read(User::email) -> CallIn(#1, 0).* [alias]
      CallResult(#0) -> CallIn(#1, 0).*
  )").arrivals(),
              ElementsAre(Leak, "contact.email -> log(0) [encrypted]"));
}

TEST(SolveReach, unmarksTakesTheMarkAway) {
  EXPECT_THAT(solveText(R"(
    function seal(const std::string &) -> std::string
      Entry(0).* -> Return
    annotate seal(const std::string &) marks "encrypted"
    function open(const std::string &) -> std::string
      Entry(0).* -> Return
    annotate open(const std::string &) unmarks "encrypted"
    function f()
      call #0 direct seal(const std::string &) with (0 'std::string') -> 'std::string'
      call #1 direct open(const std::string &) with (0 'std::string') -> 'std::string'
      call #2 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 0).*
      CallResult(#0) -> CallIn(#1, 0).*
      CallResult(#1) -> CallIn(#2, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(SolveReach, elementsByLiteralKey) {
  const std::string text = R"(
    function f()
      call #0 direct log with (0 'std::string')
      Read(User::email) -> Exit(0).*[a]
    function g(int &)
      call #0 direct f(int &) with (0 'int')
      call #1 direct log with (0 'std::string')
      CallOut(#0, 0).*KEY -> CallIn(#1, 0).*
    function f(int &)
      Read(User::email) -> Exit(0).*[a]
  )";
  auto reading = [&](std::string key) {
    std::string copy = text;
    return solveText(copy.replace(copy.find("KEY"), 3, key)).arrivals();
  };
  EXPECT_THAT(reading("[a]"), ElementsAre(Leak));
  EXPECT_THAT(reading("[b]"), IsEmpty());
  EXPECT_THAT(reading("[]"), ElementsAre(Leak));
}

TEST(SolveReach, personalTypesAtSinks) {
  EXPECT_THAT(solveText(R"(
    declare save(const User &) [system]
    annotate save(const User &) 0 sink "store"
    function f(User &)
      call #0 direct save(const User &) with (0 'User')
      Entry(0) -> CallIn(#0, 0)
  )").arrivals(),
              ElementsAre("contact.email -> save(0)"));
}

TEST(SolveReach, containersOfPersonalTypesAtSinks) {
  EXPECT_THAT(solveText(R"(
    declare save(const std::vector<User> &) [system]
    annotate save 0 sink "store"
    function f()
      call #0 direct save with (0 'std::vector<User>')
  )").arrivals(),
              ElementsAre("contact.email -> save(0)"));
}

TEST(SolveReach, exceptionsReachHandlersOfCallers) {
  EXPECT_THAT(solveText(R"(
    function inner()
      Read(User::email) -> Thrown('E')
    function middle()
      call #0 direct inner() with ()
    function outer()
      try 0 catches 0 ...
      call #0 direct middle() with () in try 0
      call #1 direct log with (0 'std::string') in handler 0
      Caught(0) -> CallIn(#1, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(SolveReach, exceptionsGoToTheFirstHandlerOfTheirType) {
  auto with = [](const char *tries) {
    return solveText((R"(
    record Base
    record E : Base
    record Other
    function inner()
      Read(User::email) -> Thrown('E')
    function outer()
      )" + std::string(tries) + R"(
      call #0 direct inner() with () in try 1
      call #1 direct log with (0 'std::string')
      Caught(0) -> CallIn(#1, 0).*
  )").c_str())
        .arrivals();
  };
  EXPECT_THAT(with("try 0 catches 0 'Base'\n try 1 within 0 catches 1 'Other'"), ElementsAre(Leak));
  EXPECT_THAT(with("try 0 catches 0 ...\n try 1 within 0 catches 1 'Base'"), IsEmpty());
  EXPECT_THAT(with("try 0 catches 0 'Other'\n try 1 within 0 catches 1 'int'"), IsEmpty());
  EXPECT_THAT(with("try 0 catches 0 'E'\n try 1 catches 1 'int'"), IsEmpty());
}

TEST(SolveReach, nothingLeavesANoexceptFunction) {
  EXPECT_THAT(solveText(R"(
    function inner() [noexcept]
      Read(User::email) -> Thrown('E')
    function outer()
      try 0 catches 0 ...
      call #0 direct inner() with () in try 0
      call #1 direct log with (0 'std::string') in handler 0
      Caught(0) -> CallIn(#1, 0).*
  )").arrivals(),
              IsEmpty());
}

TEST(SolveReach, whatIsThrownAgainIsWhatItWas) {
  auto with = [](const char *handlers) {
    return solveText((R"(
    record Base
    record E : Base
    record F : Base
    function again()
      Entry(handled) -> Thrown(...)
    function inner()
      Read(User::email) -> Thrown('E')
    function outer()
      try 0 catches )" + std::string(handlers) + R"(
      try 1 within 0 catches 2 'Base'
      call #0 direct inner() with () in try 1
      call #1 direct again() with () in try 0 in handler 2
      call #2 direct log with (0 'std::string') in handler 0
      Caught(0) -> CallIn(#2, 0).*
  )").c_str())
        .arrivals();
  };
  EXPECT_THAT(with("0 'E', 1 ..."), ElementsAre(Leak));
  EXPECT_THAT(with("0 'F', 1 ..."), IsEmpty());
}

TEST(SolveReach, membersOfObjectsOutOfSight) {
  EXPECT_THAT(solveText(R"(
    record Handler { last: std::string }
    function Handler::onMessage()
      Read(User::email) -> Exit(this).*.Handler::last
    function Handler::onTick()
      call #0 direct log with (0 'std::string')
      Entry(this).*.Handler::last -> CallIn(#0, 0).*
  )").arrivals(),
              ElementsAre("contact.email -> log(0) possible"));
}

TEST(SolveReach, watchedFunctions) {
  EXPECT_THAT(solveText(R"(
    function offer()
      call #0 direct show(int) with (0)
      Read(User::email) -> CallIn(#0, 0)
    function show(int)
      Entry(0) -> Return
    annotate offer() runs-for "marketing"
  )").arrivals(),
              ElementsAre("contact.email -> in offer"));
}

} // namespace
