// The state of memory on its way from where something may be thrown to the
// handlers: what a handler finds is the join of the states at those points of the
// try that its type lets come to it, and at no other.
#pragma once

#include "frontend/lower/Lowering.h"

namespace earmark::lower {

class Unwinding {
public:
  explicit Unwinding(Lowering &in);

  /// By number of the handler: memory when it starts.
  std::vector<State> entry;
  /// Memory when a `throw` leaves the function.
  State left;
  /// Handlers whose entry changed since this was last empty.
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

private:
  Lowering &in;
  void join(uint32_t handler);

  unsigned block = 0;
  struct Seen {
    unsigned block = 0;
    size_t written = 0; // so many of the block's writes are in `entry` already
  };
  std::vector<Seen> seen;       // by handler
  std::vector<State> anywhere;  // by try
  std::vector<bool> hasThrower; // by try
};

} // namespace earmark::lower
