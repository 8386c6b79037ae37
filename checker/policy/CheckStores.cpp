#include "policy/CheckStores.h"

#include "policy/SinkSentence.h"
#include "policy/Words.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

namespace {

bool stores(const Rule &rule, const SinkHit &sink) {
  return rule.sinks.empty() ? sink.kind == "store" : llvm::is_contained(rule.sinks, sink.kind);
}

Violation atStore(const Rule &rule, const FlowView &view, const SinkHit &sink,
                  const CheckContext &context, Bilingual detail) {
  Violation violation;
  violation.level = rule.level;
  violation.sink = &sink;
  violation.recipient = sink.recipient;
  violation.store = sink.store;
  violation.sentence = sinkSentence(view, sink, context.policy);
  violation.detail = std::move(detail);
  return violation;
}

bool isAnonymous(const FlowView &view, const CheckContext &context) {
  return context.marks.has(view.arrival.marks, "anonymised");
}

Bilingual neverErased(const FlowView &view, const SinkHit &sink, const Erasers &erasers) {
  Bilingual from = sink.store.empty() ? Bilingual{"", ""}
                                      : Bilingual{" from store '" + sink.store + "'",
                                                  " uit opslag '" + sink.store + "'"};
  const Eraser *uncalled = nullptr, *elsewhere = nullptr;
  for (const Eraser &eraser : erasers.all) {
    if (!matchesCategory(eraser.category, view.category))
      continue;
    if (eraser.store.empty() || sink.store.empty() || eraser.store == sink.store) {
      if (eraser.called)
        return {};
      uncalled = &eraser;
    } else {
      elsewhere = &eraser;
    }
  }
  if (uncalled)
    return {"'" + uncalled->name + "' erases it" + from.en + ", but nothing calls that",
            "'" + uncalled->name + "' wist ze" + from.nl + ", maar niets roept dat aan"};
  if (elsewhere)
    return {"'" + elsewhere->name + "' erases it from '" + elsewhere->store + "' only",
            "'" + elsewhere->name + "' wist ze alleen uit '" + elsewhere->store + "'"};
  return {"no function erases it" + from.en, "geen functie wist ze" + from.nl};
}

} // namespace

void checkMissingRetention(const Rule &rule, const FlowView &view, const CheckContext &context,
                           Violations &violations) {
  if (!view.retention.empty() || isAnonymous(view, context))
    return;
  for (const SinkHit &sink : view.sinks) {
    if (!stores(rule, sink))
      continue;
    auto store = context.policy.stores.find(sink.store);
    if (store != context.policy.stores.end() && !store->second.retention.empty())
      continue;
    violations.push_back(
        atStore(rule, view, sink, context,
                {"neither the data, its category, its type of interaction nor its store has a "
                 "retention term",
                 "noch de gegevens, noch hun categorie, noch hun type interactie, noch de opslag "
                 "heeft een bewaartermijn"}));
  }
}

void checkMissingErasure(const Rule &rule, const FlowView &view, const CheckContext &context,
                         Violations &violations) {
  if (isAnonymous(view, context))
    return;
  const Erasers &erasers = context.erasers;
  for (const SinkHit &sink : view.sinks) {
    if (!stores(rule, sink))
      continue;
    // Of a part of a program nobody can tell what the rest erases; of a store
    // without a name, only where erasing is declared at all.
    if (erasers.all.empty() && (!erasers.whole || sink.store.empty()))
      continue;
    Bilingual detail = neverErased(view, sink, erasers);
    if (!detail.en.empty())
      violations.push_back(atStore(rule, view, sink, context, std::move(detail)));
  }
}

} // namespace earmark
