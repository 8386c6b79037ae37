#include "policy/CheckConsent.h"

#include "policy/LocalUse.h"
#include "policy/SinkSentence.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

/// One use of the datum for a purpose that needs consent.
struct Use {
  std::string purpose;
  const SinkHit *sink = nullptr;
  Bilingual sentence;
  bool byCode = false; // it serves that for what the code around it runs for
};

bool mayServe(const FlowView &view, const std::string &purpose) {
  return view.purposes.empty() || llvm::is_contained(view.purposes, purpose);
}

Bilingual passedTo(const std::string &callee) {
  return {"is passed to '" + callee + "'", "wordt doorgegeven aan '" + callee + "'"};
}

/// Where the function ends what it does with the datum, with no caller to go on.
std::vector<BlockId> endsOf(const FlowView &view, const CheckContext &context) {
  if (!context.callers.of(view.arrival.function).empty())
    return {};
  LocalUse use = usesOf(view, context);
  if (use.passedOn)
    return {}; // seen there
  if (use.blocks.empty() && use.stored)
    for (BlockId block : context.program.flow.functions[view.arrival.function.value].blocks.ids()) {
      use.blocks.push_back(block);
      break;
    }
  return use.blocks;
}

/// What the code nearest to the place says that it runs for, on the way that the
/// datum took: what all share runs for everybody, and says nothing of one datum.
const CodePurpose *servedOnTheWay(const FlowView &view, const CheckContext &context) {
  std::vector<FunctionId> inward;
  for (const WitnessStep &step : view.arrival.witness)
    inward.push_back(step.function);
  for (CallId call : view.arrival.context)
    inward.push_back(context.program.functionOf[call.value]);
  inward.push_back(view.arrival.function);
  for (FunctionId function : llvm::reverse(inward))
    if (function && context.purposes.own(function))
      return &context.purposes.own(function);
  return nullptr;
}

std::vector<Use> usesFor(const FlowView &view, const CheckContext &context) {
  std::vector<Use> uses;
  bool byCode = false;
  auto add = [&](const std::string &purpose, const SinkHit *sink, Bilingual sentence) {
    const Purpose *known = context.purpose(purpose);
    if (known && known->needsConsent && mayServe(view, purpose) &&
        llvm::none_of(uses, [&](const Use &use) { return use.purpose == purpose; }))
      uses.push_back({purpose, sink, std::move(sentence), byCode});
  };
  for (const SinkHit &sink : view.sinks)
    if (const SinkKind *kind = context.sinkKind(sink.kind); kind && !kind->purpose.empty())
      add(kind->purpose, &sink, sinkSentence(view, sink, context.policy));
  if (view.arrival.kind == Arrival::AtArgument && !view.calleeHasBody)
    for (const std::string &purpose : view.calleePurpose.purposes)
      add(purpose, view.sinks.empty() ? nullptr : &view.sinks.front(), passedTo(view.callee));
  byCode = true;
  const CodePurpose *served = servedOnTheWay(view, context);
  for (const CodePurpose &runs : view.runsFor)
    for (const std::string &purpose : runs.purposes) {
      if (served && !llvm::is_contained(served->purposes, purpose))
        continue;
      if (view.arrival.kind == Arrival::InFunction)
        add(purpose, nullptr,
            {"is used in '" + view.function + "'", "wordt gebruikt in '" + view.function + "'"});
      else if (!view.sinks.empty())
        add(purpose, &view.sinks.front(), sinkSentence(view, view.sinks.front(), context.policy));
      // A body is looked into; what declares a purpose of its own is judged by that.
      else if (!view.calleeHasBody && !view.calleePurpose)
        add(purpose, nullptr, passedTo(view.callee));
    }
  return uses;
}

Bilingual describe(const ConsentAnswer &answer, const std::string &purpose,
                   const CheckContext &context) {
  std::string check =
      answer.check ? context.nameOf(context.program.flow.calls[answer.check.value].callee) : "";
  Bilingual text{"which serves " + purpose + " and needs the person's consent",
                 "dat dient voor " + purpose + " en vereist toestemming van de persoon"};
  switch (answer.kind) {
  case ConsentAnswer::Given: break;
  case ConsentAnswer::NeverAsked:
    text.en += "; nothing checks it before";
    text.nl += "; niets controleert die vooraf";
    break;
  case ConsentAnswer::SomePaths:
    text.en += "; '" + check + "' checks it, but not on every path that leads here";
    text.nl += "; '" + check + "' controleert die, maar niet op elk pad hierheen";
    break;
  case ConsentAnswer::Inverted:
    text.en += "; this is where '" + check + "' says that there is none";
    text.nl += "; dit is juist waar '" + check + "' zegt dat die ontbreekt";
    break;
  case ConsentAnswer::OtherPurpose:
    text.en += "; '" + check + "' checks it for " + answer.purpose + " only";
    text.nl += "; '" + check + "' controleert die alleen voor " + answer.purpose;
    break;
  case ConsentAnswer::OtherPerson:
    text.en += "; '" + check + "' checks it for another person";
    text.nl += "; '" + check + "' controleert die voor iemand anders";
    break;
  }
  return text;
}

/// Whether the person had consented wherever the datum is read: what goes on from
/// there was read behind a yes, whoever uses it later.
bool isReadWithConsent(const FlowView &view, const std::string &purpose, bool byCode,
                       const CheckContext &context) {
  const FlowTables &flow = context.program.flow;
  FunctionId function = view.source.function;
  SymbolId declaration = view.source.declaration;
  if (!function || !declaration)
    return false;
  bool any = false;
  Person person = context.consents.persons.readAt(function, declaration);
  for (EdgeId id : flow.functions[function.value].edges.ids()) {
    const Edge &edge = flow.edges[id.value];
    if (edge.from != Port{PortKind::Read, edge.from.parameter, declaration.value} ||
        edge.to.kind == PortKind::Condition)
      continue;
    Consents::Use use{function, BlockId(), CallId()};
    if (edge.to.kind == PortKind::CallIn) {
      use.call = CallId(edge.to.entity);
      use.block = context.callers.blockOf(use.call);
      if (context.consents.isCheck(use.call))
        continue;
    } else if (edge.to.kind == PortKind::Return && edge.to.entity != ~0u) {
      use.block = BlockId(edge.to.entity);
    } else {
      return false; // nobody knows when
    }
    any = true;
    if (context.consents.before(use, purpose, person, declaration, byCode).kind !=
        ConsentAnswer::Given)
      return false;
  }
  return any;
}

} // namespace

void checkMissingConsent(const Rule &rule, const FlowView &view, const CheckContext &context,
                         Violations &violations) {
  const Arrival &arrival = view.arrival;
  // Data about nobody any more needs nobody's consent.
  if (!arrival.function || context.marks.has(arrival.marks, "anonymised"))
    return;
  std::vector<Use> uses = usesFor(view, context);
  if (uses.empty())
    return;
  Consents &consents = context.consents;
  // To ask for consent, and to write down that it was used, is no such use.
  if (arrival.call && arrival.kind != Arrival::InFunction &&
      (view.calleeAudits || consents.isCheck(arrival.call)))
    return;
  std::vector<BlockId> blocks;
  Person person;
  if (arrival.kind == Arrival::InFunction) {
    blocks = endsOf(view, context);
    person = consents.persons.readAt(arrival.function, view.source.declaration);
  } else if (arrival.call) {
    blocks.push_back(context.callers.blockOf(arrival.call));
    person = consents.persons.of(arrival.call, arrival.parameter, view.source.declaration);
  } else {
    blocks.push_back(BlockId());
  }
  for (const Use &use : uses)
    for (BlockId block : blocks) {
      CallId call = arrival.kind == Arrival::InFunction ? CallId() : arrival.call;
      ConsentAnswer answer = consents.before({arrival.function, block, call}, use.purpose, person,
                                             view.source.declaration, use.byCode);
      if (answer.kind == ConsentAnswer::Given ||
          (arrival.function != view.source.function &&
           isReadWithConsent(view, use.purpose, use.byCode, context)))
        continue;
      Violation violation;
      violation.level = rule.level;
      violation.sink = use.sink;
      if (use.sink) {
        violation.recipient = use.sink->recipient;
        violation.store = use.sink->store;
      }
      violation.purpose = use.purpose;
      violation.sentence = use.sentence;
      violation.detail = describe(answer, use.purpose, context);
      violations.push_back(std::move(violation));
      break;
    }
}

} // namespace earmark
