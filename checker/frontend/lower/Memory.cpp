#include "frontend/lower/Memory.h"

namespace earmark::lower {

RootId Memory::local(const void *key, clang::QualType type) {
  auto [at, isNew] = locals.try_emplace(key, RootId(roots.size()));
  if (isNew)
    roots.push_back({Root::Local, {}, type});
  return at->second;
}

void Memory::addRoot(const Root &root) {
  if (root.port.kind == PortKind::Global)
    globalRoots.push_back(RootId(roots.size()));
  roots.push_back(root);
}

RootId Memory::global(SymbolId symbol, clang::QualType type) {
  auto [at, isNew] = globals.try_emplace(symbol, RootId(roots.size()));
  if (isNew)
    addRoot({Root::Global, {PortKind::Global, NoParameter, symbol.value}, type});
  return at->second;
}

RootId Memory::symbolic(Port port) {
  auto [at, isNew] = symbolics.try_emplace(port, RootId(roots.size()));
  if (isNew)
    addRoot({Root::Symbolic, port, clang::QualType()});
  return at->second;
}

const Node *Memory::initialTree(RootId root) {
  if (roots[root.value].kind == Root::Local)
    return values.empty();
  if (const Node *constant = constants.lookup(root))
    return constant;
  Origin origin;
  origin.port = roots[root.value].port;
  return values.leaf(origin);
}

const Node *Memory::tree(const State &state, RootId root) {
  if (const Node *const *found = state.memory.lookup(root.value))
    return *found;
  return initialTree(root);
}

void Memory::set(State &state, RootId root, const Node *tree) {
  state.memory = trees.add(state.memory, root.value, tree);
  if (&state == tracked)
    written.push_back(root);
}

void Memory::write(State &state, Place place, const Node *value, bool strong) {
  if (state.summary.contains(place.root.value) || hasElement(place.path))
    strong = false;
  set(state, place.root, values.update(tree(state, place.root), place.path, value, strong));
}

/// Keys that the two do not certainly map to the same node. States that come from
/// one share most of their trees, which are passed over unseen.
static llvm::SmallVector<uint32_t, 32> differing(const Tree &a, const Tree &b) {
  using Branch = std::remove_pointer_t<decltype(a.getRootWithoutRetain())>;
  llvm::SmallVector<uint32_t, 32> keys;
  auto begin = [](const Tree &tree) {
    return tree.isEmpty() ? Branch::iterator() : tree.getRootWithoutRetain()->begin();
  };
  typename Branch::iterator left = begin(a), right = begin(b), end;
  while (left != end && right != end) {
    if (&*left == &*right) {
      left.skipSubTree();
      right.skipSubTree();
      continue;
    }
    uint32_t l = left->getValue().first, r = right->getValue().first;
    if (l != r || left->getValue().second != right->getValue().second)
      keys.push_back(std::min(l, r));
    if (l <= r)
      ++left;
    if (r <= l)
      ++right;
  }
  for (; left != end; ++left)
    keys.push_back(left->getValue().first);
  for (; right != end; ++right)
    keys.push_back(right->getValue().first);
  return keys;
}

bool Memory::joinTree(State &into, const State &from, RootId root) {
  const Node *const *old = into.memory.lookup(root.value);
  const Node *left = tree(into, root);
  const Node *right = tree(from, root);
  const Node *both = left == right ? left : values.join(left, right);
  if (old && (both == *old || values.equal(both, *old)))
    return false;
  if (!old && roots[root.value].kind != Root::Local && values.equal(both, left))
    return false;
  set(into, root, both);
  return true;
}

bool Memory::joinRoot(State &into, const State &from, RootId root) {
  bool changed = joinTree(into, from, root);
  if (from.escaped.contains(root.value) && !into.escaped.contains(root.value)) {
    markEscaped(into, root);
    changed = true;
  }
  if (from.summary.contains(root.value) && !into.summary.contains(root.value)) {
    markSummary(into, root);
    changed = true;
  }
  return changed;
}

bool Memory::join(State &into, const State &from) {
  if (!into.reached) {
    into = from;
    return true;
  }
  bool changed = false;
  if (into.memory.getRootWithoutRetain() != from.memory.getRootWithoutRetain()) {
    for (uint32_t key : differing(into.memory, from.memory))
      changed |= joinTree(into, from, RootId(key));
  }
  for (uint32_t root : from.escaped)
    if (!into.escaped.contains(root)) {
      markEscaped(into, RootId(root));
      changed = true;
    }
  for (uint32_t root : from.summary)
    if (!into.summary.contains(root)) {
      markSummary(into, RootId(root));
      changed = true;
    }
  return changed;
}

bool Memory::hasElement(PathId path) const {
  const auto &paths = values.flow.tables.paths;
  for (; path != EmptyPath; path = paths[path.value].parent)
    if (paths[path.value].kind == ProjectionKind::Element)
      return true;
  return false;
}

Origin Memory::addressOf(Place place, bool several) {
  Origin result;
  result.several = several;
  const Root &root = roots[place.root.value];
  const auto &paths = values.flow.tables.paths;
  if (root.kind == Root::Symbolic && place.path != EmptyPath &&
      paths[place.path.value].kind == ProjectionKind::Deref) {
    // The address of what p points to is p.
    result.port = root.port;
    result.path = paths[place.path.value].parent;
    return result;
  }
  result.address = place.root;
  result.path = place.path;
  return result;
}

Places Memory::deref(const Node *pointer) {
  Places result;
  llvm::SmallVector<Origin, 8> origins(pointer->own);
  for (const Kid &kid : pointer->kids)
    if (kid.first.isElement())
      values.collect(kid.second, origins);
  for (const Origin &origin : origins) {
    if (origin.says != Origin::Data)
      continue; // it leads nowhere
    result.weak |= origin.several;
    if (origin.address) {
      result.at.push_back({origin.address, origin.path});
    } else if (isSecondary(origin)) {
      if (origin.port.kind != PortKind::Literal && origin.port.kind != PortKind::Function)
        result.labels.push_back(values.extend(origin, {ProjectionKind::Deref, TextId()}));
      else
        result.labels.push_back(origin);
    } else {
      result.at.push_back(
          {symbolic(origin.port), values.flow.extend(origin.path, ProjectionKind::Deref)});
    }
  }
  llvm::sort(result.at);
  result.at.erase(std::unique(result.at.begin(), result.at.end()), result.at.end());
  return result;
}

Places Memory::project(const Places &places, Projection projection) {
  Places result;
  result.weak = places.weak;
  for (const Place &place : places.at) {
    bool flat = projection.isElement() && roots[place.root.value].kind == Root::Symbolic;
    result.at.push_back(
        {place.root,
         flat ? place.path : values.flow.extend(place.path, projection.kind, projection.name)});
  }
  for (const Origin &label : places.labels)
    result.labels.push_back(values.extend(label, projection));
  return result;
}

uint32_t Memory::cellOf(RootId root) {
  uint32_t &cell = roots[root.value].cell;
  if (cell == ~0u)
    cell = cellCount++;
  return cell;
}

} // namespace earmark::lower
