// What lowering knows of a value: a tree of origins. A node's own origins hold
// for all of the value, extended by the path below it; a child overrides them
// for its projection.
//
//   User u = load();  u.email = e;     { load() ; .email: e }
//
// A tree that grows past MaxTree is told in less detail: what is two levels down is
// taken to be in all of its parent. Memory that refers to itself (lists linked both
// ways, trees with parents) would hold ever more of itself otherwise.
//
// Origins are ports that came into view with an access path, or addresses of
// memory in sight. Nodes are immutable, live as long as `Values`, and are there
// once: what a loop makes again in each turn is the node that it made before.
//
// The elements of C arrays are told apart here by Element and ElementAt; what
// leaves the function is flattened, because a pointer to an array looks like a
// pointer to one element from outside.
#pragma once

#include "flow/FlowBuilder.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Allocator.h"

#include <optional>
#include <tuple>
#include <vector>

namespace earmark::lower {

/// Memory: a local, a temporary, an allocation, a global, or what is behind a port.
using RootId = Id<struct RootTag>;
/// A chain of steps, newest last; ChainId() is the empty one.
using ChainId = Id<struct ChainTag>;

struct Origin {
  RootId address; // set: the address of address.path; else the value of port.path
  Port port;
  PathId path = EmptyPath;
  bool negated = false; // of a boolean
  /// A pointer to one of several objects: it was moved, or read from one of
  /// several places. A write behind it overwrites nothing for certain.
  bool several = false;
  /// What the value is to the origin: its data, or none of that. Of `f() == 0` and
  /// `f() ? p : nullptr` f() says whether they are true, or set; `age < 18` has
  /// looked at the age.
  enum Says : uint8_t { Data, Truth, Compared } says = Data;
  ChainId chain; // how it got here; no part of its identity

  auto key() const { return std::tuple(address, port, path, negated, several, says); }
  friend bool operator==(const Origin &a, const Origin &b) { return a.key() == b.key(); }
  friend bool operator<(const Origin &a, const Origin &b) { return a.key() < b.key(); }
};

/// Labels and constants say something of a value but are no memory that one writes to.
inline bool isSecondary(const Origin &origin) {
  if (origin.address)
    return false;
  if (origin.says != Origin::Data)
    return true;
  switch (origin.port.kind) {
  case PortKind::Read:
  case PortKind::Literal:
  case PortKind::Function:
  case PortKind::Created:
  case PortKind::Cell: return true;
  default: return false;
  }
}

struct Projection {
  ProjectionKind kind;
  TextId name;
  friend auto operator<=>(const Projection &, const Projection &) = default;
  bool isElement() const {
    return kind == ProjectionKind::Element || kind == ProjectionKind::ElementAt;
  }
};

/// The elements of an object of the library stand in its value as fields named
/// "[]" and "[3]", which no field is: what such a field stands for.
std::optional<Projection> elementOfSequence(FlowBuilder &flow, Projection field);

struct Node;
using Kid = std::pair<Projection, const Node *>;

struct Node {
  llvm::ArrayRef<Origin> own; // sorted
  llvm::ArrayRef<Kid> kids;   // sorted
  unsigned size = 1;          // nodes and origins of the tree, each as often as it is met
  bool empty() const { return own.empty() && kids.empty(); }
};

class Values {
public:
  explicit Values(FlowBuilder &flow) : flow(flow) {}

  FlowBuilder &flow;

  const Node *empty() const { return &nothing; }
  const Node *leaf(const Origin &origin);
  const Node *make(llvm::SmallVectorImpl<Origin> &own, llvm::SmallVectorImpl<Kid> &kids);

  /// What either holds. Returns `a` itself when `b` adds nothing.
  const Node *join(const Node *a, const Node *b);
  /// The part of `node` at `projection`.
  const Node *child(const Node *node, Projection projection);
  const Node *at(const Node *node, PathId path);
  /// `node` with `part` at `path`: instead of what was there, or besides it.
  const Node *update(const Node *node, PathId path, const Node *part, bool strong);
  /// Without what is behind pointers: a value as it is copied.
  const Node *withoutPointees(const Node *node);
  /// All origins of the tree, flat.
  void collect(const Node *node, llvm::SmallVectorImpl<Origin> &out) const;
  /// Every origin through `change`, which returns false to drop it.
  const Node *map(const Node *node, llvm::function_ref<bool(Origin &)> change);
  bool equal(const Node *a, const Node *b) const;

  Origin extend(Origin origin, Projection projection);

  /// The values of the function take more than 800 MB: it is given up, and what is
  /// still asked is answered with anything.
  bool exhausted() const { return arena.getBytesAllocated() > (size_t(800) << 20); }

  // Steps.
  ChainId addStep(ChainId chain, const Step &step);
  llvm::SmallVector<Step, 4> steps(ChainId chain) const;

private:
  const Node *updateFrom(const Node *node, llvm::ArrayRef<PathNode> path, const Node *part,
                         bool strong);
  const Node *withKid(const Node *node, Projection projection, const Node *kid);
  const Kid *find(const Node *node, Projection projection) const;
  const Node *flat(const Node *node);

  struct Link {
    ChainId before;
    Step step;
    unsigned length;
  };
  /// Nodes with the same origins, steps included, and the same kids are one.
  struct SameNode {
    static const Node *getEmptyKey() { return llvm::DenseMapInfo<const Node *>::getEmptyKey(); }
    static const Node *getTombstoneKey() {
      return llvm::DenseMapInfo<const Node *>::getTombstoneKey();
    }
    static unsigned getHashValue(const Node *node);
    static bool isEqual(const Node *a, const Node *b);
  };

  llvm::BumpPtrAllocator arena;
  llvm::DenseSet<const Node *, SameNode> nodes;
  Node nothing;
  std::vector<Link> chains;
  /// Chains with the same step behind the same chain are one: so are the values
  /// that two turns of a loop make.
  using LinkKey =
      std::tuple<uint32_t, unsigned, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t>;
  llvm::DenseMap<LinkKey, ChainId> known;
};

} // namespace earmark::lower
