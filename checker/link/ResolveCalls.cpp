#include "link/ResolveCalls.h"

#include "flow/FlowBuilder.h"
#include "link/ApplyAnnotate.h"
#include "link/BuildsClones.h"
#include "link/CalleeTargets.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

class Resolver {
public:
  Resolver(Program &program, const ModelSet &models, uint32_t firstModel)
      : program(program), flow(program.flow), models(models), callees(program, models, firstModel),
        clones(program), firstModel(firstModel) {}

  void run();

private:
  Program &program;
  FlowTables &flow;
  const ModelSet &models;
  CalleeResolver callees;
  BuildsClones clones;
  uint32_t firstModel;

  void resolveCall(CallId id);
  void resolveBuilt(const BuildsClones::Built &built);
  void callLibraryObject(SymbolId record);
  void resolveValues();
  FunctionId memberOf(SymbolId field);
  void addTarget(CallId call, const CalleeTargets &found, SymbolId callee, bool assumed,
                 unsigned arguments);
  void addRoles(llvm::SmallVectorImpl<Role> &roles, const Model &model, const Call *call,
                SymbolId callee);
  llvm::SmallVector<SymbolId, 4> candidatesOf(const Call &call) const;
  void fillOwners();
};

/// The functions that a virtual call can run, as declarations.
llvm::SmallVector<SymbolId, 4> Resolver::candidatesOf(const Call &call) const {
  llvm::SmallVector<SymbolId, 4> result(1, call.callee);
  const Symbol &callee = flow.symbols[call.callee.value];
  if ((callee.flags & IsFinal) ||
      (call.receiver && (flow.symbols[call.receiver.value].flags & IsFinal)))
    return result;
  llvm::ArrayRef<SymbolId> below;
  if (call.receiver)
    below = program.derived[call.receiver.value];
  for (SymbolId method : program.overriders[call.callee.value]) {
    SymbolId owner = flow.symbols[method.value].parent;
    if (!call.receiver || !owner || owner == call.receiver ||
        std::binary_search(below.begin(), below.end(), owner))
      result.push_back(method);
  }
  return result;
}

/// The numbers that a designation's words for parameters mean in a call of `callee`.
llvm::SmallVector<uint16_t, 4> parametersOf(const FlowTables &flow, const Designation &what,
                                            const Call *call, const Function *body) {
  llvm::SmallVector<uint16_t, 4> result;
  for (llvm::StringRef word : what.parameters) {
    unsigned number;
    if (word == "this")
      result.push_back(This);
    else if (word == "callee")
      result.push_back(Callee);
    else if (!word.getAsInteger(10, number))
      result.push_back(uint16_t(number));
    else if (word == "rest" && call) {
      uint16_t first = body ? body->parameters : 0;
      for (ArgumentId id : call->arguments.ids()) {
        uint16_t parameter = flow.arguments[id.value].parameter;
        if (parameter < NoParameter && parameter >= first)
          result.push_back(parameter);
      }
    }
  }
  return result;
}

void Resolver::addRoles(llvm::SmallVectorImpl<Role> &roles, const Model &model, const Call *call,
                        SymbolId) {
  const Function *body =
      model.function ? &flow.functions[firstModel + model.function.value] : nullptr;
  for (const Designation &what : model.designations) {
    Role role;
    role.kind = what.kind;
    role.where = what.where;
    role.words = what.words;
    role.place = model.place;
    role.origin = Role::LibraryModel;
    role.selectors = model.selectors;
    bool ofParameter =
        what.where == Designation::Parameter || what.where == Designation::WrittenBack;
    if (!ofParameter || what.allParameters) {
      role.parameter = ofParameter ? Rest : NoParameter;
      normalizeForFunction(role);
      roles.push_back(std::move(role));
      continue;
    }
    for (uint16_t parameter : parametersOf(flow, what, call, body)) {
      role.parameter = parameter;
      roles.push_back(role);
    }
  }
}

void Resolver::addTarget(CallId id, const CalleeTargets &found, SymbolId callee, bool assumed,
                         unsigned arguments) {
  llvm::SmallVector<Target, 4> added;
  for (FunctionId function : found.bodies) {
    if (function.value >= firstModel && callee)
      function = clones.cloneFor(function, callee, arguments, found.comparing);
    added.push_back({function, assumed});
  }
  CallTargets &targets = program.targets[id.value];
  for (const Target &target : added)
    if (llvm::none_of(targets.bodies,
                      [&](const Target &t) { return t.function == target.function; }))
      targets.bodies.push_back(target);
  targets.modelled |= !found.models.empty();
  for (uint32_t model : found.models) {
    targets.leavesProject |= models.models[model].leavesProject;
    if (!models.models[model].designations.empty())
      addRoles(program.callRoles[id.value], models.models[model], &flow.calls[id.value], callee);
  }
}

void Resolver::resolveCall(CallId id) {
  const Call call = flow.calls[id.value];
  if (!call.callee || call.kind == CallKind::Indirect || call.kind == CallKind::Builds)
    return;
  const Symbol callee = flow.symbols[call.callee.value];
  if (callee.kind != SymbolKind::Function)
    return; // a variable that holds a function: an indirect call in other words
  CallShape shape = shapeOf(flow, call);
  bool isVirtual = call.kind == CallKind::Virtual ||
                   (call.kind == CallKind::Reload && (callee.flags & IsVirtual) && call.receiver);
  if (!isVirtual) {
    CalleeTargets found = callees.resolve(call.callee, shape);
    addTarget(id, found, call.callee, false, shape.arguments);
    // An object that nobody destroys in sight: nothing moves.
    program.targets[id.value].unknown = !found.found && call.kind != CallKind::Destruct;
    return;
  }

  llvm::SmallVector<SymbolId, 4> candidates = candidatesOf(call);
  bool unknown = false;
  llvm::SmallVector<std::pair<SymbolId, CalleeTargets>, 4> found;
  for (SymbolId candidate : candidates) {
    CalleeTargets targets = callees.resolve(candidate, shape);
    bool isPure = flow.symbols[candidate.value].flags & IsPure;
    // A pure function's body runs only when named with its class; its model
    // stands for implementations that are not in sight.
    if (isPure && targets.models.empty() && candidates.size() > 1)
      continue;
    unknown |= !targets.found;
    if (targets.found)
      found.push_back({candidate, std::move(targets)});
  }
  bool assumed = candidates.size() > 1;
  for (auto &[candidate, targets] : found)
    addTarget(id, targets, candidate, assumed && found.size() > 1, shape.arguments);
  program.targets[id.value].unknown = unknown;
}

void Resolver::resolveBuilt(const BuildsClones::Built &built) {
  program.targets.resize(flow.calls.size());
  CallTargets &targets = program.targets[built.call.value];
  CallShape shape;
  shape.arguments = built.arguments;
  for (SymbolId constructor : built.constructors) {
    // Bodies of the project, of std::hash<Key> too.
    if (built.compares) {
      targets.bodies.push_back({program.bodyOf[constructor.value], false});
      continue;
    }
    CalleeTargets found = callees.resolve(constructor, shape);
    addTarget(built.call, found, constructor, false, built.arguments);
    targets.unknown |= !found.found;
  }
  if (!built.constructors.empty())
    return;
  // A class of a library: its constructor's model, which no unit may have named.
  CalleeTargets found;
  if (built.type) {
    std::string name = flow.texts[flow.symbols[built.type.value].name].str();
    found.models =
        callees.matcher.matchName(name + "::" + lastComponent(name).str(), shape, built.types);
    for (uint32_t model : found.models)
      if (FunctionId function = callees.functionOfModel(model))
        found.bodies.push_back(function);
  }
  if (found.models.empty() && built.summary)
    found.bodies.push_back(built.summary);
  addTarget(built.call, found, SymbolId(), false, built.arguments);
}

/// What a pointer to a member does when it is called.
FunctionId Resolver::memberOf(SymbolId field) {
  FlowBuilder builder(flow);
  PathId member = builder.extend(EmptyPath, ProjectionKind::Field, flow.symbols[field.value].name);
  Function function;
  function.symbol = field;
  function.flags = IsModel;
  function.parameters = 1;
  function.blocks = {uint32_t(flow.blocks.size()), 1};
  function.edges.begin = flow.edges.size();
  for (PathId object : {EmptyPath, builder.extend(EmptyPath, ProjectionKind::Deref)}) {
    Edge edge;
    edge.from = {PortKind::Entry, 0, ~0u};
    edge.fromPath = builder.append(object, member);
    edge.to = {PortKind::Return, NoParameter, function.blocks.begin};
    edge.kind = EdgeKind::Alias;
    flow.edges.push_back(edge);
  }
  function.edges.count = 2;
  llvm::sort(llvm::MutableArrayRef(flow.edges).take_back(2),
             [](const Edge &a, const Edge &b) { return a.fromPath < b.fromPath; });
  Block block;
  block.returns = true;
  flow.blocks.push_back(block);
  flow.functions.push_back(function);
  return FunctionId(uint32_t(flow.functions.size() - 1));
}

/// An object of a library that is called, as std::plus<>{}: its call operator's model,
/// which no unit may have named.
void Resolver::callLibraryObject(SymbolId record) {
  if (!record || !(flow.symbols[record.value].flags & FromSystem))
    return;
  CallShape shape;
  shape.unknown = true;
  for (uint32_t model : callees.matcher.matchName(
           flow.texts[flow.symbols[record.value].name].str() + "::operator()", shape, {}))
    if (FunctionId function = callees.functionOfModel(model))
      program.modelsOfValue[record].bodies.push_back(function);
}

void Resolver::resolveValues() {
  CallShape shape;
  shape.unknown = true;
  llvm::DenseSet<SymbolId> seen;
  llvm::SmallVector<SymbolId, 4> fields;
  for (const Edge &edge : flow.edges) {
    if (edge.from.kind == PortKind::Created && seen.insert(SymbolId(edge.from.entity)).second)
      callLibraryObject(SymbolId(edge.from.entity));
    if (edge.from.kind != PortKind::Function)
      continue;
    SymbolId symbol(edge.from.entity);
    if (!symbol || !seen.insert(symbol).second ||
        (flow.symbols[symbol.value].kind != SymbolKind::Function &&
         flow.symbols[symbol.value].kind != SymbolKind::Field))
      continue;
    if (flow.symbols[symbol.value].kind == SymbolKind::Field) {
      fields.push_back(symbol);
      continue;
    }
    CalleeTargets found = callees.resolve(symbol, shape);
    if (found.models.empty())
      continue;
    ValueModels value;
    value.bodies.assign(found.bodies.begin(), found.bodies.end());
    for (uint32_t model : found.models) {
      value.leavesProject |= models.models[model].leavesProject;
      addRoles(value.roles, models.models[model], nullptr, symbol);
    }
    program.modelsOfValue[symbol] = std::move(value);
  }
  // &Person::name as a function: the member of the object, or of what a pointer leads to.
  for (SymbolId field : fields)
    program.modelsOfValue[field].bodies.push_back(memberOf(field));
}

void Resolver::fillOwners() {
  program.targets.resize(flow.calls.size());
  program.functionOf.assign(flow.calls.size(), FunctionId());
  program.callersOf.assign(flow.functions.size(), {});
  for (uint32_t i = 0; i < flow.functions.size(); ++i)
    for (CallId call : flow.functions[i].calls.ids())
      program.functionOf[call.value] = FunctionId(i);
  for (uint32_t call = 0; call < flow.calls.size(); ++call)
    for (const Target &target : program.targets[call].bodies)
      program.callersOf[target.function.value].push_back(CallId(call));
}

void Resolver::run() {
  program.targets.resize(flow.calls.size());
  // Models call too (callbacks, constructors), so calls are taken as they come.
  for (uint32_t call = 0; call < flow.calls.size(); ++call) {
    program.targets.resize(flow.calls.size());
    resolveCall(CallId(call));
    for (auto built = clones.takeBuilt(); !built.empty(); built = clones.takeBuilt())
      for (const BuildsClones::Built &row : built)
        resolveBuilt(row);
  }
  resolveValues();
  fillOwners();
}

} // namespace

void resolveCalls(Program &program, const ModelSet &models, uint32_t firstModel) {
  Resolver(program, models, firstModel).run();
}

} // namespace earmark
