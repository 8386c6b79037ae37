// Arithmetic on access paths. The program's trie is const, so this is a copy
// that can grow; ids of the program stay valid in it.
//
// Two paths are compared projection by projection. `[]` may be any element, so
// it meets `[k]` for every k, while `[j]` and `[k]` are different places. So are
// `[last]` and `[others]`; each of them may be `[k]`, though.
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <optional>
#include <string>
#include <tuple>

namespace earmark {

class Paths {
public:
  /// Paths of facts are no longer than MaxPathLength; on the way there they may be.
  static constexpr unsigned MaxLength = 2 * MaxPathLength;

  explicit Paths(const FlowTables &tables);

  using Projections = llvm::SmallVector<PathNode, 8>;

  PathId extend(PathId path, ProjectionKind kind, TextId name = TextId());
  PathId append(PathId path, PathId suffix);
  PathId append(PathId path, llvm::ArrayRef<PathNode> suffix);
  Projections projections(PathId path) const;
  unsigned length(PathId path) const { return lengths[path.value]; }
  /// How many of its projections are members.
  unsigned members(PathId path) const { return memberCounts[path.value]; }

  /// How the place `fact` lies to the place `part`.
  enum Relation : uint8_t {
    Apart, // different places
    Below, // fact = part.suffix: what is below goes along
    Above, // fact is a proper prefix of part: the whole holds it, so the part does
  };
  Relation relate(PathId fact, PathId part, Projections &suffix) const;

  /// `killed` certainly covers all of `path`. `[]` here means all elements.
  bool covers(PathId killed, llvm::ArrayRef<PathNode> path) const;

  bool startsWithDeref(PathId path) const;
  bool hasDeref(llvm::ArrayRef<PathNode> path) const;
  bool onlyDerefs(PathId path) const;
  /// `path` without its first projection if that is a Deref.
  PathId stripDeref(PathId path);
  /// `path` with a Deref in front.
  PathId addDeref(PathId path);
  /// The first `length` projections.
  PathId prefix(PathId path, unsigned length) const;

  /// Where what an argument, an iterator, refers to (`.*.*`) goes when that is
  /// overwritten: other elements hold it still, and models of iterators find it there.
  /// None for what is nothing of the kind.
  std::optional<PathId> elsewhere(PathId path);

  /// It ends in an element known by its place, the last or the others; by its index.
  bool isByPlace(PathId path) const {
    const PathNode &node = nodes[path.value];
    return node.kind == ProjectionKind::ElementAt && (node.name == last || node.name == others);
  }
  bool isAtIndex(PathId path) const {
    return nodes[path.value].kind == ProjectionKind::ElementAt && !isByPlace(path);
  }
  /// Without what lies between two namings of one member: `list.next.next.data` is
  /// `list.next.data`.
  PathId withoutRepeats(PathId path);

  bool hasElementOf(PathId path) const { return elementOf[path.value]; }
  /// `[#n]` replaced by `[k]`, where `literalOf(n)` gives k, or else by `[]`.
  template <typename LiteralOf> PathId resolve(PathId path, LiteralOf literalOf) {
    if (!hasElementOf(path))
      return path;
    PathId result = EmptyPath;
    for (const PathNode &node : projections(path)) {
      if (node.kind != ProjectionKind::ElementOf) {
        result = extend(result, node.kind, node.name);
        continue;
      }
      TextId literal = literalOf(node.name);
      result = literal ? extend(result, ProjectionKind::ElementAt, literal)
                       : extend(result, ProjectionKind::Element);
    }
    return result;
  }

  /// ".*.User::email[3]"
  std::string print(PathId path) const;

  /// How often a path was cut at MaxLength.
  uint64_t cuts = 0;

private:
  const TextPool &texts;
  TextId last, others, besides;
  std::vector<PathNode> nodes;
  std::vector<uint8_t> lengths, memberCounts;
  std::vector<bool> elementOf;
  llvm::DenseMap<std::tuple<uint32_t, unsigned, uint32_t>, PathId> known;
  llvm::DenseMap<uint32_t, PathId> unrepeated; // answers of withoutRepeats

  void add(const PathNode &node);
  bool meets(const PathNode &a, const PathNode &b) const;
};

} // namespace earmark
