// Rule 10 and the object view: models, function values, virtual calls.
#include "unit/solve/SolveTest.h"

using namespace earmark;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const char *const Leak = "contact.email -> log(0)";

TEST(Callbacks, modelsAreInTheObjectView) {
  ModelSet models = testModels(R"(
    function std::operator+(const std::string &, const std::string &) -> std::string
      Entry(0) -> Return
      Entry(1) -> Return
  )");
  EXPECT_THAT(solveText(R"(
    declare std::operator+(const std::string &, const std::string &) -> std::string [system]
    function f()
      call #0 direct std::operator+(const std::string &, const std::string &) with (0 'std::string', 1 'std::string') -> 'std::string'
      call #1 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 1).*
      CallResult(#0) -> CallIn(#1, 0).*
  )", models).arrivals(),
              ElementsAre(Leak));
}

TEST(Callbacks, elementsThatAnArgumentSelects) {
  ModelSet models = testModels(R"(
    function Map::at(int) -> std::string &
      Entry(this)[argument 0] -> Return [alias]
    function Map::set(int, const std::string &)
      Entry(1) -> Exit(this)[argument 0]
  )");
  const std::string text = R"(
    record Map { state: int }
    function f()
      call #0 direct Map::set(int, const std::string &) with (this 'Map', 0 'int' = "1", 1 'std::string')
      call #1 direct Map::at(int) with (this 'Map', 0 'int' = "KEY") -> 'std::string &'
      call #2 direct log with (0 'std::string')
      Read(User::email) -> CallIn(#0, 1).*
      CallOut(#0, this).* -> CallIn(#1, this).*
      CallResult(#1) -> CallIn(#2, 0)
  )";
  auto reading = [&](std::string key) {
    std::string copy = text;
    return solveText(copy.replace(copy.find("KEY"), 3, key), models).arrivals();
  };
  EXPECT_THAT(reading("1"), ElementsAre(Leak));
  EXPECT_THAT(reading("2"), IsEmpty());
}

TEST(Callbacks, functionPointers) {
  EXPECT_THAT(solveText(R"(
    function show(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function hide(const std::string &)
      Entry(0) -> Return
    function f()
      call #0 indirect with (callee, 0 'std::string')
      Function(show(const std::string &)) -> CallIn(#0, callee)
      Read(User::email) -> CallIn(#0, 0).*
    function g()
      call #0 indirect with (callee, 0 'std::string')
      Function(hide(const std::string &)) -> CallIn(#0, callee)
      Read(User::email) -> CallIn(#0, 0).*
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(Callbacks, doNotMixThroughOneHigherOrderFunction) {
  const std::string text = R"(
    function apply(void (*)(const std::string &), const std::string &)
      call #0 indirect with (callee, 0 'std::string')
      Entry(0) -> CallIn(#0, callee)
      Entry(1) -> CallIn(#0, 0)
    function show(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function hide(const std::string &)
      Entry(0) -> Return
    function dirty()
      call #0 direct apply(void (*)(const std::string &), const std::string &) with (0, 1 'std::string')
      Function(FIRST(const std::string &)) -> CallIn(#0, 0)
      Read(User::email) -> CallIn(#0, 1).*
    function clean()
      call #0 direct apply(void (*)(const std::string &), const std::string &) with (0, 1 'std::string')
      Function(SECOND(const std::string &)) -> CallIn(#0, 0)
      Literal("x") -> CallIn(#0, 1).*
  )";
  auto with = [&](std::string first, std::string second) {
    std::string copy = text;
    copy.replace(copy.find("FIRST"), 5, first);
    copy.replace(copy.find("SECOND"), 6, second);
    return solveText(copy).arrivals();
  };
  EXPECT_THAT(with("show", "hide"), ElementsAre(Leak));
  EXPECT_THAT(with("hide", "show"), IsEmpty());
}

TEST(Callbacks, sourcesInsideAHigherOrderFunction) {
  EXPECT_THAT(solveText(R"(
    function each(void (*)(const std::string &))
      call #0 indirect with (callee, 0 'std::string')
      Entry(0) -> CallIn(#0, callee)
      Read(User::email) -> CallIn(#0, 0).*
    function show(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function f()
      call #0 direct each(void (*)(const std::string &)) with (0)
      Function(show(const std::string &)) -> CallIn(#0, 0)
  )").arrivals(),
              ElementsAre(Leak));
}

TEST(Callbacks, closuresThroughModels) {
  ModelSet models = testModels(R"(
    function std::for_each(int, int, int)
      call #0 indirect with (callee, 0)
      Entry(2) -> CallIn(#0, callee)
      Entry(0).* -> CallIn(#0, 0)
  )");
  EXPECT_THAT(solveText(R"(
    record Lambda { state: int }
    function Lambda::operator()(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    declare std::for_each(int, int, int) [system]
    function f()
      call #0 direct std::for_each(int, int, int) with (0, 1, 2)
      Created(Lambda) -> CallIn(#0, 2)
      Read(User::email) -> CallIn(#0, 0).*
  )", models).arrivals(),
              ElementsAre(Leak));
}

TEST(Callbacks, functionsInMembersOfObjectsOutOfSight) {
  EXPECT_THAT(solveText(R"(
    record Ops { show: void (*)(const std::string &), hide: void (*)(const std::string &) }
    function show(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function fill(Ops &)
      Function(show(const std::string &)) -> Exit(0).*.Ops::show
    function clean(Ops &)
      call #0 indirect with (callee, 0 'std::string')
      Entry(0).*.Ops::hide -> CallIn(#0, callee)
      Literal("x") -> CallIn(#0, 0).*
    function f(Ops &)
      call #0 indirect with (callee, 0 'std::string')
      Entry(0).*.Ops::show -> CallIn(#0, callee)
      Read(User::email) -> CallIn(#0, 0).*
  )").arrivals(),
              ElementsAre("contact.email -> log(0) possible"));
}

TEST(Callbacks, virtualCallsGoToTheClassThatWasCreated) {
  const std::string text = R"(
    record Base { state: int }
    record Loud : Base { state: int }
    record Quiet : Base { state: int }
    function Base::send(const std::string &) [virtual]
      Entry(0) -> Return
    function Loud::send(const std::string &) [virtual]
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function Quiet::send(const std::string &) [virtual]
      Entry(0) -> Return
    override Loud::send(const std::string &) of Base::send(const std::string &)
    override Quiet::send(const std::string &) of Base::send(const std::string &)
    function f(Base &)
      call #0 virtual Base::send(const std::string &) on Base with (this, 0 'std::string')
      FROM -> CallIn(#0, this)TO
      Read(User::email) -> CallIn(#0, 0).*
  )";
  auto with = [&](std::string from, std::string to) {
    std::string copy = text;
    copy.replace(copy.find("FROM"), 4, from);
    copy.replace(copy.find("TO"), 2, to);
    return solveText(copy).arrivals();
  };
  EXPECT_THAT(with("Entry(0)", ""), ElementsAre(Leak));
  EXPECT_THAT(with("Created(Loud)", ".*"), ElementsAre(Leak));
  EXPECT_THAT(with("Created(Quiet)", ".*"), IsEmpty());
}

TEST(Callbacks, annotatedFunctionsWithoutABody) {
  const std::string text = R"(
    declare email() -> std::string
    annotate email personal "contact.email"
    declare clean() -> std::string
    declare show(const std::string &)
    annotate show 0 sink "log"
    function f()
      call #0 indirect with (callee) -> 'std::string'
      call #1 direct log with (0 'std::string')
      Function(FROM()) -> CallIn(#0, callee)
      CallResult(#0) -> CallIn(#1, 0).*
    function g()
      call #0 indirect with (callee, 0 'std::string')
      Function(show(const std::string &)) -> CallIn(#0, callee)
      Read(User::email) -> CallIn(#0, 0).*
  )";
  auto calling = [&](std::string function) {
    std::string copy = text;
    return solveText(copy.replace(copy.find("FROM"), 4, function)).arrivals();
  };
  EXPECT_THAT(calling("email"), testing::UnorderedElementsAre(Leak, "contact.email -> ?(0)"));
  EXPECT_THAT(calling("clean"), ElementsAre("contact.email -> ?(0)"));
}

TEST(Callbacks, objectsWithoutMembersByTheirClass) {
  ModelSet models = testModels(R"(
    function std::visit(int, int)
      call #0 indirect with (callee, 0)
      Entry(0) -> CallIn(#0, callee)
      Entry(1) -> CallIn(#0, 0)
  )");
  EXPECT_THAT(solveText(R"(
    record Printer { state: int }
    function Printer::operator()(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    declare std::visit(const Printer &, const std::string &) [system]
    function f()
      call #0 direct std::visit(const Printer &, const std::string &) with (0 'Printer', 1 'std::string')
      Read(User::email) -> CallIn(#0, 1).*
  )", models).arrivals(),
              ElementsAre(Leak));
}

} // namespace
