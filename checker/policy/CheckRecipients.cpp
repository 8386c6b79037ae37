#include "policy/CheckRecipients.h"

#include "policy/SinkSentence.h"

#include <algorithm>

namespace earmark {

namespace {

bool leavesOrganisation(const SinkHit &sink, const Policy &policy) {
  for (const SinkKind &kind : policy.sinks)
    if (kind.id == sink.kind)
      return kind.leaves;
  return sink.kind == "third-party";
}

Violation aboutSink(const Rule &rule, const FlowView &view, const SinkHit &sink,
                    const CheckContext &context) {
  Violation violation;
  violation.level = rule.level;
  violation.sink = &sink;
  violation.recipient = sink.recipient;
  violation.store = sink.store;
  violation.sentence = sinkSentence(view, sink, context.policy);
  return violation;
}

bool leavesProject(const Arrival &arrival, const CheckContext &context) {
  const std::vector<CallTargets> &targets = context.program.targets;
  return arrival.call.value < targets.size() && targets[arrival.call.value].leavesProject;
}

void checkUnknownCall(const Rule &rule, const FlowView &view, const CheckContext &context,
                      Violations &violations) {
  if (!isUnknownCall(view, context))
    return;
  Violation violation;
  violation.level = context.policy.models == ModelStrength::Strict
                        ? rule.level
                        : std::min(rule.level, Level::Warning);
  violation.recipient = view.callee;
  violation.sentence = {"is passed to '" + view.callee + "'",
                        "wordt doorgegeven aan '" + view.callee + "'"};
  if (leavesProject(view.arrival, context))
    violation.detail = {"which leaves the program", "dat het programma verlaat"};
  else
    violation.detail = {"which has no body in the program and no model",
                        "dat geen code in het programma heeft en geen model"};
  violations.push_back(std::move(violation));
}

} // namespace

bool isLoopback(llvm::StringRef host) {
  return host.equals_insensitive("localhost") || host.starts_with("127.") || host == "[::1]";
}

bool isUnknownCall(const FlowView &view, const CheckContext &context) {
  const Arrival &arrival = view.arrival;
  if (arrival.kind != Arrival::AtArgument || !arrival.call || view.calleeHasRoles ||
      context.policy.models == ModelStrength::Off)
    return false;
  CallKind kind = context.program.flow.calls[arrival.call.value].kind;
  return kind != CallKind::Destruct && kind != CallKind::Reload &&
         (leavesProject(arrival, context) || context.unknownCalls.contains(arrival.call.value));
}

void checkUnknownRecipient(const Rule &rule, const FlowView &view, const CheckContext &context,
                           Violations &violations) {
  checkUnknownCall(rule, view, context, violations);
  for (const SinkHit &sink : view.sinks) {
    // What names a host goes to somebody, whatever kind of sink it is: a project
    // that declares its recipients means all of them.
    bool toSomebody = leavesOrganisation(sink, context.policy) ||
                      (!sink.host.empty() && !context.policy.recipients.empty());
    if (!toSomebody || context.policy.recipients.count(sink.recipient))
      continue;
    Violation violation = aboutSink(rule, view, sink, context);
    if (!sink.recipient.empty()) {
      violation.detail = {"the recipient '" + sink.recipient + "' is not declared",
                          "de ontvanger '" + sink.recipient + "' is niet vastgelegd"};
    } else if (!sink.host.empty()) {
      if (isLoopback(sink.host))
        continue;
      violation.recipient = sink.host;
      violation.detail = {"no declared recipient has the host '" + sink.host + "'",
                          "geen vastgelegde ontvanger heeft de host '" + sink.host + "'"};
    } else {
      violation.detail = {"no recipient is declared for it",
                          "er is geen ontvanger voor vastgelegd"};
    }
    violations.push_back(std::move(violation));
  }
}

void checkUnapprovedRecipient(const Rule &rule, const FlowView &view, const CheckContext &context,
                              Violations &violations) {
  for (const SinkHit &sink : view.sinks) {
    auto found = context.policy.recipients.find(sink.recipient);
    if (found == context.policy.recipients.end())
      continue;
    const Recipient &recipient = found->second;
    auto report = [&](Bilingual detail) {
      Violation violation = aboutSink(rule, view, sink, context);
      violation.detail = std::move(detail);
      violations.push_back(std::move(violation));
    };
    if (recipient.agreement.empty())
      report({"recipient '" + recipient.id + "' has no agreement",
              "ontvanger '" + recipient.id + "' heeft geen overeenkomst"});
    else if (!recipient.until.empty() && recipient.until < context.asOf)
      report({"agreement '" + recipient.agreement + "' with recipient '" + recipient.id +
                  "' ended on " + recipient.until,
              "overeenkomst '" + recipient.agreement + "' met ontvanger '" + recipient.id +
                  "' eindigde op " + recipient.until});
    if (recipient.purposes.empty())
      continue;
    // What the code runs for is what the recipient gets it for; where nobody
    // said, it must at least serve one purpose that was agreed.
    bool codeSays = view.codePurpose && *view.codePurpose;
    const std::vector<std::string> &serves = codeSays ? view.codePurpose->purposes : view.purposes;
    if (serves.empty())
      continue;
    auto agreed = [&](const std::string &purpose) {
      return llvm::is_contained(recipient.purposes, purpose);
    };
    bool approved = codeSays ? std::all_of(serves.begin(), serves.end(), agreed)
                             : std::any_of(serves.begin(), serves.end(), agreed);
    if (approved)
      continue;
    report({"recipient '" + recipient.id + "' is approved for " +
                listed(recipient.purposes, "and") + " (" + shortPlace(recipient.place) +
                "), and this is for " + listed(serves, "or"),
            "ontvanger '" + recipient.id + "' is goedgekeurd voor " +
                listed(recipient.purposes, "en") + " (" + shortPlace(recipient.place) +
                "), en dit is voor " + listed(serves, "of")});
  }
}

void checkRegion(const Rule &rule, const FlowView &view, const CheckContext &context,
                 Violations &violations) {
  const Policy &policy = context.policy;
  if (policy.regions.empty())
    return;
  for (const SinkHit &sink : view.sinks) {
    auto check = [&](llvm::StringRef what, llvm::StringRef wat, const std::string &id,
                     const std::string &region) {
      if (llvm::is_contained(policy.regions, region))
        return;
      Violation violation = aboutSink(rule, view, sink, context);
      if (region.empty())
        violation.detail = {"the region of " + what.str() + " '" + id + "' is not known",
                            "de regio van " + wat.str() + " '" + id + "' is niet bekend"};
      else
        violation.detail = {
            what.str() + " '" + id + "' is in " + region + ", which is outside the allowed regions",
            wat.str() + " '" + id + "' is in " + region + ", buiten de toegestane regio's"};
      violations.push_back(std::move(violation));
    };
    if (auto found = policy.recipients.find(sink.recipient); found != policy.recipients.end())
      check("recipient", "ontvanger", found->first, found->second.region);
    if (auto found = policy.stores.find(sink.store); found != policy.stores.end())
      check("store", "opslag", found->first, found->second.region);
  }
}

} // namespace earmark
