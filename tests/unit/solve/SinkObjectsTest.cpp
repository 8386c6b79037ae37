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
  EXPECT_THAT(solveStreams(R"(
    annotate fopen(const char *) is "encrypted"
    function f()
      call #0 direct open_log() with () -> 'FILE *'
      call #1 direct fprintf(FILE *, const char *) with (0 'FILE *', 1 'const char *')
      CallResult(#0) -> CallIn(#1, 0)
      Read(User::email) -> CallIn(#1, 1).*
    declare open_log() -> FILE * [system]
  )").arrivals(),
              IsEmpty());
}

} // namespace
