// The state of memory on its way from where something may be thrown to the
// handlers: what a handler finds is the join of the states at those points of the
// try that its type lets come to it, and at no other, with the objects that are
// left on the way destroyed.
#pragma once

#include "frontend/lower/Lowering.h"

#include <map>

namespace earmark::lower {

class Unwinding {
public:
  explicit Unwinding(Lowering &in);

  /// Handlers that more came to since this was last empty.
  llvm::SmallVector<uint32_t, 4> changed;

  /// The interpretation of a block starts: its state is new to every handler.
  void startBlock();
  /// Something of the type `thrown` (null: of any) may be thrown here, now.
  void mayThrow(clang::QualType thrown);
  /// What is thrown here is of that type and leaves the block.
  void throws(clang::QualType thrown);
  /// The block of a try is left in this state, whatever it was that ran.
  void endOfBlock(TryContext context);
  /// Of a try in which nothing seems to throw: its handlers may start anywhere.
  /// True when one of them starts because of that.
  bool startUnreached();

  /// Memory when the handler starts. Destroys what is left on the way to it.
  State land(uint32_t handler);
  /// The same where a `throw` leaves the function; not reached where none does.
  State leave();

private:
  Lowering &in;

  /// What comes to a handler from places where the same objects are destroyed.
  struct Arrival {
    State state;
    unsigned block = 0;
    size_t written = 0; // so many of the block's writes are in `state` already
  };
  using Arrivals = std::map<uint32_t, Arrival>; // by number of the innermost cleanup

  void join(uint32_t handler);
  State destroy(uint32_t end, const Arrivals &arrivals, uint32_t until, TryContext context);

  unsigned block = 0;
  std::vector<Arrivals> arrivals; // by handler
  Arrivals leaving;
  std::vector<State> anywhere;                        // by try
  std::vector<bool> hasThrower;                       // by try
  std::map<std::pair<uint32_t, uint32_t>, char> keys; // of calls, by handler and cleanup
};

} // namespace earmark::lower
