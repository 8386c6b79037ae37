// What one callee, named in one call, runs. The decision table of ResolveCalls.
#pragma once

#include "link/MatchModels.h"
#include "link/Program.h"

#include <map>

namespace earmark {

/// Bodies of one callee, and the models they come from.
struct CalleeTargets {
  llvm::SmallVector<FunctionId, 2> bodies;
  llvm::SmallVector<uint32_t, 2> models;      // rows of ModelSet::models that apply
  llvm::SmallVector<FunctionId, 1> comparing; // of models that say by what it compares
  bool found = false;                         // a body or a model (which may have no flows)
};

class CalleeResolver {
public:
  CalleeResolver(Program &program, const ModelSet &models, uint32_t firstModel);

  CalleeTargets resolve(SymbolId callee, const CallShape &shape);
  /// The function of a model's row in the program; none: it has no flows.
  FunctionId functionOfModel(uint32_t model) const;

  ModelMatcher matcher;

private:
  Program &program;
  const ModelSet &models;
  uint32_t firstModel;
  /// Bodies of templates by qualified name and parameter count, for
  /// specialisations that have none of their own.
  std::map<std::pair<TextId, uint16_t>, llvm::SmallVector<FunctionId, 1>> patterns, instances;
  llvm::DenseMap<SymbolId, llvm::SmallVector<SymbolId, 1>> overridden; // directly

  bool prefersModel(const Symbol &callee) const;
};

} // namespace earmark
