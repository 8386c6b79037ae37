#include "policy/CheckDecisions.h"

#include "policy/ComposeFinding.h"
#include "policy/SinkSentence.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace earmark {

namespace {

constexpr unsigned MaxDepth =
    8; // calls between the score and the condition, or that and the decision
constexpr size_t MaxPorts = 512; // of one question

/// Where a condition leads back to.
struct Basis {
  SymbolId score;        // whose value is one
  bool reviewed = false; // a person has looked
};

struct Finder {
  const Rule &rule;
  const CheckContext &context;
  ProgramFindings &findings;
  const Program &program = context.program;
  const FlowTables &flow = program.flow;
  std::map<FunctionId, std::multimap<Port, uint32_t>> edgesTo{};
  std::set<std::pair<FunctionId, Port>> seen{};

  const std::multimap<Port, uint32_t> &edges(FunctionId function) {
    auto [found, isNew] = edgesTo.try_emplace(function);
    if (isNew)
      for (EdgeId id : flow.functions[function.value].edges.ids())
        found->second.emplace(flow.edges[id.value].to, id.value);
    return found->second;
  }

  bool isScore(const std::string &category) const {
    for (llvm::StringRef id = category; !id.empty();
         id = id.contains('.') ? id.take_front(id.rfind('.')) : "")
      if (auto found = context.policy.categories.find(id.str());
          found != context.policy.categories.end())
        return found->second.score;
    return false;
  }

  /// The category, or "scored", where the roles make a value a score; empty: they do not.
  std::string scoreIn(llvm::ArrayRef<Role> roles) const {
    for (const Role &role : roles) {
      bool ofParameter = role.parameter != NoParameter;
      if (role.kind == AnnotationKind::Personal && !ofParameter && !role.words.empty() &&
          isScore(role.words.front()))
        return role.words.front();
      if ((role.kind == AnnotationKind::Marks || role.kind == AnnotationKind::Is) && !ofParameter &&
          llvm::is_contained(role.words, "scored"))
        return "scored";
    }
    return "";
  }

  bool reviews(CallId call) const {
    auto says = [](llvm::ArrayRef<Role> roles) {
      return llvm::any_of(roles, [](const Role &role) {
        return role.kind == AnnotationKind::Marks && llvm::is_contained(role.words, "reviewed");
      });
    };
    SymbolId callee = flow.calls[call.value].callee;
    return callee && says(program.roles[callee.value]);
  }

  Basis behind(FunctionId function, Port port, unsigned depth) {
    Basis basis;
    if (depth > MaxDepth || seen.size() > MaxPorts || !seen.emplace(function, port).second)
      return basis;
    auto [begin, end] = edges(function).equal_range(port);
    for (auto at = begin; at != end; ++at) {
      Basis one = from(function, flow.edges[at->second].from, depth);
      basis.reviewed |= one.reviewed;
      if (one.score)
        basis.score = one.score;
    }
    return basis;
  }

  Basis from(FunctionId function, Port port, unsigned depth) {
    switch (port.kind) {
    case PortKind::Read:
      return {scoreIn(program.roles[port.entity]).empty() ? SymbolId() : SymbolId(port.entity),
              false};
    case PortKind::CallResult:
    case PortKind::CallOut: return fromCall(function, CallId(port.entity), depth);
    case PortKind::Entry: {
      Basis basis;
      for (auto [site, byValue] : context.callers.of(function))
        if (!byValue) {
          Basis one = behind(program.functionOf[site.value],
                             {PortKind::CallIn, port.parameter, site.value}, depth + 1);
          basis.reviewed |= one.reviewed;
          if (one.score)
            basis.score = one.score;
        }
      return basis;
    }
    default: return {};
    }
  }

  Basis fromCall(FunctionId function, CallId id, unsigned depth) {
    if (reviews(id))
      return {SymbolId(), true};
    const Call &call = flow.calls[id.value];
    if (call.callee && !scoreIn(program.roles[call.callee.value]).empty())
      return {call.callee, false};
    Basis basis;
    auto add = [&](Basis one) {
      basis.reviewed |= one.reviewed;
      if (one.score)
        basis.score = one.score;
    };
    bool looked = false;
    for (const Target &target : program.targets[id.value].bodies) {
      const Function &body = flow.functions[target.function.value];
      if (body.flags & IsModel)
        continue;
      looked = true;
      for (EdgeId edge : body.edges.ids())
        if (flow.edges[edge.value].to.kind == PortKind::Return)
          add(from(target.function, flow.edges[edge.value].from, depth + 1));
    }
    // What the library or a function without a body makes of it is still that.
    if (!looked)
      for (ArgumentId argument : call.arguments.ids())
        add(behind(function, {PortKind::CallIn, flow.arguments[argument.value].parameter, id.value},
                   depth + 1));
    return basis;
  }

  /// Whether a way from `start` leads to `to`, or past it to the end.
  std::pair<bool, bool> leads(BlockId start, BlockId to) const {
    bool there = false, past = false;
    std::set<uint32_t> met{start.value};
    std::vector<uint32_t> work{start.value};
    while (!work.empty()) {
      uint32_t at = work.back();
      work.pop_back();
      if (at == to.value) {
        there = true;
        continue;
      }
      IdRange<BlockListTag> next = flow.blocks[at].successors;
      past |= !next.count;
      for (uint32_t i = 0; i < next.count; ++i)
        if (uint32_t block = flow.blockList[next.begin + i].value; met.insert(block).second)
          work.push_back(block);
    }
    return {there, past};
  }

  /// What the conditions lead back to that say whether control comes to `block`,
  /// here or in the callers.
  Basis controls(FunctionId function, BlockId block, unsigned depth, std::set<FunctionId> &on) {
    Basis basis;
    for (BlockId branch : flow.functions[function.value].blocks.ids()) {
      const Block &row = flow.blocks[branch.value];
      if (!row.branches || row.successors.count < 2 || branch == block)
        continue;
      bool some = false, others = false;
      for (uint32_t i = 0; i < row.successors.count; ++i) {
        auto [there, past] = leads(flow.blockList[row.successors.begin + i], block);
        some |= there;
        others |= past;
      }
      if (!some || !others)
        continue;
      seen.clear();
      Basis one = behind(function, {PortKind::Condition, NoParameter, branch.value}, 0);
      basis.reviewed |= one.reviewed;
      if (one.score && !basis.score)
        basis.score = one.score;
    }
    if (depth > MaxDepth || !on.insert(function).second)
      return basis;
    for (auto [site, byValue] : context.callers.of(function)) {
      if (byValue || basis.score)
        continue;
      Basis outer =
          controls(program.functionOf[site.value], context.callers.blockOf(site), depth + 1, on);
      basis.reviewed |= outer.reviewed;
      basis.score = outer.score;
    }
    return basis;
  }

  bool isDecision(CallId call) const {
    auto says = [](llvm::ArrayRef<Role> roles) {
      return llvm::any_of(roles, [](const Role &role) {
        return role.kind == AnnotationKind::Sink && !role.words.empty() &&
               role.words.front() == "decision";
      });
    };
    SymbolId callee = flow.calls[call.value].callee;
    auto given = program.callRoles.find(call.value);
    return (callee && says(program.roles[callee.value])) ||
           (given != program.callRoles.end() && says(given->second));
  }

  void decision(CallId id) {
    FunctionId function = program.functionOf[id.value];
    for (ArgumentId argument : flow.calls[id.value].arguments.ids()) {
      seen.clear();
      if (behind(function, {PortKind::CallIn, flow.arguments[argument.value].parameter, id.value},
                 0)
              .reviewed)
        return;
    }
    std::set<FunctionId> on;
    Basis basis = controls(function, context.callers.blockOf(id), 0, on);
    if (!basis.score || basis.reviewed)
      return;
    const Span &span = flow.calls[id.value].span, &declared = flow.symbols[basis.score.value].place;
    std::string what = context.nameOf(flow.calls[id.value].callee),
                score = context.nameOf(basis.score),
                where =
                    shortPlace({flow.texts[declared.file].str(), declared.line, declared.column});
    Finding finding = composeDeclared(
        rule, {flow.texts[span.file].str(), span.line, span.column, span.endLine, span.endColumn},
        {"whether '" + what + "' is called follows from the score of '" + score + "' (" + where +
             "), and no person has reviewed that",
         "of '" + what + "' wordt aangeroepen volgt uit de score van '" + score + "' (" + where +
             "), en geen mens heeft dat beoordeeld"});
    finding.function = context.nameOf(function);
    finding.sink = "decision";
    finding.sourceName = score;
    std::string category = scoreIn(program.roles[basis.score.value]);
    if (category != "scored")
      finding.data = category;
    findings.others.push_back(std::move(finding));
  }
};

} // namespace

void checkScoreDecisions(const Rule &rule, llvm::ArrayRef<FlowView>, const CheckContext &context,
                         ProgramFindings &findings) {
  Finder finder{rule, context, findings};
  const Program &program = context.program;
  if (llvm::none_of(program.roles,
                    [&](const auto &roles) { return !finder.scoreIn(roles).empty(); }))
    return;
  for (uint32_t i = 0; i < program.flow.calls.size(); ++i) {
    FunctionId in = program.functionOf[i];
    if (in && !(program.flow.functions[in.value].flags & IsModel) &&
        program.flow.calls[i].kind != CallKind::Reload && finder.isDecision(CallId(i)))
      finder.decision(CallId(i));
  }
}

} // namespace earmark
