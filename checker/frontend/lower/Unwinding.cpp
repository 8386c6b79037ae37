#include "frontend/lower/Unwinding.h"

namespace earmark::lower {

Unwinding::Unwinding(Lowering &in) : left(in.memory.initial()), in(in) {
  left.reached = false;
  entry.assign(in.tries.handlers.size(), left);
  seen.resize(entry.size());
  anywhere.assign(in.tries.blocks.size(), left);
  hasThrower.assign(in.tries.blocks.size(), false);
}

void Unwinding::startBlock() {
  ++block;
  in.memory.written.clear();
  in.memory.tracked = entry.empty() ? nullptr : &in.state;
}

void Unwinding::join(uint32_t handler) {
  Seen &known = seen[handler];
  bool grew = false;
  if (known.block == block && entry[handler].reached) {
    for (; known.written < in.memory.written.size(); ++known.written)
      grew |= in.memory.joinRoot(entry[handler], in.state, in.memory.written[known.written]);
  } else {
    grew = in.memory.join(entry[handler], in.state);
    known = {block, in.memory.written.size()};
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
    in.memory.join(left, in.state);
}

void Unwinding::endOfBlock(TryContext context) {
  if (context.guard != ~0u && !hasThrower[context.guard])
    in.memory.join(anywhere[context.guard], in.state);
}

bool Unwinding::startUnreached() {
  bool any = false;
  for (uint32_t number = 0; number < in.tries.blocks.size() && !any; ++number) {
    const TryBlock &guard = in.tries.blocks[number];
    if (hasThrower[number] || !anywhere[number].reached || !in.tries.handlers[guard.firstHandler].stmt)
      continue;
    hasThrower[number] = true;
    for (uint32_t i = 0; i < guard.handlers; ++i)
      if (in.memory.join(entry[guard.firstHandler + i], anywhere[number])) {
        changed.push_back(guard.firstHandler + i);
        any = true;
      }
  }
  return any;
}

} // namespace earmark::lower
