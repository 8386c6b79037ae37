// A model such as std::make_unique constructs an object of a type that only its
// call knows: its `Builds` call names a template argument. For each callee that
// the program names, the model's function is copied with that call made concrete:
// a Construct call of the constructors that fit.
//
//   make_unique<User>(name, mail)   ->   calls User::User(std::string, std::string)
#pragma once

#include "link/Program.h"

#include <map>
#include <tuple>

namespace earmark {

class BuildsClones {
public:
  explicit BuildsClones(Program &program) : program(program) {}

  /// `model` for calls of `callee` with so many written arguments: itself where it
  /// builds nothing.
  FunctionId cloneFor(FunctionId model, SymbolId callee, unsigned arguments);

  /// A Construct call of a clone that is to be given its targets.
  struct Built {
    CallId call;
    SymbolId type;                               // the class; none: no class
    unsigned arguments;                          // that reach the constructor
    llvm::SmallVector<SymbolId, 4> constructors; // of a project's class, that may fit
    FunctionId summary;                          // in place of a constructor: aggregates, scalars
    llvm::SmallVector<TypeId, 4> types;          // of the arguments, as far as they are known
  };
  /// Those made since the last call of this.
  std::vector<Built> takeBuilt();

private:
  Program &program;
  std::vector<Built> built;
  std::map<std::tuple<FunctionId, SymbolId, unsigned>, FunctionId> clones;
  std::map<std::tuple<SymbolId, unsigned, bool>, FunctionId> summaries;

  TypeId typeBuilt(const Call &call, SymbolId callee) const;
  FunctionId copyOf(FunctionId model);
  void makeConcrete(CallId call, SymbolId callee, FunctionId model, unsigned arguments);
  void constructors(SymbolId type, Built &built) const;
  llvm::SmallVector<TypeId, 4> typesPassed(CallId call, SymbolId callee, FunctionId model) const;
  FunctionId summaryOf(SymbolId type, unsigned arguments, bool scalar, SymbolId model);
};

} // namespace earmark
