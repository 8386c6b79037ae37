#include "solve/OpaqueObjects.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {

/// Nothing is said of what the pointer leads to.
static bool hidesTarget(const Tabulation &solve, const Type &type) {
  if (type.arithmetic || type.boolean || type.functional)
    return false;
  if (!type.record)
    return true; // void *
  const Symbol &symbol = solve.flow.symbols[type.record.value];
  return symbol.kind == SymbolKind::Record && !(symbol.flags & FromSystem) &&
         type.arguments.count == 0 && !solve.program.recordOf.count(type.record);
}

static unsigned levels(const Type &type) { return type.pointers + type.reference; }

PathId behindOpaque(Tabulation &solve, const Type *type, PathId path) {
  unsigned left = type ? levels(*type) : 0;
  Paths::Projections all = solve.paths.projections(path);
  bool hidden = false;
  size_t pointer = all.size(), start = all.size();
  for (size_t i = 0; i < all.size(); ++i) {
    switch (all[i].kind) {
    case ProjectionKind::Deref: pointer = i; [[fallthrough]];
    case ProjectionKind::Element:
    case ProjectionKind::ElementAt:
    case ProjectionKind::ElementOf:
      if (left == 1 && hidesTarget(solve, *type))
        hidden = true;
      left -= left > 0;
      break;
    case ProjectionKind::Field: {
      if (std::exchange(hidden, false))
        start = pointer;
      auto found = solve.fieldTypes.find(all[i].name);
      type = found == solve.fieldTypes.end() ? nullptr : solve.type(found->second);
      left = type ? levels(*type) : 0;
      break;
    }
    case ProjectionKind::Exception: return EmptyPath;
    }
  }
  return solve.paths.append(EmptyPath, llvm::ArrayRef<PathNode>(all).drop_front(start));
}

llvm::SmallVector<PathId, 2> placesForOpaque(Tabulation &solve, TypeId id, PathId hidden,
                                             bool inside) {
  const Type *type = solve.type(id);
  if (!type)
    return {};
  if (type->pointers > 0 && hidesTarget(solve, *type)) {
    PathId path = hidden;
    unsigned around = levels(*type) - 1;
    for (unsigned i = 0; i < std::max<unsigned>(around, inside); ++i)
      path = solve.paths.addDeref(path);
    return {path};
  }
  if (!type->record)
    return {};
  // A member that hides what it leads to as well, or leads to such an object.
  Paths::Projections all = solve.paths.projections(hidden);
  auto field =
      llvm::find_if(all, [](const PathNode &n) { return n.kind == ProjectionKind::Field; });
  llvm::StringRef owner = solve.flow.texts[field->name].rsplit("::").first;
  if (solve.flow.texts[solve.flow.symbols[type->record.value].name] == owner)
    return {hidden};
  llvm::SmallVector<PathId, 2> places;
  auto row = solve.program.recordOf.find(type->record);
  if (row == solve.program.recordOf.end())
    return {};
  PathId object = EmptyPath;
  for (unsigned i = 0; i < levels(*type); ++i)
    object = solve.paths.extend(object, ProjectionKind::Deref);
  IdRange<SymbolListTag> fields = solve.flow.records[row->second].fields;
  for (uint32_t i = 0; i < fields.count; ++i) {
    const Symbol &member = solve.flow.symbols[solve.flow.symbolList[fields.begin + i].value];
    const Type *held = solve.type(member.type);
    if (!held || levels(*held) == 0 ||
        !(hidesTarget(solve, *held) ||
          (held->record && solve.flow.texts[solve.flow.symbols[held->record.value].name] == owner)))
      continue;
    PathId place = solve.paths.extend(object, ProjectionKind::Field, member.name);
    for (unsigned level = 1; level < levels(*held); ++level)
      place = solve.paths.extend(place, ProjectionKind::Deref);
    places.push_back(solve.paths.append(place, hidden));
  }
  return places;
}

} // namespace earmark
