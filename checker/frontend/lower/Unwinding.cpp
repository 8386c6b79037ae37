#include "frontend/lower/Unwinding.h"

#include "clang/AST/DeclCXX.h"

namespace earmark::lower {

static State unreached(Lowering &in) {
  State state = in.memory.initial();
  state.reached = false;
  return state;
}

Unwinding::Unwinding(Lowering &in) : in(in) {
  arrivals.resize(in.tries.handlers.size());
  anywhere.assign(in.tries.blocks.size(), unreached(in));
  hasThrower.assign(in.tries.blocks.size(), false);
}

void Unwinding::startBlock() {
  ++block;
  in.memory.written.clear();
  in.memory.tracked = arrivals.empty() ? nullptr : &in.state;
}

void Unwinding::join(uint32_t handler) {
  auto [at, isNew] =
      arrivals[handler].try_emplace(in.context.cleanup, Arrival{unreached(in), 0, 0});
  Arrival &known = at->second;
  bool grew = false;
  if (known.block == block && !isNew) {
    for (; known.written < in.memory.written.size(); ++known.written)
      grew |= in.memory.joinRoot(known.state, in.state, in.memory.written[known.written]);
  } else {
    grew = in.memory.join(known.state, in.state);
    known.block = block;
    known.written = in.memory.written.size();
  }
  if (grew && !llvm::is_contained(changed, handler))
    changed.push_back(handler);
}

void Unwinding::mayThrow(clang::QualType thrown) {
  for (uint32_t number = in.context.guard; number != ~0u; number = in.tries.blocks[number].outer)
    hasThrower[number] = true;
  eachHandler(in.ast, in.tries, in.context, thrown, [&](uint32_t handler) { join(handler); });
}

void Unwinding::throws(clang::QualType thrown) {
  for (uint32_t number = in.context.guard; number != ~0u; number = in.tries.blocks[number].outer)
    hasThrower[number] = true;
  if (eachHandler(in.ast, in.tries, in.context, thrown, [&](uint32_t handler) { join(handler); }))
    in.memory.join(
        leaving.try_emplace(in.context.cleanup, Arrival{unreached(in), 0, 0}).first->second.state,
        in.state);
}

void Unwinding::endOfBlock(TryContext context) {
  if (context.guard != ~0u && !hasThrower[context.guard])
    in.memory.join(anywhere[context.guard], in.state);
}

bool Unwinding::startUnreached() {
  bool any = false;
  for (uint32_t number = 0; number < in.tries.blocks.size() && !any; ++number) {
    const TryBlock &guard = in.tries.blocks[number];
    if (hasThrower[number] || !anywhere[number].reached ||
        !in.tries.handlers[guard.firstHandler].stmt)
      continue;
    hasThrower[number] = true;
    for (uint32_t i = 0; i < guard.handlers; ++i) {
      auto [at, isNew] =
          arrivals[guard.firstHandler + i].try_emplace(guard.cleanup, Arrival{unreached(in), 0, 0});
      if (in.memory.join(at->second.state, anywhere[number])) {
        changed.push_back(guard.firstHandler + i);
        any = true;
      }
    }
  }
  return any;
}

State Unwinding::destroy(uint32_t end, const Arrivals &arrivals, uint32_t until,
                         TryContext context) {
  std::map<uint32_t, State> states;
  for (const auto &[cleanup, arrival] : arrivals)
    states[cleanup] = arrival.state;
  const TryContext before = std::exchange(in.context, context);
  in.memory.tracked = nullptr;
  // Objects have higher numbers than those that outlive them.
  while (!states.empty() && states.rbegin()->first > until) {
    uint32_t number = states.rbegin()->first;
    in.state = states.rbegin()->second;
    states.erase(number);
    const Cleanup &cleanup = in.tries.cleanups[number];
    Places at = placesOfVariable(in, *cleanup.variable);
    at.labels.clear();
    if (const auto *record =
            in.ast.getBaseElementType(cleanup.variable->getType())->getAsCXXRecordDecl())
      lowerDestructor(in, *record, at, &keys[{end, number}], cleanup.variable->getLocation());
    auto [next, isNew] = states.try_emplace(cleanup.outer, in.state);
    if (!isNew)
      in.memory.join(next->second, in.state);
  }
  in.context = before;
  return states.empty() ? unreached(in) : states.begin()->second;
}

State Unwinding::land(uint32_t handler) {
  const TryBlock &guard = in.tries.blocks[in.tries.handlers[handler].guard];
  return destroy(handler, arrivals[handler], guard.cleanup, {guard.outer, ~0u, 0});
}

State Unwinding::leave() { return destroy(~0u, leaving, 0, {}); }

} // namespace earmark::lower
