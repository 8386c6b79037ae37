// Which library models apply to a call: those with the most specific pattern
// among all whose name, argument count, parameter types and conditions fit.
#pragma once

#include "link/MatchPattern.h"
#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"

#include <memory>

namespace earmark {

/// What a model may ask of a call.
struct CallShape {
  unsigned arguments = 0; // written ones, This and Callee not counted
  llvm::SmallVector<std::pair<uint16_t, llvm::StringRef>, 4> literals;
  /// Nothing is known of the arguments (a function value): only models that ask
  /// nothing of them apply.
  bool unknown = false;
};

class ModelMatcher {
public:
  /// `models` and `flow` outlive the matcher.
  ModelMatcher(const ModelSet &models, const FlowTables &flow);

  /// Rows of `models` that apply to a call of `callee`, ascending.
  llvm::SmallVector<uint32_t, 2> match(SymbolId callee, const CallShape &shape);
  /// The same by name and what is known of the arguments' types, for functions
  /// that the program does not declare.
  llvm::SmallVector<uint32_t, 2> matchName(llvm::StringRef name, const CallShape &shape,
                                           llvm::ArrayRef<TypeId> types) const;

private:
  const ModelSet &models;
  const FlowTables &flow;
  /// By row of `models`, made when a name may fit: a program asks for few of them.
  mutable std::vector<std::unique_ptr<NamePattern>> patterns;
  PatternIndex index;
  llvm::DenseMap<SymbolId, llvm::SmallVector<uint32_t, 2>> byCallee; // types already checked

  const NamePattern &patternOf(uint32_t row) const;
  llvm::SmallVector<uint32_t, 2> mostSpecific(llvm::ArrayRef<uint32_t> candidates,
                                              const CallShape &shape) const;
};

CallShape shapeOf(const FlowTables &flow, const Call &call);

} // namespace earmark
