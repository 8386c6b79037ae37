#include "policy/Checks.h"

#include "policy/CheckAudit.h"
#include "policy/CheckConsent.h"
#include "policy/CheckDecisions.h"
#include "policy/CheckMinimisation.h"
#include "policy/CheckNeedToKnow.h"
#include "policy/CheckPurposes.h"
#include "policy/CheckRecipients.h"
#include "policy/CheckSecrets.h"
#include "policy/CheckStores.h"
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

/// Where `other` first goes a way that `way` does not; 0: nowhere.
uint32_t lineOfDifference(const Arrival &other, const Arrival &way) {
  for (const WitnessStep &step : other.witness)
    if (llvm::none_of(way.witness, [&](const WitnessStep &known) {
          return known.span.file == step.span.file && known.span.line == step.span.line;
        }))
      return step.span.line;
  return 0;
}

/// What is required, and what the datum is instead: base64 looks protected.
Bilingual unmet(const Requirement &requirement, const FlowView &view, const CheckContext &context) {
  const Policy &policy = context.policy;
  Bilingual text{"it is not " + describe(requirement, policy, false),
                 "ze zijn niet " + describe(requirement, policy, true)};
  for (size_t i = 0; i < policy.marks.size(); ++i) {
    const MarkKind &mark = policy.marks[i];
    if (!(view.arrival.marks >> i & 1) || mark.looksLike.empty())
      continue;
    Requirement looks{Requirement::Mark, mark.looksLike, {}};
    text.en += ", only " + mark.phrase.en + ", which looks " + describe(looks, policy, false) +
               " and is not";
    text.nl += ", alleen " + mark.phrase.nl + ", wat " + describe(looks, policy, true) +
               " lijkt en het niet is";
  }
  // Encrypted on one branch, and not on this one.
  for (const Arrival *other : context.inOtherStates(view.arrival)) {
    uint32_t line =
        context.marks.meets(other->marks, requirement) ? lineOfDifference(*other, view.arrival) : 0;
    if (!line)
      continue;
    std::string where = std::to_string(line);
    text.en += " on this path; on another, which goes through line " + where + ", it is";
    text.nl += " op dit pad; op een ander, dat door regel " + where + " gaat, wel";
    break;
  }
  return text;
}

bool asksFor(const Requirement &requirement, llvm::StringRef mark) {
  return requirement.kind == Requirement::Mark
             ? requirement.mark == mark
             : llvm::any_of(requirement.parts,
                            [&](const Requirement &part) { return asksFor(part, mark); });
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
    bool score = view.score || context.marks.has(view.arrival.marks, "scored");
    if (score && asksFor(rule.require, "reviewed"))
      violation.detail = {
          "it is the score of a model, and no person has reviewed what follows from it",
          "dit is de score van een model, en geen mens heeft beoordeeld wat eruit volgt"};
    else if (!isEmpty(rule.require))
      violation.detail = unmet(rule.require, view, context);
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
    violation.detail = unmet(required, view, context);
    violations.push_back(std::move(violation));
  }
}

enum class Channel { Unknown, Clear, Protected };

Channel channelOf(llvm::StringRef literal) {
  static constexpr llvm::StringLiteral Clear[] = {"http",   "ws",  "ftp",    "smtp",  "ldap",
                                                  "telnet", "tcp", "mqtt",   "amqp",  "imap",
                                                  "pop3",   "udp", "gopher", "redis", "tftp"};
  static constexpr llvm::StringLiteral Protected[] = {"https", "wss",   "ftps",   "smtps", "ldaps",
                                                      "sftp",  "scp",   "ssh",    "mqtts", "amqps",
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
      violation.detail = unmet(required, view, context);
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
      // A key is no datum that could be in that state; see CheckSecrets.
      if (llvm::any_of(context.policy.marks,
                       [&](const MarkKind &kind) { return kind.id == mark && kind.neverConstant; }))
        continue;
      Requirement required{Requirement::Mark, mark, {}};
      if (context.marks.meets(view.arrival.marks, required))
        continue;
      Violation violation;
      violation.level = levelFor(rule, view, context);
      violation.sentence = {"is passed to '" + view.callee + "'",
                            "wordt doorgegeven aan '" + view.callee + "'"};
      Bilingual instead = unmet(required, view, context);
      violation.detail = {"which expects it " + describe(required, context.policy, false) + "; " +
                              instead.en,
                          "die verwacht dat ze " + describe(required, context.policy, true) +
                              " zijn; " + instead.nl};
      violations.push_back(std::move(violation));
    }
}

constexpr NamedCheck Table[] = {
    {"missing-consent", checkMissingConsent},
    {"missing-erasure", checkMissingErasure},
    {"missing-retention", checkMissingRetention},
    {"outside-region", checkRegion},
    {"state-expectation", checkExpectation},
    {"unapproved-recipient", checkUnapprovedRecipient},
    {"undeclared-purpose", checkUndeclaredPurpose},
    {"unencrypted-storage", checkStorage},
    {"unencrypted-transfer", checkTransfer},
    {"unknown-recipient", checkUnknownRecipient},
};

struct NamedProgramCheck {
  llvm::StringRef rule;
  ProgramCheck check;
};

constexpr NamedProgramCheck ProgramTable[] = {
    {"data-minimisation", checkMinimisation},       {"need-to-know", checkNeedToKnow},
    {"purpose-limitation", checkPurposeLimitation}, {"unaudited-use", checkUnauditedUse},
    {"unreviewed-decision", checkScoreDecisions},   {"weak-encryption", checkSecrets},
};

} // namespace

ProgramCheck programCheckOf(const Rule &rule) {
  for (const NamedProgramCheck &named : ProgramTable)
    if (named.rule == rule.id)
      return named.check;
  return nullptr;
}

llvm::ArrayRef<NamedCheck> namedChecks() { return Table; }

Check checkOf(const Rule &rule) {
  for (const NamedCheck &named : Table)
    if (named.rule == rule.id)
      return named.check;
  return rule.sinks.empty() ? nullptr : checkMarks;
}

} // namespace earmark
