#include "solve/FindSources.h"

#include "solve/CallInfo.h"
#include "solve/FindHits.h"
#include "solve/Sites.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

struct Finder {
  Tabulation &solve;
  Sources sources{};

  using Place = Designation::Where;

  static bool saysIt(const Role &role, Place where, uint16_t parameter) {
    if (where == Designation::Itself || where == Designation::Result)
      return role.parameter == NoParameter &&
             (role.where == Designation::Itself || role.where == Designation::Result);
    return role.where == where && (role.parameter == parameter || role.parameter == Rest);
  }

  void addGroups(SymbolId declaration, llvm::ArrayRef<Role> roles, Place where, uint16_t parameter,
                 std::vector<uint32_t> &groups) {
    DataLabel common;
    for (const Role &role : roles) {
      if (!saysIt(role, where, parameter) || role.words.empty())
        continue;
      switch (role.kind) {
      case AnnotationKind::Subject: common.subject = role.words[0]; break;
      case AnnotationKind::Retention: common.retention = role.words[0]; break;
      case AnnotationKind::OnlyFor:
        common.purposes.insert(common.purposes.end(), role.words.begin(), role.words.end());
        break;
      case AnnotationKind::Is:
        common.states.insert(common.states.end(), role.words.begin(), role.words.end());
        break;
      case AnnotationKind::NotPersonal: return;
      default: break;
      }
    }
    llvm::sort(common.purposes);
    common.purposes.erase(std::unique(common.purposes.begin(), common.purposes.end()),
                          common.purposes.end());
    llvm::sort(common.states);
    common.states.erase(std::unique(common.states.begin(), common.states.end()),
                        common.states.end());
    for (const Role &role : roles) {
      if (role.kind != AnnotationKind::Personal || !saysIt(role, where, parameter) ||
          role.words.empty())
        continue;
      SourceGroup group;
      group.declaration = declaration;
      group.label = common;
      group.label.category = role.words[0];
      group.declared = role.place;
      group.marks = markSet(solve, group.label.states);
      bool known = llvm::any_of(
          groups, [&](uint32_t other) { return sources.groups[other].label == group.label; });
      if (known)
        continue;
      groups.push_back(sources.groups.size());
      sources.groups.push_back(group);
    }
  }

  const std::vector<uint32_t> &groups(SymbolId symbol, Place where = Designation::Itself,
                                      uint16_t parameter = NoParameter) {
    auto [at, isNew] = sources.groupsOf.try_emplace(
        {symbol.value, where == Designation::Result ? 0u : unsigned(where), parameter});
    if (isNew)
      addGroups(symbol, solve.roles(symbol), where, parameter, at->second);
    return at->second;
  }

  void root(llvm::ArrayRef<uint32_t> groups, FunctionId function, Port port, PathId path, Span span,
            CallId call = CallId(), bool byType = false, SiteId site = SiteId()) {
    if (groups.empty())
      return;
    StartKey key;
    key.function = function;
    key.port = port;
    key.path = path;
    key.site = site;
    key.free = true;
    StartId start = solve.addStart(key, Link{}, port.kind == PortKind::CallOut ? 0 : WholeValue);
    for (uint32_t group : groups)
      if (sources.rooted.insert({start, group}).second)
        sources.roots.push_back({start, group, span, function, call, byType});
  }

  /// A value of declaration `symbol`, and of a personal type.
  std::vector<uint32_t> ofDeclaration(SymbolId symbol) {
    std::vector<uint32_t> result = groups(symbol);
    if (result.empty() && solve.symbol(symbol))
      if (SymbolId type = solve.personalTypes.wholly(solve.symbol(symbol)->type))
        if (llvm::none_of(solve.roles(symbol), [](const Role &role) {
              return role.kind == AnnotationKind::NotPersonal;
            }))
          result = groups(type);
    return result;
  }

  /// Where the edge reads what it starts with.
  Span firstStep(const Edge &edge, FunctionId function) const {
    if (edge.steps.count)
      return solve.flow.steps[edge.steps.begin].span;
    if (edge.to.kind == PortKind::CallIn)
      return solve.call(CallId(edge.to.entity)).span;
    return solve.flow.functions[function.value].span;
  }

  void inFunction(FunctionId function);
  void atParameters(FunctionId function);
  void atCall(CallId call);
  void throughValue(CallId call, SiteId site, SymbolId target);
  void byType(CallId call);
};

void Finder::atParameters(FunctionId function) {
  const Function &body = solve.flow.functions[function.value];
  const Symbol *symbol = solve.symbol(body.symbol);
  if (!symbol || symbol->kind != SymbolKind::Function || (body.flags & IsModel))
    return;
  auto at = [&](uint16_t parameter, TypeId type) {
    std::vector<uint32_t> found = groups(body.symbol, Designation::Parameter, parameter);
    bool disclaimed = llvm::any_of(solve.roles(body.symbol), [&](const Role &role) {
      return role.kind == AnnotationKind::NotPersonal && role.parameter == parameter;
    });
    if (found.empty() && !disclaimed)
      if (SymbolId named = solve.personalTypes.wholly(type))
        found = groups(named);
    if (!found.empty() && !solve.edgesFrom(function, {PortKind::Entry, parameter, ~0u}).empty())
      root(found, function, {PortKind::Entry, parameter, ~0u}, solve.personalTypes.behind(type),
           body.span);
  };
  bool roles = llvm::any_of(solve.roles(body.symbol), [](const Role &role) {
    return role.kind == AnnotationKind::Personal && role.where == Designation::Parameter;
  });
  if (roles || solve.personalTypes.anyTypeNamed())
    for (uint32_t i = 0; i < symbol->parameters.count; ++i)
      at(static_cast<uint16_t>(i), solve.flow.typeList[symbol->parameters.begin + i]);
  if (solve.personalTypes.anyTypeNamed() && symbol->parent && (body.flags & IsMethod)) {
    const std::vector<uint32_t> &found = groups(symbol->parent);
    if (!found.empty() && solve.symbol(symbol->parent)->kind == SymbolKind::Record)
      root(found, function, {PortKind::Entry, This, ~0u},
           solve.paths.extend(EmptyPath, ProjectionKind::Deref), body.span);
  }
  // What it returns: callers through function values see it here.
  const std::vector<uint32_t> &result = groups(body.symbol, Designation::Result);
  if (!result.empty())
    root(result, function, {PortKind::Return, NoParameter, ~0u},
         solve.personalTypes.behind(symbol->type), body.span);
}

void Finder::inFunction(FunctionId function) {
  const Function &body = solve.flow.functions[function.value];
  atParameters(function);
  Port last;
  for (EdgeId id : body.edges.ids()) {
    const Edge &edge = solve.flow.edges[id.value];
    if (edge.from.kind == PortKind::Read || edge.from.kind == PortKind::Global) {
      if (edge.from == last)
        continue;
      last = edge.from;
      std::vector<uint32_t> found = ofDeclaration(SymbolId(edge.from.entity));
      root(found, function, edge.from, EmptyPath, firstStep(edge, function));
    } else if (edge.from.kind == PortKind::Caught) {
      TypeId type = solve.flow.handlers[edge.from.entity].type;
      if (SymbolId named = type ? solve.personalTypes.wholly(type) : SymbolId())
        root(groups(named), function, edge.from, EmptyPath, firstStep(edge, function));
    }
  }
}

void Finder::atCall(CallId id) {
  const Call &call = solve.call(id);
  FunctionId function = solve.program.functionOf[id.value];
  if (call.kind == CallKind::Reload && !call.callee)
    return;
  auto apply = [&](llvm::ArrayRef<uint32_t> found, Place where, uint16_t parameter) {
    if (where == Designation::WrittenBack) {
      if (call.kind == CallKind::Reload)
        return;
      PathId path = solve.isModel(function) ? EmptyPath
                                            : solve.paths.extend(EmptyPath, ProjectionKind::Deref);
      root(found, function, {PortKind::CallOut, parameter, id.value}, path, call.span, id);
    } else {
      root(found, function, {PortKind::CallResult, NoParameter, id.value},
           solve.personalTypes.behind(call.resultType), call.span, id);
    }
  };
  auto fromRoles = [&](SymbolId symbol, llvm::ArrayRef<Role> roles, bool ofCall) {
    for (const Role &role : roles) {
      if (role.kind != AnnotationKind::Personal)
        continue;
      Place where = role.where == Designation::Itself ? Designation::Result : role.where;
      if (where == Designation::Parameter ||
          (where == Designation::Result && role.parameter != NoParameter))
        continue;
      llvm::SmallVector<uint16_t, 4> parameters;
      if (where == Designation::WrittenBack && role.parameter == Rest) {
        for (ArgumentId argument : call.arguments.ids())
          if (solve.flow.arguments[argument.value].parameter < NoParameter)
            parameters.push_back(solve.flow.arguments[argument.value].parameter);
      } else {
        parameters.push_back(role.parameter);
      }
      for (uint16_t parameter : parameters) {
        if (!ofCall) {
          apply(groups(symbol, where, parameter), where, parameter);
          continue;
        }
        std::vector<uint32_t> found;
        addGroups(symbol, roles, where, parameter, found);
        apply(found, where, parameter);
      }
    }
  };
  if (call.callee && solve.symbol(call.callee)->kind == SymbolKind::Function)
    fromRoles(call.callee, solve.roles(call.callee), false);
  if (auto found = solve.program.callRoles.find(id.value); found != solve.program.callRoles.end())
    fromRoles(call.callee, found->second, true);
  if (call.kind == CallKind::Virtual)
    for (FunctionId target : virtualBodies(solve, id, SiteId())) {
      SymbolId symbol = solve.flow.functions[target.value].symbol;
      if (symbol != call.callee && !solve.isModel(target))
        fromRoles(symbol, solve.roles(symbol), false);
    }
  if (solve.personalTypes.anyTypeNamed() && call.resultType)
    if (SymbolId named = solve.personalTypes.wholly(call.resultType))
      if (!solve.info(id).resultNotPersonal)
        root(groups(named), function, {PortKind::CallResult, NoParameter, id.value},
             solve.personalTypes.behind(call.resultType), call.span, id);
  byType(id);
}

/// The callee gets the memory of the object and its size, and not its type.
static bool isTakenAsBytes(const Tabulation &solve, CallId id, const Argument &argument) {
  const Type *declared = declaredType(solve, id, argument.parameter);
  if (!declared || declared->record || declared->pointers == 0)
    return false;
  bool sized = false;
  const uint32_t count = solve.symbol(solve.call(id).callee)->parameters.count;
  for (uint32_t i = 0; i < count; ++i) {
    const Type *type = declaredType(solve, id, i);
    if (type && type->functional)
      return false; // it is for a callback, which knows the type
    sized |= type && type->arithmetic && type->pointers == 0;
  }
  return sized;
}

/// A library does not show what it reads, and a sink takes the whole: what is
/// passed to them is personal by its type.
void Finder::byType(CallId id) {
  const Call &call = solve.call(id);
  FunctionId function = solve.program.functionOf[id.value];
  if (solve.personalTypes.none() || solve.isModel(function) || call.kind == CallKind::Reload ||
      call.kind == CallKind::Destruct)
    return;
  bool any = false;
  for (ArgumentId argument : call.arguments.ids())
    any |= !solve.personalTypes.parts(solve.flow.arguments[argument.value].type).empty();
  if (!any)
    return;
  const CallTargets &targets = solve.program.targets[id.value];
  const CallInfo &info = solve.info(id);
  bool opaque = targets.unknown || targets.modelled || info.hasSink || info.purposeful ||
                targets.bodies.empty();
  for (ArgumentId argumentId : call.arguments.ids()) {
    const Argument &argument = solve.flow.arguments[argumentId.value];
    // The object under construction is what the arguments make of it.
    if (argument.parameter == Callee ||
        (argument.parameter == This && call.kind == CallKind::Construct))
      continue;
    if (!opaque && !isTakenAsBytes(solve, id, argument))
      continue;
    std::vector<PersonalPart> parts = solve.personalTypes.parts(argument.type);
    for (const PersonalPart &part : parts) {
      if (part.linked && !info.hasSink && !info.purposeful)
        continue; // it gets by with the object that it is given
      PathId path = part.path;
      // As CallIn has it: an object passed by reference is behind a Deref.
      const Type *type = solve.type(argument.type);
      const Type *declared = declaredType(solve, id, argument.parameter);
      bool byReference = argument.parameter == This || (declared && declared->reference);
      bool isPointerThis = argument.parameter == This && type && type->pointers > 0;
      if (byReference && type && !type->reference && !isPointerThis)
        path = solve.paths.addDeref(path);
      root(groups(part.declaration), function, {PortKind::CallIn, argument.parameter, id.value},
           path, argument.span ? argument.span : call.span, id, true);
    }
  }
}

/// The call goes to `target`, which has no body to show what it gives.
void Finder::throughValue(CallId id, SiteId site, SymbolId target) {
  std::vector<uint32_t> found = groups(target, Designation::Result);
  if (auto models = solve.program.modelsOfValue.find(target);
      found.empty() && models != solve.program.modelsOfValue.end())
    addGroups(target, models->second.roles, Designation::Result, NoParameter, found);
  FunctionId function = solve.program.functionOf[id.value];
  TypeId type = solve.symbol(target)->type;
  PathId path = solve.personalTypes.behind(type);
  if (solve.isModel(function) && solve.type(type) && solve.type(type)->reference)
    path = solve.paths.stripDeref(path);
  root(found, function, {PortKind::CallResult, NoParameter, id.value}, path,
       placeInSource(solve, id, site), id, false, site);
}

void startFunctionValues(Tabulation &solve) {
  bool needed = llvm::any_of(solve.flow.calls,
                             [](const Call &call) { return call.kind == CallKind::Indirect; });
  if (!needed)
    return;
  for (uint32_t i = 0; i < solve.flow.functions.size(); ++i)
    for (EdgeId id : solve.flow.functions[i].edges.ids()) {
      Port from = solve.flow.edges[id.value].from;
      if (from.kind != PortKind::Function &&
          !(from.kind == PortKind::Created &&
            (solve.callOperators.count(from.entity) ||
             solve.program.modelsOfValue.count(SymbolId(from.entity)))))
        continue;
      StartKey key;
      key.function = FunctionId(i);
      key.port = from;
      key.label = SymbolId(from.entity);
      key.free = true;
      solve.addStart(key, Link{});
    }
}

} // namespace

Sources findSources(Tabulation &solve) {
  Finder finder{solve};
  startFunctionValues(solve);
  for (uint32_t i = 0; i < solve.flow.functions.size(); ++i) {
    finder.inFunction(FunctionId(i));
    for (CallId call : solve.flow.functions[i].calls.ids())
      finder.atCall(call);
  }
  return std::move(finder.sources);
}

bool addSourcesOfValues(Tabulation &solve, Sources &sources) {
  size_t before = sources.roots.size();
  Finder finder{solve, std::move(sources)};
  std::map<Tabulation::PendingKey, std::set<SymbolId>> found = solve.dynamicBodyless;
  for (const auto &[key, symbols] : solve.dynamicRoles)
    found[key].insert(symbols.begin(), symbols.end());
  for (const auto &[key, symbols] : found)
    for (SymbolId symbol : symbols)
      finder.throughValue(key.call, key.site, symbol);
  sources = std::move(finder.sources);
  return sources.roots.size() != before;
}

} // namespace earmark
