// Interns the shared rows of FlowTables (texts, paths, types lists) while a
// producer fills them. Builders are cheap; the tables stay the caller's.
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

#include <tuple>

namespace earmark {

/// Fold: a field named a third time makes the path that of its first naming, so
/// that a list of any length has finitely many paths (Deutsch's symbolic access
/// paths, bounded by repetition as in FlowDroid's path reduction). This is the
/// path that `path` with one more projection folds to; none: it does not fold.
PathId foldedPath(llvm::ArrayRef<PathNode> paths, PathId path, ProjectionKind kind, TextId name);

class FlowBuilder {
public:
  /// Continues with what `tables` already holds. `tables` outlives the builder.
  explicit FlowBuilder(FlowTables &tables);

  FlowTables &tables;

  TextId text(llvm::StringRef text) { return tables.texts.intern(text); }

  /// `path` with one more projection behind it, folded and cut as PathNode says.
  PathId extend(PathId path, ProjectionKind kind, TextId name = TextId());
  /// `path` with all of `suffix` behind it.
  PathId append(PathId path, PathId suffix);
  /// The projections of `path`, first to last.
  llvm::SmallVector<PathNode, 8> projections(PathId path) const;
  /// How often extend() cut a path at MaxPathLength.
  uint64_t cuts() const { return cutCount; }

  IdRange<struct TextListTag> textList(llvm::ArrayRef<TextId> texts);
  IdRange<struct TypeListTag> typeList(llvm::ArrayRef<TypeId> types);
  IdRange<struct SymbolListTag> symbolList(llvm::ArrayRef<SymbolId> symbols);

private:
  llvm::DenseMap<std::tuple<uint32_t, unsigned, uint32_t>, PathId> known;
  uint64_t cutCount = 0;
};

} // namespace earmark
