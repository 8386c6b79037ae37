// Reading and writing memory: labels of declarations that are read, references
// that grew stale, and what others see of a write.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

namespace {

/// Reading a field is a source whenever it happens, however the value came
/// there: each field on the way to the place labels the value.
void addFieldLabels(Lowering &in, Place place, llvm::SmallVectorImpl<Origin> &out,
                    const clang::Expr *at) {
  auto projections = in.flow.projections(place.path);
  for (size_t i = projections.size(); i-- > 0;) {
    const PathNode &node = projections[i];
    if (node.kind == ProjectionKind::Field) {
      auto found = in.fieldSymbols.find(node.name);
      if (found != in.fieldSymbols.end()) {
        Origin origin = originOf(port(PortKind::Read, found->second.value));
        // What is read lies deeper than the field: *u.pointer, u.address.street.
        for (size_t j = i + 1; j < projections.size(); ++j)
          origin = in.values.extend(origin, {projections[j].kind, projections[j].name});
        if (at)
          origin.chain = in.values.addStep(
              ChainId(), {in.names.span(at->getSourceRange()), StepKind::Read, node.name});
        out.push_back(origin);
      }
    }
  }
}

} // namespace

const Node *load(Lowering &in, const Places &places, const clang::Expr *at) {
  const Node *result = in.values.empty();
  llvm::SmallVector<Origin, 4> extra(places.labels.begin(), places.labels.end());
  for (const Place &place : places.at) {
    const Node *held = in.memory.raw(in.state, place);
    result = in.values.join(result, held);
    const Root &root = in.memory.roots[place.root.value];
    if (root.kind == Root::Local && in.state.escaped.contains(place.root.value))
      extra.push_back(originOf(port(PortKind::Cell, in.memory.cellOf(place.root)), place.path));
    if (root.kind == Root::Symbolic && root.port.kind == PortKind::CallResult &&
        place.path != EmptyPath && isStale(in, root.port.entity)) {
      uint32_t again = reload(in, root.port.entity, at, false);
      extra.push_back(originOf(port(PortKind::CallResult, again), place.path));
    }
    const size_t before = extra.size();
    addFieldLabels(in, place, extra, at);
    if (held->empty()) // nothing else tells of what it holds: see Emitter::kindOf
      for (Origin &label : llvm::drop_begin(extra, before))
        label.several = true;
  }
  result = in.values.withoutPointees(result);
  if (places.weak) // one of several pointers
    result = in.values.map(result, [](Origin &origin) {
      origin.several |= !origin.address && !isSecondary(origin);
      return true;
    });
  if (extra.empty())
    return result;
  llvm::SmallVector<Kid, 0> none;
  return in.values.join(result, in.values.make(extra, none));
}

void store(Lowering &in, const Places &places, const Node *value, const void *at) {
  bool strong = places.at.size() == 1 && !places.weak;
  uint32_t before = in.lastCall;
  for (const Place &place : places.at) {
    in.memory.write(in.state, place, value, strong);
    noteWrite(in, place, value, strong, at, before);
  }
}

/// Others can read the value: objects that it leads to are out of our hands, and
/// what is written to them from here on is told (PortKind::Kept).
static void giveAway(Lowering &in, const Node *value) {
  llvm::SmallVector<Origin, 8> origins;
  in.values.collect(value, origins);
  for (size_t i = 0; i < origins.size(); ++i) {
    RootId root = origins[i].address;
    if (!root || in.memory.roots[root.value].kind != Root::Local ||
        in.state.escaped.contains(root.value))
      continue;
    in.memory.markEscaped(in.state, root);
    in.values.collect(in.memory.tree(in.state, root), origins);
  }
}

void noteWrite(Lowering &in, Place place, const Node *value, bool strong, const void *at,
               uint32_t callBefore) {
  const Root root = in.memory.roots[place.root.value];
  switch (root.kind) {
  case Root::Local:
    if (in.state.escaped.contains(place.root.value))
      giveAway(in, value);
    if (in.emitting && in.state.escaped.contains(place.root.value))
      emitValue(in, port(PortKind::Kept, in.memory.cellOf(place.root)), place.path, value);
    return;
  case Root::Global:
    giveAway(in, value);
    if (in.emitting)
      emitValue(in, root.port, place.path, value);
    return;
  case Root::Symbolic: break;
  }
  switch (root.port.kind) {
  case PortKind::Entry: return; // told at the exits
  case PortKind::CallResult: {
    giveAway(in, value);
    uint32_t target = root.port.entity;
    // `v[0] = x`: the call that gave the reference is the last that ran. Later,
    // the reference is asked for again, so that order is kept.
    if (callBefore != target && in.calls[target].reloadable)
      target = reload(in, target, at, true);
    if (!in.emitting)
      return;
    emitValue(in, port(PortKind::ResultWrite, target), place.path, value);
    PathId &overwritten = in.calls[target].overwritten;
    auto projections = in.flow.projections(place.path);
    bool ofResult = !projections.empty() && projections[0].kind == ProjectionKind::Deref &&
                    llvm::all_of(llvm::drop_begin(projections), [](const PathNode &node) {
                      return node.kind == ProjectionKind::Field;
                    });
    // Of several parts one is remembered, the whole before any.
    if (strong && ofResult && (overwritten == EmptyPath || projections.size() == 1))
      overwritten = place.path;
    return;
  }
  default:
    giveAway(in, value);
    if (in.emitting && !isSecondary(originOf(root.port)))
      emitValue(in, root.port, place.path, value);
  }
}

std::optional<Around> aroundPlace(Lowering &in, Place place) {
  if (place.path == EmptyPath || in.stats.uses.embedded.empty())
    return std::nullopt;
  const PathNode &last = in.flow.tables.paths[place.path.value];
  auto by = in.stats.uses.embedded.find(last.name);
  if (last.kind != ProjectionKind::Field || by == in.stats.uses.embedded.end())
    return std::nullopt;
  return Around{{place.root, last.parent},
                {ProjectionKind::Field, by->second},
                {ProjectionKind::Field, last.name}};
}

clang::QualType typeAt(Lowering &in, Place place) {
  clang::QualType type = in.memory.roots[place.root.value].type;
  if (place.path == EmptyPath)
    return type;
  for (const PathNode &node : in.flow.projections(place.path)) {
    switch (node.kind) {
    case ProjectionKind::Field: {
      auto found = in.fieldTypes.find(node.name);
      if (found == in.fieldTypes.end())
        return {};
      type = found->second;
      break;
    }
    case ProjectionKind::Deref:
      if (type.isNull() || type->getPointeeType().isNull())
        return {};
      type = type->getPointeeType();
      break;
    default:
      if (type.isNull())
        return {};
      if (const clang::ArrayType *array = in.ast.getAsArrayType(type))
        type = array->getElementType();
    }
  }
  return type;
}

Places derefPlaces(Lowering &in, const Node *pointer, clang::QualType pointee) {
  Places result = in.memory.deref(pointer);
  bool wantsArray = !pointee.isNull() && pointee->isArrayType();
  for (Place &place : result.at) {
    clang::QualType type = typeAt(in, place);
    if (!wantsArray && !type.isNull() && type->isArrayType() &&
        in.memory.roots[place.root.value].kind != Root::Symbolic)
      place.path = in.flow.extend(place.path, ProjectionKind::ElementAt, in.flow.text("0"));
  }
  return result;
}

const Node *withStep(Lowering &in, const Node *value, StepKind kind, clang::SourceRange range,
                     TextId name) {
  if (value->empty())
    return value;
  Step step{in.names.span(range), kind, name};
  return in.values.map(value, [&](Origin &origin) {
    origin.chain = in.values.addStep(origin.chain, step);
    return true;
  });
}

} // namespace earmark::lower
