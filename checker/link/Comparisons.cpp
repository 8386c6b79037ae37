#include "link/Comparisons.h"

#include "flow/Model.h"
#include "link/MatchPattern.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

bool isEquality(llvm::StringRef name) { return name == "operator==" || name == "operator!="; }

bool isOrder(llvm::StringRef name) {
  return name == "operator<" || name == "operator>" || name == "operator<=" ||
         name == "operator>=" || name == "operator<=>";
}

} // namespace

TypeId namedType(const Program &program, const Call &call, SymbolId callee) {
  const FlowTables &flow = program.flow;
  SymbolId owner = callee;
  unsigned number = call.builds & BuildsNumber;
  if (call.builds & BuildsOfClass)
    owner = flow.symbols[callee.value].parent;
  if (!owner || number >= flow.symbols[owner.value].templateArguments.count)
    return TypeId();
  return flow.typeList[flow.symbols[owner.value].templateArguments.begin + number];
}

/// A class itself, what a pointer leads to, or what a library's iterator or range holds.
SymbolId Comparisons::elementOf(TypeId id) const {
  const FlowTables &flow = program.flow;
  for (unsigned depth = 0; id && depth < 4; ++depth) {
    const Type &type = flow.types[id.value];
    if (!type.record || !(flow.symbols[type.record.value].flags & FromSystem))
      return type.record;
    if (type.arguments.count == 0)
      break;
    id = flow.typeList[type.arguments.begin];
  }
  return SymbolId();
}

/// Call operators of a comparator or hash.
void Comparisons::byObject(SymbolId record, llvm::SmallVectorImpl<Comparison> &found) const {
  const FlowTables &flow = program.flow;
  auto row = program.recordOf.find(record);
  if (row == program.recordOf.end())
    return;
  IdRange<SymbolListTag> methods = flow.records[row->second].methods;
  for (uint32_t i = 0; i < methods.count; ++i) {
    SymbolId method = flow.symbolList[methods.begin + i];
    if (lastComponent(nameOf(method)) == "operator()" && hasBody(method))
      found.push_back({{method}, false, flow.symbols[method.value].parameters.count});
  }
}

/// Operators of a class, its bases' and those that are no members.
void Comparisons::byOperators(SymbolId record, bool equal,
                              llvm::SmallVectorImpl<Comparison> &found) {
  const FlowTables &flow = program.flow;
  auto isMeant = [&](llvm::StringRef name) { return equal ? isEquality(name) : isOrder(name); };
  if (!std::exchange(isIndexed, true))
    for (uint32_t i = 0; i < flow.symbols.size(); ++i) {
      const Symbol &symbol = flow.symbols[i];
      if (symbol.kind != SymbolKind::Function || symbol.parameters.count != 2 ||
          !hasBody(SymbolId(i)))
        continue;
      llvm::StringRef name = lastComponent(flow.texts[symbol.name]);
      if (isEquality(name) || isOrder(name))
        operators[name].push_back(SymbolId(i));
    }
  llvm::SmallVector<SymbolId, 4> classes{record};
  Comparison members{{}, true, 2};
  for (size_t i = 0; i < classes.size() && i < 64; ++i) {
    auto row = program.recordOf.find(classes[i]);
    if (row == program.recordOf.end())
      continue;
    const Record &here = flow.records[row->second];
    for (uint32_t m = 0; m < here.methods.count; ++m) {
      SymbolId method = flow.symbolList[here.methods.begin + m];
      if (isMeant(lastComponent(nameOf(method))) && hasBody(method))
        members.functions.push_back(method);
    }
    for (uint32_t b = 0; b < here.bases.count; ++b)
      classes.push_back(flow.symbolList[here.bases.begin + b]);
  }
  Comparison free;
  for (const auto &entry : operators)
    if (isMeant(entry.getKey()))
      for (SymbolId function : entry.getValue()) {
        TypeId first = flow.typeList[flow.symbols[function.value].parameters.begin];
        const Type &type = flow.types[first.value];
        if (type.pointers == 0 && llvm::is_contained(classes, type.record))
          free.functions.push_back(function);
      }
  llvm::sort(free.functions);
  for (Comparison *one : {&members, &free})
    if (!one->functions.empty())
      found.push_back(std::move(*one));
}

llvm::SmallVector<Comparison, 2> Comparisons::of(const Call &compares, SymbolId callee) {
  const FlowTables &flow = program.flow;
  llvm::SmallVector<Comparison, 2> found;
  TypeId id = namedType(program, compares, callee);
  if (!id)
    return found;
  if (compares.builds & BuildsAmong) {
    if (SymbolId element = elementOf(id))
      byOperators(element, compares.builds & BuildsEqual, found);
    return found;
  }
  const Type type = flow.types[id.value];
  if (!type.record || type.pointers)
    return found;
  byObject(type.record, found); // also of a std::hash<Key> that the project specialises
  llvm::StringRef name = nameOf(type.record);
  bool equal = name == "std::equal_to" || name == "std::not_equal_to";
  bool order = name == "std::less" || name == "std::greater" || name == "std::less_equal" ||
               name == "std::greater_equal";
  if (!found.empty() || !(equal || order))
    return found;
  // std::less<Key>; of std::less<> the class says what it compares.
  SymbolId element;
  if (type.arguments.count)
    element = elementOf(flow.typeList[type.arguments.begin]);
  if (!element) {
    Call first = compares;
    first.builds = compares.builds & ~BuildsNumber;
    element = elementOf(namedType(program, first, callee));
  }
  if (element)
    byOperators(element, equal, found);
  return found;
}

} // namespace earmark
