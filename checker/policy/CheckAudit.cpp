#include "policy/CheckAudit.h"

#include "policy/LocalUse.h"
#include "policy/SinkSentence.h"
#include "policy/Words.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace earmark {

namespace {

struct Finder {
  const Rule &rule;
  const CheckContext &context;
  ProgramFindings &findings;

  void add(const FlowView &view, Bilingual sentence, Bilingual detail, std::string purpose) {
    Violation violation;
    violation.level = rule.level;
    violation.sink = view.sinks.empty() ? nullptr : &view.sinks.front();
    if (violation.sink) {
      violation.recipient = violation.sink->recipient;
      violation.store = violation.sink->store;
    }
    violation.sentence = std::move(sentence);
    violation.detail = std::move(detail);
    violation.purpose = std::move(purpose);
    findings.flows.push_back({&view, std::move(violation)});
  }

  /// A record says who did what to whom: the rest is copied where it is not needed.
  void payload(const FlowView &view) {
    if (view.arrival.kind != Arrival::AtArgument || !view.calleeAudits)
      return;
    for (llvm::StringRef mark : {"anonymised", "pseudonymised", "encrypted"})
      if (context.marks.has(view.arrival.marks, mark))
        return;
    if (llvm::any_of(context.policy.auditNames, [&](const std::string &pattern) {
          return matchesCategory(pattern, view.category);
        }))
      return;
    add(view,
        {"is written into the audit record by '" + view.callee + "'",
         "wordt in het auditspoor geschreven door '" + view.callee + "'"},
        {"a record says who used what, and does not hold it",
         "een vastlegging zegt wie wat gebruikte, en bevat het niet"},
        "");
  }

  /// The audited purposes that this arrival is a use for.
  std::vector<const Purpose *> purposesOf(const FlowView &view) const {
    std::vector<const Purpose *> audited;
    for (const CodePurpose &runs : view.runsFor)
      for (const std::string &id : runs.purposes)
        if (const Purpose *purpose = context.purpose(id); purpose && purpose->audited)
          audited.push_back(purpose);
    return audited;
  }

  void use(const FlowView &view, BlockId block, CallId call, const Bilingual &sentence) {
    for (const Purpose *purpose : purposesOf(view)) {
      if (context.audits.isRecorded(view.arrival.function, block, call, *purpose))
        continue;
      static const Bilingual When[] = {
          {"", ""}, {" before it", " vooraf"}, {" after it", " achteraf"}};
      const Bilingual &when = When[purpose->audit];
      add(view, sentence,
          {"which serves " + purpose->id + " and is audited, and a path leaves no record of it" +
               when.en,
           "dat dient voor " + purpose->id +
               " en wordt vastgelegd, en een pad laat daarvan geen spoor na" + when.nl},
          purpose->id);
    }
  }
};

/// What a function does that it is passed data or hands it on: no library calls.
bool isUse(const FlowView &view) {
  if (view.arrival.kind == Arrival::InFunction || view.calleeAudits)
    return false;
  return !view.sinks.empty() || (!view.calleeHasBody && !view.calleePurpose);
}

} // namespace

void checkUnauditedUse(const Rule &rule, llvm::ArrayRef<FlowView> views,
                       const CheckContext &context, ProgramFindings &findings) {
  Finder finder{rule, context, findings};
  auto audits = [&](CallId call) {
    SymbolId callee = context.program.flow.calls[call.value].callee;
    return callee && llvm::any_of(context.program.roles[callee.value], [](const Role &role) {
             return role.kind == AnnotationKind::Audits;
           });
  };
  std::set<uint32_t> used; // sources that arrive at a use
  for (const FlowView &view : views) {
    finder.payload(view);
    if (!view.arrival.function || !isUse(view) || finder.purposesOf(view).empty())
      continue;
    if (view.arrival.call && context.consents.isCheck(view.arrival.call))
      continue;
    used.insert(view.arrival.source);
    BlockId block = view.arrival.call ? context.callers.blockOf(view.arrival.call) : BlockId();
    Bilingual sentence = view.sinks.empty()
                             ? Bilingual{"is passed to '" + view.callee + "'",
                                         "wordt doorgegeven aan '" + view.callee + "'"}
                             : sinkSentence(view, view.sinks.front(), context.policy);
    finder.use(view, block, view.arrival.call, sentence);
  }
  // What is only looked at is used where it comes into view.
  for (const FlowView &view : views) {
    if (view.arrival.kind != Arrival::InFunction || used.count(view.arrival.source) ||
        view.source.function != view.arrival.function || finder.purposesOf(view).empty())
      continue;
    LocalUse local = usesOf(view, context);
    // To write the record is no use that has to be recorded.
    bool recorded = llvm::any_of(local.calls, [&](CallId call) { return audits(call); });
    if (recorded && !local.stored && local.blocks.empty())
      continue;
    BlockId block;
    CallId call = view.arrival.call;
    if (call)
      block = context.callers.blockOf(call);
    else if (!local.calls.empty())
      block = context.callers.blockOf(call = local.calls.front());
    else if (!local.blocks.empty())
      block = local.blocks.front();
    finder.use(view, block, call,
               {"is used in '" + view.function + "'", "wordt gebruikt in '" + view.function + "'"});
  }
}

} // namespace earmark
