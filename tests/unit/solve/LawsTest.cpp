// Laws that hold for any program, tried on generated ones.
#include "unit/solve/SolveTest.h"

#include <random>
#include <set>

using namespace earmark;

namespace {

/// `count` functions that pass a string on to random later and earlier ones;
/// some read the source, some log.
std::vector<std::string> generate(unsigned seed, unsigned count, unsigned perUnit) {
  std::mt19937 random(seed);
  auto any = [&](unsigned most) { return static_cast<unsigned>(random() % most); };
  std::vector<std::string> units{Preamble};
  for (unsigned i = 0; i < count; ++i) {
    if (i % perUnit == 0 && i)
      units.push_back("");
    std::string callee[2], body;
    std::string name = "f" + std::to_string(i) + "(const std::string &)";
    body += "function " + name + " -> std::string\n";
    for (unsigned c = 0; c < 2; ++c) {
      unsigned to = i + 1 + any(20);
      if (any(50) == 0)
        to = any(count);
      callee[c] = to < count ? "f" + std::to_string(to) + "(const std::string &)" : "log";
      if (any(40) == 0)
        callee[c] = "log";
      body += "  call #" + std::to_string(c) + " direct " + callee[c] +
              " with (0 'std::string') -> 'std::string'\n";
    }
    body += "  Entry(0) -> CallIn(#0, 0)\n";
    body += any(2) ? "  CallResult(#0) -> CallIn(#1, 0).*\n" : "  Entry(0) -> CallIn(#1, 0)\n";
    body += any(3) ? "  CallResult(#1) -> Return\n" : "  Entry(0).* -> Return\n";
    if (any(100) == 0)
      body += "  Read(User::email) -> CallIn(#" + std::to_string(any(2)) + ", 0).*\n";
    units.back() += body;
  }
  return units;
}

std::vector<std::string> describe(const Solved &solved) {
  std::vector<std::string> lines;
  for (const Arrival &arrival : solved.reach.arrivals)
    lines.push_back(solved.line(arrival) + " at " +
                    solved.program.flow.texts[arrival.span.file].str() + ":" +
                    std::to_string(arrival.span.line));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::set<std::string> places(const Solved &solved) {
  std::set<std::string> result;
  for (const std::string &line : describe(solved))
    result.insert(line.substr(line.find(" at ")));
  return result;
}

TEST(Laws, unitOrderDoesNotMatter) {
  bool any = false;
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::vector<std::string> texts = generate(seed, 120, 30);
    std::vector<Unit> forward, backward;
    for (size_t i = 0; i < texts.size(); ++i)
      forward.push_back(testUnit("unit" + std::to_string(i) + ".cpp", texts[i]));
    for (size_t i = texts.size(); i-- > 0;)
      backward.push_back(testUnit("unit" + std::to_string(i) + ".cpp", texts[i]));
    Solved a, b;
    a.policy = b.policy = testPolicy();
    a.program = linkProgram(std::move(forward), a.policy, {});
    b.program = linkProgram(std::move(backward), b.policy, {});
    a.reach = solveReach(a.program, a.policy);
    b.reach = solveReach(b.program, b.policy);
    EXPECT_EQ(describe(a), describe(b));
    any |= !describe(a).empty();
  }
  EXPECT_TRUE(any);
}

TEST(Laws, anotherEdgeNeverRemovesAnArrival) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::vector<std::string> texts = generate(seed, 60, 60);
    // How sure a flow is may rise: what arrives is compared.
    std::set<std::string> less = places(solveUnits(texts));
    texts.back() += "  Read(User::email) -> Return\n  Entry(0) -> CallIn(#1, 0)\n";
    std::set<std::string> more = places(solveUnits(texts));
    EXPECT_TRUE(std::includes(more.begin(), more.end(), less.begin(), less.end())) << seed;
  }
}

TEST(Laws, theSameInputGivesTheSameWitnesses) {
  std::vector<std::string> texts = generate(7, 200, 50);
  Solved a = solveUnits(texts), b = solveUnits(texts);
  ASSERT_EQ(a.reach.arrivals.size(), b.reach.arrivals.size());
  for (size_t i = 0; i < a.reach.arrivals.size(); ++i)
    EXPECT_EQ(a.witness(i), b.witness(i));
}

TEST(Laws, budgetsCutPathsSoundly) {
  std::vector<std::string> texts = generate(3, 100, 100);
  SolveOptions small;
  small.maxSteps = 2;
  std::set<std::string> all = places(solveUnits(texts));
  std::set<std::string> cut = places(solveUnits(texts, {}, small));
  EXPECT_TRUE(std::includes(cut.begin(), cut.end(), all.begin(), all.end()));
}

// Past its budget a function value is known by the member that holds it: calls
// through that member go there, others do not.
TEST(Laws, functionValuesPastTheirBudgetAreCalledByMember) {
  std::vector<std::string> texts = {std::string(Preamble) + R"(
    record Ops { show: void (*)(const std::string &), hide: void (*)(const std::string &) }
    record Row { ops: Ops }
    function show(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function hide(const std::string &)
      call #0 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
    function fill(Ops &)
      Function(show(const std::string &)) -> Exit(0).*.Ops::show
    function run(Row &)
      call #0 indirect with (callee, 0 'std::string')
      Entry(0).*.Row::ops.Ops::show -> CallIn(#0, callee)
      Read(User::email) -> CallIn(#0, 0).*
    function other(Row &)
      call #0 indirect with (callee, 0 'std::string')
      Entry(0).*.Row::ops.Ops::hide -> CallIn(#0, callee)
      Read(User::email) -> CallIn(#0, 0).*
    function f(Row &)
      call #0 direct fill(Ops &) with (0 'Ops &')
      call #1 direct run(Row &) with (0 'Row &')
      call #2 direct other(Row &) with (0 'Row &')
      Entry(0).*.Row::ops -> CallIn(#0, 0).* [alias]
      Entry(0).* -> CallIn(#1, 0).* [alias]
      CallOut(#0, 0).* -> CallIn(#1, 0).*.Row::ops
      Entry(0).* -> CallIn(#2, 0).* [alias]
      CallOut(#0, 0).* -> CallIn(#2, 0).*.Row::ops
  )"};
  EXPECT_THAT(solveUnits(texts).arrivals(), testing::ElementsAre("contact.email -> log(0)"));
  SolveOptions small;
  small.maxLabelFacts = 0;
  EXPECT_THAT(solveUnits(texts, {}, small).arrivals(),
              testing::ElementsAre("contact.email -> log(0) likely"));
}

// What enters a function at ever more places is known there by its member.
TEST(Laws, placesOfAParameterPastTheBoundAreKnownByMember) {
  std::vector<std::string> texts = {std::string(Preamble) + R"(
    annotate User::name personal "identity.name"
    record Row { a: std::string, b: std::string }
    record Pair { first: Row, second: Row }
    function show(Pair &)
      call #0 direct log with (0 'std::string')
      Entry(0).*.Pair::second.Row::b -> CallIn(#0, 0)
      Entry(0).*.Pair::first.Row::a -> CallIn(#0, 0)
      Read(Pair::first).Row::a -> CallIn(#0, 0)
      Read(Pair::second).Row::b -> CallIn(#0, 0)
      Read(Row::a) -> CallIn(#0, 0)
      Read(Row::b) -> CallIn(#0, 0)
    function f()
      call #0 direct show(Pair &) with (0 'Pair &')
      Read(User::name) -> CallIn(#0, 0).*.Pair::first.Row::a
      Read(User::email) -> CallIn(#0, 0).*.Pair::second.Row::b
  )"};
  EXPECT_THAT(solveUnits(texts).arrivals(),
              testing::ElementsAre("contact.email -> log(0)", "identity.name -> log(0)"));
  SolveOptions small;
  small.maxStartPaths = 0;
  EXPECT_THAT(solveUnits(texts, {}, small).arrivals(),
              testing::ElementsAre("contact.email -> log(0) possible",
                                   "identity.name -> log(0) possible"));
}

// Past a budget a place is known by the last members of its path: who reads those of
// any object gets the data, who reads another member does not.
TEST(Laws, placesPastTheBudgetAreKnownByMember) {
  auto texts = [](std::string member) {
    return std::vector<std::string>{std::string(Preamble) + R"(
    record Leaf { mail: std::string, size: std::string }
    record Node { leaf: Leaf *, next: Node * }
    record Tree { root: Node * }
    function fill(Tree *)
      Read(User::email) -> Exit(0).*.Tree::root.*.Node::next.*.Node::leaf.*.Leaf::mail
    function show(Leaf *)
      call #0 direct log with (0 'std::string')
      Entry(0).*.Leaf::)" + member + R"( -> CallIn(#0, 0).*
      Read(Leaf::)" + member + R"() -> CallIn(#0, 0).*
    function f(Tree *, Leaf *)
      call #0 direct fill(Tree *) with (0 'Tree *')
      call #1 direct show(Leaf *) with (0 'Leaf *')
      Entry(0) -> CallIn(#0, 0)
      Entry(1) -> CallIn(#1, 0)
  )"};
  };
  SolveOptions small;
  small.maxSteps = 0;
  EXPECT_THAT(solveUnits(texts("mail")).arrivals(), testing::IsEmpty());
  EXPECT_THAT(solveUnits(texts("mail"), {}, small).arrivals(),
              testing::ElementsAre("contact.email -> log(0) possible"));
  EXPECT_THAT(solveUnits(texts("size"), {}, small).arrivals(), testing::IsEmpty());
}

// In a large run the ways to one member are counted: further ones are known by the
// member, those that come back to a class that they were in sooner.
TEST(Laws, oneWayTooManyToAMember) {
  std::vector<std::string> texts = {std::string(Preamble) + R"(
    record Node { mail: std::string, size: std::string, next: Node * }
    record Tree { root: Node * }
    function fill(Tree *)
      Read(User::email) -> Exit(0).*.Tree::root.*.Node::mail
      Read(User::name) -> Exit(0).*.Tree::root.*.Node::next.*.Node::size
    function show(Node *)
      call #0 direct log with (0 'std::string')
      Read(Node::mail) -> CallIn(#0, 0)
    function count(Node *)
      call #0 direct log with (0 'std::string')
      Read(Node::size) -> CallIn(#0, 0)
    annotate User::name personal "identity.name"
    function f(Tree *)
      call #0 direct fill(Tree *) with (0 'Tree *')
      call #1 direct log with (0 'std::string')
      Entry(0) -> CallIn(#0, 0)
      CallOut(#0, 0).*.Tree::root.*.Node::mail -> CallIn(#1, 0)
  )"};
  EXPECT_THAT(solveUnits(texts).arrivals(), testing::ElementsAre("contact.email -> log(0)"));
  SolveOptions small;
  small.maxFacts = 10; // large from the second fact on; deep past the tenth
  small.maxWays = 0;
  small.maxWaysBack = 1;
  EXPECT_THAT(solveUnits(texts, {}, small).arrivals(),
              testing::ElementsAre("contact.email -> log(0) possible"));
  small.maxWays = 1;
  small.maxWaysBack = 0;
  EXPECT_THAT(solveUnits(texts, {}, small).arrivals(),
              testing::ElementsAre("contact.email -> log(0)", "identity.name -> log(0) possible"));
}

// A benchmark in all but the clock: it would not end if solving were not near
// linear in the number of functions.
TEST(Laws, manyFunctions) {
  Solved solved = solveUnits(generate(11, 20000, 2000));
  EXPECT_FALSE(solved.reach.arrivals.empty());
  EXPECT_LT(solved.reach.stats.facts, 2000000u);
}

} // namespace
