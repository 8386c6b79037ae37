// Where a place of the caller is in the callee, and back. Real functions see
// references as pointers; models are in the object view (flow/Model.h), so a
// Deref comes or goes where the one calls the other.
#include "solve/Tabulation.h"

namespace earmark {

/// The symbol whose signature says what is a reference: a model's own symbol is
/// only a name.
static const Symbol *signatureOf(const Tabulation &solve, CallId call,
                                 const DynamicTarget &target) {
  if (!solve.isModel(target.function))
    return solve.symbol(solve.flow.functions[target.function.value].symbol);
  if (target.value)
    return solve.symbol(target.value);
  return solve.symbol(solve.call(call).callee);
}

static bool isReference(const Tabulation &solve, const Symbol *signature, uint16_t parameter) {
  if (parameter == This)
    return true;
  if (!signature || signature->parameters.count == 0)
    return false;
  uint32_t last = signature->parameters.count - 1;
  if (parameter > last && (parameter >= NoParameter || (signature->flags & IsVariadicSymbol)))
    return false;
  // Behind the last one: a pack that is not expanded.
  const Type *type = solve.type(
      solve.flow.typeList[signature->parameters.begin + std::min<uint32_t>(parameter, last)]);
  return type && type->reference;
}

static bool returnsReference(const Tabulation &solve, const Symbol *signature) {
  const Type *type = signature ? solve.type(signature->type) : nullptr;
  return type && type->reference;
}

uint16_t numberedArguments(const Tabulation &solve, CallId call) {
  uint16_t count = 0;
  for (ArgumentId id : solve.call(call).arguments.ids())
    count += solve.flow.arguments[id.value].parameter < NoParameter;
  return count;
}

static PathId enterView(Tabulation &solve, bool fromModel, bool toModel, bool reference,
                        PathId path) {
  if (fromModel == toModel || !reference)
    return path;
  return toModel ? solve.paths.stripDeref(path) : solve.paths.addDeref(path);
}

Crossings intoBody(Tabulation &solve, CallId call, uint16_t parameter, PathId path,
                   const DynamicTarget &target, uint32_t rest) {
  Crossings result;
  const Function &body = solve.flow.functions[target.function.value];
  bool fromModel = solve.isModel(solve.program.functionOf[call.value]);
  bool toModel = body.flags & IsModel;
  const Symbol *signature = signatureOf(solve, call, target);

  auto enter = [&](uint16_t to, PathId path) {
    Crossed crossed;
    crossed.port = {PortKind::Entry, to, ~0u};
    if (to != This && to >= body.parameters)
      crossed.port = {PortKind::Entry, Rest, to};
    crossed.path = enterView(solve, fromModel, toModel, isReference(solve, signature, to), path);
    result.push_back(crossed);
  };
  if (parameter == Handled) {
    result.push_back({{PortKind::Entry, Handled, ~0u}, path}); // no argument: in everyone's view
    return result;
  }
  if (parameter == Callee) {
    if (target.shape == DynamicTarget::Closure) {
      while (solve.paths.startsWithDeref(path))
        path = solve.paths.stripDeref(path);
      enter(This, fromModel ? path : solve.paths.addDeref(path));
    }
    return result;
  }
  if (target.shape == DynamicTarget::Member && parameter != Rest) {
    if (parameter > 0) {
      enter(static_cast<uint16_t>(parameter == This ? This : parameter - 1), path);
      return result;
    }
    // The object itself, or a pointer to it.
    Crossed crossed;
    crossed.port = {PortKind::Entry, This, ~0u};
    crossed.path = solve.paths.startsWithDeref(path) ? path : solve.paths.addDeref(path);
    result.push_back(crossed);
    return result;
  }
  if (parameter == Rest) {
    // A model passes on its own Rest, behind what it numbers itself.
    uint16_t first = numberedArguments(solve, call);
    uint16_t shift = target.shape == DynamicTarget::Member ? 1 : 0;
    const Function &caller = solve.flow.functions[solve.program.functionOf[call.value].value];
    if (rest != ~0u && rest >= caller.parameters) {
      uint32_t number = first + (rest - caller.parameters);
      if (number < shift) {
        Crossed crossed;
        crossed.port = {PortKind::Entry, This, ~0u};
        crossed.path = solve.paths.startsWithDeref(path) ? path : solve.paths.addDeref(path);
        result.push_back(crossed);
      } else if (number - shift < body.parameters || toModel || (body.flags & IsVariadic)) {
        enter(static_cast<uint16_t>(number - shift), path);
      }
      return result;
    }
    for (uint32_t number = first; number < uint32_t(body.parameters) + shift; ++number)
      if (number >= shift)
        enter(static_cast<uint16_t>(number - shift), path);
    return result;
  }
  enter(parameter, path);
  return result;
}

Crossings outOfBody(Tabulation &solve, CallId call, Port exit, PathId path,
                    const DynamicTarget &target) {
  Crossings result;
  bool toModel = solve.isModel(solve.program.functionOf[call.value]);
  bool fromModel = solve.isModel(target.function);
  const Symbol *signature = signatureOf(solve, call, target);
  if (exit.kind == PortKind::Return) {
    bool reference = returnsReference(solve, signature);
    result.push_back({{PortKind::CallResult, NoParameter, call.value},
                      enterView(solve, fromModel, toModel, reference, path)});
    return result;
  }
  auto leave = [&](uint16_t from, uint16_t to) {
    PathId outside =
        enterView(solve, fromModel, toModel, isReference(solve, signature, from), path);
    // A value that was passed is the callee's own copy; what its pointers lead to
    // is not.
    if (!toModel && !solve.paths.hasDeref(solve.paths.projections(outside)))
      return;
    if (!fromModel && toModel && !solve.paths.hasDeref(solve.paths.projections(path)))
      return;
    result.push_back({{PortKind::CallOut, to, call.value}, outside});
  };
  uint16_t parameter = exit.parameter;
  if (target.shape == DynamicTarget::Closure && parameter == This) {
    leave(This, Callee);
    return result;
  }
  if (target.shape == DynamicTarget::Member) {
    leave(parameter, parameter == This ? 0 : parameter + 1);
    return result;
  }
  if (parameter == Rest) {
    uint16_t first = solve.flow.functions[target.function.value].parameters;
    for (ArgumentId id : solve.call(call).arguments.ids()) {
      uint16_t number = solve.flow.arguments[id.value].parameter;
      if (number < NoParameter && number >= first && (exit.entity == ~0u || exit.entity == number))
        leave(number, number);
    }
    return result;
  }
  bool passedOn = toModel && parameter < NoParameter && parameter >= numberedArguments(solve, call);
  leave(parameter, passedOn ? Rest : parameter);
  return result;
}

PathId intoReturn(Tabulation &solve, CallId call, PathId path, const DynamicTarget &target) {
  bool fromModel = solve.isModel(solve.program.functionOf[call.value]);
  bool reference = returnsReference(solve, signatureOf(solve, call, target));
  return enterView(solve, fromModel, solve.isModel(target.function), reference, path);
}

} // namespace earmark
