#include "link/CheckVocabulary.h"
#include "link/LinkProgram.h"
#include "base/NearestWord.h"
#include "unit/FlowTestBuilder.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace earmark;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

Policy policyWithWords() {
  Policy policy;
  policy.subjects = {"customer", "employee"};
  for (const char *id : {"contact", "contact.email", "identity"})
    policy.categories[id].id = id;
  for (const char *id : {"service", "marketing"})
    policy.purposes[id].id = id;
  policy.recipients["acme-mail"].id = "acme-mail";
  policy.stores["crm"].id = "crm";
  for (const char *id : {"encrypted", "pseudonymised"})
    policy.marks.emplace_back().id = id;
  for (const char *id : {"log", "store", "third-party"})
    policy.sinks.emplace_back().id = id;
  return policy;
}

Program link(const Policy &policy, std::vector<const char *> texts, const ModelSet &models = {}) {
  std::vector<Unit> units;
  char name[] = "a.cpp";
  for (const char *text : texts) {
    units.push_back(testUnit(name, text));
    ++name[0];
  }
  return linkProgram(std::move(units), policy, models);
}

Annotate annotate(Annotate::Target target, const char *pattern, Designation what) {
  Annotate result;
  result.target = target;
  result.pattern = pattern;
  result.designations = {what};
  result.place = {"earmark.yaml", 7, 5};
  return result;
}

/// "personal result contact.email", "sink parameter 0 log", ...
std::vector<std::string> rolesOf(const Program &program, llvm::StringRef name) {
  static const char *wheres[] = {"itself", "result", "parameter", "written-back"};
  std::vector<std::string> result;
  for (uint32_t i = 0; i < program.flow.symbols.size(); ++i) {
    const Symbol &symbol = program.flow.symbols[i];
    if (program.flow.texts[symbol.name] != name && program.flow.texts[symbol.signature] != name)
      continue;
    for (const Role &role : program.roles[i]) {
      std::string text = std::to_string(unsigned(role.kind)) + " " + wheres[role.where];
      if (role.parameter != NoParameter)
        text += role.parameter == Rest ? " all" : " " + std::to_string(role.parameter);
      for (const std::string &word : role.words)
        text += " " + word;
      result.push_back(text);
    }
  }
  return result;
}

std::vector<std::string> problems(const Program &program) {
  std::vector<std::string> result;
  for (const LinkProblem &problem : program.problems)
    result.push_back(problem.place.file + ":" + std::to_string(problem.place.line) + ": " +
                     problem.message);
  return result;
}

constexpr auto Personal = AnnotationKind::Personal;
constexpr auto Sink = AnnotationKind::Sink;

TEST(AssignRoles, putsAnnotationsInTheirNormalForm) {
  Program program = link(policyWithWords(), {R"(
    record User { email: std::string }
    declare mail() -> std::string
    declare send(int, int)
    declare seal(int)
    annotate User::email personal "contact.email"
    annotate mail personal "contact.email"
    annotate send sink "log"
    annotate send 1 sink "third-party" "acme-mail"
    annotate seal marks "encrypted"
    annotate seal 0 marks "encrypted"
  )"});
  EXPECT_THAT(problems(program), IsEmpty());
  EXPECT_THAT(rolesOf(program, "User::email"), ElementsAre("0 itself contact.email"));
  EXPECT_THAT(rolesOf(program, "mail"), ElementsAre("0 result contact.email"));
  EXPECT_THAT(rolesOf(program, "send"),
              ElementsAre("7 parameter 1 third-party acme-mail", "7 parameter all log"));
  EXPECT_THAT(rolesOf(program, "seal"),
              ElementsAre("8 itself encrypted", "8 written-back 0 encrypted"));
}

TEST(AssignRoles, redeclarationsInManyUnitsAddUp) {
  Program program = link(policyWithWords(), {R"(
    declare mail() -> std::string
    annotate mail personal "contact.email"
  )", R"(
    declare mail() -> std::string
    annotate mail personal "contact.email"
    annotate mail subject "employee"
  )"});
  EXPECT_THAT(problems(program), IsEmpty());
  EXPECT_THAT(rolesOf(program, "mail"),
              ElementsAre("0 result contact.email", "1 result employee"));
}

TEST(AssignRoles, overridersInherit) {
  Program program = link(policyWithWords(), {R"(
    record A
    record B : A
    record C : B
    declare A::mail() [virtual]
    declare B::mail() [virtual]
    declare C::mail() [virtual]
    override B::mail() of A::mail()
    override C::mail() of B::mail()
    annotate A::mail personal "contact"
    annotate C::mail personal "contact.email"
  )"});
  EXPECT_THAT(problems(program), IsEmpty());
  EXPECT_THAT(rolesOf(program, "B::mail"), ElementsAre("0 result contact"));
  EXPECT_THAT(rolesOf(program, "C::mail"), ElementsAre("0 result contact.email"));
}

TEST(AssignRoles, contradictionsShowBothPlaces) {
  Program program = link(policyWithWords(), {R"(
    variable v
    annotate v personal "contact"
    annotate v subject "customer"
  )", R"(
    variable v
    annotate v personal "identity"
    annotate v not-personal "looked at"

    annotate v subject "employee"
  )"});
  ASSERT_THAT(problems(program),
              testing::UnorderedElementsAre(
                  HasSubstr("'v' is said to be of two categories, 'contact' and 'identity'"),
                  HasSubstr("'v' is said to be personal data ('contact') and not to be personal"),
                  HasSubstr("'v' is said to be personal data ('identity') and not to be personal"),
                  HasSubstr("'v' is said to be of two data subjects, 'customer' and 'employee'")));
  for (const LinkProblem &problem : program.problems)
    if (llvm::StringRef(problem.message).contains("categories")) {
      EXPECT_EQ(problem.place, (SourcePlace{"b.cpp", 3, 1}));
      EXPECT_EQ(problem.relatedPlace, (SourcePlace{"a.cpp", 3, 1}));
    }
}

TEST(AssignRoles, policyAnnotatesWhatSourceCannot) {
  Policy policy = policyWithWords();
  policy.annotate = {
      annotate(Annotate::Function, "legacy::read", {Personal, Designation::Result, false, {}, {"contact"}}),
      annotate(Annotate::Function, "legacy::fill(char *, int)",
               {Personal, Designation::WrittenBack, false, {"buffer"}, {"contact.email"}}),
      annotate(Annotate::Function, "**::log_line", {Sink, Designation::Parameter, true, {}, {"log"}}),
      annotate(Annotate::Field, "Customer::email", {Personal, Designation::Itself, false, {}, {"contact"}}),
      annotate(Annotate::Type, "Address", {Personal, Designation::Itself, false, {}, {"contact"}}),
      annotate(Annotate::Parameter, "main::argv", {Personal, Designation::Itself, false, {}, {"identity"}}),
      annotate(Annotate::Variable, "logger_printf", {Sink, Designation::Parameter, true, {}, {"log"}}),
      annotate(Annotate::Macro, "e_info", {Sink, Designation::Parameter, true, {}, {"log"}}),
  };
  Program program = link(policy, {R"(
    record Customer { email: std::string }
    record Address
    variable logger_printf
    declare legacy::read()
    declare legacy::fill(char *: buffer, int: size)
    declare legacy::fill(char *: buffer)
    declare app::log_line(const char *)
    function main(int: argc, char **: argv)
      call #0 direct i_info(const char *) with (0) macros e_info OUTER
      call #1 direct i_info(const char *) with (0)
  )"});
  EXPECT_THAT(problems(program), IsEmpty());
  EXPECT_THAT(rolesOf(program, "legacy::read"), ElementsAre("0 result contact"));
  EXPECT_THAT(rolesOf(program, "legacy::fill"), ElementsAre("0 written-back 0 contact.email"));
  EXPECT_THAT(rolesOf(program, "app::log_line"), ElementsAre("7 parameter all log"));
  EXPECT_THAT(rolesOf(program, "Customer::email"), ElementsAre("0 itself contact"));
  EXPECT_THAT(rolesOf(program, "Address"), ElementsAre("0 itself contact"));
  EXPECT_THAT(rolesOf(program, "main"), ElementsAre("0 parameter 1 identity"));
  EXPECT_THAT(rolesOf(program, "logger_printf"), ElementsAre("7 parameter all log"));
  ASSERT_EQ(program.callRoles.size(), 1u);
  EXPECT_EQ(program.callRoles[0][0].kind, Sink);
}

TEST(AssignRoles, aPatternThatMatchesNothingIsAProblem) {
  Policy policy = policyWithWords();
  Designation log{Sink, Designation::Parameter, false, {"bodi"}, {"log"}};
  policy.annotate = {
      annotate(Annotate::Field, "Customer::emial", {Personal, Designation::Itself, false, {}, {"contact"}}),
      annotate(Annotate::Function, "send", log),
      annotate(Annotate::Function, "send(long)", {Sink, Designation::Parameter, true, {}, {"log"}}),
      annotate(Annotate::Function, "zebra::quagga", {Sink, Designation::Parameter, true, {}, {"log"}}),
      annotate(Annotate::Macro, "E_INFO", {Sink, Designation::Parameter, true, {}, {"log"}}),
      annotate(Annotate::Parameter, "send::7", {Personal, Designation::Itself, false, {}, {"contact"}}),
  };
  Program program = link(policy, {R"(
    record Customer { email: std::string }
    declare send(int: body)
    function f(int)
      call #0 direct g(int) with (0) macros e_info
  )"});
  EXPECT_THAT(
      problems(program),
      testing::UnorderedElementsAre(
          "earmark.yaml:7: field 'Customer::emial' matches nothing in the program; did you mean "
          "'Customer::email'?",
          "earmark.yaml:7: function 'send': 'send' has no parameter 'bodi'; did you mean 'body'?",
          HasSubstr("function 'send(long)' matches nothing; there is 'send("),
          "earmark.yaml:7: function 'zebra::quagga' matches nothing in the program",
          "earmark.yaml:7: macro 'E_INFO' matches nothing in the program; did you mean 'e_info'?",
          HasSubstr("'send' has 1 parameters, counted from 0; there is no number 7")));
}

TEST(AssignRoles, modelsMayAnnotateWhatIsNotThere) {
  ModelSet models;
  models.annotate = {annotate(Annotate::Variable, "std::cerr",
                              {Sink, Designation::Itself, false, {}, {"log"}}),
                     annotate(Annotate::Variable, "std::clog",
                              {Sink, Designation::Itself, false, {}, {"log"}})};
  Program program = link(policyWithWords(), {"variable std::cerr: std::ostream\n"}, models);
  EXPECT_THAT(problems(program), IsEmpty());
  EXPECT_THAT(rolesOf(program, "std::cerr"), ElementsAre("7 itself log"));
}

TEST(CheckVocabulary, everyWordMustBeDeclared) {
  Program program = link(policyWithWords(), {R"(
    variable v
    annotate v personal "contact.emial"
    annotate v subject "custommer"
    annotate v only-for "service" "sales"
    annotate v retention "2 years"
    annotate v is "encrypte"
    declare f(int)
    annotate f sink "logg"
    annotate f 0 sink "third-party" "acme"
    annotate f sink "store" "cmr"
    annotate f erases "contact" "crm"
    annotate f audits "use"
    annotate f runs-for "marketting"
    annotate f consent-for
  )"});
  EXPECT_THAT(
      problems(program),
      ElementsAre(
          "a.cpp:3: EARMARK_PERSONAL: 'contact.emial' is not a category of data of the policy; "
          "did you mean 'contact.email'?",
          "a.cpp:4: EARMARK_SUBJECT: 'custommer' is not a data subject of the policy; did you "
          "mean 'customer'?",
          "a.cpp:5: EARMARK_ONLY_FOR: 'sales' is not a purpose of the policy; there is "
          "marketing, service",
          "a.cpp:6: EARMARK_RETENTION: '2 years' is not a duration; write one as ISO 8601 does, "
          "such as \"P2Y\" or \"P30D\"",
          "a.cpp:7: EARMARK_IS: 'encrypte' is not a mark of the policy; did you mean 'encrypted'?",
          "a.cpp:9: EARMARK_SINK: 'logg' is not a kind of sink of the policy; did you mean 'log'?",
          HasSubstr("'acme' is not a recipient"), HasSubstr("did you mean 'crm'?"),
          HasSubstr("did you mean 'marketing'?"),
          "a.cpp:15: EARMARK_CONSENT_FOR takes one purpose, not 0 words"));
}

TEST(CheckVocabulary, durationsAreIso8601) {
  for (const char *good : {"P2Y", "P1Y6M", "P30D", "PT12H", "P2W", "P1DT1S"})
    EXPECT_TRUE(isDuration(good)) << good;
  for (const char *bad : {"", "P", "2Y", "PT", "P1", "P1M1Y", "P1H", "PY", "P1DT"})
    EXPECT_FALSE(isDuration(bad)) << bad;
}

TEST(NearestWord, prefersTheSameNameInAnotherScope) {
  EXPECT_EQ(nearestWord("Custmer::email",
                        std::vector<std::string>{"Customer::emails",
                                                 "x::Customer::email"}),
            "x::Customer::email");
  EXPECT_EQ(nearestWord("abc", std::vector<std::string>{"xyz"}), "");
}

} // namespace
