#include "policy/CheckMinimisation.h"

#include "policy/ComposeFinding.h"
#include "policy/SinkSentence.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

#include <map>

namespace earmark {

namespace {

/// The same declaration in two declared stores; what cannot be traced back is no
/// second copy of the datum.
void checkTwoStores(const Rule &rule, llvm::ArrayRef<FlowView> views, const CheckContext &context,
                    ProgramFindings &findings) {
  std::map<std::tuple<SymbolId, std::string, std::string>, std::string> first;
  for (const FlowView &view : views) {
    if (context.marks.has(view.arrival.marks, "pseudonymised"))
      continue;
    for (const SinkHit &sink : view.sinks) {
      if (sink.store.empty() || !context.policy.stores.count(sink.store))
        continue;
      auto [known, isNew] =
          first.try_emplace({view.source.declaration, view.category, view.subject}, sink.store);
      if (isNew || known->second == sink.store)
        continue;
      Violation violation;
      violation.level = rule.level;
      violation.sink = &sink;
      violation.store = sink.store;
      violation.sentence = sinkSentence(view, sink, context.policy);
      violation.detail = {"it is kept in store '" + known->second + "' too",
                          "ze staan ook in opslag '" + known->second + "'"};
      findings.flows.push_back({&view, std::move(violation)});
    }
  }
}

struct FieldUse {
  bool read = false;
  Span written;
};

/// What the program's own code does with every field, by its name in paths.
llvm::DenseMap<TextId, FieldUse> usesOfFields(const FlowTables &flow,
                                              const llvm::DenseSet<TextId> &wanted) {
  llvm::DenseMap<TextId, FieldUse> uses;
  for (const Function &function : flow.functions) {
    // Copying and destroying reads everything, and needs nothing.
    if (function.flags & (IsModel | IsImplicit))
      continue;
    for (uint32_t i = 0; i < function.edges.count; ++i) {
      const Edge &edge = flow.edges[function.edges.begin + i];
      for (PathId path = edge.fromPath; path != EmptyPath; path = flow.paths[path.value].parent)
        if (TextId name = flow.paths[path.value].name; name && wanted.contains(name))
          uses[name].read = true;
      if (edge.from.kind == PortKind::Literal || edge.from.kind == PortKind::Created ||
          edge.to.kind == PortKind::Condition)
        continue;
      for (PathId path = edge.toPath; path != EmptyPath; path = flow.paths[path.value].parent)
        if (TextId name = flow.paths[path.value].name; name && wanted.contains(name)) {
          Span &span = uses[name].written;
          if (!span)
            span = edge.steps.count ? flow.steps[edge.steps.begin + edge.steps.count - 1].span
                                    : function.span;
        }
    }
  }
  return uses;
}

void checkUnread(const Rule &rule, llvm::ArrayRef<FlowView> views, const CheckContext &context,
                 ProgramFindings &findings) {
  // Another part of the program may read it.
  if (!context.erasers.whole || context.policy.file.empty())
    return;
  const Program &program = context.program;
  const FlowTables &flow = program.flow;
  // What arrives anywhere is used, if only as part of its object.
  llvm::DenseSet<SymbolId> arrives;
  for (const FlowView &view : views)
    arrives.insert(view.source.declaration);
  llvm::DenseMap<SymbolId, const Role *> personal;
  llvm::DenseSet<TextId> names;
  for (uint32_t i = 0; i < program.roles.size(); ++i) {
    if (flow.symbols[i].kind != SymbolKind::Field || arrives.contains(SymbolId(i)))
      continue;
    for (const Role &role : program.roles[i])
      if (role.kind == AnnotationKind::Personal && !role.words.empty()) {
        personal[SymbolId(i)] = &role;
        names.insert(flow.symbols[i].name);
      }
  }
  if (personal.empty())
    return;
  llvm::DenseMap<TextId, FieldUse> uses = usesOfFields(flow, names);
  for (const auto &[symbol, role] : personal) {
    auto use = uses.find(flow.symbols[symbol.value].name);
    if (use == uses.end() || use->second.read || !use->second.written)
      continue;
    const Span &place = flow.symbols[symbol.value].place;
    std::string name = context.nameOf(symbol);
    std::string filled = shortPlace({flow.texts[use->second.written.file].str(),
                                     use->second.written.line, use->second.written.column});
    Finding finding =
        composeDeclared(rule, {flow.texts[place.file].str(), place.line, place.column, 0, 0},
                        {"personal data '" + role->words[0] + "' is collected in '" + name + "' (" +
                             filled + "), and nothing in the program ever reads it",
                         "persoonsgegevens '" + role->words[0] + "' worden verzameld in '" + name +
                             "' (" + filled + "), en niets in het programma leest ze ooit"});
    finding.data = role->words[0];
    finding.sourceName = name;
    if (auto category = context.policy.categories.find(finding.data);
        category != context.policy.categories.end())
      finding.subject = category->second.subject;
    findings.others.push_back(std::move(finding));
  }
}

} // namespace

void checkMinimisation(const Rule &rule, llvm::ArrayRef<FlowView> views,
                       const CheckContext &context, ProgramFindings &findings) {
  checkTwoStores(rule, views, context, findings);
  checkUnread(rule, views, context, findings);
}

} // namespace earmark
