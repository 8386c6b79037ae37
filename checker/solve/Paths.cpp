#include "solve/Paths.h"

#include "flow/FlowBuilder.h"

#include <algorithm>

namespace earmark {

static bool isElement(ProjectionKind kind) {
  return kind == ProjectionKind::Element || kind == ProjectionKind::ElementAt ||
         kind == ProjectionKind::ElementOf;
}

/// The two projections can name the same place.
bool Paths::meets(const PathNode &a, const PathNode &b) const {
  if (a.kind == b.kind) {
    if (a.kind == ProjectionKind::Deref || a.kind == ProjectionKind::Element || a.name == b.name)
      return true;
    // The last element, and those before it, may each be the one at an index.
    auto byPlace = [&](const PathNode &node) { return node.name == last || node.name == others; };
    return a.kind == ProjectionKind::ElementAt && byPlace(a) != byPlace(b);
  }
  return isElement(a.kind) && isElement(b.kind); // one of them is an element that is not known
}

Paths::Paths(const FlowTables &tables) : texts(tables.texts) {
  last = tables.texts.find(LastElement);
  others = tables.texts.find(OtherElements);
  besides = tables.texts.find("(elsewhere)");
  nodes.reserve(tables.paths.size() + 1024);
  nodes.push_back(PathNode{});
  lengths.push_back(0);
  memberCounts.push_back(0);
  elementOf.push_back(false);
  for (uint32_t i = 1; i < tables.paths.size(); ++i) {
    const PathNode &node = tables.paths[i];
    known.try_emplace({node.parent.value, unsigned(node.kind), node.name.value}, PathId(i));
    add(node);
  }
}

void Paths::add(const PathNode &node) {
  nodes.push_back(node);
  lengths.push_back(static_cast<uint8_t>(std::min(lengths[node.parent.value] + 1, 255)));
  memberCounts.push_back(memberCounts[node.parent.value] + (node.kind == ProjectionKind::Field));
  elementOf.push_back(elementOf[node.parent.value] || node.kind == ProjectionKind::ElementOf);
}

PathId Paths::extend(PathId path, ProjectionKind kind, TextId name) {
  auto found = known.find({path.value, unsigned(kind), name.value});
  if (found != known.end())
    return found->second;
  PathId result;
  // More dimensions than two are one: a loop over bytes would add one each time.
  bool isElementAgain = kind == ProjectionKind::Element && length(path) > 1 &&
                        nodes[path.value].kind == kind &&
                        nodes[nodes[path.value].parent.value].kind == kind;
  if (isElementAgain)
    return path;
  if (PathId first = foldedPath(nodes, path, kind, name)) {
    result = first;
  } else if (length(path) >= MaxLength) {
    ++cuts;
    return path; // not remembered, so that every cut counts
  } else {
    result = PathId(static_cast<uint32_t>(nodes.size()));
    add({path, kind, name});
  }
  known.try_emplace({path.value, unsigned(kind), name.value}, result);
  return result;
}

std::optional<PathId> Paths::elsewhere(PathId path) {
  Projections parts = projections(path);
  if (!besides || parts.size() < 2 || parts[0].kind != ProjectionKind::Deref ||
      parts[1].kind != ProjectionKind::Deref)
    return std::nullopt;
  PathId object = extend(EmptyPath, ProjectionKind::Deref);
  return append(extend(object, ProjectionKind::Field, besides),
                llvm::ArrayRef<PathNode>(parts).drop_front());
}

Paths::Projections Paths::projections(PathId path) const {
  Projections result;
  for (; path.value != 0; path = nodes[path.value].parent)
    result.push_back(nodes[path.value]);
  std::reverse(result.begin(), result.end());
  return result;
}

PathId Paths::append(PathId path, llvm::ArrayRef<PathNode> suffix) {
  for (const PathNode &node : suffix)
    path = extend(path, node.kind, node.name);
  return path;
}

PathId Paths::append(PathId path, PathId suffix) {
  if (path.value == 0)
    return suffix;
  if (suffix.value == 0)
    return path;
  return append(path, projections(suffix));
}

Paths::Relation Paths::relate(PathId fact, PathId part, Projections &suffix) const {
  suffix.clear();
  if (fact == part)
    return Below;
  if (fact.value == 0)
    return Above;
  if (part.value == 0) {
    suffix = projections(fact);
    return Below;
  }
  unsigned factLength = length(fact), partLength = length(part);
  PathId a = fact, b = part;
  while (length(a) > partLength) {
    suffix.push_back(nodes[a.value]);
    a = nodes[a.value].parent;
  }
  while (length(b) > factLength)
    b = nodes[b.value].parent;
  while (a != b) {
    if (!meets(nodes[a.value], nodes[b.value]))
      return Apart;
    a = nodes[a.value].parent;
    b = nodes[b.value].parent;
  }
  std::reverse(suffix.begin(), suffix.end());
  return factLength >= partLength ? Below : Above;
}

bool Paths::covers(PathId killed, llvm::ArrayRef<PathNode> path) const {
  unsigned killedLength = length(killed);
  if (killedLength > path.size())
    return false;
  for (unsigned i = killedLength; i-- > 0; killed = nodes[killed.value].parent) {
    const PathNode &kill = nodes[killed.value], &node = path[i];
    bool same =
        kill.kind == node.kind && (kill.kind == ProjectionKind::Deref ||
                                   kill.kind == ProjectionKind::Element || kill.name == node.name);
    bool allElements = kill.kind == ProjectionKind::Element && isElement(node.kind);
    if (!same && !allElements)
      return false;
  }
  return true;
}

bool Paths::startsWithDeref(PathId path) const {
  if (path.value == 0)
    return false;
  while (nodes[path.value].parent.value != 0)
    path = nodes[path.value].parent;
  return nodes[path.value].kind == ProjectionKind::Deref;
}

bool Paths::hasDeref(llvm::ArrayRef<PathNode> path) const {
  return std::any_of(path.begin(), path.end(),
                     [](const PathNode &node) { return node.kind == ProjectionKind::Deref; });
}

bool Paths::onlyDerefs(PathId path) const {
  for (; path.value != 0; path = nodes[path.value].parent)
    if (nodes[path.value].kind != ProjectionKind::Deref)
      return false;
  return true;
}

PathId Paths::stripDeref(PathId path) {
  if (!startsWithDeref(path))
    return path;
  Projections all = projections(path);
  return append(EmptyPath, llvm::ArrayRef<PathNode>(all).drop_front());
}

PathId Paths::addDeref(PathId path) {
  return append(extend(EmptyPath, ProjectionKind::Deref), path);
}

PathId Paths::prefix(PathId path, unsigned length) const {
  while (this->length(path) > length)
    path = nodes[path.value].parent;
  return path;
}

PathId Paths::withoutRepeats(PathId path) {
  if (members(path) < 2)
    return path;
  auto [at, isNew] = unrepeated.try_emplace(path.value, path);
  if (!isNew)
    return at->second;
  Projections once;
  for (const PathNode &node : projections(path)) {
    auto same = std::find_if(once.begin(), once.end(), [&](const PathNode &earlier) {
      return node.kind == ProjectionKind::Field && earlier.kind == node.kind &&
             earlier.name == node.name;
    });
    if (same == once.end())
      once.push_back(node);
    else
      once.truncate(same + 1 - once.begin());
  }
  PathId result = append(EmptyPath, llvm::ArrayRef<PathNode>(once));
  unrepeated[path.value] = result;
  return result;
}

std::string Paths::print(PathId path) const {
  std::string result;
  for (const PathNode &node : projections(path)) {
    switch (node.kind) {
    case ProjectionKind::Deref: result += ".*"; break;
    case ProjectionKind::Field: result += "." + texts[node.name].str(); break;
    case ProjectionKind::Element: result += "[]"; break;
    case ProjectionKind::ElementAt: result += "[" + texts[node.name].str() + "]"; break;
    case ProjectionKind::ElementOf: result += "[#" + texts[node.name].str() + "]"; break;
    case ProjectionKind::Exception: result += "!" + texts[node.name].str(); break;
    }
  }
  return result;
}

} // namespace earmark
