// A model such as std::make_unique constructs an object of a type that only its
// call knows: its `Builds` call names a template argument. For each callee that
// the program names, the model's function is copied with that call made concrete:
// a Construct call of the constructors that fit.
//
//   make_unique<User>(name, mail)   ->   calls User::User(std::string, std::string)
//
// So is one whose callee compares by functions of the project: their calls are added.
#pragma once

#include "link/Comparisons.h"
#include "link/Program.h"

#include <map>
#include <tuple>

namespace earmark {

class BuildsClones {
public:
  explicit BuildsClones(Program &program) : program(program), comparisons(program) {}

  /// `model` for calls of `callee` with so many written arguments: itself where it
  /// builds nothing and compares by nothing of the project. `comparing`: functions of
  /// models that say by what it compares.
  FunctionId cloneFor(FunctionId model, SymbolId callee, unsigned arguments,
                      llvm::ArrayRef<FunctionId> comparing);

  /// A Construct call of a clone that is to be given its targets.
  struct Built {
    CallId call;
    SymbolId type;                               // the class; none: no class
    unsigned arguments;                          // that reach the constructor
    llvm::SmallVector<SymbolId, 4> constructors; // of a project's class, that may fit
    FunctionId summary;                          // in place of a constructor: aggregates, scalars
    llvm::SmallVector<TypeId, 4> types;          // of the arguments, as far as they are known
    bool compares = false; // no construction: `constructors` are what the library compares by
  };
  /// Those made since the last call of this.
  std::vector<Built> takeBuilt();

private:
  Program &program;
  Comparisons comparisons;
  std::vector<Built> built;
  std::map<std::tuple<FunctionId, SymbolId, unsigned>, FunctionId> clones;
  std::map<std::tuple<SymbolId, unsigned, bool>, FunctionId> summaries;

  /// One way to compare, and the edges of the model that say what is compared.
  struct Compared {
    Comparison comparison;
    llvm::SmallVector<Edge, 4> edges;
  };
  std::vector<Compared> comparedBy(SymbolId callee, llvm::ArrayRef<FunctionId> comparing);
  void addComparison(const Compared &compared, std::vector<Edge> &edges);
  FunctionId copyOf(FunctionId model, llvm::ArrayRef<Compared> compared);
  void makeConcrete(CallId call, SymbolId callee, FunctionId model, unsigned arguments);
  void constructors(SymbolId type, Built &built) const;
  llvm::SmallVector<TypeId, 4> typesPassed(CallId call, SymbolId callee, FunctionId model) const;
  FunctionId summaryOf(SymbolId type, unsigned arguments, bool scalar, SymbolId model);
};

} // namespace earmark
