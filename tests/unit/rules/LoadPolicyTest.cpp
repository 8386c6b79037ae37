// What each key of a policy becomes.
#include "RulesTest.h"

#include "gmock/gmock.h"

using namespace earmark;
using namespace earmark::test;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::SizeIs;

namespace {

const Rule *ruleOf(const Policy &policy, llvm::StringRef id) {
  for (const Rule &rule : policy.rules)
    if (rule.id == id)
      return &rule;
  return nullptr;
}

Policy builtIn() {
  llvm::Expected<Policy> policy = loadPolicy("");
  if (policy)
    return std::move(*policy);
  ADD_FAILURE() << shown(mistakesOf(policy.takeError()));
  return {};
}

TEST(BuiltInPack, HasTheVocabularyOfTheGuideline) {
  Policy policy = builtIn();
  EXPECT_GE(policy.categories.size(), 60u);
  EXPECT_THAT(policy.subjects, ElementsAre("customer", "employee"));
  for (const auto &[id, category] : policy.categories) {
    EXPECT_FALSE(category.description.en.empty()) << id;
    EXPECT_FALSE(category.description.nl.empty()) << id;
    EXPECT_NE(category.description.en, category.description.nl) << id;
    EXPECT_FALSE(category.subject.empty()) << id;
    EXPECT_FALSE(category.retention.empty()) << id;
  }
  for (llvm::StringRef id : {"contact.email", "identity.national-id.bsn", "online.session", "health",
                             "communication.mail", "interaction.call", "interaction.social-media",
                             "employment.salary", "criminal", "children", "biometric.voice"})
    EXPECT_TRUE(policy.categories.count(id.str())) << id.str();
  for (llvm::StringRef id : {"call", "mail", "chat", "form", "social-media"})
    EXPECT_TRUE(policy.interactions.count(id.str())) << id.str();
  EXPECT_TRUE(policy.categories["profile.score"].score);
  EXPECT_TRUE(policy.categories["health.condition"].special);
  EXPECT_FALSE(policy.categories["contact.email"].special);
  EXPECT_EQ(policy.categories["health.absence"].subject, "employee");
  EXPECT_EQ(policy.categories["contact.address.postcode"].subject, "customer");
}

TEST(BuiltInPack, HasEveryRuleInTwoLanguages) {
  Policy policy = builtIn();
  for (llvm::StringRef id :
       {"personal-data-in-log", "unencrypted-storage", "unencrypted-transfer", "unknown-recipient",
        "purpose-limitation", "unapproved-recipient", "outside-region", "raw-data-in-analytics",
        "missing-consent", "missing-retention", "missing-erasure", "data-minimisation", "need-to-know",
        "unaudited-use", "special-category-in-decision", "unreviewed-decision", "undeclared-purpose",
        "expired-exception", "state-expectation", "weak-encryption"}) {
    const Rule *rule = ruleOf(policy, id);
    ASSERT_TRUE(rule) << id.str();
    for (const Bilingual &text : {rule->title, rule->message, rule->why, rule->mend}) {
      EXPECT_FALSE(text.en.empty()) << id.str();
      EXPECT_FALSE(text.nl.empty()) << id.str();
      EXPECT_NE(text.en, text.nl) << id.str();
    }
    EXPECT_FALSE(rule->clause.empty()) << id.str();
    EXPECT_TRUE(llvm::StringRef(rule->article).starts_with("GDPR Art. ")) << id.str();
  }
}

TEST(BuiltInPack, HasTheSinksAndMarksOfTheAnnotations) {
  Policy policy = builtIn();
  std::vector<std::string> sinks, marks;
  for (const SinkKind &sink : policy.sinks)
    sinks.push_back(sink.id);
  for (const MarkKind &mark : policy.marks)
    marks.push_back(mark.id);
  EXPECT_THAT(sinks, ElementsAre("log", "store", "transmit", "export", "third-party", "analytics",
                                 "training", "decision"));
  EXPECT_THAT(marks, ElementsAre("encoded", "hashed", "pseudonymised", "encrypted", "anonymised",
                                 "aggregated", "reviewed", "scored", "secret", "fresh"));
  EXPECT_THAT(policy.marks[4].implies, ElementsAre("pseudonymised"));
  EXPECT_TRUE(policy.purposes.at("marketing").needsConsent);
  EXPECT_FALSE(policy.purposes.at("service").needsConsent);
}

TEST(LoadPolicy, HeaderKeys) {
  Policy policy = policyOf("models: strict\npossible: error\nregions: [EU, CH]\nmodel-files: [models/own.yaml]");
  EXPECT_EQ(policy.models, ModelStrength::Strict);
  EXPECT_EQ(policy.possible, Level::Error);
  EXPECT_THAT(policy.regions, Contains("NL"));
  EXPECT_THAT(policy.regions, Contains("EU"));
  EXPECT_THAT(policy.regions, Contains("CH"));
  EXPECT_THAT(policy.regions, Not(Contains("NO")));
  EXPECT_THAT(policy.regions, SizeIs(29));
  EXPECT_THAT(policy.modelFiles, ElementsAre("models/own.yaml"));
  EXPECT_THAT(policy.sources, ElementsAre("built-in:avg.yaml", "earmark.yaml"));
  EXPECT_EQ(policy.file, "earmark.yaml");
}

TEST(LoadPolicy, TheEeaHasThirtyCountriesAndAdequacyAddsMore) {
  EXPECT_THAT(policyOf("regions: EEA").regions, SizeIs(32)); // with EU and EEA themselves
  Policy policy = policyOf("adequacy: [JP]\nregions: [EEA, adequate]");
  EXPECT_THAT(policy.regions, Contains("JP"));
  EXPECT_THAT(policy.regions, Not(Contains("CH")));
  EXPECT_THAT(policyOf("regions: [EER]").regions, Contains("NO"));
}

TEST(LoadPolicy, ExtendsNothingStartsEmpty) {
  Policy policy = policyOf("extends: []\nsubjects: [patient]");
  EXPECT_TRUE(policy.rules.empty());
  EXPECT_TRUE(policy.categories.empty());
  EXPECT_THAT(policy.subjects, ElementsAre("patient"));
}

TEST(LoadPolicy, FilesMergeKeyByKey) {
  auto policy = loadPolicy(
      "team/earmark.yaml",
      diskWith({{"team/earmark.yaml", "earmark: 1\nextends: [../company.yaml]\n"
                                      "stores: {crm: {region: NL}}\n"
                                      "rules: {missing-consent: warning}\n"},
                {"company.yaml", "earmark: 1\nextends: avg\n"
                                 "stores: {crm: {region: DE, owner: care, encrypted: true}}\n"}}));
  ASSERT_TRUE(bool(policy)) << shown(mistakesOf(policy.takeError()));
  EXPECT_EQ(policy->stores["crm"].region, "NL");
  EXPECT_EQ(policy->stores["crm"].owner, "care");
  EXPECT_TRUE(policy->stores["crm"].encrypted);
  EXPECT_EQ(ruleOf(*policy, "missing-consent")->level, Level::Warning);
  EXPECT_EQ(ruleOf(*policy, "missing-consent")->clause, "5.1");
  EXPECT_THAT(policy->sources, SizeIs(3));
}

TEST(LoadPolicy, Purposes) {
  Policy policy = policyOf("purposes:\n"
                           "  care:\n"
                           "    description: Care\n"
                           "    legal-basis: legitimate-interest\n"
                           "    owner: nursing\n"
                           "    retention: P1Y6M\n"
                           "    review: 2028-02-29\n"
                           "    needs-consent: true\n"
                           "    audited: true\n"
                           "    subjects: [customer]\n"
                           "  offers: {legal-basis: consent}\n");
  const Purpose &care = policy.purposes["care"];
  EXPECT_EQ(care.id, "care");
  EXPECT_EQ(care.description.en, "Care");
  EXPECT_EQ(care.description.nl, "Care");
  EXPECT_EQ(care.legalBasis, "legitimate-interests");
  EXPECT_EQ(care.owner, "nursing");
  EXPECT_EQ(care.retention, "P1Y6M");
  EXPECT_EQ(care.review, "2028-02-29");
  EXPECT_TRUE(care.needsConsent && care.audited);
  EXPECT_THAT(care.subjects, ElementsAre("customer"));
  EXPECT_EQ(care.place, (SourcePlace{"earmark.yaml", 3, 3}));
  EXPECT_TRUE(policy.purposes["offers"].needsConsent);
}

TEST(LoadPolicy, DataNarrowsAndChildrenInherit) {
  Policy policy = policyOf("data:\n"
                           "  contact: {purposes: [service, legal], departments: [care]}\n"
                           "  contact.email: {purposes: service, retention: P30D}\n"
                           "  loyalty.card.number: {subject: customer, special: true}\n");
  EXPECT_THAT(policy.categories["contact.phone"].purposes, ElementsAre("legal", "service"));
  EXPECT_THAT(policy.categories["contact.phone"].departments, ElementsAre("care"));
  EXPECT_THAT(policy.categories["contact.email"].purposes, ElementsAre("service"));
  EXPECT_EQ(policy.categories["contact.email"].retention, "P30D");
  EXPECT_EQ(policy.categories["contact.email"].description.en, "E-mail address");
  EXPECT_TRUE(policy.categories.count("loyalty.card"));
  EXPECT_TRUE(policy.categories["loyalty.card.number"].special);
  EXPECT_FALSE(policy.categories["loyalty"].special);
}

TEST(LoadPolicy, RecipientsAndStores) {
  Policy policy = policyOf("recipients:\n"
                           "  acme: {role: processor, agreement: A-1, until: 2027-03-01, region: NL, owner: it,"
                           " purposes: [marketing], hosts: [API.acme.example, \"*.acme.example\"]}\n"
                           "stores: {crm: {region: EU, owner: care, retention: P2Y, encrypted: true}}\n");
  const Recipient &acme = policy.recipients["acme"];
  EXPECT_EQ(acme.role, "processor");
  EXPECT_EQ(acme.agreement, "A-1");
  EXPECT_EQ(acme.until, "2027-03-01");
  EXPECT_EQ(acme.region, "NL");
  EXPECT_EQ(acme.owner, "it");
  EXPECT_THAT(acme.purposes, ElementsAre("marketing"));
  EXPECT_THAT(acme.hosts, ElementsAre("api.acme.example", "*.acme.example"));
  const Store &crm = policy.stores["crm"];
  EXPECT_EQ(crm.region, "EU");
  EXPECT_EQ(crm.owner, "care");
  EXPECT_EQ(crm.retention, "P2Y");
  EXPECT_TRUE(crm.encrypted);
}

TEST(LoadPolicy, ContextsAndExceptions) {
  Policy policy = policyOf("contexts:\n"
                           "  - {namespace: \"m::**\", runs-for: marketing}\n"
                           "  - {path: \"src/hr/**\", department: hr}\n"
                           "exceptions:\n"
                           "  - {rule: personal-data-in-log, in: \"a::b\", data: contact.*, reason: r, by: dpo, until: 2027-01-01}\n");
  ASSERT_THAT(policy.contexts, SizeIs(2));
  EXPECT_EQ(policy.contexts[0].namespacePattern, "m::**");
  EXPECT_EQ(policy.contexts[0].purpose, "marketing");
  EXPECT_EQ(policy.contexts[1].pathPattern, "src/hr/**");
  EXPECT_EQ(policy.contexts[1].department, "hr");
  ASSERT_THAT(policy.exceptions, SizeIs(1));
  EXPECT_EQ(policy.exceptions[0].rule, "personal-data-in-log");
  EXPECT_EQ(policy.exceptions[0].in, "a::b");
  EXPECT_EQ(policy.exceptions[0].data, "contact.*");
  EXPECT_EQ(policy.exceptions[0].reason, "r");
  EXPECT_EQ(policy.exceptions[0].by, "dpo");
  EXPECT_EQ(policy.exceptions[0].until, "2027-01-01");
}

TEST(LoadPolicy, RulesOfThePackAndNewOnes) {
  Policy policy = policyOf("sinks: {fax: {phrase: {en: is faxed, nl: wordt gefaxt}, leaves: true}}\n"
                           "marks: {sealed: {phrase: sealed, implies: encrypted}}\n"
                           "rules:\n"
                           "  raw-data-in-analytics:\n"
                           "    when: {data: \"health.**\", sink: analytics, subject: employee, special: true}\n"
                           "    require: {all-of: [anonymised, {any-of: [reviewed, sealed]}]}\n"
                           "    otherwise: {pseudonymised: warning}\n"
                           "    level: note\n"
                           "  no-fax:\n"
                           "    when: {sink: [fax]}\n"
                           "    require: sealed\n"
                           "    title: No fax\n"
                           "    message: {en: m, nl: n}\n"
                           "    why: w\n"
                           "    mend: e\n"
                           "    clause: 4.1\n"
                           "    article: GDPR Art. 32\n"
                           "    example: fax\n");
  const Rule *raw = ruleOf(policy, "raw-data-in-analytics");
  ASSERT_TRUE(raw);
  EXPECT_EQ(raw->data, "health.**");
  EXPECT_EQ(raw->subject, "employee");
  EXPECT_TRUE(raw->specialOnly);
  EXPECT_EQ(raw->level, Level::Note);
  EXPECT_EQ(raw->otherwise.at("pseudonymised"), Level::Warning);
  EXPECT_EQ(raw->require.kind, Requirement::AllOf);
  ASSERT_THAT(raw->require.parts, SizeIs(2));
  EXPECT_EQ(raw->require.parts[1].kind, Requirement::AnyOf);
  EXPECT_EQ(raw->require.parts[1].parts[1].mark, "sealed");
  EXPECT_EQ(raw->clause, "5.2"); // the pack's
  const Rule *fax = ruleOf(policy, "no-fax");
  ASSERT_TRUE(fax);
  EXPECT_THAT(fax->sinks, ElementsAre("fax"));
  EXPECT_EQ(fax->require.mark, "sealed");
  EXPECT_EQ(fax->message.nl, "n");
  EXPECT_EQ(fax->title.nl, "No fax");
  EXPECT_EQ(fax->clause, "4.1");
  EXPECT_EQ(fax->why.en + fax->mend.en + fax->example, "wefax");
  EXPECT_TRUE(policy.sinks.back().leaves);
  EXPECT_EQ(policy.sinks.back().phrase.nl, "wordt gefaxt");
  EXPECT_THAT(policy.marks.back().implies, ElementsAre("encrypted"));
}

std::vector<Designation> annotated(const std::string &entry) {
  Policy policy = policyOf("recipients: {acme-mail: }\nstores: {crm: }\nannotate:\n  - " + entry);
  if (policy.annotate.size() != 1) {
    ADD_FAILURE() << entry;
    return {};
  }
  return policy.annotate[0].designations;
}

TEST(Annotate, ResultOfAFunction) {
  auto said = annotated("{function: f, returns: {personal: contact, subject: employee, only-for: [legal, billing], "
                        "retention: P1Y, is: encrypted, sink: store, store: crm}}");
  ASSERT_THAT(said, SizeIs(6));
  for (const Designation &one : said)
    EXPECT_EQ(one.where, Designation::Result);
  EXPECT_EQ(said[0].kind, AnnotationKind::Personal);
  EXPECT_THAT(said[0].words, ElementsAre("contact"));
  EXPECT_EQ(said[1].kind, AnnotationKind::Subject);
  EXPECT_EQ(said[2].kind, AnnotationKind::OnlyFor);
  EXPECT_THAT(said[2].words, ElementsAre("billing", "legal"));
  EXPECT_EQ(said[3].kind, AnnotationKind::Retention);
  EXPECT_EQ(said[4].kind, AnnotationKind::Is);
  EXPECT_EQ(said[5].kind, AnnotationKind::Sink);
  EXPECT_THAT(said[5].words, ElementsAre("store", "crm"));
}

TEST(Annotate, ParametersWrittenAndPassed) {
  auto said = annotated("{function: \"legacy::fill(char *, int)\", parameters: [buffer, 2, this], "
                        "writes: {personal: contact.email}}");
  ASSERT_THAT(said, SizeIs(1));
  EXPECT_EQ(said[0].where, Designation::WrittenBack);
  EXPECT_THAT(said[0].parameters, ElementsAre("buffer", "2", "this"));
  said = annotated("{function: g, parameters: all, sink: third-party, recipient: acme-mail, expects: encrypted}");
  ASSERT_THAT(said, SizeIs(2));
  EXPECT_TRUE(said[0].allParameters);
  EXPECT_EQ(said[0].where, Designation::Parameter);
  EXPECT_THAT(said[0].words, ElementsAre("third-party", "acme-mail"));
  EXPECT_EQ(said[1].kind, AnnotationKind::Expects);
  said = annotated("{function: h, parameters: [0], personal: contact}");
  EXPECT_EQ(said[0].where, Designation::Parameter);
  said = annotated("{function: h, parameters: [0], marks: encrypted}");
  EXPECT_EQ(said[0].where, Designation::WrittenBack);
}

TEST(Annotate, FunctionsAsAWhole) {
  auto said = annotated("{function: f, marks: [encrypted, hashed], unmarks: encoded, runs-for: marketing, "
                        "consent-for: marketing, audits: use, erases: {data: contact, store: crm}}");
  ASSERT_THAT(said, SizeIs(6));
  for (const Designation &one : said)
    EXPECT_EQ(one.where, Designation::Itself);
  EXPECT_EQ(said[0].kind, AnnotationKind::Marks);
  EXPECT_EQ(said[1].kind, AnnotationKind::Unmarks);
  EXPECT_EQ(said[2].kind, AnnotationKind::RunsFor);
  EXPECT_EQ(said[3].kind, AnnotationKind::ConsentFor);
  EXPECT_EQ(said[4].kind, AnnotationKind::Audits);
  EXPECT_EQ(said[5].kind, AnnotationKind::Erases);
  EXPECT_THAT(said[5].words, ElementsAre("contact", "crm"));
  EXPECT_THAT(annotated("{function: f, erases: contact}")[0].words, ElementsAre("contact"));
  EXPECT_EQ(annotated("{function: f, personal: contact}")[0].where, Designation::Result);
  EXPECT_EQ(annotated("{function: f, not-personal: \"made up\"}")[0].kind, AnnotationKind::NotPersonal);
}

TEST(Annotate, EveryTarget) {
  Policy policy = policyOf("annotate:\n"
                           "  - {field: \"C::e\", personal: contact}\n"
                           "  - {type: T, personal: contact}\n"
                           "  - {parameter: \"main::argv\", personal: identity}\n"
                           "  - {variable: g, parameters: all, sink: log}\n"
                           "  - {macro: e_info, parameters: all, sink: log}\n"
                           "  - {function: [a, b], marks: encrypted}\n");
  std::vector<Annotate::Target> targets;
  for (const Annotate &annotate : policy.annotate)
    targets.push_back(annotate.target);
  EXPECT_THAT(targets, ElementsAre(Annotate::Field, Annotate::Type, Annotate::Parameter, Annotate::Variable,
                                   Annotate::Macro, Annotate::Function, Annotate::Function));
  EXPECT_EQ(policy.annotate[0].designations[0].where, Designation::Itself);
  EXPECT_EQ(policy.annotate[3].designations[0].where, Designation::Parameter);
  EXPECT_EQ(policy.annotate[0].place, (SourcePlace{"earmark.yaml", 3, 13}));
}

TEST(LoadPolicy, TheDigestIsOfEveryByteRead) {
  EXPECT_EQ(policyOf("models: warn").digest, policyOf("models: warn").digest);
  EXPECT_NE(policyOf("models: warn").digest, policyOf("models: warn ").digest);
}

} // namespace
