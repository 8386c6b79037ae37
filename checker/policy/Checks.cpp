#include "policy/Checks.h"

#include "policy/CheckPurposes.h"
#include "policy/CheckRecipients.h"
#include "policy/SinkSentence.h"

#include <algorithm>

namespace earmark {

namespace {

bool selects(const Rule &rule, const SinkHit &sink, llvm::ArrayRef<llvm::StringRef> usual) {
  if (rule.sinks.empty())
    return llvm::is_contained(usual, sink.kind);
  return llvm::is_contained(rule.sinks, sink.kind);
}

/// A mark of the datum may soften the finding, as the rule says.
Level levelFor(const Rule &rule, const FlowView &view, const CheckContext &context) {
  Level level = rule.level;
  for (const auto &[mark, softer] : rule.otherwise)
    if (context.marks.has(view.arrival.marks, mark))
      level = std::min(level, softer);
  return level;
}

bool isEmpty(const Requirement &requirement) {
  return requirement.kind != Requirement::Mark && requirement.parts.empty();
}

Violation atSink(const Rule &rule, const FlowView &view, const SinkHit &sink,
                 const CheckContext &context) {
  Violation violation;
  violation.level = levelFor(rule, view, context);
  violation.sink = &sink;
  violation.recipient = sink.recipient;
  violation.store = sink.store;
  violation.sentence = sinkSentence(view, sink, context.policy);
  return violation;
}

Bilingual unmet(const Requirement &requirement, const Policy &policy) {
  return {"it is not " + describe(requirement, policy, false),
          "ze zijn niet " + describe(requirement, policy, true)};
}

/// When {data, sink}, require {marks}: every rule of the policy in this form.
void checkMarks(const Rule &rule, const FlowView &view, const CheckContext &context,
                Violations &violations) {
  for (const SinkHit &sink : view.sinks) {
    if (!selects(rule, sink, {}))
      continue;
    // A rule that requires nothing forbids the sink.
    if (!isEmpty(rule.require) && context.marks.meets(view.arrival.marks, rule.require))
      continue;
    Violation violation = atSink(rule, view, sink, context);
    if (!isEmpty(rule.require))
      violation.detail = unmet(rule.require, context.policy);
    violations.push_back(std::move(violation));
  }
}

Requirement encryptedUnless(const Rule &rule) {
  if (!isEmpty(rule.require))
    return rule.require;
  return {Requirement::Mark, "encrypted", {}};
}

void checkStorage(const Rule &rule, const FlowView &view, const CheckContext &context,
                  Violations &violations) {
  Requirement required = encryptedUnless(rule);
  for (const SinkHit &sink : view.sinks) {
    if (!selects(rule, sink, {"store"}) || context.marks.meets(view.arrival.marks, required))
      continue;
    auto store = context.policy.stores.find(sink.store);
    if (store != context.policy.stores.end() && store->second.encrypted)
      continue; // it encrypts by itself
    Violation violation = atSink(rule, view, sink, context);
    violation.detail = unmet(required, context.policy);
    violations.push_back(std::move(violation));
  }
}

enum class Channel { Unknown, Clear, Protected };

Channel channelOf(llvm::StringRef literal) {
  static constexpr llvm::StringLiteral Clear[] = {"http",   "ws",  "ftp",    "smtp",  "ldap",
                                                  "telnet", "tcp", "mqtt",   "amqp",  "imap",
                                                  "pop3",   "udp", "gopher", "redis", "tftp"};
  static constexpr llvm::StringLiteral Protected[] = {"https", "wss",   "ftps",  "smtps", "ldaps",
                                                      "sftp",  "scp",   "ssh",   "mqtts", "amqps",
                                                      "imaps", "pop3s", "rediss", "tls"};
  size_t end = literal.find("://");
  if (end == llvm::StringRef::npos)
    return Channel::Unknown;
  std::string scheme = literal.take_front(end).lower();
  if (llvm::is_contained(Clear, scheme))
    return Channel::Clear;
  return llvm::is_contained(Protected, scheme) ? Channel::Protected : Channel::Unknown;
}

/// Data that leaves over a channel: encrypted itself, or the channel is. Where
/// the channel is not known, data that is transmitted must be encrypted; a
/// declared recipient's interface counts as protected until a constant shows otherwise.
void checkTransfer(const Rule &rule, const FlowView &view, const CheckContext &context,
                   Violations &violations) {
  Requirement required = encryptedUnless(rule);
  if (context.marks.meets(view.arrival.marks, required))
    return;
  for (const SinkHit &sink : view.sinks) {
    if (!selects(rule, sink, {"transmit", "third-party", "export", "analytics"}))
      continue;
    std::string clear;
    bool isProtected = false;
    for (const std::string &literal : view.arrival.literals) {
      Channel channel = channelOf(literal);
      isProtected |= channel == Channel::Protected;
      if (channel == Channel::Clear && clear.empty())
        clear = literal;
    }
    Violation violation = atSink(rule, view, sink, context);
    if (!clear.empty()) {
      violation.detail = {"the channel '" + clear + "' is clear text",
                          "het kanaal '" + clear + "' is onversleuteld"};
    } else {
      auto store = context.policy.stores.find(sink.store);
      bool storeEncrypts = store != context.policy.stores.end() && store->second.encrypted;
      if (isProtected || storeEncrypts || sink.kind != "transmit")
        continue;
      violation.detail = unmet(required, context.policy);
      violation.detail.en += ", and no constant says that the channel is";
      violation.detail.nl += ", en geen constante zegt dat het kanaal dat is";
    }
    violations.push_back(std::move(violation));
  }
}

/// EARMARK_EXPECTS on the parameter that the datum is passed as.
void checkExpectation(const Rule &rule, const FlowView &view, const CheckContext &context,
                      Violations &violations) {
  for (const Role &role : view.expectations)
    for (const std::string &mark : role.words) {
      Requirement required{Requirement::Mark, mark, {}};
      if (context.marks.meets(view.arrival.marks, required))
        continue;
      Violation violation;
      violation.level = levelFor(rule, view, context);
      violation.sentence = {"is passed to '" + view.callee + "'",
                            "wordt doorgegeven aan '" + view.callee + "'"};
      violation.detail = {"which expects it " + describe(required, context.policy, false),
                          "die verwacht dat ze " + describe(required, context.policy, true) +
                              " zijn"};
      violations.push_back(std::move(violation));
    }
}

constexpr NamedCheck Table[] = {
    {"outside-region", checkRegion},
    {"purpose-limitation", checkPurposeLimitation},
    {"state-expectation", checkExpectation},
    {"unapproved-recipient", checkUnapprovedRecipient},
    {"undeclared-purpose", checkUndeclaredPurpose},
    {"unencrypted-storage", checkStorage},
    {"unencrypted-transfer", checkTransfer},
    {"unknown-recipient", checkUnknownRecipient},
};

} // namespace

llvm::ArrayRef<NamedCheck> namedChecks() { return Table; }

Check checkOf(const Rule &rule) {
  for (const NamedCheck &named : Table)
    if (named.rule == rule.id)
      return named.check;
  return rule.sinks.empty() ? nullptr : checkMarks;
}

} // namespace earmark
