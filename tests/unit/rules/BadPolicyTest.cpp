// Every mistake a policy can have: where it is told and what is said of it.
#include "RulesTest.h"

#include <chrono>

using namespace earmark;
using namespace earmark::test;

namespace {

class BadPolicy : public testing::TestWithParam<BadInput> {};

TEST_P(BadPolicy, IsToldAtItsPlace) {
  const BadInput &bad = GetParam();
  auto begin = std::chrono::steady_clock::now();
  expectMistake(policyMistakes(bad.text), bad);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

/// `text` below the version line: its first line is line 2.
std::string below(const std::string &text) { return "earmark: 1\n" + text + "\n"; }

std::string repeated(const std::string &text, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i)
    all += text;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    File, BadPolicy,
    testing::Values(
        BadInput{"empty", "", 1, 1, "empty"},
        BadInput{"only_a_comment", "# nothing\n", 1, 1, "empty"},
        BadInput{"a_list", "- earmark\n", 1, 1, "expected a map"},
        BadInput{"a_word", "earmark\n", 1, 1, "expected a map"},
        BadInput{"nul", std::string("earmark: 1\nx: \0y\n", 17), 2, 4, "no text file"},
        BadInput{"elf", std::string("\x7f""ELF", 4), 1, 1, "no text file"},
        BadInput{"latin1", "earmark: 1\n# caf\xe9\n", 2, 6, "not UTF-8"},
        BadInput{"cut_utf8", "earmark: 1 # \xc3", 1, 14, "not UTF-8"},
        BadInput{"utf16", std::string("\xff\xfe\x65\x00", 4), 1, 1, "not UTF-8"},
        BadInput{"anchor", below("regions: &r [EEA]"), 2, 10, "anchors"},
        BadInput{"alias", below("regions: *r"), 2, 10, "not YAML"},
        BadInput{"alias_bomb",
                 below("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]"), 2, 4, "anchors"},
        BadInput{"merge_key", below("purposes:\n  <<: {service: }"), 3, 3, "merge keys"},
        BadInput{"tag", below("regions: !!set {EEA}"), 2, 10, "tags"},
        BadInput{"own_tag", below("regions: !python/object EEA"), 2, 10, "tags"},
        BadInput{"two_documents", "earmark: 1\n---\nearmark: 1\n", 3, 1, "second document"},
        BadInput{"key_twice", below("models: warn\nmodels: strict"), 3, 1, "twice"},
        BadInput{"inner_key_twice", below("stores:\n  crm: {region: DE, region: NL}"), 3, 21, "twice"},
        BadInput{"list_as_key", below("? [a]\n: b"), 2, 3, "cannot be a key"},
        BadInput{"tab", below("stores:\n\tcrm: {}"), 3, 5, "a tab, expected spaces"},
        BadInput{"unclosed_list", below("regions: [EEA"), 3, 1, "not YAML"},
        BadInput{"unclosed_quote", below("regions: \"EEA"), 2, 10, "not YAML"},
        BadInput{"bad_indent", below("stores:\n  crm: {}\n bad: {}"), 4, 2, "not YAML"},
        BadInput{"deep_lists", below("regions: " + repeated("[", 2000) + repeated("]", 2000)), 2, 41, "deeper"},
        BadInput{"deep_maps", below("regions: " + repeated("{a: ", 20000)), 2, 134, "deeper"},
        BadInput{"deep_dashes", below("regions:\n  " + repeated("- ", 20000) + "x"), 3, 65, "deeper"},
        BadInput{"large", below("# " + repeated("x", 2 << 20)), 0, 0, "at most"}),
    [](const auto &info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Header, BadPolicy,
    testing::Values(
        BadInput{"no_version", "models: warn\n", 1, 1, "expected the version"},
        BadInput{"other_version", "earmark: 2\n", 1, 10, "'2' of the policy language is not known; expected 1"},
        BadInput{"version_list", "earmark: [1]\n", 1, 10, "expected 1"},
        BadInput{"unknown_key", below("purposses: {}"), 2, 1, "did you mean 'purposes'?"},
        BadInput{"strange_key", below("zzz: {}"), 2, 1, "unknown key 'zzz' in the policy; expected one of"},
        BadInput{"models", below("models: strickt"), 2, 9, "did you mean 'strict'?"},
        BadInput{"models_bool", below("models: true"), 2, 9, "expected one of strict, warn, off"},
        BadInput{"possible", below("possible: warn"), 2, 11, "did you mean 'warning'?"},
        BadInput{"unknown_pack", below("extends: [agv]"), 2, 11, "did you mean 'avg'?"},
        BadInput{"extends_map", below("extends: {avg: 1}"), 2, 10, "a list of words"},
        BadInput{"missing_base", below("extends: [base.yaml]"), 2, 11, "cannot be read"},
        BadInput{"extends_itself", below("extends: [avg, earmark.yaml]"), 2, 16, "cycle"},
        BadInput{"region", below("regions: [EEA, Europe]"), 2, 16, "a region"},
        BadInput{"region_case", below("regions: [nl]"), 2, 11, "did you mean 'NL'?"},
        BadInput{"adequacy", below("adequacy: [XX]"), 2, 12, "ISO 3166"},
        BadInput{"subject_twice", below("subjects: [customer, visitor, customer]"), 2, 31, "twice"},
        BadInput{"subject_key", below("subjects: {visitor: {name: [guest]}}"), 2, 22, "did you mean 'names'?"},
        BadInput{"subject_text", below("subjects: visitor"), 2, 11, "expected a map or a list"},
        BadInput{"subject_name", below("subjects: [\"a visitor\"]"), 2, 12, "letters, digits"}),
    [](const auto &info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Vocabulary, BadPolicy,
    testing::Values(
        BadInput{"purposes_list", below("purposes: [service]"), 2, 11, "'purposes' is a list; expected a map"},
        BadInput{"purpose_text", below("purposes: {care: text}"), 2, 18, "expected a map"},
        BadInput{"purpose_key", below("purposes: {care: {retain: P1Y}}"), 2, 19, "unknown key 'retain' in purpose 'care'"},
        BadInput{"basis", below("purposes: {care: {legal-basis: consnt}}"), 2, 32, "did you mean 'consent'?"},
        BadInput{"retention", below("purposes: {care: {retention: 2 years}}"), 2, 30, "ISO 8601 duration as P2Y"},
        BadInput{"retention_empty", below("purposes: {care: {retention: P}}"), 2, 30, "ISO 8601"},
        BadInput{"retention_order", below("purposes: {care: {retention: P1M2Y}}"), 2, 30, "ISO 8601"},
        BadInput{"retention_time", below("purposes: {care: {retention: P1YT}}"), 2, 30, "ISO 8601"},
        BadInput{"review", below("purposes: {care: {review: 15-01-2027}}"), 2, 27, "a date as 2027-03-01"},
        BadInput{"review_february", below("purposes: {care: {review: 2027-02-29}}"), 2, 27, "a date as"},
        BadInput{"nolint_word", below("rules: {personal-data-in-log: {nolint: never}}"), 2, 40, "expected true or false"},
        BadInput{"consent_word", below("purposes: {care: {needs-consent: yes}}"), 2, 34, "expected true or false"},
        BadInput{"consent_contradiction", below("purposes: {marketing: {needs-consent: false}}"), 2, 39, "is consent"},
        BadInput{"purpose_subject", below("purposes: {care: {subjects: [custommer]}}"), 2, 30, "did you mean 'customer'?"},
        BadInput{"owner_empty", below("purposes: {care: {owner: \"\"}}"), 2, 26, "empty"},
        BadInput{"data_names", below("data: {contact.email: {names: [\"e mail\"]}}"), 2, 32, "letters, digits"},
        BadInput{"data_names_map", below("data: {contact.email: {names-of-subject: {a: b}}}"), 2, 42, "expected"},
        BadInput{"data_misspelt", below("data: {contact.emial: {retention: P1Y}}"), 2, 8, "did you mean 'contact.email'?"},
        BadInput{"data_subject", below("data: {contact: {subject: client}}"), 2, 27, "is not a data subject"},
        BadInput{"data_purpose", below("data: {contact: {purposes: [markting]}}"), 2, 29, "did you mean 'marketing'?"},
        BadInput{"data_no_purpose", below("data: {contact: {purposes: []}}"), 2, 28, "no purpose at all"},
        BadInput{"data_purpose_twice", below("data: {contact: {purposes: [legal, legal]}}"), 2, 36, "twice"},
        BadInput{"data_special", below("data: {contact: {special: 1}}"), 2, 27, "expected true or false"},
        BadInput{"system_name", below("data: {contact: {systems: [\"c r m\"]}}"), 2, 28, "letters, digits"},
        BadInput{"context_says_nothing", below("contexts: [{path: x}]"), 2, 12, "system: NAME"},
        BadInput{"interaction_unknown", below("contexts: [{path: x, interaction: cal}]"), 2, 35,
                 "did you mean 'call'"},
        BadInput{"interaction_in_rule",
                 below("rules: {missing-retention: {when: {interaction: phone}}}"), 2, 49,
                 "a type of interaction"},
        BadInput{"interaction_term", below("interactions: {call: {retention: 3 months}}"), 2, 34,
                 "ISO 8601"},
        BadInput{"interaction_data", below("interactions: {call: {data: [comunication]}}"), 2, 30,
                 "communication"},
        BadInput{"controller_text", below("controller: Acme"), 2, 13, "map"},
        BadInput{"controller_without_contact", below("controller: {name: Acme}"), 2, 13, "contact"},
        BadInput{"dpo_key", below("dpo: {name: J. Jansen, contact: x, telefoon: 1}"), 2, 36, "name, contact"},
        BadInput{"data_name", below("data: {contact..x: {description: d}}"), 2, 8, "letters, digits"},
        BadInput{"role", below("recipients: {acme: {role: procesor}}"), 2, 27, "did you mean 'processor'?"},
        BadInput{"until", below("recipients: {acme: {until: tomorrow}}"), 2, 28, "a date as"},
        BadInput{"recipient_region", below("recipients: {acme: {region: Holland}}"), 2, 29, "a region"},
        BadInput{"host_url", below("recipients: {acme: {hosts: [\"https://api.acme.example/\"]}}"), 2, 29, "without scheme"},
        BadInput{"recipient_purpose", below("recipients: {acme: {purposes: [mailing]}}"), 2, 32, "is not a purpose"},
        BadInput{"store_encrypted", below("stores: {crm: {encrypted: maybe}}"), 2, 27, "expected true or false"},
        BadInput{"store_key", below("stores: {crm: {regio: DE}}"), 2, 16, "did you mean 'region'?"},
        BadInput{"sink_key", below("sinks: {fax: {leave: true}}"), 2, 15, "did you mean 'leaves'?"},
        BadInput{"mark_implies", below("marks: {sealed: {implies: encrypt}}"), 2, 27, "is not a mark"},
        BadInput{"mark_itself", below("marks: {sealed: {implies: sealed}}"), 2, 27, "implies itself"},
        BadInput{"phrase", below("marks: {sealed: {phrase: {de: versiegelt, en: sealed}}}"), 2, 27, "unknown key 'de'"}),
    [](const auto &info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Rules, BadPolicy,
    testing::Values(
        BadInput{"new_rule", below("rules:\n  personal-data-in-logs: {level: note}"), 3, 3, "did you mean 'personal-data-in-log'?"},
        BadInput{"level", below("rules: {missing-consent: fatal}"), 2, 26, "is not a level"},
        BadInput{"rule_key", below("rules: {missing-consent: {lvl: note}}"), 2, 27, "did you mean 'level'?"},
        BadInput{"when_sink", below("rules: {raw-data-in-analytics: {when: {sink: analitics}}}"), 2, 46, "did you mean 'analytics'?"},
        BadInput{"when_data", below("rules: {raw-data-in-analytics: {when: {data: contacts}}}"), 2, 46, "did you mean 'contact'?"},
        BadInput{"when_pattern", below("rules: {raw-data-in-analytics: {when: {data: \"contacts.*\"}}}"), 2, 46, "matches no data category"},
        BadInput{"when_stars", below("rules: {raw-data-in-analytics: {when: {data: \"*a*a*a*a*a*a*a*a*a*b\"}}}"), 2, 46, "too many wildcards"},
        BadInput{"require", below("rules: {raw-data-in-analytics: {require: anonymized}}"), 2, 42, "did you mean 'anonymised'?"},
        BadInput{"require_list", below("rules: {raw-data-in-analytics: {require: [anonymised]}}"), 2, 42, "{any-of: [...]}"},
        BadInput{"require_both", below("rules: {raw-data-in-analytics: {require: {any-of: [hashed], all-of: [hashed]}}}"), 2, 42, "one of any-of and all-of"},
        BadInput{"require_empty", below("rules: {raw-data-in-analytics: {require: {any-of: []}}}"), 2, 51, "empty list"},
        BadInput{"otherwise_mark", below("rules: {raw-data-in-analytics: {otherwise: {pseudonymized: note}}}"), 2, 45, "did you mean 'pseudonymised'?"},
        BadInput{"otherwise_level", below("rules: {raw-data-in-analytics: {otherwise: {hashed: ok}}}"), 2, 53, "is not a level"},
        BadInput{"title", below("rules: {missing-consent: {title: {nl: t}}}"), 2, 34, "has no 'en'"},
        BadInput{"contexts_map", below("contexts: {namespace: a}"), 2, 11, "expected a list"},
        BadInput{"context_purpose", below("contexts:\n  - {namespace: \"m::**\", runs-for: markting}"), 3, 36, "did you mean 'marketing'?"},
        BadInput{"context_nowhere", below("contexts:\n  - {runs-for: marketing}"), 3, 5, "does not say which code"},
        BadInput{"context_both", below("contexts:\n  - {namespace: a, path: b, runs-for: legal}"), 3, 5, "both"},
        BadInput{"context_nothing", below("contexts:\n  - {namespace: a}"), 3, 5, "says nothing"},
        BadInput{"exception_rule", below("exceptions:\n  - {rule: personal-data-in-logg, in: f, reason: r, by: dpo, until: 2027-01-01}"), 3, 12, "did you mean 'personal-data-in-log'?"},
        BadInput{"exception_reason", below("exceptions:\n  - {rule: missing-consent, in: f, by: dpo, until: 2027-01-01}"), 3, 5, "has no 'reason'"},
        BadInput{"exception_by", below("exceptions:\n  - {rule: missing-consent, in: f, reason: r, until: 2027-01-01}"), 3, 5, "has no 'by'"},
        BadInput{"exception_until", below("exceptions:\n  - {rule: missing-consent, in: f, reason: r, by: dpo}"), 3, 5, "has no 'until'"},
        BadInput{"exception_date", below("exceptions:\n  - {rule: missing-consent, in: f, reason: r, by: dpo, until: 2027-13-01}"), 3, 63, "a date as"},
        BadInput{"exception_data", below("exceptions:\n  - {rule: missing-consent, in: f, data: mail, reason: r, by: dpo, until: 2027-01-01}"), 3, 42, "is not a data category"}),
    [](const auto &info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Annotate, BadPolicy,
    testing::Values(
        BadInput{"no_target", below("annotate:\n  - {sink: log}"), 3, 5, "does not say of what"},
        BadInput{"two_targets", below("annotate:\n  - {function: f, field: g, personal: contact}"), 3, 26, "both 'function' and 'field'"},
        BadInput{"nothing_said", below("annotate:\n  - {function: f}"), 3, 5, "says nothing of 'f'"},
        BadInput{"unknown_key", below("annotate:\n  - {function: f, personnal: contact}"), 3, 19, "did you mean 'personal'?"},
        BadInput{"category", below("annotate:\n  - {field: \"C::e\", personal: contact.emial}"), 3, 31, "did you mean 'contact.email'?"},
        BadInput{"last_part", below("annotate:\n  - {field: \"C::e\", personal: postcode}"), 3, 31, "did you mean 'contact.address.postcode'?"},
        BadInput{"sink", below("annotate:\n  - {function: f, sink: logs}"), 3, 25, "did you mean 'log'?"},
        BadInput{"recipient_unknown", below("annotate:\n  - {function: f, sink: third-party, recipient: acme}"), 3, 49, "none is declared"},
        BadInput{"recipient_alone", below("recipients: {acme: }\nannotate:\n  - {function: f, marks: hashed, recipient: acme}"), 4, 45, "without a 'sink'"},
        BadInput{"recipient_of_store", below("recipients: {acme: }\nannotate:\n  - {function: f, sink: store, recipient: acme}"), 4, 43, "no recipient"},
        BadInput{"recipient_and_store", below("recipients: {acme: }\nstores: {crm: }\nannotate:\n  - {function: f, sink: store, recipient: acme, store: crm}"), 5, 56, "not both"},
        BadInput{"writes_alone", below("annotate:\n  - {function: f, writes: {personal: contact}}"), 3, 27, "without 'parameters'"},
        BadInput{"expects_alone", below("annotate:\n  - {function: f, expects: encrypted}"), 3, 28, "without 'parameters'"},
        BadInput{"parameters_alone", below("annotate:\n  - {function: f, parameters: [a]}"), 3, 5, "says nothing of them"},
        BadInput{"parameters_empty", below("annotate:\n  - {function: f, parameters: [], sink: log}"), 3, 31, "'parameters' is empty"},
        BadInput{"parameter_name", below("annotate:\n  - {function: f, parameters: [\"a b\"], sink: log}"), 3, 32, "is no parameter"},
        BadInput{"parameter_twice", below("annotate:\n  - {function: f, parameters: [a, a], sink: log}"), 3, 35, "twice"},
        BadInput{"returns_text", below("annotate:\n  - {function: f, returns: contact}"), 3, 28, "expected a map"},
        BadInput{"returns_key", below("annotate:\n  - {function: f, returns: {personal: contact, only_for: legal}}"), 3, 48, "did you mean 'only-for'?"},
        BadInput{"contradiction", below("annotate:\n  - {field: f, personal: contact, not-personal: public}"), 3, 49, "contradict"},
        BadInput{"type_marks", below("annotate:\n  - {type: T, marks: encrypted}"), 3, 22, "means nothing on a type"},
        BadInput{"parameter_consent", below("annotate:\n  - {parameter: \"f::x\", consent-for: marketing}"), 3, 38, "means nothing on a parameter"},
        BadInput{"field_runs_for", below("annotate:\n  - {field: f, runs-for: marketing}"), 3, 26, "means nothing on a field"},
        BadInput{"consent", below("annotate:\n  - {function: f, consent-for: markting}"), 3, 32, "did you mean 'marketing'?"},
        BadInput{"erases_store", below("annotate:\n  - {function: f, erases: {data: contact, store: crm}}"), 3, 50, "is not a store"},
        BadInput{"erases_nothing", below("annotate:\n  - {function: f, erases: {}}"), 3, 27, "has no 'data'"},
        BadInput{"bracket", below("annotate:\n  - {function: \"f(char *\", sink: log}"), 3, 16, "not closed"},
        BadInput{"retention", below("annotate:\n  - {field: f, retention: 2Y}"), 3, 27, "ISO 8601"}),
    [](const auto &info) { return info.param.name; });

TEST(BadPolicies, AreToldAllAtOnceInOrder) {
  auto mistakes = policyMistakes("earmark: 1\n"
                                 "models: maybe\n"
                                 "rules: {missing-consent: fatal}\n"
                                 "stores: {crm: {region: X}}\n");
  ASSERT_EQ(mistakes.size(), 3u) << shown(mistakes);
  EXPECT_EQ(mistakes[0].place.line, 2u);
  EXPECT_EQ(mistakes[1].place.line, 3u);
  EXPECT_EQ(mistakes[2].place.line, 4u);
}

TEST(BadPolicies, CycleThroughAnotherFile) {
  auto policy = loadPolicy("a.yaml", diskWith({{"a.yaml", "earmark: 1\nextends: [b.yaml]\n"},
                                               {"b.yaml", "earmark: 1\nextends: [avg, a.yaml]\n"}}));
  ASSERT_FALSE(bool(policy));
  auto mistakes = mistakesOf(policy.takeError());
  ASSERT_EQ(mistakes.size(), 1u) << shown(mistakes);
  EXPECT_EQ(shown(mistakes).substr(0, 14), "b.yaml:2:16: '");
}

TEST(BadPolicies, MistakeInABaseNamesTheBase) {
  auto policy = loadPolicy("a.yaml", diskWith({{"a.yaml", "earmark: 1\nextends: b.yaml\n"},
                                               {"b.yaml", "earmark: 1\nmodel: warn\n"}}));
  ASSERT_FALSE(bool(policy));
  EXPECT_EQ(shown(mistakesOf(policy.takeError())).substr(0, 11), "b.yaml:2:1:");
}

TEST(BadPolicies, MissingFileIsOneMistake) {
  auto policy = loadPolicy("none.yaml", diskWith({}));
  ASSERT_FALSE(bool(policy));
  auto mistakes = mistakesOf(policy.takeError());
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].place.file, "none.yaml");
}

TEST(BadPolicies, AreCutAtTwoHundred) {
  std::string text = "earmark: 1\nannotate:\n";
  for (int i = 0; i < 5000; ++i)
    text += "  - {function: f" + std::to_string(i) + ", sink: nowhere}\n";
  auto mistakes = policyMistakes(text);
  EXPECT_EQ(mistakes.size(), 200u);
}

} // namespace
