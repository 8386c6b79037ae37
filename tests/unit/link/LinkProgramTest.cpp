#include "link/LinkProgram.h"

#include "flow/Dump.h"
#include "unit/FlowTestBuilder.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include <algorithm>
#include <set>

using namespace earmark;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

struct Source {
  const char *name, *text;
};

Program link(std::vector<Source> sources, const ModelSet &models = {}, const Policy &policy = {}) {
  std::vector<Unit> units;
  for (const Source &source : sources)
    units.push_back(testUnit(source.name, source.text));
  return linkProgram(std::move(units), policy, models);
}

SymbolId find(const Program &program, llvm::StringRef signature) {
  for (uint32_t i = 0; i < program.flow.symbols.size(); ++i)
    if (program.flow.texts[program.flow.symbols[i].signature] == signature)
      return SymbolId(i);
  ADD_FAILURE() << "no symbol " << signature.str();
  return SymbolId();
}

/// The call numbered `number` in the body of `function`.
CallId callIn(const Program &program, llvm::StringRef function, unsigned number = 0) {
  FunctionId body = program.bodyOf[find(program, function).value];
  return CallId(program.flow.functions[body.value].calls.begin + number);
}

std::vector<std::string> targets(const Program &program, CallId call) {
  std::vector<std::string> result;
  for (const Target &target : program.targets[call.value].bodies)
    result.push_back(print(program.flow, program.flow.functions[target.function.value].symbol));
  std::sort(result.begin(), result.end());
  return result;
}

std::string everything(const Program &program) {
  DumpOptions options;
  options.symbols = options.steps = options.usrs = true;
  std::string text = dumpText(program.flow, options);
  for (uint32_t call = 0; call < program.targets.size(); ++call)
    for (const std::string &target : targets(program, CallId(call)))
      text += std::to_string(call) + " -> " + target + "\n";
  for (const LinkProblem &problem : program.problems)
    text += problem.message + "\n";
  return text;
}

TEST(LinkProgram, joinsCallersAndBodiesOfOtherUnits) {
  Program program = link({{"a.cpp", "function f(int)\n  call #0 direct g(int) with (0)\n"},
                          {"b.cpp", "function g(int)\n  Entry(0) -> Return\n"}});
  CallId call = callIn(program, "f(int)");
  EXPECT_THAT(targets(program, call), ElementsAre("g(int)"));
  EXPECT_FALSE(program.targets[call.value].unknown);
  FunctionId g = program.bodyOf[find(program, "g(int)").value];
  EXPECT_THAT(program.callersOf[g.value], ElementsAre(call));
  EXPECT_EQ(program.functionOf[call.value], program.bodyOf[find(program, "f(int)").value]);
}

TEST(LinkProgram, doesNotDependOnTheOrderOfUnits) {
  std::vector<Source> sources = {{"a.cpp", R"(record U { x: int, y: U * }
         function f(U &) [inline]
           call #0 direct g(int) with (0)
           Entry(0).*.U::x -> CallIn(#0, 0)
             step read x
         annotate U::x personal "p")"},
                                 {"b.cpp", R"(record U { x: int, y: U * }
         function f(U &) [inline]
           Entry(0).*.U::y.*.U::x -> Return
         function g(int)
           Entry(0) -> Global(v)
         annotate U::x personal "q")"},
                                 {"c.cpp", R"(record V : U
         function h(V &)
           call #0 direct f(U &) with (0)
           call #1 virtual U::m(int) on U with (this)
         function U::m(int) [virtual]
         function V::m(int) [virtual]
         override V::m(int) of U::m(int))"}};
  std::string expected = everything(link(sources));
  std::sort(sources.begin(), sources.end(),
            [](const Source &a, const Source &b) { return a.name < b.name; });
  for (int turn = 0; turn < 6; ++turn) {
    std::next_permutation(sources.begin(), sources.end(), [](const Source &a, const Source &b) {
      return llvm::StringRef(a.name) < b.name;
    });
    EXPECT_EQ(everything(link(sources)), expected);
  }
}

TEST(LinkProgram, keepsInlineFunctionsOnce) {
  const char *header = "function f(int) [inline]\n  Entry(0) -> Return\n";
  Program program = link({{"a.cpp", header}, {"b.cpp", header}});
  EXPECT_EQ(program.flow.functions.size(), 1u);
  EXPECT_TRUE(program.otherBodies.empty());
}

TEST(LinkProgram, keepsTheMainOfEveryProgram) {
  Program program = link({{"a.cpp", "function main()\n  Global(x) -> Return\n"},
                          {"b.cpp", "function main()\n  Global(y) -> Return\n"}});
  EXPECT_EQ(program.flow.functions.size(), 2u);
  EXPECT_EQ(program.otherBodies[find(program, "main()")].size(), 1u);
}

TEST(LinkProgram, keepsOneOfAFileCompiledTwice) {
  Unit one = testUnit("a.cpp", "function f(int)\n  Entry(0) -> Return\n");
  Unit two = testUnit("a.cpp", "function f(int)\n  Entry(0) -> Return\n");
  one.command = 1;
  two.command = 2;
  std::vector<Unit> units;
  units.push_back(std::move(one));
  units.push_back(std::move(two));
  EXPECT_EQ(linkProgram(std::move(units), {}, {}).flow.functions.size(), 1u);
}

TEST(LinkProgram, strongBodiesWinOverWeakOnes) {
  Program program = link({{"a.cpp", "function f(int) [weak]\n  Entry(0) -> Return\n"},
                          {"b.cpp", "function f(int)\n  Entry(0) -> Global(g)\n"}});
  ASSERT_EQ(program.flow.functions.size(), 1u);
  EXPECT_THAT(dumpText(program.flow), HasSubstr("Global(g)"));
}

/// However units are divided into parts, and whatever bodies of one function they
/// bring in whichever order, the program is the same to the last row.
TEST(LinkProgram, partsMakeNoDifference) {
  const std::vector<Source> all = {
      {"a.cpp", "record R { x: int }\nfunction f(int) [weak]\n  Entry(0) -> Return\n"
                "function h() [inline]\n  call #0 direct f(int) with (0)\n"},
      {"b.cpp", "function main()\n  call #0 direct f(int) with (0)\n"
                "function t(auto) [pattern]\n  Entry(0) -> Return\n"},
      {"c.cpp", "function h() [inline]\n  call #0 direct f(int) with (0)\n"
                "function main()\n  call #0 direct f(int) with (0)\n"},
      {"d.cpp", "function f(int)\n  Entry(0) -> Global(g)\nfunction main()\n"
                "  call #0 direct t<int>(int) with (0)\n"},
      {"e.cpp", "record R { x: int, y: int }\nfunction f(int) [weak]\n"
                "  Entry(0) -> Global(other)\nfunction k(char)\n  Entry(0) -> Return\n"},
      {"f.cpp", "function t(auto) [pattern]\n  Entry(0) -> Return\nfunction main()\n"
                "  call #0 direct k(char) with (0)\n"},
      {"g.cpp", "function k(char) [weak]\n  Entry(0) -> Global(g)\nfunction f(int)\n"
                "  Entry(0) -> Global(g)\n"},
  };
  auto divided = [&](unsigned divisions) {
    std::vector<Part> parts, own;
    for (size_t i = 0; i < all.size(); ++i) {
      own.push_back(partOf(testUnit(all[i].name, all[i].text)));
      if (divisions >> i & 1 || i + 1 == all.size())
        parts.push_back(mergeParts(std::exchange(own, {})));
    }
    return everything(linkParts(std::move(parts), {}, {}));
  };
  std::string each = divided(~0u);
  EXPECT_THAT(each, HasSubstr("main()"));
  for (unsigned divisions = 0; divisions < 1u << (all.size() - 1); ++divisions)
    ASSERT_EQ(divided(divisions), each) << divisions;
}

/// One unit more or less leaves the other parts as they were.
TEST(LinkProgram, divisionDependsOnTheNamesNearBy) {
  std::vector<UnitPlace> places;
  for (int i = 1000; i < 2000; ++i)
    places.push_back({"/src/unit" + std::to_string(i) + ".cpp", 1, 1});
  auto parts = [](llvm::ArrayRef<UnitPlace> units) {
    std::set<std::pair<std::string, size_t>> result;
    size_t at = 0;
    for (size_t size : divide(units)) {
      result.insert({units[at].mainFile, size});
      EXPECT_LE(size, 128u);
      at += size;
    }
    EXPECT_EQ(at, units.size());
    return result;
  };
  auto before = parts(places);
  EXPECT_GT(before.size(), 10u);
  EXPECT_LT(before.size(), 100u);
  places.erase(places.begin() + 500);
  auto after = parts(places);
  unsigned changed = 0;
  for (const auto &part : after)
    changed += !before.count(part);
  EXPECT_LE(changed, 3u);
}

TEST(LinkProgram, patternsFillInForSpecialisationsWithoutBody) {
  Program program = link({{"a.cpp", "function f(int)\n  call #0 direct t<int>(int) with (0)\n"},
                          {"b.cpp", "function t(auto) [pattern]\n  Entry(0) -> Return\n"}});
  EXPECT_THAT(targets(program, callIn(program, "f(int)")), ElementsAre("t(auto)"));
}

TEST(LinkProgram, patternsGoWhereTheSameBodyIsInstantiated) {
  Unit pattern = testUnit("a.cpp", "function t(auto) [pattern]\n  Entry(0) -> Return\n");
  Unit instance = testUnit("b.cpp", "function t<int>(int) [inline]\n  Entry(0) -> Return\n");
  for (Unit *unit : {&pattern, &instance})
    unit->flow.functions[0].span.file = unit->flow.texts.intern("t.h");
  std::vector<Unit> units;
  units.push_back(std::move(pattern));
  units.push_back(std::move(instance));
  Program program = linkProgram(std::move(units), {}, {});
  ASSERT_EQ(program.flow.functions.size(), 1u);
  EXPECT_FALSE(program.flow.functions[0].flags & IsTemplatePattern);
}

TEST(LinkProgram, unitsWithErrorsHaveNoPart) {
  Unit bad = testUnit("bad.cpp", "function f(int)\n");
  bad.problems.push_back({UnitProblem::Error, "no such file", "bad.cpp", 1, 1, false});
  Unit annotated = testUnit("good.cpp", "function g(int)\n");
  annotated.problems.push_back({UnitProblem::Error, "misspelt", "good.cpp", 1, 1, true});
  std::vector<Unit> units;
  units.push_back(std::move(bad));
  units.push_back(std::move(annotated));
  Program program = linkProgram(std::move(units), {}, {});
  EXPECT_EQ(program.flow.functions.size(), 1u);
  ASSERT_EQ(program.units.size(), 2u);
  EXPECT_FALSE(program.units[0].analysed);
  EXPECT_TRUE(program.units[1].analysed);
}

TEST(LinkProgram, unitsThatContradictEachOtherMakeNoCycle) {
  Unit one = testUnit("a.cpp", "record A : B\nrecord B\n");
  Unit two = testUnit("b.cpp", "record B : A\nrecord A\n");
  auto enclose = [](Unit &unit, uint32_t inner, uint32_t outer) {
    unit.flow.symbols[inner].parent = SymbolId(outer);
  };
  enclose(one, 0, 1); // A in B
  enclose(two, 0, 1); // B in A
  std::vector<Unit> units;
  units.push_back(std::move(one));
  units.push_back(std::move(two));
  Program program = linkProgram(std::move(units), {}, {});
  SymbolId a = find(program, "A"), b = find(program, "B");
  EXPECT_FALSE(program.flow.symbols[a.value].parent && program.flow.symbols[b.value].parent);
  EXPECT_EQ(program.flow.records[program.recordOf[a]].bases.count +
                program.flow.records[program.recordOf[b]].bases.count,
            1u);
}

TEST(LinkProgram, largeProgramsLinkQuickly) {
  // Names are found by hash, whatever the number of models and symbols.
  std::string text, modelText;
  for (int i = 0; i < 4000; ++i)
    text += "function f" + std::to_string(i) + "(int)\n  call #0 direct lib::g" +
            std::to_string(i) + "(int) with (0)\n";
  for (int i = 0; i < 2000; ++i)
    modelText += "function lib::g" + std::to_string(i) + "(int)\n  Entry(0) -> Return\n";
  Program program = link({{"a.cpp", text.c_str()}}, testModels(modelText));
  size_t modelled = 0;
  for (const CallTargets &call : program.targets)
    modelled += call.modelled;
  EXPECT_EQ(modelled, 2000u);
}

// ---- targets ---------------------------------------------------------------

constexpr const char *Shapes = R"(
  record Shape
  record Circle : Shape
  record Ring : Circle
  record Square : Shape
  declare Shape::draw(int) [virtual, pure, member]
  function Circle::draw(int) [virtual]
  function Ring::draw(int) [virtual]
  function Square::draw(int) [virtual]
  override Circle::draw(int) of Shape::draw(int)
  override Ring::draw(int) of Circle::draw(int)
  override Square::draw(int) of Shape::draw(int)
  function all(Shape &)
    call #0 virtual Shape::draw(int) on Shape with (this, 0)
  function circles(Circle &)
    call #0 virtual Circle::draw(int) on Circle with (this, 0)
  function ring(Ring &)
    call #0 virtual Ring::draw(int) on Ring with (this, 0)
)";

TEST(ResolveCalls, virtualCallsGoWhereTheReceiverCanBe) {
  Program program = link({{"a.cpp", Shapes}});
  EXPECT_THAT(targets(program, callIn(program, "all(Shape &)")),
              ElementsAre("Circle::draw(int)", "Ring::draw(int)", "Square::draw(int)"));
  EXPECT_FALSE(program.targets[callIn(program, "all(Shape &)").value].unknown);
  EXPECT_THAT(targets(program, callIn(program, "circles(Circle &)")),
              ElementsAre("Circle::draw(int)", "Ring::draw(int)"));
  const CallTargets &ring = program.targets[callIn(program, "ring(Ring &)").value];
  ASSERT_EQ(ring.bodies.size(), 1u);
  EXPECT_FALSE(ring.bodies[0].assumed);
  EXPECT_TRUE(program.targets[callIn(program, "all(Shape &)").value].bodies[0].assumed);
}

TEST(ResolveCalls, hierarchyIsTransitive) {
  Program program = link({{"a.cpp", Shapes}});
  EXPECT_EQ(program.derived[find(program, "Shape").value].size(), 3u);
  EXPECT_EQ(program.overriders[find(program, "Shape::draw(int)").value].size(), 3u);
}

TEST(ResolveCalls, modelsStandForLibrariesBodiesForTheProject) {
  ModelSet models = testModels("function std::swap(int, int)\nfunction helper(int)\n");
  Program program = link({{"a.cpp", R"(
    function std::swap(int, int)
    function helper(int)
    function f(int)
      call #0 direct std::swap(int, int) with (0, 1)
      call #1 direct helper(int) with (0)
      call #2 direct nobody(int) with (0)
  )"}},
                         models);
  auto isModel = [&](unsigned number) {
    const CallTargets &call = program.targets[callIn(program, "f(int)", number).value];
    return call.modelled && (program.flow.functions[call.bodies[0].function.value].flags & IsModel);
  };
  EXPECT_TRUE(isModel(0));
  EXPECT_FALSE(isModel(1));
  const CallTargets &unknown = program.targets[callIn(program, "f(int)", 2).value];
  EXPECT_TRUE(unknown.unknown);
  EXPECT_TRUE(unknown.bodies.empty());
}

TEST(ResolveCalls, theMostSpecificModelsApply) {
  ModelSet models = testModels(R"(function any(int)
function exact(int)
function https(int)
function two(int, int))");
  models.models[0].pattern = "net::*";
  models.models[1].pattern = "net::open";
  models.models[2].pattern = "net::open";
  models.models[2].conditions.push_back({0, {"https"}, false});
  models.models[3].pattern = "net::open";
  models.models[3].minArguments = models.models[3].maxArguments = 2;
  Program program = link({{"a.cpp", R"(
    function f(int)
      call #0 direct net::open(int) with (0)
      call #1 direct net::open(int) with (0 = "https")
      call #2 direct net::open(int) with (0, 1)
      call #3 direct net::close(int) with (0)
  )"}},
                         models);
  EXPECT_THAT(targets(program, callIn(program, "f(int)", 0)), ElementsAre("exact(int)"));
  EXPECT_THAT(targets(program, callIn(program, "f(int)", 1)), ElementsAre("https(int)"));
  EXPECT_THAT(targets(program, callIn(program, "f(int)", 2)), ElementsAre("two(int, int)"));
  EXPECT_THAT(targets(program, callIn(program, "f(int)", 3)), ElementsAre("any(int)"));
}

TEST(ResolveCalls, modelsOfEqualPatternsApplyTogether) {
  ModelSet models = testModels("function one(int)\nfunction two(int)\n");
  models.models[0].pattern = models.models[1].pattern = "log";
  models.models[1].designations.push_back(
      {AnnotationKind::Sink, Designation::Parameter, false, {"0", "rest"}, {"log"}});
  Program program =
      link({{"a.cpp", "function f(int)\n  call #0 direct log with (0, 1, 2)\n"}}, models);
  CallId call = callIn(program, "f(int)");
  EXPECT_THAT(targets(program, call), ElementsAre("one(int)", "two(int)"));
  // `rest`: the arguments past the one parameter that the model names.
  std::vector<uint16_t> sinks;
  for (const Role &role : program.callRoles[call.value])
    sinks.push_back(role.parameter);
  EXPECT_THAT(sinks, ElementsAre(0, 1, 2));
}

TEST(ResolveCalls, modelTypesAreHeldAgainstTheParameters) {
  ModelSet models = testModels("function text(int)\nfunction other(int)\n");
  models.models[0].pattern = models.models[1].pattern = "put";
  models.models[0].parameterTypes = {"char *"};
  Program program = link({{"a.cpp", R"(
    function f(int)
      call #0 direct put(const char *) with (0)
      call #1 direct put(int) with (0)
  )"}},
                         models);
  EXPECT_THAT(targets(program, callIn(program, "f(int)", 0)), ElementsAre("text(int)"));
  EXPECT_THAT(targets(program, callIn(program, "f(int)", 1)), ElementsAre("other(int)"));
}

TEST(ResolveCalls, overridesOfLibraryMethodsWithoutBodyUseItsModel) {
  ModelSet models = testModels("function std::streambuf::sputn(int)\n");
  Program program = link({{"a.cpp", R"(
    record std::basic_streambuf
    record Mine : std::basic_streambuf
    declare std::basic_streambuf::sputn(int) [virtual]
    declare Mine::sputn(int) [virtual]
    override Mine::sputn(int) of std::basic_streambuf::sputn(int)
    function f(Mine &)
      call #0 direct Mine::sputn(int) with (this, 0)
  )"}},
                         models);
  EXPECT_TRUE(program.targets[callIn(program, "f(Mine &)").value].modelled);
}

TEST(ResolveCalls, functionValuesHaveTheirModels) {
  ModelSet models = testModels("function puts(int)\n");
  models.models[0].designations.push_back(
      {AnnotationKind::Sink, Designation::Parameter, true, {}, {"log"}});
  Program program = link({{"a.cpp", R"(
    declare puts(const char *) [system]
    function f(int)
      call #0 direct each with (0)
      Function(puts(const char *)) -> CallIn(#0, 0)
  )"}},
                         models);
  const ValueModels &value = program.modelsOfValue[find(program, "puts(const char *)")];
  EXPECT_EQ(value.bodies.size(), 1u);
  ASSERT_EQ(value.roles.size(), 1u);
  EXPECT_EQ(value.roles[0].parameter, Rest);
}

constexpr const char *MakeUnique = R"(function std::make_unique()
  call #0 builds type of 0 with (rest)
  Entry(rest) -> CallIn(#0, rest)
  CallOut(#0, this) -> Return.*
)";

TEST(BuildsClones, callsTheConstructorOfTheTypeThatIsBuilt) {
  Program program = link({{"a.cpp", R"(
    record User { name: std::string }
    function User::User(std::string)
      Entry(0) -> Exit(this).*.User::name
    declare User::User(const User &) [member]
    function f(std::string)
      call #0 direct std::make_unique<User>(std::string &&) with (0)
  )"}},
                         testModels(MakeUnique));
  CallId call = callIn(program, "f(std::string)");
  ASSERT_EQ(program.targets[call.value].bodies.size(), 1u);
  FunctionId clone = program.targets[call.value].bodies[0].function;
  std::string text = print(program.flow, program.flow.functions[clone.value]);
  EXPECT_THAT(text, HasSubstr("construct"));
  EXPECT_THAT(text, HasSubstr("Created(User) -> Return.*"));
  CallId built(program.flow.functions[clone.value].calls.begin);
  EXPECT_THAT(targets(program, built), testing::Contains("User::User(std::string)"));
  EXPECT_EQ(program.functionOf[built.value], clone);
  EXPECT_THAT(program.callersOf[clone.value], ElementsAre(call));
}

TEST(BuildsClones, aggregatesTakeTheirFieldsInOrder) {
  Program program = link({{"a.cpp", R"(
    record User { name: std::string, email: std::string } [aggregate]
    function f(std::string)
      call #0 direct std::make_unique<User>(std::string &&, std::string &&) with (0, 1)
  )"}},
                         testModels(MakeUnique));
  FunctionId clone = program.targets[callIn(program, "f(std::string)").value].bodies[0].function;
  CallId built(program.flow.functions[clone.value].calls.begin);
  ASSERT_EQ(program.targets[built.value].bodies.size(), 1u);
  const Function &summary =
      program.flow.functions[program.targets[built.value].bodies[0].function.value];
  std::string text = print(program.flow, summary);
  EXPECT_THAT(text, HasSubstr("Entry(0) -> Exit(this).User::name"));
  EXPECT_THAT(text, HasSubstr("Entry(1) -> Exit(this).User::email"));
}

TEST(BuildsClones, scalarsAreCopiedAndLibraryClassesUseTheirModel) {
  ModelSet models = testModels(std::string(MakeUnique) +
                               "function std::string::string(int)\n  Entry(0) -> Exit(this)\n");
  Program program = link({{"a.cpp", R"(
    record std::basic_string
    function f(int)
      call #0 direct std::make_unique<int>(int) with (0)
      call #1 direct std::make_unique<std::basic_string>(const char *) with (0)
  )"}},
                         models);
  auto inner = [&](unsigned number) {
    FunctionId clone = program.targets[callIn(program, "f(int)", number).value].bodies[0].function;
    return CallId(program.flow.functions[clone.value].calls.begin);
  };
  const CallTargets &scalar = program.targets[inner(0).value];
  ASSERT_EQ(scalar.bodies.size(), 1u);
  EXPECT_THAT(print(program.flow, program.flow.functions[scalar.bodies[0].function.value]),
              HasSubstr("Entry(0) -> Exit(this)\n"));
  EXPECT_TRUE(program.targets[inner(1).value].modelled);
}

} // namespace
