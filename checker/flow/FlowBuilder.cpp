#include "flow/FlowBuilder.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

FlowBuilder::FlowBuilder(FlowTables &tables) : tables(tables) {
  for (uint32_t i = 1; i < tables.paths.size(); ++i) {
    const PathNode &node = tables.paths[i];
    known.try_emplace({node.parent.value, unsigned(node.kind), node.name.value}, PathId(i));
  }
}

PathId foldedPath(llvm::ArrayRef<PathNode> paths, PathId path, ProjectionKind kind, TextId name) {
  if (kind != ProjectionKind::Field || path.value == 0)
    return PathId();
  unsigned sameName = 0;
  PathId first, last;
  for (PathId at = path; at.value != 0; at = paths[at.value].parent) {
    const PathNode &node = paths[at.value];
    if (node.kind == kind && node.name == name) {
      if (!last)
        last = at;
      first = at;
      ++sameName;
    }
  }
  if (sameName < 2)
    return PathId();
  // A member of an element of a container is one of the container's own members
  // (an entry's value): it repeats only where all between its namings repeats.
  const ProjectionKind before = paths[path.value].kind;
  if (sameName == 2 && (before == ProjectionKind::Element || before == ProjectionKind::ElementAt)) {
    PathId a = path, b = paths[last.value].parent;
    while (a != last && b.value != 0 && paths[a.value].kind == paths[b.value].kind &&
           paths[a.value].name == paths[b.value].name) {
      a = paths[a.value].parent;
      b = paths[b.value].parent;
    }
    if (a != last || b != first)
      return PathId();
  }
  return first;
}

PathId FlowBuilder::extend(PathId path, ProjectionKind kind, TextId name) {
  auto found = known.find({path.value, unsigned(kind), name.value});
  if (found != known.end())
    return found->second;

  unsigned length = 0;
  for (PathId at = path; at.value != 0; at = tables.paths[at.value].parent)
    ++length;
  PathId result;
  if (PathId first = foldedPath(tables.paths, path, kind, name)) {
    result = first;
  } else if (length >= MaxPathLength) {
    ++cutCount;
    result = path;
  } else {
    result = PathId(static_cast<uint32_t>(tables.paths.size()));
    tables.paths.push_back({path, kind, name});
  }
  known.try_emplace({path.value, unsigned(kind), name.value}, result);
  return result;
}

llvm::SmallVector<PathNode, 8> FlowBuilder::projections(PathId path) const {
  llvm::SmallVector<PathNode, 8> result;
  for (; path.value != 0; path = tables.paths[path.value].parent)
    result.push_back(tables.paths[path.value]);
  std::reverse(result.begin(), result.end());
  return result;
}

PathId FlowBuilder::append(PathId path, PathId suffix) {
  if (path.value == 0)
    return suffix;
  for (const PathNode &node : projections(suffix))
    path = extend(path, node.kind, node.name);
  return path;
}

IdRange<struct TextListTag> FlowBuilder::textList(llvm::ArrayRef<TextId> texts) {
  uint32_t begin = tables.textList.size();
  llvm::append_range(tables.textList, texts);
  return {begin, static_cast<uint32_t>(texts.size())};
}

IdRange<struct TypeListTag> FlowBuilder::typeList(llvm::ArrayRef<TypeId> types) {
  uint32_t begin = tables.typeList.size();
  llvm::append_range(tables.typeList, types);
  return {begin, static_cast<uint32_t>(types.size())};
}

IdRange<struct SymbolListTag> FlowBuilder::symbolList(llvm::ArrayRef<SymbolId> symbols) {
  uint32_t begin = tables.symbolList.size();
  llvm::append_range(tables.symbolList, symbols);
  return {begin, static_cast<uint32_t>(symbols.size())};
}

} // namespace earmark
