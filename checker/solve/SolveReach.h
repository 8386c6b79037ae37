// The pass from a linked program to what personal data reaches. Propagation
// starts where personal data comes into view and goes forward only: code that
// no personal data touches is never looked at. See ARCHITECTURE.md, "How a
// value travels", for the rules, and Facts.h for how they are tabulated.
#pragma once

#include "flow/Policy.h"
#include "link/Program.h"
#include "solve/Reach.h"

#include "llvm/ADT/BitVector.h"

namespace earmark {

struct SolveOptions {
  /// Functions, by FunctionId, that run for a purpose without a RunsFor role of
  /// their own (contexts of the policy, callers) or belong to a department. May be shorter than the program.
  llvm::BitVector watched;
  /// Facts of one start (a source or a function's entry fact), and of a whole run,
  /// after which a place deep in an object is known by its last member alone: any
  /// read of that member, of whatever object, may give what is there (Possible).
  /// "Deep" is more than three members down; past four times as many facts, any.
  uint64_t maxSteps = 500, maxFacts = 100000;
  /// Places in one parameter (or in what one call gives) that a function is solved
  /// for; further ones are known by their last member, too.
  unsigned maxStartPaths = 250;
  /// Paths, through other members, to one member, and of those that come by way of two
  /// members of one class; further ones are known by the member alone, once a fifth of
  /// maxFacts are there.
  unsigned maxWays = 16, maxWaysBack = 4;
  /// Facts of one function value after which it is only known by the members that
  /// hold it: a call through such a member may go there, with confidence Likely.
  uint64_t maxLabelFacts = 1000;
  /// Steps of one backward question (aliases, literals, classes of a receiver).
  uint64_t maxBackwardSteps = 2000;
  /// Follow comparisons, sizes and selections as if they were the data.
  bool followCompare = false;
  unsigned maxWitnessSteps = 40;
};

Reach solveReach(const Program &program, const Policy &policy, const SolveOptions &options = {});

} // namespace earmark
