#include "policy/DataFlows.h"

#include "policy/Terms.h"

#include "policy/CheckRecipients.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>

namespace earmark {

namespace {

FindingPlace placeOf(const Span &span, const FlowTables &flow) {
  return {flow.texts[span.file].str(), span.line, span.column, span.endLine, span.endColumn};
}

struct FlowCollector {
  const CheckContext &context;
  using Key = std::tuple<std::string, std::string, std::vector<std::string>, uint8_t, std::string,
                         std::string, std::string>;
  struct Entry {
    DataFlow flow;
    std::set<CodePlace> places;
    MarkSet always = ~MarkSet(0), sometimes = 0;
  };
  std::map<Key, Entry> entries;

  bool mayNot(const FlowView &view, const std::string &purpose) const {
    return !view.purposes.empty() && !llvm::is_contained(view.purposes, purpose) &&
           !context.marks.has(view.arrival.marks, "anonymised");
  }

  void add(const FlowView &view, DataFlow flow) {
    const Arrival &arrival = view.arrival;
    flow.data = view.category;
    flow.subject = view.subject;
    std::sort(flow.purposes.begin(), flow.purposes.end());
    bool notAllowed = flow.basis == DataFlow::RunsFor && mayNot(view, flow.purposes.front());
    DataFlow::Basis basis = flow.basis;
    Key key(flow.data, flow.subject, flow.purposes, flow.end, flow.sink, flow.receiver, flow.store);
    auto [found, isNew] = entries.try_emplace(std::move(key));
    Entry &entry = found->second;
    if (isNew)
      entry.flow = std::move(flow);
    DataFlow &kept = entry.flow;
    kept.basis = std::max(kept.basis, basis);
    kept.special |= view.special;
    kept.notAllowed |= notAllowed;
    std::string term = view.retention;
    if (auto store = context.policy.stores.find(kept.store); store != context.policy.stores.end())
      term = strictestTerm(term, store->second.retention);
    kept.retention = strictestTerm(kept.retention, term);
    kept.confidence = std::max(kept.confidence, arrival.confidence);
    entry.always &= arrival.marks;
    entry.sometimes |= arrival.marks;
    const FlowTables &tables = context.program.flow;
    entry.places.insert({placeOf(arrival.span, tables), view.function});
    auto passes = [&](FunctionId function, const Span &span) {
      if (std::string name = context.nameOf(function); !name.empty())
        kept.functions.insert(std::move(name));
      if (span)
        kept.files.insert(tables.texts[span.file].str());
    };
    passes(arrival.function, arrival.span);
    for (const WitnessStep &step : arrival.witness)
      passes(step.function, step.span);
  }

  /// What the datum serves here: said of the function around the place, else of
  /// the nearest on the way that it took. Code that all share (a class for
  /// statements of a database) runs for everybody, and says nothing of one datum.
  std::set<std::string> servedBy(const FlowView &view) const {
    const Arrival &arrival = view.arrival;
    std::vector<FunctionId> inward;
    for (const WitnessStep &step : arrival.witness)
      inward.push_back(step.function);
    for (CallId call : arrival.context)
      if (call.value < context.program.functionOf.size())
        inward.push_back(context.program.functionOf[call.value]);
    inward.push_back(arrival.function);
    for (FunctionId function : llvm::reverse(inward))
      if (function && context.purposes.own(function)) {
        const std::vector<std::string> &said = context.purposes.own(function).purposes;
        return {said.begin(), said.end()};
      }
    FunctionId first = view.source.function ? view.source.function : arrival.function;
    std::set<std::string> served;
    if (first)
      for (const CodePurpose &runs : context.purposes.all(first))
        served.insert(runs.purposes.begin(), runs.purposes.end());
    return served;
  }

  /// One flow for each purpose that is known of the code; else one for what the
  /// data may serve.
  void addForPurposes(const FlowView &view, const DataFlow &flow,
                      const std::string &sinkServes = "") {
    std::set<std::string> known;
    if (!sinkServes.empty())
      known.insert(sinkServes);
    else
      known = servedBy(view);
    if (known.empty() && view.calleePurpose)
      known.insert(view.calleePurpose.purposes.begin(), view.calleePurpose.purposes.end());
    for (const std::string &purpose : known) {
      DataFlow one = flow;
      one.purposes = {purpose};
      one.basis = DataFlow::RunsFor;
      add(view, std::move(one));
    }
    if (!known.empty())
      return;
    DataFlow any = flow;
    any.purposes = view.purposes;
    // Of what the data may serve, what was agreed with the recipient.
    if (auto found = context.policy.recipients.find(flow.receiver);
        found != context.policy.recipients.end()) {
      std::vector<std::string> agreed;
      for (const std::string &purpose : found->second.purposes)
        if (llvm::is_contained(view.purposes, purpose))
          agreed.push_back(purpose);
      if (!agreed.empty())
        any.purposes = std::move(agreed);
    }
    any.basis = any.purposes.empty() ? DataFlow::NotSaid : DataFlow::MayServe;
    add(view, std::move(any));
  }

  void sink(const FlowView &view, const SinkHit &hit) {
    DataFlow flow;
    flow.end = DataFlow::Sink;
    flow.sink = hit.kind;
    flow.store = hit.store;
    flow.receiver = hit.recipient;
    if (flow.receiver.empty() && flow.store.empty() && !isLoopback(hit.host))
      flow.receiver = hit.host;
    const SinkKind *kind = context.sinkKind(hit.kind);
    if (kind)
      flow.phrase = kind->phrase;
    if (auto found = context.policy.recipients.find(flow.receiver);
        found != context.policy.recipients.end())
      flow.region = found->second.region;
    else if (auto at = context.policy.stores.find(flow.store); at != context.policy.stores.end())
      flow.region = at->second.region;
    addForPurposes(view, flow, kind ? kind->purpose : "");
  }

  void view(const FlowView &view) {
    for (const SinkHit &hit : view.sinks)
      sink(view, hit);
    const Arrival &arrival = view.arrival;
    if (arrival.kind == Arrival::InFunction && !view.runsFor.empty())
      return addForPurposes(view, {});
    if (arrival.kind != Arrival::AtArgument || !view.sinks.empty())
      return;
    if (isUnknownCall(view, context)) {
      DataFlow flow;
      flow.end = DataFlow::Unknown;
      flow.receiver = view.callee;
      return addForPurposes(view, flow);
    }
    // With a body it is seen where it comes into view there.
    if (view.calleePurpose && !view.calleeHasBody)
      for (const std::string &purpose : view.calleePurpose.purposes) {
        DataFlow flow;
        flow.purposes = {purpose};
        flow.basis = DataFlow::RunsFor;
        add(view, std::move(flow));
      }
  }

  std::vector<std::string> namesOf(MarkSet marks) const {
    std::vector<std::string> names;
    for (size_t bit = 0; bit < context.policy.marks.size(); ++bit)
      if (marks >> bit & 1)
        names.push_back(context.policy.marks[bit].id);
    std::sort(names.begin(), names.end());
    return names;
  }

  std::vector<DataFlow> taken() {
    std::vector<DataFlow> flows;
    flows.reserve(entries.size());
    for (auto &[key, entry] : entries) {
      entry.flow.always = namesOf(entry.always);
      entry.flow.sometimes = namesOf(entry.sometimes & ~entry.always);
      entry.flow.places.assign(entry.places.begin(), entry.places.end());
      flows.push_back(std::move(entry.flow));
    }
    return flows;
  }
};

} // namespace

std::vector<DataFlow> dataFlows(const CheckContext &context, llvm::ArrayRef<FlowView> views) {
  FlowCollector collector{context, {}};
  for (const FlowView &view : views)
    collector.view(view);
  return collector.taken();
}

void countFindings(std::vector<DataFlow> &flows, const std::vector<Finding> &findings) {
  std::map<std::tuple<FindingPlace, std::string, std::string>, std::vector<const Finding *>>
      byPlace;
  for (const Finding &finding : findings)
    if (!finding.suppressed && finding.level >= Level::Warning)
      byPlace[{finding.place, finding.data, finding.subject}].push_back(&finding);
  for (DataFlow &flow : flows)
    for (const CodePlace &code : flow.places) {
      auto found = byPlace.find({code.place, flow.data, flow.subject});
      if (found == byPlace.end())
        continue;
      for (const Finding *finding : found->second) {
        // Of several sinks at one place, and of several purposes, the one it is about.
        bool other = (!finding->sink.empty() && finding->sink != flow.sink) ||
                     (!finding->recipient.empty() && finding->recipient != flow.receiver) ||
                     (!finding->store.empty() && finding->store != flow.store) ||
                     (!finding->codePurpose.empty() && flow.basis == DataFlow::RunsFor &&
                      !llvm::is_contained(flow.purposes, finding->codePurpose));
        if (!other)
          ++(finding->level == Level::Error ? flow.errors : flow.warnings);
      }
    }
}

} // namespace earmark
