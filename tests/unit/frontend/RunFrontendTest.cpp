#include "frontend/RunFrontend.h"
#include "Snippets.h"

#include "llvm/Support/FileSystem.h"

#include <gmock/gmock.h>

using namespace earmark;
using namespace earmark::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

namespace {

std::vector<std::string> patternsOf(const Unit &unit) {
  std::vector<std::string> result;
  for (const Function &function : unit.flow.functions)
    if (function.flags & IsTemplatePattern)
      result.push_back(unit.flow.texts[unit.flow.symbols[function.symbol.value].name].str());
  return result;
}

TEST(ExtractUnit, FindsEveryFunctionOutsideLibraries) {
  Unit unit = extract({{"sys/lib.h", "#pragma once\ninline int inLibrary() { return 1; }\n"},
                       {"own.h", "inline int inHeader() { return 2; }\n"},
                       {"a.cpp", R"cpp(
#include <lib.h>
#include "own.h"
struct S {
  int f = inLibrary();
  void method() {}
  friend void friendly(S) {}
  S() = default;
};
S made;
static void hidden() { struct Local { void inner() {} } local; local.inner(); static int n = 3; }
)cpp"}});
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(functionNames(unit),
              UnorderedElementsAre("inHeader()", "S::method()", "friendly(S)", "S::S()", "hidden()",
                                   "hidden::Local::inner()", "hidden::Local::Local()", "made",
                                   "hidden::n"));
  EXPECT_EQ(unit.systemBodiesSkipped, 1u);
  EXPECT_TRUE(findSymbol(unit, "inHeader")->flags & IsDefined);
}

TEST(ExtractUnit, LowersPatternsThatNothingInstantiates) {
  // In C++17 the algorithms are not constexpr, so their bodies are skipped.
  Unit unit = extract({{"a.cpp", R"cpp(
#include <algorithm>
#include <memory>
#include <vector>
template <typename T> struct Used { void called(T) {} void uncalled(T) {} };
template <typename T> int unused(T t) { return t; }
template <typename T> struct Functor { void operator()(T) const {} };
struct Made { template <typename T> explicit Made(T) {} };
void f(std::vector<int> &v) {
  Used<int> u;
  u.called(1);
  std::for_each(v.begin(), v.end(), [](auto i) { (void)i; });
  std::for_each(v.begin(), v.end(), Functor<int>());
  auto m = std::make_unique<Made>(1);
}
)cpp"}},
                      "a.cpp", {"-std=c++17"});
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(patternsOf(unit),
              UnorderedElementsAre("Used::uncalled", "unused", "Functor::operator()", "Made::Made",
                                   "f::(lambda at a.cpp:12:37)::operator()"));
  EXPECT_THAT(functionNames(unit), Contains("Used::called(int)"));
}

TEST(ExtractUnit, NoUnitBreaksWithoutTheLibrarysBodies) {
  Unit unit = extractText(R"cpp(
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>
#include <ranges>
#include <regex>
struct User { std::string email; int age; };
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(User, email, age)
constexpr auto squares = [] { std::array<int, 3> a{1, 2, 3}; for (int &x : a) x *= x; return a; }();
static_assert(squares[2] == 9);
void f() {
  for (int x : squares | std::views::filter([](auto i) { return i > 1; }))
    spdlog::info("x {}", x);
  nlohmann::json j = User{"b", 2};
  User u = j.get<User>();
  std::smatch s;
  std::regex_search(u.email, s, std::regex("a+"));
}
)cpp");
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(functionNames(unit), Contains("f()"));
  EXPECT_GT(unit.systemBodiesSkipped, 1000u);
}

TEST(ExtractUnit, AUnitThatDoesNotParseSaysWhyAndHoldsNothing) {
  Unit unit = extractText("void fine() {}\nint f() { return unknown; }\n");
  ASSERT_EQ(unit.problems.size(), 1u);
  EXPECT_EQ(unit.problems[0].message, "use of undeclared identifier 'unknown'");
  EXPECT_EQ(unit.problems[0].file, "/src/a.cpp");
  EXPECT_EQ(unit.problems[0].line, 2u);
  EXPECT_EQ(unit.problems[0].column, 18u);
  EXPECT_FALSE(unit.problems[0].annotation);
  EXPECT_THAT(unit.flow.functions, IsEmpty());
  EXPECT_THAT(problemsOf(extract({{"a.cpp", "#include \"none.h\"\n"}})),
              ElementsAre("error 1:10 'none.h' file not found"));
  EXPECT_THAT(problemsOf(extract({}, "gone.cpp")), ElementsAre(HasSubstr("gone.cpp")));
}

TEST(ExtractUnit, WhatOthersOnlyWarnOfStopsNothing) {
  Unit unit = extract({{"a.c", "#pragma GCC diagnostic error \"-Wunused-variable\"\n"
                               "int f(void) { int unused; return g(1); }\n"
                               "char *s = 42;\nint h(x) { return x; }\n"}},
                      "a.c", {"-std=gnu99", "-Werror", "-Wall", "-pedantic-errors"});
  EXPECT_THAT(problemsOf(unit), IsEmpty());
}

TEST(ExtractUnit, KnowsEveryFileThatItRead) {
  SourceFiles sources{{"sys/lib.h", "#pragma once\n"},
                      {"own.h", "#include <lib.h>\n#include <lib.h>\n"},
                      {"a.cpp", "#include \"own.h\"\n#if __has_include(\"no.h\")\n#endif\n"}};
  Unit unit = extract(sources);
  std::vector<std::string> paths;
  for (const Dependency &file : unit.dependencies)
    paths.push_back(file.path);
  EXPECT_THAT(paths, ElementsAre("/src/a.cpp", "/src/own.h", "/src/sys/lib.h"));
  std::vector<Dependency> before = unit.dependencies;
  sources["sys/lib.h"] += "// more\n";
  Unit after = extract(sources);
  EXPECT_EQ(before[0], after.dependencies[0]);
  EXPECT_NE(before[2], after.dependencies[2]);
}

TEST(ExtractUnit, DeepExpressionsDoNotOverrunTheStack) {
  std::string sum = "int f(int x) { return x";
  for (int i = 0; i < 20000; ++i)
    sum += " + x";
  Unit unit = extractText(sum + "; }\n");
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(functionNames(unit), ElementsAre("f(int)"));
}

TEST(ExtractUnit, OtherLanguagesAreAccountedFor) {
  Unit unit = extract({{"a.s", "nop\n"}}, "a.s");
  ASSERT_EQ(unit.problems.size(), 1u);
  EXPECT_EQ(unit.problems[0].level, UnitProblem::Warning);
  EXPECT_EQ(unit.problems[0].message, "not analysed: this is assembly, not C or C++");
}

TEST(RunFrontend, GivesTheSameWhateverTheNumberOfJobs) {
  llvm::SmallString<128> directory;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("earmark", directory));
  std::vector<CompileCommand> commands;
  FileSystem files = realFiles();
  for (int i = 0; i < 6; ++i) {
    std::string name = ("u" + llvm::Twine(i) + ".cpp").str();
    std::string path = absolutePath(directory, name);
    std::string body = i == 3 ? "broken" : "#include <string>\nint f" + std::to_string(i) + "() { return 1; }\n";
    ASSERT_FALSE(bool(writeFile(path, body)));
    commands.push_back(makeCompileCommand(*files, directory, name, {}));
  }
  size_t told = 0;
  std::vector<Unit> one = runFrontend(commands, 1);
  std::vector<Unit> many = runFrontend(commands, 4, [&](size_t done, size_t total, const Unit &) {
    EXPECT_EQ(done, ++told);
    EXPECT_EQ(total, 6u);
  });
  llvm::sys::fs::remove_directories(directory);
  EXPECT_EQ(told, 6u);
  ASSERT_EQ(one.size(), many.size());
  for (size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].mainFile, commands[i].file);
    EXPECT_EQ(one[i].mainFile, many[i].mainFile);
    EXPECT_EQ(functionNames(one[i]), functionNames(many[i]));
    EXPECT_EQ(one[i].dependencies, many[i].dependencies);
    EXPECT_EQ(one[i].flow.texts.size(), many[i].flow.texts.size());
    EXPECT_EQ(problemsOf(one[i]).empty(), i != 3);
  }
}

} // namespace
