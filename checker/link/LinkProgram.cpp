#include "link/LinkProgram.h"

#include "link/AssignRoles.h"
#include "link/BreakCycles.h"
#include "link/CheckVocabulary.h"
#include "link/ChooseBodies.h"
#include "link/ClassHierarchy.h"
#include "link/ResolveCalls.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace earmark {
namespace {

bool isAnalysed(const Unit &unit) {
  return llvm::none_of(unit.problems, [](const UnitProblem &p) {
    return p.level == UnitProblem::Error && !p.annotation;
  });
}

/// A total order of units that does not depend on how they were given.
void sortUnits(std::vector<Unit> &units) {
  auto digest = [](const Unit &unit) {
    uint64_t sum = 0;
    for (const Dependency &dependency : unit.dependencies)
      sum = sum * 31 + dependency.digest;
    return sum;
  };
  auto key = [&](const Unit &unit) {
    return std::tuple(llvm::StringRef(unit.mainFile), unit.command, digest(unit),
                      unit.flow.functions.size(), unit.flow.edges.size());
  };
  std::vector<size_t> order(units.size());
  std::iota(order.begin(), order.end(), 0);
  llvm::sort(order, [&](size_t a, size_t b) { return key(units[a]) < key(units[b]); });
  std::vector<Unit> sorted;
  for (size_t i : order)
    sorted.push_back(std::move(units[i]));
  units = std::move(sorted);
}

UnitStatus statusOf(const Unit &unit) {
  return {unit.mainFile,  isAnalysed(unit),         unit.problems,
          unit.fallbacks, unit.systemBodiesSkipped, unit.pathsCut};
}

} // namespace

Program linkProgram(std::vector<Unit> units, const Policy &policy, const ModelSet &models) {
  sortUnits(units);
  Program program;
  TableMerger merger(program.flow);

  // Declarations first: every symbol has its id, whoever defines it.
  std::vector<MergedSource> sources;
  for (const Unit &unit : units) {
    program.units.push_back(statusOf(unit));
    if (isAnalysed(unit))
      sources.push_back(merger.addDeclarations(unit.flow));
  }
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
