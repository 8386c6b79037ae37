#include "policy/FlowView.h"

#include "policy/Words.h"

#include <algorithm>

namespace earmark {

namespace {

/// The host of a constant URL, or of "host:port"; empty when there is none.
llvm::StringRef hostOf(llvm::StringRef literal) {
  size_t scheme = literal.find("://");
  if (scheme == llvm::StringRef::npos)
    return "";
  llvm::StringRef authority = literal.drop_front(scheme + 3);
  authority = authority.take_front(authority.find_first_of("/?#"));
  authority = authority.substr(authority.rfind('@') + 1);
  if (authority.starts_with("["))
    return authority.take_front(authority.find(']') + 1);
  return authority.take_front(authority.find(':'));
}

struct Viewer {
  const Arrival &arrival;
  const CheckContext &context;
  FlowView &view;

  const Program &program() const { return context.program; }

  /// Whether a role of the called function speaks of the argument of the arrival.
  bool concernsArgument(const Role &role) const {
    if (role.where == Designation::Parameter && role.parameter != Rest)
      return role.parameter == arrival.parameter;
    // "All that is passed" does not mean the object that a member is called on.
    return (role.where == Designation::Itself || role.where == Designation::Parameter) &&
           arrival.parameter != This && arrival.parameter != Callee;
  }

  void addSink(const Role &role) {
    SinkHit hit;
    hit.kind = role.words.empty() ? "" : role.words.front();
    hit.place = role.place;
    if (role.words.size() > 1) {
      const std::string &name = role.words[1];
      bool isStore = context.policy.stores.count(name) && !context.policy.recipients.count(name);
      (isStore || hit.kind == "store" ? hit.store : hit.recipient) = name;
    }
    for (const std::string &literal : arrival.literals) {
      llvm::StringRef host = hostOf(literal);
      if (host.empty())
        continue;
      hit.host = host.str();
      if (!hit.recipient.empty())
        continue;
      for (const auto &[id, recipient] : context.policy.recipients)
        if (std::any_of(recipient.hosts.begin(), recipient.hosts.end(),
                        [&](const std::string &pattern) { return matchesHost(pattern, host); }))
          hit.recipient = id;
    }
    bool known = std::any_of(view.sinks.begin(), view.sinks.end(), [&](const SinkHit &other) {
      return other.kind == hit.kind && other.recipient == hit.recipient && other.store == hit.store;
    });
    if (!known)
      view.sinks.push_back(std::move(hit));
  }

  template <typename Roles> void addSinks(const Roles &roles) {
    for (const Role &role : roles) {
      view.calleeHasRoles |= role.kind != AnnotationKind::RunsFor;
      if (role.kind == AnnotationKind::Sink && concernsArgument(role))
        addSink(role);
      if (role.kind == AnnotationKind::Expects && concernsArgument(role))
        view.expectations.push_back(role);
    }
  }

  void addCallee(SymbolId callee) {
    if (!callee || callee.value >= program().roles.size())
      return;
    addSinks(program().roles[callee.value]);
    if (CodePurpose purpose = purposeOf(callee, program(), context.policy))
      if (!view.calleePurpose)
        view.calleePurpose = purpose;
  }

  void call() {
    const Call &call = program().flow.calls[arrival.call.value];
    view.callee = context.nameOf(call.callee);
    if (auto found = program().callRoles.find(arrival.call.value);
        found != program().callRoles.end())
      addSinks(found->second);
    addCallee(call.callee);
    if (arrival.kind == Arrival::AtArgument && arrival.object) {
      view.callee = context.nameOf(arrival.object);
      addCallee(arrival.object);
      auto models = program().modelsOfValue.find(arrival.object);
      if (models != program().modelsOfValue.end())
        addSinks(models->second.roles);
    }
    auto addBody = [&](FunctionId body) {
      const Function &function = program().flow.functions[body.value];
      if (function.flags & IsModel)
        return;
      view.calleeHasBody = true;
      if (view.callee.empty())
        view.callee = context.nameOf(function.symbol);
      if (function.symbol != call.callee)
        addCallee(function.symbol);
    };
    if (arrival.call.value < program().targets.size())
      for (const Target &target : program().targets[arrival.call.value].bodies)
        addBody(target.function);
    // Overriders without a body.
    if (call.kind == CallKind::Virtual && call.callee.value < program().overriders.size())
      for (SymbolId overrider : program().overriders[call.callee.value])
        if (overrider.value >= program().bodyOf.size() || !program().bodyOf[overrider.value])
          addCallee(overrider);
    if (arrival.call.value < context.reach.resolved.size())
      for (FunctionId body : context.reach.resolved[arrival.call.value])
        addBody(body);
    if (view.callee.empty())
      view.callee = program().flow.texts[call.text].str();
  }

  void object() {
    view.callee = context.nameOf(arrival.object);
    for (const Role &role : program().roles[arrival.object.value])
      if (role.kind == AnnotationKind::Sink)
        addSink(role);
    // What a model says of the call that opened it.
    if (!arrival.opened)
      return;
    auto opened = program().callRoles.find(arrival.opened.value);
    if (opened != program().callRoles.end())
      for (const Role &role : opened->second)
        if (role.kind == AnnotationKind::Sink && role.where == Designation::Result)
          addSink(role);
  }

  void label() {
    const DataLabel &label = view.source.label;
    view.category = label.category;
    view.subject = label.subject;
    view.purposes = label.purposes;
    view.purposesPlace = view.source.declared;
    // A category says what those above it say, unless it says something else.
    for (llvm::StringRef id = label.category; !id.empty();
         id = id.contains('.') ? id.take_front(id.rfind('.')) : "") {
      auto found = context.policy.categories.find(id.str());
      if (found == context.policy.categories.end())
        continue;
      const Category &category = found->second;
      if (view.subject.empty())
        view.subject = category.subject;
      if (view.purposes.empty() && !category.purposes.empty()) {
        view.purposes = category.purposes;
        view.purposesPlace = category.place;
      }
      view.special |= category.special;
    }
    std::sort(view.purposes.begin(), view.purposes.end());
  }
};

} // namespace

CheckContext::CheckContext(const Program &program, const Reach &reach, const Policy &policy,
                           std::string asOf)
    : program(program), reach(reach), policy(policy), asOf(std::move(asOf)), marks(policy) {
  for (CallId call : reach.unknownCalls)
    unknownCalls.insert(call.value);
}

const CodePurpose &CheckContext::codePurpose(SymbolId function) const {
  auto [found, isNew] = purposes.try_emplace(function);
  if (isNew)
    found->second = purposeOf(function, program, policy);
  return found->second;
}

std::string CheckContext::nameOf(SymbolId symbol) const {
  return symbol ? program.flow.texts[program.flow.symbols[symbol.value].name].str() : "";
}

std::string CheckContext::nameOf(FunctionId function) const {
  return function ? nameOf(program.flow.functions[function.value].symbol) : "";
}

FlowView viewOf(const Arrival &arrival, const CheckContext &context) {
  FlowView view(arrival, context.reach.sources[arrival.source]);
  Viewer viewer{arrival, context, view};
  viewer.label();
  view.function = context.nameOf(arrival.function);
  if (arrival.function)
    view.codePurpose =
        &context.codePurpose(context.program.flow.functions[arrival.function.value].symbol);
  if (arrival.call && arrival.kind != Arrival::InFunction)
    viewer.call();
  if (arrival.kind == Arrival::IntoObject && arrival.object)
    viewer.object();
  std::sort(view.sinks.begin(), view.sinks.end(), [](const SinkHit &a, const SinkHit &b) {
    return std::tie(a.kind, a.recipient, a.store) < std::tie(b.kind, b.recipient, b.store);
  });
  return view;
}

} // namespace earmark
