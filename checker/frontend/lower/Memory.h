// The state of memory at a program point: for each root its value tree, and
// which roots others may know the address of.
#pragma once

#include "frontend/lower/Value.h"

#include "clang/AST/Type.h"

#include "llvm/ADT/ImmutableMap.h"
#include "llvm/ADT/ImmutableSet.h"

#include <map>

namespace earmark::lower {

struct Root {
  enum Kind : uint8_t {
    Local,   // a variable, parameter, temporary or allocation of this function
    Global,  // static storage
    Symbolic // whatever is behind a port that came into view
  } kind = Local;
  Port port;            // of Global, Symbolic
  clang::QualType type; // of Local, Global; null when not known
  uint32_t cell = ~0u;  // number of its Cell port, given when first needed
  bool derived = false; // Local: an object of `type` or of a class derived from it
};

/// Memory at `path` of `root`.
struct Place {
  RootId root;
  PathId path = EmptyPath;
  friend auto operator<=>(const Place &, const Place &) = default;
};

/// What an lvalue may denote, and the labels that reading it adds.
struct Places {
  llvm::SmallVector<Place, 1> at;
  llvm::SmallVector<Origin, 1> labels;
  bool weak = false; // one of several objects: a write overwrites nothing
};

using Tree = llvm::ImmutableMap<uint32_t, const Node *>;
using Flags = llvm::ImmutableSet<uint32_t>;

struct State {
  Tree memory{nullptr};
  Flags escaped{nullptr}; // roots whose address went out of sight
  Flags summary{nullptr}; // roots that stand for several objects (allocations in loops)
  bool reached = false;
};

class Memory {
public:
  explicit Memory(Values &values) : values(values) {}

  Values &values;
  std::vector<Root> roots;
  /// Of them, globals and what pointers in globals lead to.
  std::vector<RootId> globalRoots;
  /// What globals hold that nothing writes: tables of functions and of texts.
  llvm::DenseMap<RootId, const Node *> constants;
  /// Roots of `tracked` that were written or escaped, in order, while it is set.
  const State *tracked = nullptr;
  std::vector<RootId> written;

  RootId local(const void *key, clang::QualType type);
  RootId global(SymbolId symbol, clang::QualType type);
  RootId symbolic(Port port);
  /// Whether `key` has a root already.
  bool known(const void *key) const { return locals.count(key); }

  State initial() { return {trees.getEmptyMap(), flags.getEmptySet(), flags.getEmptySet(), true}; }
  /// Joins `from` into `into`; true when that changed it.
  bool join(State &into, const State &from);
  /// The same for one root.
  bool joinRoot(State &into, const State &from, RootId root);

  /// The whole tree of a root, pointees included where it is symbolic.
  const Node *tree(const State &state, RootId root);
  const Node *raw(const State &state, Place place) {
    return values.at(tree(state, place.root), place.path);
  }
  void set(State &state, RootId root, const Node *tree);
  void write(State &state, Place place, const Node *value, bool strong);

  /// What a pointer with this value points to. Labels are kept apart.
  Places deref(const Node *pointer);
  /// A pointer to `place`.
  Origin addressOf(Place place, bool several = false);
  /// `places` one projection further.
  Places project(const Places &places, Projection projection);

  void markEscaped(State &state, RootId root) {
    state.escaped = flags.add(state.escaped, root.value);
    if (&state == tracked)
      written.push_back(root);
  }
  void markSummary(State &state, RootId root) {
    state.summary = flags.add(state.summary, root.value);
  }
  uint32_t cellOf(RootId root);
  uint32_t cells() const { return cellCount; }
  bool hasElement(PathId path) const;

private:
  const Node *initialTree(RootId root);
  bool joinTree(State &into, const State &from, RootId root);
  void addRoot(const Root &root);

  Tree::Factory trees{/*canonicalize=*/false};
  Flags::Factory flags{/*canonicalize=*/false};
  llvm::DenseMap<const void *, RootId> locals;
  llvm::DenseMap<SymbolId, RootId> globals;
  std::map<Port, RootId> symbolics;
  uint32_t cellCount = 0;
};

} // namespace earmark::lower
