// What a container or an algorithm of a library compares, orders or hashes by, where
// that is a function of the project: a comparator, `operator<` of the elements,
// `std::hash<Key>`. Only types say so, and only where the call is made.
//
//   std::set<Key>::insert      ->  operator<(const Key &, const Key &)
//   std::map<K, V, Order>::at  ->  Order::operator()
#pragma once

#include "link/Program.h"

#include "llvm/ADT/StringMap.h"

namespace earmark {

struct Comparison {
  llvm::SmallVector<SymbolId, 2> functions; // with a body
  bool onObject = false;                    // members of what is compared: it is their `this`
  unsigned arguments = 2;                   // `this` of such a member included
};

class Comparisons {
public:
  explicit Comparisons(const Program &program) : program(program) {}

  /// What the call `compares` of a model runs for a call of `callee`.
  llvm::SmallVector<Comparison, 2> of(const Call &compares, SymbolId callee);

private:
  const Program &program;
  /// Operators of the project that are no members, by name.
  llvm::StringMap<llvm::SmallVector<SymbolId, 2>> operators;
  bool isIndexed = false;

  void byObject(SymbolId record, llvm::SmallVectorImpl<Comparison> &found) const;
  void byOperators(SymbolId record, bool equal, llvm::SmallVectorImpl<Comparison> &found);
  SymbolId elementOf(TypeId type) const;
  llvm::StringRef nameOf(SymbolId symbol) const {
    return program.flow.texts[program.flow.symbols[symbol.value].name];
  }
  bool hasBody(SymbolId function) const {
    return function.value < program.bodyOf.size() && program.bodyOf[function.value];
  }
};

/// The template argument that a Builds call of a model names, of `callee` or its class.
TypeId namedType(const Program &program, const Call &call, SymbolId callee);

} // namespace earmark
