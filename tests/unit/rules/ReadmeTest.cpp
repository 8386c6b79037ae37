// The examples that users copy must load: those of rules/README.md and the
// sketch of the language's design.
#include "RulesTest.h"

using namespace earmark;
using namespace earmark::test;

namespace {

/// The YAML blocks of rules/README.md between two headings, joined.
std::string blocks(llvm::StringRef from, llvm::StringRef to) {
  std::string path = EARMARK_SOURCE_DIR "/rules/README.md";
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer) {
    ADD_FAILURE() << path << ": " << buffer.getError().message();
    return {};
  }
  llvm::StringRef text = (*buffer)->getBuffer();
  text = text.substr(text.find(from));
  text = text.take_front(to.empty() ? text.size() : text.find(to));
  std::string joined;
  while (true) {
    text = text.split("```yaml\n").second;
    if (text.empty())
      return joined;
    joined += text.split("```").first;
  }
}

TEST(Readme, ThePolicyLoads) {
  std::string text = blocks("## The policy", "## The rules of the built-in pack");
  EXPECT_GT(text.size(), 1000u);
  EXPECT_EQ(shown(policyMistakes(text)), "");
}

TEST(Readme, TheModelsLoad) {
  llvm::Expected<Policy> policy = loadPolicy("");
  ASSERT_TRUE(bool(policy));
  policy->modelFiles = {"m.yaml"};
  llvm::Expected<ModelSet> set =
      loadModels(*policy, diskWith({{"m.yaml", blocks("## Library models", "")}}));
  ASSERT_TRUE(bool(set)) << shown(mistakesOf(set.takeError()));
}

TEST(Design, ThePolicyLoads) {
  EXPECT_EQ(shown(policyMistakes(R"yaml(earmark: 1                          # version of this language
extends: [avg]                      # the built-in pack: vocabulary, rules, models
regions: [EEA]                      # where data may be kept or sent

purposes:
  service:
    description: Answer a customer's question and settle what follows from it
    legal-basis: contract
    owner: customer-service
    retention: P2Y
    review: 2027-01-15
  marketing:
    description: Mail offers to customers who asked for them
    legal-basis: consent            # so a consent check must dominate every flow into it
    owner: marketing
    retention: P1Y
    review: 2027-01-15

data:                               # narrows the pack's vocabulary
  contact.email: {subject: customer, purposes: [service, marketing], retention: P2Y}
  interaction.call: {subject: customer, purposes: [service], retention: P6M}

recipients:
  acme-mail: {role: processor, agreement: DPA-2025-014, until: 2027-03-01, region: NL, purposes: [marketing], hosts: [api.acme.example]}

stores:
  crm: {region: DE, owner: customer-service, retention: P2Y}

contexts:
  - {namespace: "marketing::**", runs-for: marketing}
  - {path: "src/quality/**", runs-for: quality}

rules:
  raw-data-in-analytics:            # a rule of the pack, tightened here
    when: {data: "**", sink: analytics}
    require: anonymised             # or {any-of: [...]}, {all-of: [...]}
    otherwise: {pseudonymised: note}
    level: error

exceptions:
  - {rule: personal-data-in-log, in: "audit::trail", data: contact.email, reason: "the audit record names the person", by: dpo, until: 2027-01-01}

annotate:
  - {function: "legacy::read_customer", returns: {personal: contact}}
  - {function: "legacy::fill(char *, int)", parameters: [buffer], writes: {personal: contact.email}}
  - {function: "**::log_line", parameters: all, sink: log}
  - {function: "send_mail", parameters: [body], sink: third-party, recipient: acme-mail}
  - {function: "seal", marks: encrypted}
  - {field: "Customer::email", personal: contact.email, only-for: [service]}
  - {type: "legacy::Address", personal: contact.address}
  - {parameter: "main::argv", personal: identity}
  - {variable: "g_session", personal: online.session}
  - {function: "ObjectImpl<User>::GetEmail", returns: {personal: contact.email}}
  - {function: "mail_get_first_header", parameters: [value_r], writes: {personal: communication.mail}}
  - {variable: "logger_printf", parameters: all, sink: log}
  - {macro: "e_info", parameters: all, sink: log}
  - {function: "may_mail", consent-for: marketing}
)yaml")),
            "");
}

} // namespace
