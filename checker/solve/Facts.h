// The tables of the solver: facts, and the starts that they hang from.
//
// A *start* is a place where data comes into view of a function: "parameter 1
// behind the reference", "the result of call 7", "a read of User::email". All
// that can be said of the function is said once per start, whatever datum comes
// in there and from wherever (a *fact*: "then this part of this port holds it,
// with these marks more and less"). How data gets from one start to the next is
// a *link*. Sources are roots of that graph of starts; nothing in the tables
// depends on how many there are. This is the tabulation of Reps, Horwitz and
// Sagiv, with the zero fact split by where data arises instead of by label.
//
// A start is *bound* when a caller passed the data in: what it finds at returns
// goes back to those callers only. It is *free* when data arises in the
// function: then it goes back to every caller.
//
// A start with a `label` follows a function value or a closure, not data.
#pragma once

#include "flow/FlowGraph.h"
#include "flow/Label.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

#include <algorithm>
#include <vector>

namespace earmark {

using FactId = Id<struct FactTag>;
using StartId = Id<struct StartTag>;
using SiteId = Id<struct SiteTag>;
using MarksId = Id<struct MarksTag>;

/// What happened to the marks on the way: first `removed`, then `added`.
struct MarksChange {
  MarkSet added = 0, removed = 0;
  MarkSet apply(MarkSet marks) const { return (marks & ~removed) | added; }
  MarksChange then(const MarksChange &next) const {
    MarksChange result;
    result.added = (added & ~next.removed) | next.added;
    result.removed = (removed | next.removed) & ~result.added;
    return result;
  }
  friend bool operator==(const MarksChange &, const MarksChange &) = default;
};

inline constexpr uint8_t WholeValue = 255;

enum class Via : uint8_t {
  Start,   // first fact of its start
  Edge,    // `entity` is an edge
  Summary, // through the callee of call `entity`; `through` is the fact at its exit
  Around,  // left alone by call `entity`
  Default, // call `entity` has no body to say: arguments reach result and writable arguments
  Alias,   // written behind a pointer that came from here, or to call `entity` (none: an edge)
  Throw,   // caught here
};

struct Fact {
  StartId start;
  Port port;
  PathId path;
  MarksId marks;
  FactId from;
  uint32_t entity = ~0u;
  FactId through;
  uint32_t depth = 0; // steps since the start
  Via via = Via::Start;
  Confidence confidence = Confidence::Certain;
  /// What was written through another name of this memory, in this call, is not
  /// here before: earlier calls only see the address (they keep it, copy it).
  CallId since = {};
  /// The last so many projections of `path` are part of the value that was
  /// written (a pointer, an object), not of the place that it was written to:
  /// after `u.name = email()` that is what `name` points to. No more than the
  /// path has; nothing is known to be written where it is all of it.
  uint8_t valueLength = WholeValue;
};

/// The part of `suffix`, the end of the fact's path, that names the place written.
inline llvm::ArrayRef<PathNode> placeIn(llvm::ArrayRef<PathNode> suffix, const Fact &fact) {
  return suffix.drop_back(std::min<size_t>(suffix.size(), fact.valueLength));
}

enum class LinkKind : uint8_t {
  Enter,  // passed to a callee by call `call`
  Leave,  // returned or written back to the caller by call `call`
  Global, // through a variable
  Member, // through a member of an object out of sight
  Same,   // in the same function, for one of its callers
};

struct Link {
  FactId from;
  CallId call;
  LinkKind kind = LinkKind::Enter;
  Confidence confidence = Confidence::Certain;
  MarksId change = MarksId(0); // on the way, after that of `from`
  StartId into = {};           // set by addStart
};

struct StartKey {
  FunctionId function; // none: a hub, where writers of a variable or member meet its readers
  Port port;
  PathId path = EmptyPath;
  SiteId site; // the call it was entered from, where that matters; see Sites.h
  SymbolId label;
  bool free = false;
  /// Written after the address was passed: it reaches only who kept the address (rule 7).
  bool late = false;
  friend bool operator==(const StartKey &, const StartKey &) = default;
};

struct Start {
  StartKey key;
  FactId first;
  std::vector<Link> incoming;
  std::vector<FactId> exits;
  uint64_t facts = 0;
};

struct FactKey {
  StartId start;
  Port port;
  PathId path;
  MarksId marks;
  CallId since = {};
  friend bool operator==(const FactKey &, const FactKey &) = default;
};

} // namespace earmark

template <> struct llvm::DenseMapInfo<earmark::StartKey> {
  using Key = earmark::StartKey;
  static Key getEmptyKey() {
    Key key;
    key.path.value = ~0u;
    return key;
  }
  static Key getTombstoneKey() {
    Key key;
    key.path.value = ~0u - 1;
    return key;
  }
  static unsigned getHashValue(const Key &k) {
    return static_cast<unsigned>(llvm::hash_combine(k.function, static_cast<unsigned>(k.port.kind),
                                                    k.port.parameter, k.port.entity, k.path, k.site,
                                                    k.label, k.free, k.late));
  }
  static bool isEqual(const Key &a, const Key &b) { return a == b; }
};

template <> struct llvm::DenseMapInfo<earmark::FactKey> {
  using Key = earmark::FactKey;
  static Key getEmptyKey() {
    Key key;
    key.path.value = ~0u;
    return key;
  }
  static Key getTombstoneKey() {
    Key key;
    key.path.value = ~0u - 1;
    return key;
  }
  static unsigned getHashValue(const Key &k) {
    return static_cast<unsigned>(llvm::hash_combine(k.start, static_cast<unsigned>(k.port.kind),
                                                    k.port.parameter, k.port.entity, k.path,
                                                    k.marks, k.since));
  }
  static bool isEqual(const Key &a, const Key &b) { return a == b; }
};
