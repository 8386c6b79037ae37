#include "link/LinkProgram.h"

#include "link/AssignRoles.h"
#include "link/BreakCycles.h"
#include "link/CheckVocabulary.h"
#include "link/ChooseBodies.h"
#include "link/ClassHierarchy.h"
#include "link/ResolveCalls.h"

#include "llvm/ADT/STLExtras.h"

namespace earmark {
namespace {

/// In an order that does not depend on how they were given.
void sortUnits(std::vector<Unit> &units) {
  auto key = [](const Unit &unit) {
    return std::tuple(placeOf(unit), unit.flow.functions.size(), unit.flow.edges.size());
  };
  std::vector<std::pair<decltype(key(units[0])), size_t>> order;
  for (size_t i = 0; i < units.size(); ++i)
    order.push_back({key(units[i]), i});
  llvm::sort(order);
  std::vector<Unit> sorted;
  for (const auto &[place, i] : order)
    sorted.push_back(std::move(units[i]));
  units = std::move(sorted);
}

} // namespace

Program linkProgram(std::vector<Unit> units, const Policy &policy, const ModelSet &models) {
  sortUnits(units);
  std::vector<UnitPlace> places;
  for (const Unit &unit : units)
    places.push_back(placeOf(unit));
  std::vector<Part> parts;
  size_t at = 0;
  for (size_t size : divide(places)) {
    std::vector<Part> own;
    for (size_t end = at + size; at < end; ++at)
      own.push_back(partOf(std::move(units[at])));
    parts.push_back(mergeParts(std::move(own)));
  }
  return linkParts(std::move(parts), policy, models);
}

Program linkParts(std::vector<Part> parts, const Policy &policy, const ModelSet &models) {
  Program program;
  TableMerger merger(program.flow);

  // Declarations first: every symbol has its id, whoever defines it.
  std::vector<MergedSource> sources;
  for (const Part &part : parts) {
    llvm::append_range(program.units, part.units);
    sources.push_back(merger.addDeclarations(part.flow));
    if (!part.weak.empty())
      sources.back().weak = &part.weak;
  }
  // Bodies are most of a program: room for all of them at once.
  auto reserve = [&](auto rows) {
    size_t count = (models.flow.*rows).size();
    for (const Part &part : parts)
      count += (part.flow.*rows).size();
    (program.flow.*rows).reserve(count);
  };
  reserve(&FlowTables::functions);
  reserve(&FlowTables::edges);
  reserve(&FlowTables::steps);
  reserve(&FlowTables::calls);
  reserve(&FlowTables::arguments);
  reserve(&FlowTables::blocks);
  MergedSource modelSource = merger.addDeclarations(models.flow);
  breakCycles(program.flow);

  // Each symbol has the bodies that count; models stand behind them all.
  chooseBodies(sources, merger, program);
  uint32_t firstModel = program.flow.functions.size();
  for (uint32_t i = 0; i < models.flow.functions.size(); ++i)
    merger.addFunction(modelSource, FunctionId(i));

  // Each call has its targets.
  buildClassHierarchy(program);
  resolveCalls(program, models, firstModel);

  // Each word of annotation is where it applies, and means something.
  assignRoles(program, policy, models);
  checkVocabulary(program, policy);
  llvm::sort(program.problems, [](const LinkProblem &a, const LinkProblem &b) {
    return std::tie(a.place, a.message) < std::tie(b.place, b.message);
  });
  return program;
}

} // namespace earmark
