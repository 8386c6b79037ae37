// Objects that are sinks: streams by variable, by class, by the function that
// opened them.
#include "unit/solve/SolveTest.h"

using namespace earmark;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

ModelSet streams() {
  return testModels(R"(
    function std::operator<<(std::ostream &, const std::string &) -> std::ostream &
      Entry(1) -> Exit(0) [content]
      Entry(0) -> Return [alias]
    function fprintf(FILE *, const char *)
      Entry(1) -> Exit(0).* [content]
      Entry(rest) -> Exit(0).* [content]
    function fopen(const char *) -> FILE *
      Literal("") -> Return
  )");
}

const char *const Declarations = R"(
  variable std::cerr: std::ostream
  annotate std::cerr sink "log"
  record std::ofstream : std::ostream { }
  annotate std::ofstream sink "store"
  declare std::operator<<(std::ostream &, const std::string &) -> std::ostream & [system]
  declare fprintf(FILE *, const char *) [system]
  declare fopen(const char *) -> FILE * [system]
)";

Solved solveStreams(const std::string &text) {
  return solveText(std::string(Declarations) + text, streams());
}

TEST(SinkObjects, chainOnAGlobalStream) {
  Solved solved = solveStreams(R"(
    function f()
      call #0 direct std::operator<<(std::ostream &, const std::string &) with (0 'std::ostream', 1 'std::string') -> 'std::ostream &'
      call #1 direct std::operator<<(std::ostream &, const std::string &) with (0 'std::ostream &', 1 'std::string') -> 'std::ostream &'
      call #2 direct std::operator<<(std::ostream &, const std::string &) with (0 'std::ostream &', 1 'std::string') -> 'std::ostream &'
      Global(std::cerr) -> CallIn(#0, 0).* [alias]
      CallResult(#0) -> CallIn(#1, 0)
      CallResult(#1) -> CallIn(#2, 0)
      Read(User::email) -> CallIn(#1, 1).*
      CallOut(#0, 0).* -> Global(std::cerr)
      CallOut(#1, 0).* -> ResultWrite(#0).*
      CallOut(#2, 0).* -> ResultWrite(#1).*
  )");
  EXPECT_THAT(solved.arrivals(), ElementsAre("contact.email -> into std::cerr"));
  ASSERT_THAT(solved.reach.arrivals, SizeIs(1));
  // The second operator<< is the one that wrote it.
  EXPECT_EQ(solved.reach.arrivals[0].call.value,
            solved.program.flow.functions[solved.reach.arrivals[0].function.value].calls.begin + 1);
}

TEST(SinkObjects, callThatGetsTheStream) {
  Solved solved = solveStreams(R"(
    function dump(std::ostream &, const User &)
      call #0 direct std::operator<<(std::ostream &, const std::string &) with (0 'std::ostream &', 1 'std::string') -> 'std::ostream &'
      Entry(0) -> CallIn(#0, 0)
      Read(User::email) -> CallIn(#0, 1).*
      CallOut(#0, 0).* -> Exit(0).*
    function f(User &)
      call #0 direct dump(std::ostream &, const User &) with (0 'std::ofstream', 1 'User')
      Cell(0) -> CallIn(#0, 0).* [alias]
      Entry(0) -> CallIn(#0, 1)
  )");
  EXPECT_THAT(solved.arrivals(), ElementsAre("contact.email -> into std::ofstream"));
  ASSERT_THAT(solved.reach.arrivals, SizeIs(1));
  EXPECT_EQ(solved.program.flow.texts[solved.program.flow.calls[solved.reach.arrivals[0].call.value].text].take_front(2), "#0");
  EXPECT_EQ(solved.name(solved.program.flow.functions[solved.reach.arrivals[0].function.value].symbol), "f");
}

TEST(SinkObjects, resultOfAFunctionThatOpens) {
  const std::string text = R"(
    declare printTo(FILE *, const std::string &) [system]
    function open_log() -> FILE *
      call #0 direct fopen(const char *) with (0 = "x") -> 'FILE *'
      CallResult(#0) -> Return
    function f()
      call #0 direct open_log() with () -> 'FILE *'
      call #1 direct fprintf(FILE *, const char *) with (0 'FILE *', 1 'const char *')
      CallResult(#0) -> CallIn(#1, 0)
      Read(User::email) -> CallIn(#1, 1).*
      CallOut(#1, 0).* -> ResultWrite(#0).*
  )";
  Solved solved;
  solved.policy = testPolicy();
  Annotate opens;
  opens.pattern = "fopen";
  Designation sink;
  sink.kind = AnnotationKind::Sink;
  sink.where = Designation::Result;
  sink.words = {"store"};
  opens.designations.push_back(sink);
  solved.policy.annotate.push_back(opens);
  std::vector<Unit> units;
  units.push_back(testUnit("a.cpp", std::string(Preamble) + Declarations + text));
  solved.program = linkProgram(std::move(units), solved.policy, streams());
  solved.reach = solveReach(solved.program, solved.policy);
  EXPECT_THAT(solved.arrivals(), ElementsAre("contact.email -> into fopen"));
}

TEST(SinkObjects, streamInAMemberWithTheTypeOfItsBase) {
  EXPECT_THAT(solveStreams(R"(
    record Journal { out: std::ofstream }
    function Journal::add(const User &)
      call #0 direct std::operator<<(std::ostream &, const std::string &) with (0 'std::ostream &', 1 'std::string') -> 'std::ostream &'
      Entry(this).*.Journal::out -> CallIn(#0, 0).* [alias]
      Read(User::email) -> CallIn(#0, 1).*
    function f(Journal &)
      call #0 direct Journal::add(const User &) with (this 'Journal', 0 'User')
      Entry(0) -> CallIn(#0, this)
  )").arrivals(),
              ElementsAre("contact.email -> into std::ofstream"));
}

TEST(SinkObjects, constantsThatSelectorsRead) {
  Solved solved;
  solved.policy = testPolicy();
  Unit unit = testUnit("a.cpp", std::string(Preamble) + R"(
    declare post(const std::string &, const std::string &) [system]
    function send(const std::string &, const std::string &)
      call #0 direct post with (0 'std::string', 1 'std::string')
      Entry(0) -> CallIn(#0, 0)
      Entry(1) -> CallIn(#0, 1)
    function f()
      call #0 direct send(const std::string &, const std::string &) with (0 'std::string', 1 'std::string')
      Literal("https://acme.example") -> CallIn(#0, 0).*
      Read(User::email) -> CallIn(#0, 1).*
    annotate post 1 sink "third-party"
  )");
  std::vector<Unit> units;
  units.push_back(std::move(unit));
  solved.program = linkProgram(std::move(units), solved.policy, {});
  for (auto &roles : solved.program.roles)
    for (Role &role : roles)
      if (role.kind == AnnotationKind::Sink && role.words[0] == "third-party") {
        SinkSelector url;
        url.parameter = 0;
        role.selectors.push_back(url);
      }
  solved.reach = solveReach(solved.program, solved.policy);
  ASSERT_THAT(solved.arrivals(), ElementsAre("contact.email -> post(1)"));
  EXPECT_THAT(solved.reach.arrivals[0].literals, ElementsAre("https://acme.example"));
}

} // namespace
