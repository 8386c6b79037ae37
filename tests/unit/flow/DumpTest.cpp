#include "flow/Dump.h"

#include "unit/FlowTestBuilder.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace earmark;
using testing::HasSubstr;

namespace {

constexpr const char *Greet = R"(record User { name: std::string, email: std::string } [aggregate]
  function greet(User &, std::string &) -> bool [inline]
    call #0 direct std::operator+ with (0 'const char *' = "Dear ", 1) -> 'std::string' macros LOG
    call #1 indirect with (callee, 0)
    Entry(0).*.User::name -> CallIn(#0, 1).* [alias] except .b, .a
      step read name
    CallResult(#0) -> Exit(1).*
    kill Exit(1).*
    block b0: #0 branches -> b1, b2
    block b1: #1 returns
    block b2: returns
  annotate User::email personal "contact.email"
)";

TEST(Dump, printsWhatTheBuilderReads) {
  Unit unit = testUnit("dir/a.cpp", Greet);
  DumpOptions options;
  options.steps = true;
  EXPECT_EQ(dumpText(unit.flow, options), R"(function greet(User &, std::string &) [inline]  a.cpp:2:1
  Entry(0).*.User::name -> CallIn(#0 std::operator+, 1).* [alias] except .a, .b
    step read name  6:1
  CallResult(#0 std::operator+) -> Exit(1).*
  kill Exit(1).*
  call #0 direct std::operator+() with (0 'const char *' = "Dear ", 1) -> 'std::string' macros LOG  3:1
  call #1 indirect with (callee, 0)  4:1
  block b0: #0 branches -> b1, b2  9:1
  block b1: #1 returns
  block b2: returns
record User [aggregate]
  field User::name 'std::string'
  field User::email 'std::string'
annotation User::email personal "contact.email"  a.cpp:12:1
)");
}

TEST(Dump, doesNotDependOnTheOrderOfFunctions) {
  const char *one = "function f(int)\n  Entry(0) -> Return\n";
  const char *two = "function g(int)\n  Entry(0) -> Exit(0).*\n  Entry(0) -> Return\n";
  FlowTables first, second;
  FlowTestBuilder a(first), b(second);
  a.add(one);
  a.add(two);
  b.add(two);
  b.add(one);
  EXPECT_EQ(dumpText(first), dumpText(second));
}

TEST(Dump, printsEveryPort) {
  FlowTables tables;
  FlowTestBuilder builder(tables);
  const char *ports[] = {
      "Entry(this)",        "CallResult(#0 g)", "CallOut(#0 g, 0).*", "Read(U::a)",
      "Literal(\"x, y\")",  "Function(g())",    "Created(U)",         "Caught(1)",
      "Entry(handled)",          "Exit(0).*[]",      "CallIn(#0 g, this)", "ResultWrite(#0 g).*",
      "Thrown('E', try 0)", "Thrown(...)",          "Condition(b0)",    "Global(v)",          "Cell(0)[key]", "Kept(0).*",
      "Return[argument 1]", "CallIn(#0 g, callee)"};
  std::string text = "variable v\nfunction f(int)\n  try 0 catches 0 'E', 1 ...\n  try 1 within 0 catches 2 'int'\n"
                     "  call #0 direct g with (this, 0) in try 1 in handler 2\n";
  for (const char *port : ports)
    text += std::string("  ") + port + " -> Return\n";
  builder.add(text);
  std::string printed = dumpText(tables);
  EXPECT_THAT(printed, HasSubstr("  try 0 catches 0 'E', 1 ...\n  try 1 within 0 catches 2 'int'\n"));
  EXPECT_THAT(printed, HasSubstr(" with (this, 0) in try 1 in handler 2 "));
  for (const char *port : ports)
    EXPECT_THAT(printed, HasSubstr(std::string("  ") + port + " -> Return\n"));
}

} // namespace
