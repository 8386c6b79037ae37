#include "Snippets.h"

#include <gmock/gmock.h>

using namespace earmark;
using namespace earmark::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

namespace {

std::string usrOf(const Unit &unit, llvm::StringRef name) {
  const Symbol *symbol = findSymbol(unit, name);
  return symbol ? unit.flow.texts[symbol->usr].str() : "";
}

/// Types of a function's parameters, described.
std::vector<std::string> describeTypes(const Unit &unit, llvm::StringRef function) {
  const FlowTables &flow = unit.flow;
  std::vector<std::string> result;
  const Symbol *symbol = findSymbol(unit, function);
  if (!symbol)
    return result;
  for (auto at : symbol->parameters.ids()) {
    const Type &type = flow.types[flow.typeList[at.value].value];
    std::string text = flow.texts[type.spelling].str() + " |";
    if (type.record)
      text += " record " + flow.texts[flow.symbols[type.record.value].name].str();
    if (type.alias)
      text += " alias " + flow.texts[flow.symbols[type.alias.value].name].str();
    if (type.pointers)
      text += " *" + std::to_string(type.pointers);
    text += std::string(type.reference ? " ref" : "") + (type.constant ? " const" : "") +
            (type.boolean ? " bool" : "") + (type.arithmetic ? " number" : "") +
            (type.functional ? " function" : "");
    for (auto argument : type.arguments.ids())
      text += " <" +
              flow.texts[flow.types[flow.typeList[argument.value].value].spelling].str() + ">";
    result.push_back(text);
  }
  return result;
}

TEST(Declarations, SignaturesAreWhatOneWritesInAPolicy) {
  Unit unit = extractText(R"cpp(
#include <string>
#include <vector>
namespace ns {
inline namespace v1 { struct Inner {}; }
struct C {
  C(int) {}
  ~C() {}
  C &operator<<(const Inner &) { return *this; }
  operator bool() const { return true; }
  void operator()(char *, int) {}
  template <typename T> void put(T, std::vector<T>) {}
};
void use(std::string name, const std::vector<Inner> &all, char *argv[], ...) {}
}
using namespace ns;
using std::string;
extern "C" void plain(const char *, unsigned long) {}
void spelt(string, Inner *, C &c) { c.put(1, {}); }
template <typename T> struct Box { T value; void set(const T &v) { value = v; } };
template <typename T> T twice(T t) { return t; }
void boxes() { Box<int> b; b.set(twice(1)); }
)cpp");
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(functionNames(unit),
              UnorderedElementsAre(
                  "ns::C::C(int)", "ns::C::~C()", "ns::C::operator<<(const ns::Inner &)",
                  "ns::C::operator bool()", "ns::C::operator()(char *, int)",
                  "ns::C::put(int, std::vector<int>)",
                  "ns::use(std::string, const std::vector<ns::Inner> &, char **, ...)",
                  "plain(const char *, unsigned long)", "spelt(std::string, ns::Inner *, ns::C &)",
                  "Box::set(const int &)", "twice(int)", "boxes()", "Box::Box()"));
}

TEST(Declarations, InlineNamespacesOfTheLibraryAreNoPartOfNames) {
  Unit unit = extractText("#include <string>\nvoid f(std::string &s) { s.clear(); }\n");
  ASSERT_NE(findSymbol(unit, "std::basic_string"), nullptr);
  EXPECT_EQ(usrOf(unit, "std::basic_string").find("__cxx11") == std::string::npos, false);
}

TEST(Declarations, TypesSayWhatIsBehindThem) {
  Unit unit = extractText(R"cpp(
#include <vector>
struct User {};
typedef User *UserPtr;
using Mail = User;
enum Colour { Red };
void f(User u, const User &r, UserPtr p, User *const *pp, const char *s, bool b, Colour c,
       int a[3], std::vector<Mail> v, void (*fn)(int), const Mail &m, const User *const *q) {}
)cpp");
  EXPECT_THAT(describeTypes(unit, "f"),
              ElementsAre("User | record User", "const User & | record User ref const",
                          "User * | record User alias UserPtr *1", "User *const * | record User *2",
                          "const char * | *1 const number", "bool | bool number",
                          "Colour | record Colour number", "int * | *1 number",
                          "std::vector<User> | record std::vector <User>",
                          "void (*)(int) | *1 function", "const User & | record User alias Mail ref const",
                          "const User *const * | record User *2 const"));
}

TEST(Declarations, AliasesWithinTemplateArgumentsAreKept) {
  Unit unit = extractText(R"cpp(
#include <string>
#include <vector>
using Mail = std::string;
void f(const std::vector<Mail> &v) {}
void g(const std::vector<std::string> &v) {}
)cpp");
  const FlowTables &flow = unit.flow;
  auto aliasOfElement = [&](llvm::StringRef function) {
    const Type &list =
        flow.types[flow.typeList[findSymbol(unit, function)->parameters.begin].value];
    const Type &element = flow.types[flow.typeList[list.arguments.begin].value];
    return flow.texts[flow.symbols[element.alias.value].name].str();
  };
  EXPECT_EQ(aliasOfElement("f"), "Mail");
  EXPECT_EQ(aliasOfElement("g"), "std::string");
}

TEST(Declarations, InternalLinkageIsTheUnits) {
  std::string text = "static void hidden() {}\nnamespace { struct S { int f; void m() {} }; }\n"
                     "void seen() { auto l = [] {}; l(); hidden(); S s; s.m(); struct L { void k() {} } x; x.k(); }\n"
                     "const int limit = 3; int shared = 4;\n";
  SourceFiles sources{{"a.cpp", text}, {"b.cpp", text}};
  Unit a = extract(sources, "a.cpp"), b = extract(sources, "b.cpp");
  for (llvm::StringRef name : {"hidden", "(anonymous namespace)::S", "(anonymous namespace)::S::m", "limit"}) {
    EXPECT_NE(usrOf(a, name), "") << name.str();
    EXPECT_NE(usrOf(a, name), usrOf(b, name)) << name.str();
    EXPECT_TRUE(findSymbol(a, name)->flags & IsInternal) << name.str();
  }
  for (llvm::StringRef name : {"seen", "shared"}) {
    EXPECT_NE(usrOf(a, name), "") << name.str();
    EXPECT_EQ(usrOf(a, name), usrOf(b, name)) << name.str();
    EXPECT_FALSE(findSymbol(a, name)->flags & IsInternal) << name.str();
  }
}

TEST(Declarations, CAndCppAgreeOnWhatIsC) {
  SourceFiles sources{
      {"api.h", "#ifdef __cplusplus\nextern \"C\" {\n#endif\ntypedef struct user { char *mail; } user;\n"
                "void fill(user *u, int n);\nextern int level;\n#ifdef __cplusplus\n}\n#endif\n"},
      {"a.c", "#include \"api.h\"\nint level = 1;\nvoid fill(user *u, int n) { u->mail = 0; }\n"},
      {"b.cpp", "#include \"api.h\"\nint &l = level; void g(user *u) { u->mail = nullptr; fill(u, 1); }\nauto p = fill;"}};
  Unit c = extract(sources, "a.c"), cpp = extract(sources, "b.cpp");
  EXPECT_EQ(usrOf(c, "fill"), "c:@F@fill");
  // Whatever lowering asks for, the record and its field are there.
  for (llvm::StringRef name : {"user", "user::mail"}) {
    EXPECT_NE(usrOf(c, name), "") << name.str();
    EXPECT_EQ(usrOf(c, name), usrOf(cpp, name)) << name.str();
  }
}

TEST(Declarations, EachInstanceIsItsOwnSymbol) {
  Unit unit = extractText(R"cpp(
template <typename T> struct Box { T value; void set(T v) { value = v; } };
void f() { Box<int> a; a.set(1); Box<char> b; b.set('x'); }
)cpp");
  std::vector<std::string> usrs, arguments;
  for (const Symbol &symbol : unit.flow.symbols)
    if (unit.flow.texts[symbol.name] == "Box") {
      usrs.push_back(unit.flow.texts[symbol.usr].str());
      for (auto at : symbol.templateArguments.ids())
        arguments.push_back(
            unit.flow.texts[unit.flow.types[unit.flow.typeList[at.value].value].spelling].str());
    }
  ASSERT_EQ(usrs.size(), 2u);
  EXPECT_NE(usrs[0], usrs[1]);
  EXPECT_THAT(arguments, ElementsAre("int", "char"));
}

TEST(Declarations, ClosuresOfOneFunctionAreDistinct) {
  Unit unit = extractText(R"cpp(
#define TWO() [](int x) { return x; }(1) + [](int x) { return x + 1; }(2)
int f(int seen) {
  auto a = [seen](int x) { return x + seen; };
  auto b = [](auto x) { return x; };
  return a(1) + b(2) + b('c') + TWO();
}
)cpp");
  std::set<std::string> usrs;
  for (const Function &function : unit.flow.functions)
    usrs.insert(unit.flow.texts[unit.flow.symbols[function.symbol.value].usr].str());
  EXPECT_EQ(unit.flow.functions.size(), 6u); // f, a, b for int and char, two of the macro
  EXPECT_EQ(usrs.size(), unit.flow.functions.size());
  EXPECT_NE(findSymbol(unit, "f::(lambda at a.cpp:4:12)::operator()"), nullptr);
  EXPECT_NE(findSymbol(unit, "f::(lambda at a.cpp:4:12)::seen"), nullptr);
}

TEST(Declarations, RecordsKnowBasesFieldsAndOverrides) {
  Unit unit = extractText(R"cpp(
struct Base { virtual void say(int) = 0; virtual ~Base(); int b; };
struct Middle : Base { struct { int deep; }; union { int x; float y; }; };
struct Last final : Middle { void say(int) override; };
)cpp");
  const FlowTables &flow = unit.flow;
  auto record = [&](llvm::StringRef name) -> const Record * {
    for (const Record &row : flow.records)
      if (flow.texts[flow.symbols[row.symbol.value].name] == name)
        return &row;
    return nullptr;
  };
  ASSERT_NE(record("Last"), nullptr);
  EXPECT_TRUE(findSymbol(unit, "Last")->flags & IsFinal);
  EXPECT_EQ(flow.symbolList[record("Last")->bases.begin].value, record("Middle")->symbol.value);
  // The name of an anonymous struct's member is its class's.
  EXPECT_NE(findSymbol(unit, "Middle::deep"), nullptr);
  std::vector<std::string> overrides;
  for (const Override &row : flow.overrides)
    overrides.push_back(flow.texts[flow.symbols[row.method.value].name].str() + " of " +
                        flow.texts[flow.symbols[row.overridden.value].name].str());
  EXPECT_THAT(overrides, Contains("Last::say of Base::say"));
  EXPECT_TRUE(findSymbol(unit, "Base::say")->flags & IsPure);
  EXPECT_TRUE(findSymbol(unit, "Last::say")->flags & IsVirtual);
}

TEST(Declarations, PlacesAreWhereTheUserWrote) {
  Unit unit = extractText("#define MAKE(n) void n() { }\n  MAKE(one)\nvoid two() {\n}\n");
  ASSERT_EQ(unit.flow.functions.size(), 2u);
  Span one = unit.flow.functions[0].span, two = unit.flow.functions[1].span;
  EXPECT_EQ(unit.flow.texts[one.file], "/src/a.cpp");
  EXPECT_EQ(one.line, 2u);
  EXPECT_EQ(one.column, 3u);
  EXPECT_EQ(one.endColumn, 11u); // the last byte of MAKE(one)
  EXPECT_EQ(two.line, 3u);
  EXPECT_EQ(two.endLine, 4u);
  EXPECT_EQ(two.endColumn, 1u);
}

TEST(Declarations, RecursiveTypesEnd) {
  Unit unit = extractText(R"cpp(
#include <map>
#include <memory>
#include <vector>
struct Node { std::vector<Node> children; std::map<int, std::unique_ptr<Node>> byId; Node *up; };
template <typename T> struct Crtp { T *self(); };
struct Mine : Crtp<Mine> { Mine *next; };
Node n; Mine m;
)cpp");
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_NE(findSymbol(unit, "Node::byId"), nullptr);
  EXPECT_NE(findSymbol(unit, "Mine::next"), nullptr);
}

} // namespace
