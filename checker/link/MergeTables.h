// Copies rows of one set of flow tables into another: texts, paths, types and
// symbols are interned anew (symbols by USR), so that equal things of many units
// get one id. Functions are copied one by one, as the linker chooses them.
#pragma once

#include "flow/FlowBuilder.h"

#include "llvm/ADT/DenseMap.h"

#include <map>
#include <tuple>
#include <vector>

namespace earmark {

/// Where the rows of one input went in the output.
struct MergedSource {
  const FlowTables *tables = nullptr;
  const std::vector<bool> *weak = nullptr; // Part::weak, where its symbols do not say it
  std::vector<TextId> texts;
  std::vector<PathId> paths;
  std::vector<TypeId> types;
  std::vector<SymbolId> symbols;
};

class TableMerger {
public:
  /// `out` outlives the merger.
  explicit TableMerger(FlowTables &out) : builder(out), out(out) {}

  /// Copies all declarations of `in`: symbols, types, classes, overrides,
  /// annotations and comments. What the first input said stays; later ones add
  /// what it did not say. `in` outlives the result.
  MergedSource addDeclarations(const FlowTables &in);
  FunctionId addFunction(const MergedSource &source, FunctionId function);

  FlowBuilder builder;

private:
  FlowTables &out;
  llvm::DenseMap<TextId, SymbolId> byUsr;
  llvm::DenseMap<SymbolId, uint32_t> recordOf;
  using TypeKey = std::tuple<TextId, SymbolId, TextId, uint8_t, unsigned>;
  std::map<TypeKey, TypeId> knownTypes;
  std::vector<bool> placedByDefinition; // by SymbolId
  std::map<std::pair<SymbolId, SymbolId>, bool> knownOverrides;
  std::map<std::tuple<SymbolId, unsigned, uint16_t, std::vector<TextId>, Span>, bool>
      knownAnnotations;
  std::map<Span, bool> knownAllows;

  Span span(const MergedSource &source, const Span &span) const;
  TypeId type(MergedSource &source, TypeId type);
  void mergeSymbol(MergedSource &source, SymbolId from);
  void mergeRecord(const MergedSource &source, const Record &from);
  Port port(const MergedSource &source, Port port, const Function &from, const Function &to) const;
};

} // namespace earmark
