#include "solve/PersonalTypes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace earmark {

/// Bounds of the search; types nest seldom deeper.
static constexpr unsigned MaxTypeDepth = 8, MaxParts = 64;

PersonalTypes::PersonalTypes(const Program &program, Paths &paths)
    : program(program), paths(paths) {
  for (uint32_t i = 0; i < program.roles.size() && i < program.flow.symbols.size(); ++i) {
    if (!has(SymbolId(i), AnnotationKind::Personal))
      continue;
    SymbolKind kind = program.flow.symbols[i].kind;
    anyField |= kind == SymbolKind::Field;
    anyType |= kind == SymbolKind::Record || kind == SymbolKind::Alias || kind == SymbolKind::Enum;
  }
}

bool PersonalTypes::has(SymbolId symbol, AnnotationKind kind) const {
  return symbol.value < program.roles.size() && llvm::any_of(
                                                    program.roles[symbol.value],
                                                    [&](const Role &role) {
                                                      return role.kind == kind &&
                                                             role.where == Designation::Itself;
                                                    });
}

SymbolId PersonalTypes::wholly(TypeId id) const {
  if (!anyType || !id)
    return SymbolId();
  const Type &type = program.flow.types[id.value];
  for (SymbolId symbol : {type.alias, type.record})
    if (symbol && has(symbol, AnnotationKind::Personal) &&
        !has(symbol, AnnotationKind::NotPersonal))
      return symbol;
  return SymbolId();
}

PathId PersonalTypes::behind(TypeId id) {
  if (!id)
    return EmptyPath;
  const Type &type = program.flow.types[id.value];
  return type.pointers > 0 || type.reference ? paths.extend(EmptyPath, ProjectionKind::Deref)
                                             : EmptyPath;
}

/// How a library's class of unknown content holds its template arguments.
static ProjectionKind holdsBy(llvm::StringRef name) {
  name = name.rsplit("::").second.empty() ? name : name.rsplit("::").second;
  return llvm::StringSwitch<ProjectionKind>(name)
      .Cases("unique_ptr", "shared_ptr", "weak_ptr", "optional", "reference_wrapper",
             ProjectionKind::Deref)
      .Cases("scoped_ptr", "intrusive_ptr", "QSharedPointer", "QPointer", "expected",
             ProjectionKind::Deref)
      .Default(ProjectionKind::Element);
}

struct PersonalTypes::Search {
  PersonalTypes &types;
  std::vector<PersonalPart> parts;
  struct Step {
    TypeId type;
    SymbolId record; // instead of a type
    PathId path;
    llvm::SmallVector<SymbolId, MaxTypeDepth> inside;
    bool linked = false;
  };
  std::vector<Step> work;

  void run() {
    for (size_t i = 0; i < work.size() && parts.size() < MaxParts; ++i) {
      Step step = work[i];
      if (step.type)
        ofType(step);
      else
        ofRecord(step);
    }
  }

  void ofType(Step step) {
    const FlowTables &flow = types.program.flow;
    const Type &type = flow.types[step.type.value];
    if (type.reference)
      step.path = types.paths.extend(step.path, ProjectionKind::Deref);
    // Pointers and array bounds are counted together; the spelling tells them apart.
    unsigned arrays = std::min<unsigned>(type.pointers, flow.texts[type.spelling].count('['));
    for (unsigned i = 0; i < arrays; ++i)
      step.path = types.paths.extend(step.path, ProjectionKind::Element);
    step.linked |= type.pointers > arrays && !step.inside.empty();
    for (unsigned i = arrays; i < type.pointers; ++i)
      step.path = types.paths.extend(step.path, ProjectionKind::Deref);
    if (type.alias && types.has(type.alias, AnnotationKind::NotPersonal))
      return;
    if (type.alias && types.has(type.alias, AnnotationKind::Personal)) {
      parts.push_back({type.alias, step.path, step.linked});
      return;
    }
    if (!type.record)
      return;
    step.record = type.record;
    bool seen = types.program.recordOf.count(type.record);
    bool library = flow.symbols[type.record.value].flags & FromSystem;
    if (!seen || library)
      for (uint32_t i = 0; i < type.arguments.count && step.inside.size() < MaxTypeDepth; ++i) {
        Step part = step;
        part.type = flow.typeList[type.arguments.begin + i];
        part.record = SymbolId();
        part.inside.push_back(type.record);
        part.path = types.paths.extend(step.path,
                                       holdsBy(flow.texts[flow.symbols[type.record.value].name]));
        work.push_back(part);
      }
    if (!library || types.has(type.record, AnnotationKind::Personal))
      ofRecord(step);
  }

  void ofRecord(const Step &step) {
    const FlowTables &flow = types.program.flow;
    if (types.has(step.record, AnnotationKind::NotPersonal))
      return;
    if (types.has(step.record, AnnotationKind::Personal)) {
      parts.push_back({step.record, step.path, step.linked});
      return;
    }
    auto row = types.program.recordOf.find(step.record);
    if (row == types.program.recordOf.end() || step.inside.size() >= MaxTypeDepth ||
        llvm::is_contained(step.inside, step.record))
      return;
    const Record &record = flow.records[row->second];
    Step inner = step;
    inner.inside.push_back(step.record);
    inner.type = TypeId();
    for (uint32_t i = 0; i < record.bases.count; ++i) {
      inner.record = flow.symbolList[record.bases.begin + i];
      work.push_back(inner);
    }
    for (uint32_t i = 0; i < record.fields.count; ++i) {
      SymbolId field = flow.symbolList[record.fields.begin + i];
      const Symbol &symbol = flow.symbols[field.value];
      if (types.has(field, AnnotationKind::NotPersonal))
        continue;
      TextId name = symbol.name;
      PathId path = step.path;
      if (record.isUnion)
        name = flow.texts.find(flow.texts[flow.symbols[step.record.value].name].str() + "::*");
      if (name)
        path = types.paths.extend(path, ProjectionKind::Field, name);
      if (types.has(field, AnnotationKind::Personal)) {
        parts.push_back({field, path, inner.linked});
        continue;
      }
      inner.type = symbol.type;
      inner.record = SymbolId();
      inner.path = path;
      if (inner.type)
        work.push_back(inner);
    }
  }
};

const std::vector<PersonalPart> &PersonalTypes::parts(TypeId type) {
  static const std::vector<PersonalPart> nothing;
  if (!type || none())
    return nothing;
  auto found = ofType.find(type);
  if (found != ofType.end())
    return found->second;
  Search search{*this, {}, {}};
  search.work.push_back({type, SymbolId(), EmptyPath, {}, false});
  search.run();
  return ofType[type] = std::move(search.parts);
}

bool PersonalTypes::receiverIsPersonal(CallId id) {
  const Call &call = program.flow.calls[id.value];
  SymbolId record = call.receiver;
  if (!record && call.callee)
    record = program.flow.symbols[call.callee.value].parent;
  if (!record || none())
    return false;
  auto [at, isNew] = personalClass.try_emplace(record, false);
  if (!isNew)
    return at->second;
  Search search{*this, {}, {}};
  search.work.push_back({TypeId(), record, EmptyPath, {}, false});
  search.run();
  return personalClass[record] = !search.parts.empty();
}

} // namespace earmark
