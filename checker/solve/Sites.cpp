#include "solve/Sites.h"

#include "solve/FindAliases.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

/// Bounds. Past them contexts are merged, which is sound.
static constexpr size_t MaxNeeds = 4;
static constexpr size_t MaxNeedsSeen = 16; // of which those are kept that lie least deep
static constexpr size_t MaxSites = 24;     // of one function
static constexpr unsigned MaxNesting = 3;  // questions that a question leads to
static constexpr unsigned MaxNeedDepth = 64;
static constexpr unsigned MaxModelDepth = 3; // models that call models

// ---- needs ----------------------------------------------------------------------

/// What a model does depends on the call: whom it calls back, what it makes, which
/// element it selects.
static bool dependsOnCall(Tabulation &solve, const Function &model) {
  for (CallId id : model.calls.ids())
    if (solve.call(id).kind == CallKind::Indirect || solve.call(id).kind == CallKind::Builds)
      return true;
  for (EdgeId id : model.edges.ids()) {
    const Edge &edge = solve.flow.edges[id.value];
    if (solve.paths.hasElementOf(edge.fromPath) || solve.paths.hasElementOf(edge.toPath))
      return true;
  }
  for (auto id : model.kills.ids())
    if (solve.paths.hasElementOf(solve.flow.kills[id.value].path))
      return true;
  return false;
}

/// Ports of `call` where the caller has the callee's `need`, and its path there.
static Crossings inCaller(Tabulation &solve, CallId call, const Need &need,
                          const DynamicTarget &target) {
  Crossings result =
      outOfBody(solve, call, {PortKind::Exit, need.parameter, ~0u}, need.path, target);
  for (Crossed &crossed : result)
    crossed.port.kind = PortKind::CallIn;
  if (!result.empty())
    return result;
  uint16_t parameter = need.parameter; // passed by value
  if (target.shape == DynamicTarget::Closure && parameter == This)
    parameter = Callee;
  else if (target.shape == DynamicTarget::Member && parameter != This)
    ++parameter;
  result.push_back({{PortKind::CallIn, parameter, call.value}, need.path});
  return result;
}

namespace {

/// Collects the needs of one function.
struct NeedFinder {
  Tabulation &solve;
  FunctionId function;
  std::vector<Need> needs{};

  void add(const Need &need) {
    if (needs.size() < MaxNeedsSeen && !llvm::is_contained(needs, need))
      needs.push_back(need);
  }
  /// The parts of the function's own parameters that may be `path` of `port`.
  void trace(Port port, PathId path, bool isReceiver) {
    OriginQuery query;
    query.function = function;
    query.port = port;
    query.path = path;
    query.values = !isReceiver;
    for (const Name &name : findOrigins(solve, query).names)
      if (name.port.kind == PortKind::Entry && solve.paths.length(name.path) <= 6)
        add({name.port.parameter, name.path, isReceiver});
  }
  void ofCall(CallId id);
};

void NeedFinder::ofCall(CallId id) {
  const Call &call = solve.call(id);
  if (call.kind == CallKind::Reload || needs.size() >= MaxNeedsSeen)
    return;
  if (call.kind == CallKind::Indirect)
    trace({PortKind::CallIn, Callee, id.value}, EmptyPath, false);
  const CallTargets &targets = solve.program.targets[id.value];
  if (call.kind == CallKind::Virtual && targets.bodies.size() > 1)
    trace({PortKind::CallIn, This, id.value}, solve.paths.extend(EmptyPath, ProjectionKind::Deref),
          true);
  // Of many bodies each may need something else: they are not asked.
  constexpr size_t MaxBodies = 4;
  if (targets.bodies.size() > MaxBodies)
    return;
  for (const Target &target : targets.bodies)
    for (const Need &need : std::vector<Need>(needsOf(solve, target.function)))
      for (const Crossed &crossed :
           inCaller(solve, id, need, {target.function, DynamicTarget::Plain, SymbolId()}))
        trace(crossed.port, crossed.path, need.isReceiver);
}

} // namespace

llvm::ArrayRef<Need> needsOf(Tabulation &solve, FunctionId function) {
  auto [at, isNew] = solve.needs.try_emplace(function.value);
  if (!isNew || solve.needDepth >= MaxNeedDepth)
    return at->second; // nothing yet, for recursion
  ++solve.needDepth;
  NeedFinder finder{solve, function};
  const Function &body = solve.flow.functions[function.value];
  for (CallId id : body.calls.ids()) {
    if (!(body.flags & IsModel)) {
      finder.ofCall(id);
    } else if (solve.call(id).kind == CallKind::Indirect) {
      for (uint32_t row : solve.edgesTo(function, {PortKind::CallIn, Callee, id.value}))
        if (const Edge &edge = solve.flow.edges[row]; edge.from.kind == PortKind::Entry)
          finder.add({edge.from.parameter, edge.fromPath, false});
    }
  }
  --solve.needDepth;
  llvm::sort(finder.needs, [&](const Need &a, const Need &b) {
    auto order = [&](const Need &n) {
      return std::tuple(solve.paths.length(n.path), n.parameter, n.path.value, n.isReceiver);
    };
    return order(a) < order(b);
  });
  if (finder.needs.size() > MaxNeeds)
    finder.needs.resize(MaxNeeds);
  return solve.needs[function.value] = std::move(finder.needs);
}

bool isSited(Tabulation &solve, FunctionId function) {
  if (!solve.isModel(function))
    return !needsOf(solve, function).empty();
  int8_t &known = solve.sitedModels[function.value];
  if (known < 0)
    known = dependsOnCall(solve, solve.flow.functions[function.value]);
  return known;
}

// ---- values ---------------------------------------------------------------------

using Values = std::vector<SymbolId>; // sorted; empty: not known

/// A question asked in the function that `call` is in, as seen from `site`: in a
/// model it goes on to the call that the model was entered from.
static OriginQuery queryAt(Tabulation &solve, CallId call, SiteId site,
                           std::vector<CallId> &context) {
  OriginQuery query;
  query.function = solve.program.functionOf[call.value];
  for (FunctionId at = query.function; site && solve.isModel(at);) {
    const Site &entered = solve.sites[site.value];
    context.insert(context.begin(), entered.call);
    at = solve.program.functionOf[entered.call.value];
    site = entered.outer;
  }
  query.site = site;
  query.context = context;
  return query;
}

/// What the origins say, with the site's own values for what came over parameters.
static Values valuesOf(Tabulation &solve, const OriginQuery &query, Origins origins,
                       bool isReceiver) {
  if (origins.outOfSight)
    return {};
  Values result = isReceiver ? origins.created : origins.functions;
  if (!isReceiver) // closures, and objects that are called
    llvm::append_range(result, origins.created);
  FunctionId function = query.context.empty()
                            ? query.function
                            : solve.program.functionOf[query.context.front().value];
  const Site *site = query.site ? &solve.sites[query.site.value] : nullptr;
  for (const Name &name : origins.names) {
    if (name.port.kind == PortKind::Global) {
      const Type *type = solve.type(solve.flow.symbols[name.port.entity].type);
      if (!isReceiver || name.path != EmptyPath || !type || !type->record || type->pointers ||
          type->reference)
        return {};
      result.push_back(type->record);
    }
    if (name.port.kind != PortKind::Entry)
      continue;
    if (!site || site->function != function)
      return {};
    llvm::ArrayRef<Need> needs = needsOf(solve, function);
    auto need = llvm::find(needs, Need{name.port.parameter, name.path, isReceiver});
    if (need == needs.end() || site->values[need - needs.begin()].empty())
      return {};
    llvm::append_range(result, site->values[need - needs.begin()]);
  }
  llvm::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

static Values valuesAt(Tabulation &solve, CallId call, SiteId caller, const Need &need,
                       const DynamicTarget &target) {
  Values result;
  for (const Crossed &crossed : inCaller(solve, call, need, target)) {
    std::vector<CallId> context;
    OriginQuery query = queryAt(solve, call, caller, context);
    query.port = crossed.port;
    query.path = crossed.path;
    query.values = !need.isReceiver;
    query.strict = true;
    Values found = valuesOf(solve, query, findOrigins(solve, query), need.isReceiver);
    if (found.empty())
      return {};
    llvm::append_range(result, found);
  }
  llvm::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

// ---- sites ----------------------------------------------------------------------

static void copyToSite(Tabulation &solve, StartId id, SiteId site) {
  StartKey key = solve.starts[id.value].key;
  if (key.site)
    return;
  key.site = site;
  solve.addStart(key, {solve.starts[id.value].first, CallId(), LinkKind::Same, Confidence::Certain},
                 solve.fact(solve.starts[id.value].first).valueLength);
}

static void announce(Tabulation &solve, FunctionId function, SiteId site) {
  std::vector<SiteId> &known = solve.sitesOf[function.value];
  if (llvm::is_contained(known, site))
    return;
  known.push_back(site);
  // What arises in the function can go to the callbacks of this caller too.
  for (StartId id : std::vector<StartId>(solve.freeStarts[function.value]))
    copyToSite(solve, id, site);
}

static SiteId siteOfModel(Tabulation &solve, FunctionId model, CallId call, SiteId caller) {
  SiteId outer = caller;
  bool nested = outer && solve.sites[outer.value].call;
  if (nested && solve.sites[outer.value].depth >= MaxModelDepth)
    outer = SiteId(), nested = false;
  auto [at, isNew] = solve.siteIds.try_emplace(std::pair(call.value, outer.value),
                                               SiteId(static_cast<uint32_t>(solve.sites.size())));
  SiteId site = at->second;
  if (isNew)
    solve.sites.push_back({call, outer, nested ? solve.sites[outer.value].depth + 1 : 1, {}, {}});
  announce(solve, model, site);
  return site;
}

SiteId siteFor(Tabulation &solve, FunctionId callee, CallId call, SiteId caller) {
  if (!isSited(solve, callee))
    return SiteId();
  if (solve.isModel(callee))
    return siteOfModel(solve, callee, call, caller);
  auto key = std::tuple(callee, call, caller);
  if (auto known = solve.sitesAt.find(key); known != solve.sitesAt.end())
    return known->second;
  if (solve.siteNesting >= MaxNesting)
    return SiteId();
  ++solve.siteNesting;
  DynamicTarget target = targetOf(solve, call, callee);
  std::vector<Values> values;
  bool any = false;
  for (const Need &need : std::vector<Need>(needsOf(solve, callee))) {
    values.push_back(valuesAt(solve, call, caller, need, target));
    any |= !values.back().empty();
  }
  --solve.siteNesting;
  SiteId site;
  if (any) {
    auto found = solve.siteOfValues.find({callee, values});
    size_t count = 0;
    if (auto known = solve.sitesOf.find(callee.value); known != solve.sitesOf.end())
      count = known->second.size();
    if (found != solve.siteOfValues.end()) {
      site = found->second;
    } else if (count < MaxSites) {
      site = SiteId(static_cast<uint32_t>(solve.sites.size()));
      solve.siteOfValues.try_emplace({callee, values}, site);
      solve.sites.push_back({CallId(), SiteId(), 1, callee, std::move(values)});
    }
  }
  solve.sitesAt.try_emplace(key, site);
  if (site)
    announce(solve, callee, site);
  return site;
}

// ---- who runs a function --------------------------------------------------------

static void indexAddressTaken(Tabulation &solve) {
  if (!solve.addressTaken.empty())
    return;
  solve.addressTaken.resize(solve.flow.symbols.size() + 1);
  for (const Edge &edge : solve.flow.edges)
    if (edge.from.kind == PortKind::Function)
      solve.addressTaken.set(edge.from.entity);
}

/// Asks for the sites of the function's callers, theirs first.
static void findCallers(Tabulation &solve, FunctionId function) {
  if (!solve.callersFound.insert(function).second)
    return;
  indexAddressTaken(solve);
  std::vector<FunctionId> all{function};
  for (size_t i = 0; i < all.size(); ++i)
    for (CallId call : solve.program.callersOf[all[i].value]) {
      FunctionId caller = solve.program.functionOf[call.value];
      if (isSited(solve, caller) && solve.callersFound.insert(caller).second)
        all.push_back(caller);
    }
  std::vector<std::pair<FunctionId, SiteId>> work;
  std::set<std::pair<FunctionId, SiteId>> seen;
  auto enter = [&](FunctionId callee, CallId call, SiteId caller) {
    SiteId site = siteFor(solve, callee, call, caller);
    if (!site)
      solve.siteless.insert(callee);
    if (seen.insert({callee, site}).second)
      work.push_back({callee, site});
  };
  std::map<FunctionId, std::vector<std::pair<CallId, FunctionId>>> inside; // calls by caller
  for (FunctionId callee : all) {
    SymbolId symbol = solve.flow.functions[callee.value].symbol;
    if (solve.program.callersOf[callee.value].empty() ||
        (symbol && solve.addressTaken.test(symbol.value))) {
      solve.siteless.insert(callee);
      if (seen.insert({callee, SiteId()}).second)
        work.push_back({callee, SiteId()});
    }
    for (CallId call : solve.program.callersOf[callee.value]) {
      FunctionId caller = solve.program.functionOf[call.value];
      if (!isSited(solve, caller))
        enter(callee, call, SiteId());
      else
        inside[caller].push_back({call, callee});
    }
  }
  for (const auto &[caller, calls] : inside) // found before
    for (SiteId site : std::vector<SiteId>(solve.sitesOf[caller.value]))
      if (seen.insert({caller, site}).second)
        work.push_back({caller, site});
  for (size_t i = 0; i < work.size(); ++i) {
    auto [caller, site] = work[i];
    auto calls = inside.find(caller);
    if (calls == inside.end())
      continue;
    for (auto [call, callee] : calls->second)
      if (solve.call(call).kind != CallKind::Virtual ||
          llvm::is_contained(virtualBodies(solve, call, site), callee))
        enter(callee, call, site);
  }
}

bool runsWithoutSite(Tabulation &solve, FunctionId function) {
  if (solve.isModel(function) || !isSited(solve, function))
    return true;
  findCallers(solve, function);
  return solve.siteless.count(function);
}

std::vector<SiteId> sitesOf(Tabulation &solve, FunctionId function) {
  if (!isSited(solve, function))
    return {SiteId()};
  findCallers(solve, function);
  std::vector<SiteId> result = solve.sitesOf[function.value];
  if (runsWithoutSite(solve, function))
    result.push_back(SiteId());
  return result;
}

void copyToSites(Tabulation &solve, StartId id) {
  FunctionId function = solve.starts[id.value].key.function;
  if (!isSited(solve, function))
    return;
  if (!solve.isModel(function))
    findCallers(solve, function);
  for (SiteId site : std::vector<SiteId>(solve.sitesOf[function.value]))
    copyToSite(solve, id, site);
}

// ---- virtual calls --------------------------------------------------------------

/// The nearest of `bodies` at or above the class.
static FunctionId nearestBody(Tabulation &solve, llvm::ArrayRef<FunctionId> bodies,
                              SymbolId record) {
  llvm::SmallVector<SymbolId, 8> classes{record};
  for (size_t i = 0; i < classes.size() && i < 64; ++i) {
    for (FunctionId function : bodies) {
      const Symbol *symbol = solve.symbol(solve.flow.functions[function.value].symbol);
      if (symbol && symbol->parent == classes[i])
        return function;
    }
    auto row = solve.program.recordOf.find(classes[i]);
    if (row == solve.program.recordOf.end())
      continue;
    IdRange<SymbolListTag> bases = solve.flow.records[row->second].bases;
    for (uint32_t b = 0; b < bases.count; ++b)
      classes.push_back(solve.flow.symbolList[bases.begin + b]);
  }
  return FunctionId();
}

llvm::SmallVector<FunctionId, 2> bodiesForClass(Tabulation &solve, CallId call, SymbolId record) {
  llvm::SmallVector<FunctionId, 2> all, models;
  for (const Target &target : solve.program.targets[call.value].bodies) {
    all.push_back(target.function);
    if (solve.isModel(target.function))
      models.push_back(target.function);
  }
  if (FunctionId nearest = record ? nearestBody(solve, all, record) : FunctionId())
    return {nearest};
  return record && !models.empty() ? models : all;
}

llvm::ArrayRef<FunctionId> virtualBodies(Tabulation &solve, CallId call, SiteId site) {
  auto found = solve.narrowed.find({call.value, site.value});
  if (found != solve.narrowed.end())
    return found->second;
  llvm::SmallVector<FunctionId, 2> all, exact;
  for (const Target &target : solve.program.targets[call.value].bodies)
    all.push_back(target.function);
  // For as long as the question is not answered, and where it leads to itself.
  solve.narrowed[{call.value, site.value}] = all;
  if (all.size() > 1) {
    Need receiver{This, solve.paths.extend(EmptyPath, ProjectionKind::Deref), true};
    std::vector<CallId> context;
    OriginQuery query = queryAt(solve, call, site, context);
    query.port = {PortKind::CallIn, This, call.value};
    query.path = receiver.path;
    query.strict = true;
    for (SymbolId record : valuesOf(solve, query, findOrigins(solve, query), true)) {
      FunctionId nearest = nearestBody(solve, all, record);
      if (!nearest) {
        exact.clear();
        break;
      }
      if (!llvm::is_contained(exact, nearest))
        exact.push_back(nearest);
    }
  }
  if (!exact.empty())
    solve.narrowed[{call.value, site.value}] = exact;
  return solve.narrowed[{call.value, site.value}];
}

} // namespace earmark
