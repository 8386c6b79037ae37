#include "solve/FindWitness.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

/// Callees that the data only went through are shown to this depth.
constexpr unsigned MaxDescent = 12;
/// Steps that are gathered before the middle is left out.
constexpr size_t MaxGathered = 4000;

struct Writer {
  Tabulation &solve;
  std::vector<WitnessStep> steps{};

  void add(Span span, std::string text, FunctionId function) {
    if (steps.size() < MaxGathered)
      steps.push_back({span, std::move(text), function});
  }
  std::string quoted(SymbolId symbol) const {
    return symbol ? "'" + solve.flow.texts[solve.flow.symbols[symbol.value].name].str() + "'"
                  : "a function value";
  }
  std::string nameOf(FunctionId function) const {
    return quoted(solve.flow.functions[function.value].symbol);
  }
  std::string calleeOf(CallId call, FunctionId body = FunctionId()) const {
    if (solve.call(call).callee)
      return quoted(solve.call(call).callee);
    if (body && !solve.isModel(body))
      return nameOf(body);
    return "a function value";
  }

  void source(const Sources &sources, const Root &root);
  void fact(FactId id, unsigned depth);
  void chain(FactId last, unsigned depth);
  void enter(const Link &link, StartId into);
  void leave(const Link &link);
  void edge(uint32_t row, FunctionId function);
  std::string argumentName(CallId call, uint16_t parameter, FunctionId body) const;
  std::string writtenName(CallId call, uint16_t parameter) const;
};

std::string Writer::argumentName(CallId call, uint16_t parameter, FunctionId body) const {
  if (parameter == This)
    return "as its object";
  if (body && solve.isModel(body) == false) {
    SymbolId function = solve.flow.functions[body.value].symbol;
    auto found = solve.parameterNames.find({function.value, parameter});
    if (found != solve.parameterNames.end())
      return "as '" + solve.flow.texts[found->second].rsplit("::").second.str() + "'";
  }
  (void)call;
  if (parameter == Rest)
    return "as a further argument";
  return "as argument " + std::to_string(unsigned(parameter) + 1);
}

std::string Writer::writtenName(CallId call, uint16_t parameter) const {
  if (parameter == This)
    return "its object";
  (void)call;
  if (parameter == Rest)
    return "a further argument";
  return "argument " + std::to_string(unsigned(parameter) + 1);
}

void Writer::source(const Sources &sources, const Root &root) {
  const SourceGroup &group = sources.groups[root.group];
  const Symbol &symbol = solve.flow.symbols[group.declaration.value];
  std::string name = quoted(group.declaration);
  const StartKey &key = solve.starts[root.start.value].key;
  std::string text;
  if (root.byType)
    text = symbol.kind == SymbolKind::Field ? "holds " + name : "is a " + name;
  else if (symbol.kind == SymbolKind::Function && key.port.kind == PortKind::CallOut)
    text = name + " writes it to " + writtenName(root.call, key.port.parameter);
  else if (symbol.kind == SymbolKind::Function && key.port.kind == PortKind::Entry) {
    std::string parameter = argumentName(CallId(), key.port.parameter, root.function);
    text =
        llvm::StringRef(parameter).starts_with("as '")
            ? "parameter " + parameter.substr(3) + " holds it"
            : "parameter " + std::to_string(key.port.parameter + 1) + " of " + name + " holds it";
  } else if (symbol.kind == SymbolKind::Function)
    text = name + " returns it";
  else if (symbol.kind == SymbolKind::Record || symbol.kind == SymbolKind::Alias ||
           symbol.kind == SymbolKind::Enum)
    text = "is a " + name;
  else
    text = "reads " + name;
  add(root.span, text, root.function);
}

void Writer::edge(uint32_t row, FunctionId function) {
  if (solve.isModel(function))
    return;
  const Edge &edge = solve.flow.edges[row];
  for (StepId id : edge.steps.ids()) {
    const Step &step = solve.flow.steps[id.value];
    std::string name = "'" + solve.flow.texts[step.name].str() + "'";
    bool named = bool(step.name);
    switch (step.kind) {
    case StepKind::Read:
      if (named)
        add(step.span, "reads " + name, function);
      break;
    case StepKind::Assign:
      add(step.span, named ? "is stored in " + name : "is stored", function);
      break;
    case StepKind::Argument: break; // the call says it, with the parameter's name
    case StepKind::Return: add(step.span, "is returned", function); break;
    case StepKind::Capture:
      add(step.span, named ? "is captured as " + name : "is captured", function);
      break;
    case StepKind::Throw: add(step.span, "is thrown", function); break;
    case StepKind::Convert:
      add(step.span, named ? "becomes part of " + name : "becomes part of a larger value",
          function);
      break;
    }
  }
}

void Writer::enter(const Link &link, StartId into) {
  const Start &start = solve.starts[into.value];
  FunctionId body = start.key.function;
  const Fact &passed = solve.fact(link.from);
  FunctionId caller = solve.functionOf(passed);
  if (!body || !caller || solve.isModel(caller))
    return;
  Span span = solve.call(link.call).span;
  if (const Argument *argument = solve.argument(link.call, passed.port.parameter))
    if (argument->span)
      span = argument->span;
  if (solve.isModel(body))
    return; // said on the way out
  add(span,
      "is passed to " + calleeOf(link.call, body) + " " +
          argumentName(link.call, start.key.port.parameter, body),
      caller);
}

void Writer::leave(const Link &link) {
  const Fact &exit = solve.fact(link.from);
  FunctionId body = solve.functionOf(exit);
  FunctionId caller = solve.program.functionOf[link.call.value];
  if (solve.isModel(caller))
    return;
  Span span = solve.call(link.call).span;
  std::string callee = calleeOf(link.call, body);
  if (solve.isModel(body))
    add(span, "goes through " + callee, caller);
  else if (exit.port.kind == PortKind::Return)
    add(span, "is returned from " + callee, caller);
  else if (exit.port.kind == PortKind::Thrown)
    add(span, "is thrown by " + callee, caller);
  else
    add(span, "is written to " + writtenName(link.call, exit.port.parameter) + " by " + callee,
        caller);
}

void Writer::fact(FactId id, unsigned depth) {
  const Fact fact = solve.fact(id);
  FunctionId function = solve.functionOf(fact);
  switch (fact.via) {
  case Via::Start:
  case Via::Around: return;
  case Via::Edge:
    if (function)
      edge(fact.entity, function);
    return;
  case Via::Alias: return;
  case Via::Default: {
    CallId call(fact.entity);
    if (!solve.isModel(function))
      add(solve.call(call).span, "goes through " + calleeOf(call), function);
    return;
  }
  case Via::Throw:
  case Via::Summary: {
    if (!fact.through)
      return;
    Link link;
    link.from = fact.from;
    link.call = CallId(fact.entity);
    StartId into = solve.fact(fact.through).start;
    enter(link, into);
    if (depth < MaxDescent && !solve.isModel(solve.starts[into.value].key.function))
      chain(fact.through, depth + 1);
    link.from = fact.through;
    leave(link);
    return;
  }
  }
}

void Writer::chain(FactId last, unsigned depth) {
  std::vector<FactId> facts;
  for (FactId at = last; at && solve.fact(at).via != Via::Start; at = solve.fact(at).from)
    facts.push_back(at);
  for (FactId id : llvm::reverse(facts))
    if (steps.size() < MaxGathered)
      fact(id, depth);
}

} // namespace

/// Steps on one line that say the same are one; the middle of a very long path
/// is left out.
static std::vector<WitnessStep> tidy(std::vector<WitnessStep> steps, unsigned most) {
  std::vector<WitnessStep> result;
  for (WitnessStep &step : steps) {
    if (!step.span)
      continue;
    if (!result.empty()) {
      const WitnessStep &last = result.back();
      bool sameLine = last.span.file == step.span.file && last.span.line == step.span.line &&
                      last.function == step.function;
      if (sameLine && last.text == step.text)
        continue;
    }
    result.push_back(std::move(step));
  }
  if (most < 3 || result.size() <= most)
    return result;
  size_t head = most / 2, tail = most - head - 1;
  size_t left = result.size() - head - tail;
  WitnessStep gap = result[head];
  gap.text = "... " + std::to_string(left) + " more steps ...";
  result.erase(result.begin() + head, result.end() - tail);
  result.insert(result.begin() + head, gap);
  return result;
}

std::vector<WitnessStep> findWitness(Tabulation &solve, const Sources &sources, const Way &way,
                                     const Hit &hit) {
  Writer writer{solve};
  writer.source(sources, *way.root);
  for (const Link &link : way.links) {
    writer.chain(link.from, 0);
    if (link.kind == LinkKind::Leave) {
      writer.leave(link);
    } else if (link.kind == LinkKind::Enter) {
      // The start it enters: of this call, the one whose incoming has the link.
      const Fact &passed = solve.fact(link.from);
      if (passed.port.kind == PortKind::CallIn)
        writer.enter(link, link.into);
    }
  }
  writer.chain(way.hit, 0);
  const Fact &fact = solve.fact(way.hit);
  FunctionId function = solve.functionOf(fact);
  Span span = hit.span;
  std::string callee;
  if (hit.kind == Arrival::AtArgument && hit.object.symbol)
    callee = writer.quoted(hit.object.symbol);
  else if (hit.call && solve.call(hit.call).callee)
    callee = writer.quoted(solve.call(hit.call).callee);
  switch (hit.kind) {
  case Arrival::AtArgument:
    writer.add(span, "reaches " + (callee.empty() ? "a function value" : callee), function);
    break;
  case Arrival::IntoObject:
    writer.add(span, "is written into " + writer.quoted(hit.object.symbol), function);
    break;
  case Arrival::InFunction:
    if (span)
      writer.add(span, "comes into view of " + writer.nameOf(function), function);
    break;
  }
  return tidy(std::move(writer.steps), solve.options.maxWitnessSteps);
}

} // namespace earmark
