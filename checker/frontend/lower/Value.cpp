#include "frontend/lower/Value.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark::lower {

namespace {
/// More steps than this are not shown: the oldest and the newest are kept.
constexpr unsigned MaxSteps = 6;
/// Nodes and origins of one value.
constexpr unsigned MaxTree = 1024;
} // namespace

const Node *Values::make(llvm::SmallVectorImpl<Origin> &own, llvm::SmallVectorImpl<Kid> &kids) {
  if ((own.empty() && kids.empty()) || exhausted())
    return &nothing;
  // Of equal origins the first stays, with its steps.
  auto before = [](const Origin &a, const Origin &b) {
    return std::tuple(a.key(), a.chain) < std::tuple(b.key(), b.chain);
  };
  if (!llvm::is_sorted(own, before))
    llvm::sort(own, before);
  own.erase(std::unique(own.begin(), own.end()), own.end());
  llvm::sort(kids, [](const Kid &a, const Kid &b) { return a.first < b.first; });
  auto sizeOf = [&] {
    size_t size = 1 + own.size();
    for (const Kid &kid : kids)
      size += kid.second->size;
    return static_cast<unsigned>(std::min<size_t>(size, ~0u));
  };
  if (sizeOf() > MaxTree + own.size() + kids.size())
    for (Kid &kid : kids)
      kid.second = flat(kid.second);
  Node wanted{own, kids, sizeOf()};
  if (auto known = nodes.find(&wanted); known != nodes.end())
    return *known;
  wanted.own = wanted.own.copy(arena);
  wanted.kids = wanted.kids.copy(arena);
  const Node *node = new (arena.Allocate<Node>()) Node(wanted);
  nodes.insert(node);
  return node;
}

unsigned Values::SameNode::getHashValue(const Node *node) {
  llvm::hash_code code = llvm::hash_combine(node->own.size(), node->kids.size());
  for (const Origin &origin : node->own)
    code = llvm::hash_combine(code, origin.address.value, unsigned(origin.port.kind),
                              origin.port.parameter, origin.port.entity, origin.path.value,
                              origin.negated, origin.several, origin.chain.value);
  for (const auto &[projection, kid] : node->kids)
    code = llvm::hash_combine(code, unsigned(projection.kind), projection.name.value, kid);
  return unsigned(size_t(code));
}

bool Values::SameNode::isEqual(const Node *a, const Node *b) {
  auto isKey = [](const Node *node) { return node == getEmptyKey() || node == getTombstoneKey(); };
  if (a == b || isKey(a) || isKey(b))
    return a == b;
  auto sameSteps = [](const Origin &x, const Origin &y) { return x == y && x.chain == y.chain; };
  return a->kids == b->kids && llvm::equal(a->own, b->own, sameSteps);
}

/// All that is in the tree may be anywhere in it.
const Node *Values::flat(const Node *node) {
  if (node->kids.empty())
    return node;
  llvm::SmallVector<Origin, 16> all;
  collect(node, all);
  for (Origin &origin : all)
    origin.several = true;
  llvm::SmallVector<Kid, 0> none;
  return make(all, none);
}

const Node *Values::leaf(const Origin &origin) {
  llvm::SmallVector<Origin, 1> own{origin};
  llvm::SmallVector<Kid, 0> kids;
  return make(own, kids);
}

const Kid *Values::find(const Node *node, Projection projection) const {
  auto at = llvm::lower_bound(node->kids, projection,
                              [](const Kid &kid, const Projection &p) { return kid.first < p; });
  return at != node->kids.end() && at->first == projection ? &*at : nullptr;
}

std::optional<Projection> elementOfSequence(FlowBuilder &flow, Projection field) {
  if (field.kind != ProjectionKind::Field)
    return std::nullopt;
  llvm::StringRef name = flow.tables.texts[field.name];
  if (!name.consume_front("[") || !name.consume_back("]"))
    return std::nullopt;
  if (name.empty())
    return Projection{ProjectionKind::Element, TextId()};
  return Projection{ProjectionKind::ElementAt, flow.text(name.str())};
}

Origin Values::extend(Origin origin, Projection projection) {
  if (origin.address || projection.isElement() || origin.port.kind == PortKind::Literal ||
      origin.port.kind == PortKind::Function || origin.port.kind == PortKind::Created)
    return origin;
  if (std::optional<Projection> element = elementOfSequence(flow, projection))
    projection = *element;
  origin.path = flow.extend(origin.path, projection.kind, projection.name);
  return origin;
}

const Node *Values::child(const Node *node, Projection projection) {
  if (node->empty())
    return &nothing;
  if (projection.kind == ProjectionKind::Element) {
    const Node *result = nullptr;
    for (const Kid &kid : node->kids)
      if (kid.first.isElement())
        result = result ? join(result, kid.second) : kid.second;
    if (find(node, projection))
      return result;
    llvm::SmallVector<Origin, 4> own(node->own);
    llvm::SmallVector<Kid, 0> kids;
    const Node *rest = make(own, kids);
    return result ? join(result, rest) : rest;
  }
  if (const Kid *kid = find(node, projection))
    return kid->second;
  if (projection.kind == ProjectionKind::ElementAt)
    if (const Kid *any = find(node, {ProjectionKind::Element, TextId()}))
      return any->second;
  llvm::SmallVector<Origin, 4> own;
  for (const Origin &origin : node->own) {
    bool isDeref = projection.kind == ProjectionKind::Deref;
    if (isDeref && origin.address)
      continue; // memory in sight: read there, not here
    own.push_back(extend(origin, projection));
  }
  llvm::SmallVector<Kid, 0> kids;
  return make(own, kids);
}

const Node *Values::at(const Node *node, PathId path) {
  if (path == EmptyPath)
    return node;
  for (const PathNode &step : flow.projections(path))
    node = child(node, {step.kind, step.name});
  return node;
}

const Node *Values::withKid(const Node *node, Projection projection, const Node *kid) {
  llvm::SmallVector<Origin, 4> own(node->own);
  llvm::SmallVector<Kid, 8> kids(node->kids);
  for (Kid &old : kids)
    if (old.first == projection) {
      old.second = kid;
      return make(own, kids);
    }
  kids.emplace_back(projection, kid);
  return make(own, kids);
}

const Node *Values::updateFrom(const Node *node, llvm::ArrayRef<PathNode> path, const Node *part,
                               bool strong) {
  if (path.empty())
    return strong ? part : join(node, part);
  Projection projection{path.front().kind, path.front().name};
  if (projection.kind == ProjectionKind::Element) {
    // Any element may be meant: each keeps what it held besides.
    const Node *result = node;
    for (const Kid &kid : node->kids)
      if (kid.first.kind == ProjectionKind::ElementAt)
        result = withKid(result, kid.first, updateFrom(kid.second, path.drop_front(), part, false));
    const Kid *any = find(node, projection);
    llvm::SmallVector<Origin, 4> own(node->own);
    llvm::SmallVector<Kid, 0> kids;
    const Node *old = any ? any->second : make(own, kids);
    return withKid(result, projection, updateFrom(old, path.drop_front(), part, false));
  }
  return withKid(node, projection,
                 updateFrom(child(node, projection), path.drop_front(), part, strong));
}

const Node *Values::update(const Node *node, PathId path, const Node *part, bool strong) {
  auto projections = flow.projections(path);
  return updateFrom(node, projections, part, strong);
}

bool Values::equal(const Node *a, const Node *b) const {
  if (a == b)
    return true;
  if (a->own.size() != b->own.size() || a->kids.size() != b->kids.size() || a->own != b->own)
    return false;
  for (auto [left, right] : llvm::zip(a->kids, b->kids))
    if (left.first != right.first || !equal(left.second, right.second))
      return false;
  return true;
}

const Node *Values::join(const Node *a, const Node *b) {
  if (a == b || b->empty() || exhausted())
    return a;
  if (a->empty())
    return b;
  if (a->kids.empty() && b->kids.empty() &&
      std::includes(a->own.begin(), a->own.end(), b->own.begin(), b->own.end()))
    return a;
  llvm::SmallVector<Origin, 8> own;
  std::set_union(a->own.begin(), a->own.end(), b->own.begin(), b->own.end(),
                 std::back_inserter(own));
  llvm::SmallVector<Kid, 8> kids;
  for (const Kid &kid : a->kids)
    kids.emplace_back(kid.first, join(kid.second, child(b, kid.first)));
  for (const Kid &kid : b->kids)
    if (!find(a, kid.first))
      kids.emplace_back(kid.first, join(child(a, kid.first), kid.second));
  const Node *result = make(own, kids);
  return equal(result, a) ? a : result;
}

const Node *Values::withoutPointees(const Node *node) {
  bool changed = false;
  llvm::SmallVector<Kid, 8> kids;
  for (const Kid &kid : node->kids) {
    if (kid.first.kind == ProjectionKind::Deref) {
      changed = true;
      continue;
    }
    const Node *clean = withoutPointees(kid.second);
    changed |= clean != kid.second;
    kids.emplace_back(kid.first, clean);
  }
  if (!changed)
    return node;
  llvm::SmallVector<Origin, 8> own(node->own);
  return make(own, kids);
}

void Values::collect(const Node *node, llvm::SmallVectorImpl<Origin> &out) const {
  out.append(node->own.begin(), node->own.end());
  for (const Kid &kid : node->kids)
    collect(kid.second, out);
}

const Node *Values::map(const Node *node, llvm::function_ref<bool(Origin &)> change) {
  if (node->empty())
    return node;
  llvm::SmallVector<Origin, 8> own;
  for (Origin origin : node->own)
    if (change(origin))
      own.push_back(origin);
  llvm::SmallVector<Kid, 8> kids;
  for (const Kid &kid : node->kids)
    kids.emplace_back(kid.first, map(kid.second, change));
  return make(own, kids);
}

ChainId Values::addStep(ChainId chain, const Step &step) {
  unsigned length = 1;
  if (chain) {
    const Link &last = chains[chain.value];
    if (last.step.span == step.span && last.step.kind == step.kind && last.step.name == step.name)
      return chain;
    length = last.length + 1;
    if (length > MaxSteps)
      return chain;
  }
  LinkKey key{chain.value,    unsigned(step.kind), step.name.value,   step.span.file.value,
              step.span.line, step.span.column,    step.span.endLine, step.span.endColumn};
  auto [found, isNew] = known.try_emplace(key, ChainId(static_cast<uint32_t>(chains.size())));
  if (isNew)
    chains.push_back({chain, step, length});
  return found->second;
}

llvm::SmallVector<Step, 4> Values::steps(ChainId chain) const {
  llvm::SmallVector<Step, 4> result;
  for (; chain; chain = chains[chain.value].before)
    result.push_back(chains[chain.value].step);
  std::reverse(result.begin(), result.end());
  return result;
}

} // namespace earmark::lower
