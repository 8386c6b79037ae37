#include "policy/FlowView.h"

#include "policy/Terms.h"
#include "policy/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <set>

namespace earmark {

namespace {

/// The host in "host=db.example port=5432", "Server=tcp:db.example,1433;Database=crm".
llvm::StringRef hostOfConnection(llvm::StringRef literal) {
  for (llvm::StringRef key : {"host=", "hostaddr=", "server=", "data source="})
    for (size_t at = literal.find_insensitive(key); at != llvm::StringRef::npos;
         at = literal.find_insensitive(key, at + 1)) {
      if (at > 0 && llvm::isAlnum(literal[at - 1]))
        continue;
      llvm::StringRef host = literal.drop_front(at + key.size());
      host.consume_front_insensitive("tcp:");
      return host.take_front(host.find_first_of(" ;,:'"));
    }
  return "";
}

/// The host of a constant URL or connection string; empty when there is none.
llvm::StringRef hostOf(llvm::StringRef literal) {
  size_t scheme = literal.find("://");
  if (scheme == llvm::StringRef::npos)
    return hostOfConnection(literal);
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

  /// A constant host, bucket, topic, table or connection string says who receives.
  void nameReceiver(SinkHit &hit, llvm::StringRef literal) {
    llvm::StringRef host = hostOf(literal);
    if (!host.empty())
      hit.host = host.str();
    auto isNamed = [&](const std::vector<std::string> &hosts,
                       const std::vector<std::string> &names) {
      return llvm::is_contained(names, literal) ||
             (!host.empty() && llvm::any_of(hosts, [&](const std::string &pattern) {
               return matchesHost(pattern, host);
             }));
    };
    if (hit.recipient.empty())
      for (const auto &[id, recipient] : context.policy.recipients)
        if (isNamed(recipient.hosts, recipient.names))
          hit.recipient = id;
    if (hit.store.empty())
      for (const auto &[id, store] : context.policy.stores)
        if (isNamed(store.hosts, store.names))
          hit.store = id;
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
    for (const std::string &literal : arrival.literals)
      nameReceiver(hit, literal);
    bool known = std::any_of(view.sinks.begin(), view.sinks.end(), [&](const SinkHit &other) {
      return other.kind == hit.kind && other.recipient == hit.recipient && other.store == hit.store;
    });
    if (!known)
      view.sinks.push_back(std::move(hit));
  }

  template <typename Roles> void addSinks(const Roles &roles) {
    for (const Role &role : roles) {
      view.calleeHasRoles |= role.kind != AnnotationKind::RunsFor;
      view.calleeAudits |= role.kind == AnnotationKind::Audits;
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

  /// That the category is of, or that the code handles where the datum arises.
  void interactions() {
    const CodeScope *handled =
        view.source.function ? context.purposes.interaction(view.source.function) : nullptr;
    for (const auto &[id, interaction] : context.policy.interactions) {
      if (!(handled && handled->name == id) &&
          llvm::none_of(interaction.data, [&](const std::string &pattern) {
            return matchesCategory(pattern, view.category);
          }))
        continue;
      view.interactions.push_back(id);
      view.retention = strictestTerm(view.retention, interaction.retention);
    }
  }

  void label() {
    const DataLabel &label = view.source.label;
    view.category = label.category;
    view.subject = label.subject;
    view.purposes = label.purposes;
    view.purposesPlace = view.source.declared;
    std::string term; // of the category
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
        view.purposesPlace = category.purposesPlace;
      }
      if (term.empty())
        term = category.retention;
      if (view.departments.empty() && !category.departments.empty()) {
        view.departments = category.departments;
        view.departmentsPlace = category.departmentsPlace;
      }
      if (view.systems.empty() && !category.systems.empty()) {
        view.systems = category.systems;
        view.systemsPlace = category.systemsPlace;
      }
      view.special |= category.special;
      view.score |= category.score;
    }
    view.retention = strictestTerm(label.retention, term);
    interactions();
    std::sort(view.purposes.begin(), view.purposes.end());
  }
};

} // namespace

CheckContext::CheckContext(const Program &program, const Reach &reach, const Policy &policy,
                           std::string asOf)
    : program(program), reach(reach), policy(policy), asOf(std::move(asOf)), marks(policy),
      purposes(program, policy), callers(program, reach), erasers(findErasers(program, reach)),
      consents(program, callers, purposes), audits(program, reach, callers) {
  for (CallId call : reach.unknownCalls)
    unknownCalls.insert(call.value);
  for (const Arrival &arrival : reach.arrivals)
    if (arrival.call && arrival.kind != Arrival::InFunction)
      together[placeOf(arrival)].push_back(&arrival);
}

CheckContext::Place CheckContext::placeOf(const Arrival &arrival) const {
  const DataSource &source = reach.sources[arrival.source];
  return {arrival.call, arrival.parameter, arrival.object, source.declaration,
          source.label.category};
}

llvm::ArrayRef<const Arrival *> CheckContext::inOtherStates(const Arrival &arrival) const {
  auto found = together.find(placeOf(arrival));
  return found == together.end() ? llvm::ArrayRef<const Arrival *>()
                                 : llvm::ArrayRef<const Arrival *>(found->second);
}

const Purpose *CheckContext::purpose(const std::string &id) const {
  auto found = policy.purposes.find(id);
  return found == policy.purposes.end() ? nullptr : &found->second;
}

const SinkKind *CheckContext::sinkKind(llvm::StringRef id) const {
  for (const SinkKind &kind : policy.sinks)
    if (kind.id == id)
      return &kind;
  return nullptr;
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
  if (arrival.function) {
    view.codePurpose = &context.purposes.own(arrival.function);
    view.runsFor = context.purposes.all(arrival.function);
  }
  if (arrival.call && arrival.kind != Arrival::InFunction)
    viewer.call();
  if (arrival.kind == Arrival::IntoObject && arrival.object)
    viewer.object();
  std::sort(view.sinks.begin(), view.sinks.end(), [](const SinkHit &a, const SinkHit &b) {
    return std::tie(a.kind, a.recipient, a.store) < std::tie(b.kind, b.recipient, b.store);
  });
  return view;
}

std::vector<FlowView> viewsOf(const CheckContext &context, Confidence atLeast) {
  std::set<std::tuple<uint32_t, FunctionId, SymbolId>> writtenByCall;
  for (const Arrival &arrival : context.reach.arrivals)
    if (arrival.kind == Arrival::IntoObject && arrival.call)
      writtenByCall.emplace(arrival.source, arrival.function, arrival.object);
  std::vector<FlowView> views;
  views.reserve(context.reach.arrivals.size());
  for (const Arrival &arrival : context.reach.arrivals)
    if (arrival.confidence >= atLeast &&
        (arrival.kind != Arrival::IntoObject || arrival.call ||
         !writtenByCall.count({arrival.source, arrival.function, arrival.object})))
      views.push_back(viewOf(arrival, context));
  return views;
}

} // namespace earmark
