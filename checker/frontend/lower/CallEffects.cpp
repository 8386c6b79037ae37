// What a call may do to memory in sight is done here and nowhere else: what it is
// given the address of holds afterwards what the call left there. A reference
// that a call returned is asked for again when that memory has changed.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

/// Whether an object of `type` may refer to memory of others without owning it:
/// pointers, references, and small copyable classes of them (iterators, views).
bool maySee(QualType type) {
  if (type.isNull())
    return false;
  if (type->isReferenceType() || type->isAnyPointerType())
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || !record->isTriviallyCopyable())
    return false;
  record = record->getDefinition();
  for (const FieldDecl *field : record->fields())
    if (maySee(field->getType()))
      return true;
  for (const CXXBaseSpecifier &base : record->bases())
    if (maySee(base.getType()))
      return true;
  return false;
}

namespace {

/// A reference leads to one object, where a pointer may lead through an array.
bool isReference(const Passed &passed) {
  return passed.parameter != This && !passed.type.isNull() && passed.type->isReferenceType();
}

/// Finds what memory an argument gives away, and what the call may leave there.
struct Effects {
  Lowering &in;
  uint32_t call;
  struct Target {
    Place place;
    const Node *left;
    bool strong;
    bool around = false; // a member of it was given away, not the object itself
    uint32_t number = 0;
  };
  llvm::SmallVector<Target, 8> targets;
  llvm::SmallVector<RootId, 8> given; // roots whose address goes out of sight
  llvm::SmallVector<RootId, 8> seen;  // roots that the call may read

  void pointee(Place place, Port left, PathId path, bool writable, bool strong, unsigned depth,
               bool one = false) {
    const Root &root = in.memory.roots[place.root.value];
    if (root.kind == Root::Symbolic && isSecondary(originOf(root.port)))
      return;
    // A pointer into an array gives away all of it.
    const auto &paths = in.flow.tables.paths;
    while (!one && place.path != EmptyPath &&
           (paths[place.path.value].kind == ProjectionKind::ElementAt ||
            paths[place.path.value].kind == ProjectionKind::Element)) {
      QualType type = typeAt(in, place);
      if (!type.isNull() && type->isRecordType())
        break;
      if (paths[place.path.value].kind == ProjectionKind::Element ||
          in.flow.tables.texts[paths[place.path.value].name] != "0")
        strong = false;
      place.path = paths[place.path.value].parent;
    }
    seen.push_back(place.root);
    if (root.kind == Root::Local)
      given.push_back(place.root);
    // What lies behind the memory itself: pointers in it.
    if (depth < 4)
      inside(in.memory.raw(in.state, place), left, path, depth + 1);
    if (!writable)
      return;
    targets.push_back({place, in.values.leaf(originOf(left, path)), strong});
    if (std::optional<Around> around = aroundPlace(in, place))
      targets.push_back(
          {around->object,
           in.values.leaf(originOf(left, in.flow.extend(path, around->by.kind, around->by.name))),
           strong, /*around=*/true});
  }

  /// Whether this value, found in memory that is given away, is certainly a
  /// pointer to what may be written.
  bool pointsToMutable(const Origin &origin) {
    if (isSecondary(origin))
      return false;
    if (origin.port.kind == PortKind::Entry && origin.port.parameter == This &&
        origin.path == EmptyPath) {
      const auto *method = dyn_cast_or_null<CXXMethodDecl>(in.function);
      return method && !method->isConst();
    }
    QualType type;
    if (origin.path != EmptyPath) {
      const PathNode &last = in.flow.tables.paths[origin.path.value];
      if (last.kind == ProjectionKind::Field)
        type = in.fieldTypes.lookup(last.name);
    } else if (origin.port.kind == PortKind::CallResult) {
      type = in.calls[origin.port.entity].result;
    } else if (origin.port.kind == PortKind::Entry && in.function &&
               origin.port.parameter < in.function->getNumParams()) {
      type = in.function->getParamDecl(origin.port.parameter)->getType();
    }
    return !type.isNull() && !type->getPointeeType().isNull() && !type->isFunctionPointerType() &&
           !type->getPointeeType().isConstQualified();
  }

  void inside(const Node *node, Port left, PathId path, unsigned depth) {
    llvm::SmallVector<const Origin *, 4> addresses;
    for (const Origin &origin : node->own)
      if (origin.address)
        addresses.push_back(&origin);
    for (const Origin &origin : node->own)
      if (!origin.address && pointsToMutable(origin))
        targets.push_back(
            {{in.memory.symbolic(origin.port), in.flow.extend(origin.path, ProjectionKind::Deref)},
             in.values.leaf(originOf(left, in.flow.extend(path, ProjectionKind::Deref))),
             node->own.size() == 1 && !origin.several});
    for (const Origin *origin : addresses)
      pointee({origin->address, origin->path}, left, in.flow.extend(path, ProjectionKind::Deref),
              true, addresses.size() == 1 && node->own.size() == 1 && !origin->several, depth);
    for (const Kid &kid : node->kids)
      if (kid.first.kind != ProjectionKind::Deref)
        inside(kid.second, left,
               kid.first.isElement() ? path : in.flow.extend(path, kid.first.kind, kid.first.name),
               depth);
  }

  void argument(const Passed &passed) {
    Port left = port(PortKind::CallOut, call, passed.parameter);
    PathId behind = in.flow.extend(EmptyPath, ProjectionKind::Deref);
    bool pointer = passed.parameter == This || passed.type.isNull() ||
                   passed.type->isReferenceType() || passed.type->isAnyPointerType() ||
                   passed.type->isArrayType();
    if (pointer) {
      Places at = in.memory.deref(passed.value);
      for (const Place &place : at.at)
        pointee(place, left, behind, passed.writable, at.at.size() == 1 && !at.weak, 0,
                isReference(passed));
      for (const Kid &kid : passed.value->kids)
        inside(kid.second, left, in.flow.extend(EmptyPath, kid.first.kind, kid.first.name), 0);
    } else {
      inside(passed.value, left, EmptyPath, 0);
    }
  }

  void apply(uint32_t callBefore, const void *at) {
    // Several ways to one place: each may be the last to write.
    for (uint32_t i = 0; i < targets.size(); ++i)
      targets[i].number = i;
    llvm::sort(targets, [](const Target &a, const Target &b) {
      return std::tuple(a.place, a.number) < std::tuple(b.place, b.number);
    });
    for (size_t i = 0; i < targets.size();) {
      const Node *left = targets[i].left;
      bool strong = targets[i].strong;
      size_t j = i + 1;
      for (; j < targets.size() && targets[j].place == targets[i].place; ++j) {
        left = in.values.join(left, targets[j].left);
        strong |= targets[j].strong;
      }
      in.memory.write(in.state, targets[i].place, left, strong);
      // Who else knows an object that a call returned does not hear of what may have
      // been written around one of its members.
      const Root &root = in.memory.roots[targets[i].place.root.value];
      if (!targets[i].around || root.kind != Root::Symbolic)
        noteWrite(in, targets[i].place, left, strong, at, callBefore);
      i = j;
    }
    for (RootId root : given)
      in.memory.markEscaped(in.state, root);
    llvm::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    auto &after = in.calls[call].after;
    after.clear();
    for (RootId root : seen)
      after.emplace_back(root, in.memory.tree(in.state, root));
  }
};

void forgetGlobals(Lowering &in) {
  for (RootId root : in.memory.globalRoots) {
    if (!in.state.memory.contains(root.value))
      continue;
    const Node *now = in.memory.tree(in.state, root);
    const Node *any = in.values.leaf(originOf(in.memory.roots[root.value].port));
    const Node *both = in.values.join(now, any);
    if (both != now)
      in.memory.set(in.state, root, both);
  }
}

uint32_t numberOf(Lowering &in, CallKey key) {
  auto [at, isNew] = in.callNumbers.try_emplace(key, in.calls.size());
  if (isNew)
    in.calls.emplace_back();
  return at->second;
}

void emitArguments(Lowering &in, uint32_t number) {
  if (!in.emitting)
    return;
  // The default initialiser of a member may be come to twice.
  if (std::vector<uint32_t> &calls = in.blocks[in.block].calls;
      !in.beingMade || !llvm::is_contained(calls, number))
    calls.push_back(number);
  // Emission may ask for reloads and so grow `calls`.
  auto arguments = in.calls[number].arguments;
  for (const Passed &passed : arguments) {
    // An object that is being made holds nothing yet that could be read.
    in.labelling = !(in.calls[number].kind == CallKind::Construct && passed.parameter == This);
    in.toOneElement = isReference(passed);
    emitValue(in, port(PortKind::CallIn, number, passed.parameter), EmptyPath, passed.value);
  }
  in.labelling = true;
  in.toOneElement = false;
}

} // namespace

uint32_t issueCall(Lowering &in, CallRecord call) {
  uint32_t number = numberOf(in, call.key);
  call.reloadable = maySee(call.result);
  call.overwritten = in.calls[number].overwritten;
  call.after = in.calls[number].after;
  call.context = in.context;
  in.calls[number] = std::move(call);
  emitArguments(in, number);

  uint32_t before = in.lastCall;
  in.lastCall = number;
  Effects effects{in, number, {}, {}, {}};
  auto arguments = in.calls[number].arguments;
  for (const Passed &passed : arguments)
    effects.argument(passed);
  effects.apply(before, in.calls[number].key.first);
  forgetGlobals(in);
  return number;
}

bool isStale(Lowering &in, uint32_t call) {
  if (!in.calls[call].reloadable)
    return false;
  for (const auto &[root, tree] : in.calls[call].after) {
    const Node *now = in.memory.tree(in.state, root);
    if (now != tree && !in.values.equal(now, tree))
      return true;
  }
  return false;
}

uint32_t reload(Lowering &in, uint32_t call, const void *at, bool forWriting) {
  // A Reload of a Reload is a Reload of the call.
  CallKey key{in.calls[call].key.first, at};
  // What a Reload is given may be stale itself, a few times over; memory that
  // leads back to itself ends there.
  constexpr size_t MaxNested = 3;
  if (in.calls[call].kind == CallKind::Reload || in.depth > 200 || in.reloading.size() >= MaxNested)
    return call;
  bool isNew = !in.callNumbers.count(key);
  if (isNew && in.callNumbers.size() > 5000)
    return call;
  uint32_t number = numberOf(in, key);
  CallRecord again = in.calls[call];
  again.key = key;
  again.kind = CallKind::Reload;
  again.overwritten = in.calls[number].overwritten;
  again.context = in.context;
  again.after = in.calls[number].after;
  in.calls[number] = std::move(again);
  if (llvm::is_contained(in.reloading, number))
    return number;
  in.reloading.push_back(number);
  emitArguments(in, number);
  if (forWriting) {
    in.lastCall = number;
    Effects effects{in, number, {}, {}, {}};
    auto arguments = in.calls[number].arguments;
    for (const Passed &passed : arguments)
      effects.argument(passed);
    effects.apply(~0u, at);
    in.calls[call].after = in.calls[number].after;
  }
  in.reloading.pop_back();
  return number;
}

Result callResult(Lowering &in, uint32_t call) {
  const CallRecord &record = in.calls[call];
  if (record.result.isNull() || record.result->isVoidType())
    return nothing(in);
  const Node *pointer = in.values.leaf(originOf(port(PortKind::CallResult, call)));
  if (record.result->isReferenceType())
    return places(in.memory.deref(pointer));
  return value(pointer);
}

} // namespace earmark::lower
