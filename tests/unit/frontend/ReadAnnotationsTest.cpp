#include "Snippets.h"

#include <gmock/gmock.h>

using namespace earmark;
using namespace earmark::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

namespace {

const std::string header = "#include <earmark/earmark.h>\n";

TEST(ReadAnnotations, StandWhereverPeoplePutMacros) {
  Unit unit = extractText(header + R"cpp(
typedef const char *Text;
struct EARMARK_PERSONAL("identity") Person {
  Text before EARMARK_PERSONAL("a");
  EARMARK_PERSONAL("b") Text after;
  Text const EARMARK_PERSONAL("c") middle = "";
  static inline int shared EARMARK_PERSONAL("d") = 0;
  virtual EARMARK_PERSONAL("e") Text name() const { return after; }
  EARMARK_PERSONAL("f") virtual ~Person() {}
  int bits : 3 EARMARK_PERSONAL("g"), more : 4 EARMARK_PERSONAL("h");
};
)cpp");
  // A destructor returns nothing, so that one is an error.
  EXPECT_THAT(problemsOf(unit), ElementsAre(HasSubstr("EARMARK_PERSONAL means nothing on the "
                                                      "function '~Person', which returns nothing")));
  EXPECT_THAT(annotationsOf(unit),
              UnorderedElementsAre("Person personal identity", "Person::before personal a",
                                   "Person::after personal b", "Person::middle personal c",
                                   "Person::shared personal d", "Person::name personal e",
                                   "Person::bits personal g", "Person::more personal h"));
}

TEST(ReadAnnotations, StandOnTypesAliasesAndEnums) {
  Unit unit = extractText(header + R"cpp(
typedef const char *Email EARMARK_PERSONAL("a");
using Phone EARMARK_PERSONAL("b") = const char *;
enum EARMARK_PERSONAL("c") Gender { Unknown };
enum class EARMARK_PERSONAL("d") Faith : int { None };
union EARMARK_PERSONAL("e") Either { int i; float f; };
template <typename T> struct EARMARK_PERSONAL("f") Box { T value EARMARK_SUBJECT("customer"); };
template <typename T> using Secret EARMARK_PERSONAL("g") = T;
Box<int> box;
)cpp");
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  // The class template and its one instance both bear them.
  EXPECT_THAT(annotationsOf(unit),
              UnorderedElementsAre("Email personal a", "Phone personal b", "Gender personal c",
                                   "Faith personal d", "Either personal e", "Box personal f",
                                   "Box::value subject customer", "Box personal f",
                                   "Box::value subject customer", "Secret personal g"));
}

TEST(ReadAnnotations, StandOnFunctionsParametersAndVariables) {
  Unit unit = extractText(header + R"cpp(
EARMARK_SINK("log") void a(const char *text);
static EARMARK_RUNS_FOR("x") inline void b() {}
inline EARMARK_RUNS_FOR("x") static void c() {}
void d(EARMARK_SINK("store", "crm") const char *text, int n EARMARK_EXPECTS("encrypted"));
const char *e() EARMARK_MARKS("encrypted");
EARMARK_CONSENT_FOR("marketing") bool may(int);
int g EARMARK_PERSONAL("contact") = 1;
extern EARMARK_PERSONAL("contact") int h;
void body() {
  int local EARMARK_PERSONAL("contact") = 2;
  auto lambda = [](EARMARK_PERSONAL("contact") int x) EARMARK_SINK("log") { (void)x; };
  lambda(local);
}
struct EARMARK_RUNS_FOR("service") S {
  EARMARK_AUDITS("use") void audit();
  EARMARK_ERASES("contact", "crm") void erase();
};
)cpp");
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(
      annotationsOf(unit),
      UnorderedElementsAre("a sink log", "b runs-for x", "c runs-for x", "d[0] sink store crm",
                           "d[1] expects encrypted", "e marks encrypted",
                           "may consent-for marketing", "g personal contact", "h personal contact",
                           "body::local personal contact",
                           "body::(lambda at a.cpp:13:17)::operator() sink log",
                           "body::(lambda at a.cpp:13:17)::operator()[0] personal contact",
                           "S runs-for service", "S::audit audits use",
                           "S::erase erases contact crm"));
}

TEST(ReadAnnotations, StandBeforeANamespacesName) {
  Unit unit = extractText(header + R"cpp(
namespace EARMARK_RUNS_FOR("marketing") marketing { namespace deep { void f(); } }
namespace marketing { void g(); }
namespace EARMARK_RUNS_FOR("hidden") { int x; }
inline namespace EARMARK_RUNS_FOR("v1") v1 { int y; }
)cpp");
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(annotationsOf(unit),
              UnorderedElementsAre("marketing runs-for marketing",
                                   "(anonymous namespace) runs-for hidden", "v1 runs-for v1"));
}

TEST(ReadAnnotations, WorkInC) {
  Unit unit = extract({{"a.c", header + R"(
typedef struct EARMARK_PERSONAL("identity") { char name[20] EARMARK_PERSONAL("identity.name"); } User;
struct EARMARK_PERSONAL("contact") address { char *street; };
static EARMARK_SINK("log") void say(const char *text) { (void)text; }
int EARMARK_CONSENT_FOR("marketing") may(const User *user EARMARK_PERSONAL("identity"));
_Bool may2(void) EARMARK_CONSENT_FOR("marketing");
enum EARMARK_PERSONAL("gender") gender { F, M };
void use(void) { EARMARK_PERSONAL("contact") char buffer[10]; say(buffer); }
)"}},
                      "a.c", {"-std=c99"});
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(annotationsOf(unit),
              UnorderedElementsAre("User personal identity", "User::name personal identity.name",
                                   "address personal contact", "say sink log",
                                   "may consent-for marketing", "may[0] personal identity",
                                   "may2 consent-for marketing", "gender personal gender",
                                   "use::buffer personal contact"));
}

TEST(ReadAnnotations, EveryRedeclarationCountsOnceAndNoneIsInherited) {
  Unit unit = extract({{"a.h", header + "EARMARK_SINK(\"log\") void f(const char *);\n"},
                       {"a.cpp", "#include \"a.h\"\n"
                                 "void f(EARMARK_EXPECTS(\"encrypted\") const char *);\n"
                                 "void f(const char *text EARMARK_SINK(\"store\")) { (void)text; }\n"}});
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(annotationsOf(unit),
              UnorderedElementsAre("f sink log", "f[0] expects encrypted", "f[0] sink store"));
}

TEST(ReadAnnotations, LibrariesHeadersCountToo) {
  Unit unit = extract({{"sys/lib.h", header + "EARMARK_SINK(\"log\") void lib_log(const char *);\n"
                                              "struct lib_user { char *mail EARMARK_PERSONAL(\"contact.email\"); };\n"},
                       {"a.cpp", "#include <lib.h>\nvoid f() { lib_log(\"\"); }\n"}});
  EXPECT_THAT(annotationsOf(unit), UnorderedElementsAre("lib_log sink log",
                                                        "lib_user::mail personal contact.email"));
}

TEST(ReadAnnotations, MistakesSayWhatWouldBeRight) {
  Unit unit = extractText(header + R"cpp(
struct __attribute__((annotate("earmark:persnal", "x"))) A {};
struct EARMARK_PERSONAL() B {};
struct EARMARK_PERSONAL("x", "y") C {};
struct EARMARK_PERSONAL(42) D {};
struct EARMARK_SINK("log") E {};
namespace EARMARK_RETENTION("P1Y") n {}
EARMARK_CONSENT_FOR("marketing") const char *may();
EARMARK_PERSONAL("x") void nothing();
enum F { One EARMARK_PERSONAL("x") };
void f(EARMARK_AUDITS("use") int p);
struct EARMARK_PERSONAL("") G {};
EARMARK_SINK("a", "b", "c") void h();
struct EARMARK_ONLY_FOR() I {};
)cpp");
  EXPECT_THAT(
      problemsOf(unit),
      UnorderedElementsAre(
          HasSubstr("3:23 no annotation is called 'persnal': did you mean 'personal' (EARMARK_PERSONAL)?"),
          HasSubstr("4:8 EARMARK_PERSONAL takes 1 word, not 0; write for example "
                    "EARMARK_PERSONAL(\"contact.email\")"),
          HasSubstr("5:8 EARMARK_PERSONAL takes 1 word, not 2"),
          HasSubstr("6:8 EARMARK_PERSONAL takes string literals only"),
          HasSubstr("7:8 EARMARK_SINK means nothing on the class 'E': it belongs on a parameter "
                    "or a function"),
          HasSubstr("8:11 EARMARK_RETENTION means nothing on the namespace 'n'"),
          HasSubstr("9:1 EARMARK_CONSENT_FOR means nothing on the function 'may', which returns "
                    "'const char *': it belongs on a function that returns bool"),
          HasSubstr("10:1 EARMARK_PERSONAL means nothing on the function 'nothing', which returns "
                    "nothing"),
          HasSubstr("11:14 EARMARK_PERSONAL means nothing on the enumerator 'One'"),
          HasSubstr("12:8 EARMARK_AUDITS means nothing on the parameter 'p'"),
          HasSubstr("13:8 EARMARK_PERSONAL has an empty word"),
          HasSubstr("14:1 EARMARK_SINK takes 1 or 2 words, not 3"),
          HasSubstr("15:8 EARMARK_ONLY_FOR takes at least 1 word, not 0")));
}

TEST(ReadAnnotations, AMistakeInATemplateIsSaidOnce) {
  Unit unit = extractText(header + R"cpp(
template <typename T> struct Box { EARMARK_SINK("log") T value; };
Box<int> a; Box<long> b;
)cpp");
  EXPECT_THAT(problemsOf(unit), ElementsAre(HasSubstr("3:36 EARMARK_SINK means nothing on the field 'value'")));
}

TEST(ReadAnnotations, WhatClangDropsIsSaid) {
  Unit unit = extractText(header + R"cpp(
using Mail = EARMARK_PERSONAL("contact") int;
int f() { return sizeof(int EARMARK_PERSONAL("contact")); }
typedef void (*Callback)(EARMARK_SINK("log") int);
int kept EARMARK_PERSONAL("contact");
)cpp");
  EXPECT_THAT(problemsOf(unit),
              ElementsAre(HasSubstr("5:26 EARMARK_SINK means nothing on the parameter of a function "
                                    "type, where there is no function: it belongs on a parameter"),
                          HasSubstr("3:14 this annotation means nothing here"),
                          HasSubstr("4:29 this annotation means nothing here")));
}

TEST(ReadAnnotations, AMistakeStopsNotTheUnit) {
  Unit unit = extractText(header + "struct EARMARK_SINK(\"log\") E {};\nvoid f() {}\n");
  EXPECT_THAT(functionNames(unit), ElementsAre("f()"));
}

TEST(AllowComments, AreReadWithTheirParts) {
  Unit unit = extractText(R"cpp(
// earmark: allow(personal-data-in-log) until 2027-03-01 by dpo: the audit: all of it
void f() {}
/* earmark: allow(x) by the data protection officer */
void g() {} // earmark: allow(y): why
// earmark: alow(z)
const char *s = "// earmark: allow(no)";
)cpp");
  ASSERT_EQ(unit.flow.allows.size(), 3u);
  auto text = [&](TextId id) { return unit.flow.texts[id].str(); };
  const AllowComment &first = unit.flow.allows[0];
  EXPECT_EQ(text(first.rule), "personal-data-in-log");
  EXPECT_EQ(text(first.until), "2027-03-01");
  EXPECT_EQ(text(first.by), "dpo");
  EXPECT_EQ(text(first.reason), "the audit: all of it");
  EXPECT_EQ(first.place.line, 2u);
  EXPECT_EQ(text(unit.flow.allows[1].by), "the data protection officer");
  EXPECT_FALSE(unit.flow.allows[1].until);
  EXPECT_FALSE(unit.flow.allows[1].reason);
  EXPECT_EQ(text(unit.flow.allows[2].reason), "why");
  EXPECT_EQ(unit.flow.allows[2].place.column, 13u);
  EXPECT_THAT(problemsOf(unit), ElementsAre(HasSubstr("6:1 a comment that addresses earmark")));
}

} // namespace
