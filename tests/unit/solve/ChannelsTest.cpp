// Constants that a sink's selectors read, told apart by the callers that chose them.
#include "unit/solve/SolveTest.h"

using namespace earmark;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

/// Sinks of kind third-party read their channel at `path` of argument 0.
std::vector<std::string> channels(const std::string &text, const ModelSet &models = {},
                                  const std::string &field = "") {
  Solved solved;
  solved.policy = testPolicy();
  std::vector<Unit> units;
  units.push_back(testUnit("a.cpp", Preamble + text));
  solved.program = linkProgram(std::move(units), solved.policy, models);
  for (auto &roles : solved.program.roles)
    for (Role &role : roles)
      if (role.kind == AnnotationKind::Sink && role.words[0] == "third-party") {
        SinkSelector url;
        url.parameter = 0;
        if (!field.empty())
          url.path = {{ProjectionKind::Deref, ""}, {ProjectionKind::Field, field}};
        role.selectors.push_back(url);
      }
  solved.reach = solveReach(solved.program, solved.policy);
  std::vector<std::string> lines;
  for (const Arrival &arrival : solved.reach.arrivals) {
    std::string line = solved.line(arrival) + ":";
    for (const std::string &literal : arrival.literals)
      line += " " + literal;
    lines.push_back(line);
  }
  return lines;
}

TEST(Channels, callersDoNotMix) {
  EXPECT_THAT(channels(R"(
    declare post(const std::string &, const std::string &) [system]
    annotate post 1 sink "third-party"
    function inner(const std::string &, const std::string &)
      call #0 direct post with (0 'std::string', 1 'std::string')
      Entry(0) -> CallIn(#0, 0)
      Entry(1) -> CallIn(#0, 1)
    function send(const std::string &, const std::string &)
      call #0 direct inner(const std::string &, const std::string &) with (0 'std::string', 1 'std::string')
      Entry(0) -> CallIn(#0, 0)
      Entry(1) -> CallIn(#0, 1)
    function toCrm()
      call #0 direct send(const std::string &, const std::string &) with (0 'std::string', 1 'std::string')
      Literal("crm") -> CallIn(#0, 0).*
      Read(User::email) -> CallIn(#0, 1).*
    function toMail()
      call #0 direct send(const std::string &, const std::string &) with (0 'std::string', 1 'std::string')
      Literal("mail") -> CallIn(#0, 0).*
      Read(User::email) -> CallIn(#0, 1).*
    function ping()
      call #0 direct send(const std::string &, const std::string &) with (0 'std::string', 1 'std::string')
      Literal("other") -> CallIn(#0, 0).*
      Literal("clean") -> CallIn(#0, 1).*
  )"),
              UnorderedElementsAre("contact.email -> post(1): crm", "contact.email -> post(1): mail"));
}

TEST(Channels, constantsOfArgumentsAreConstants) {
  EXPECT_THAT(channels(R"(
    variable endpoint: const char *
    declare post(const char *, const std::string &) [system]
    annotate post 1 sink "third-party"
    function send(const char *)
      call #0 direct post with (0 'const char *', 1 'std::string')
      Entry(0) -> CallIn(#0, 0)
      Read(User::email) -> CallIn(#0, 1).*
    function f()
      call #0 direct send(const char *) with (0 'const char *' = "crm")
      Global(endpoint) -> CallIn(#0, 0)
  )"),
              ElementsAre("contact.email -> post(1): crm"));
}

TEST(Channels, setInTheHandleBeforeOrAfter) {
  ModelSet models = testModels(R"(
    record Handle { url: const char * }
    function setUrl(Handle *, const char *)
      Entry(1).* -> Exit(0).*.Handle::url
      kill Exit(0).*.Handle::url
    function post(Handle *, const std::string &)
  )");
  const std::string text = R"(
    record Handle { url: const char * }
    declare open() -> Handle * [system]
    declare setUrl(Handle *, const char *) [system]
    declare post(Handle *, const std::string &) [system]
    annotate post 1 sink "third-party"
    function f()
      call #0 direct open() with () -> 'Handle *'
      call #1 direct setUrl(Handle *, const char *) with (0 'Handle *', 1 'const char *' = "crm")
      call #2 direct post(Handle *, const std::string &) with (0 'Handle *', 1 'std::string')
      CallResult(#0) -> CallIn(#1, 0)
      CallResult(#0) -> CallIn(#2, 0)
      Literal("crm") -> CallIn(#1, 1)
      Read(User::email) -> CallIn(#2, 1).*
  )";
  EXPECT_THAT(channels(text, models, "Handle::url"),
              ElementsAre("contact.email -> post(1): crm"));
}

} // namespace
