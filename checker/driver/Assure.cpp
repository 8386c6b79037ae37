#include "driver/Assure.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <map>

namespace earmark {

namespace {

std::string hex(uint64_t digest) { return llvm::utohexstr(digest, /*LowerCase=*/true, 16); }

std::string described(const UnitProblem &problem) {
  if (problem.file.empty())
    return problem.message;
  return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) +
         ": " + problem.message;
}

/// Why the unit is not analysed: its first error.
std::string reasonOf(const UnitStatus &unit) {
  for (const UnitProblem &problem : unit.problems)
    if (problem.level == UnitProblem::Error && !problem.annotation)
      return described(problem);
  return "it was not analysed";
}

} // namespace

Assurance assure(const Program &program, const Reach &reach, const Policy &policy,
                 const ModelSet &models, const Gathered &gathered) {
  Assurance assurance;
  assurance.tool = std::string("earmark ") + Version;
  assurance.policyDigest = hex(policy.digest);
  assurance.modelsDigest = hex(models.digest);

  std::map<std::string, uint64_t> fallbacks;
  for (const UnitStatus &unit : program.units) {
    if (!unit.analysed) {
      assurance.unitsNotAnalysed.push_back({unit.mainFile, reasonOf(unit)});
      continue;
    }
    ++assurance.unitsAnalysed;
    assurance.pathsCut += unit.pathsCut;
    assurance.systemBodiesSkipped += unit.systemBodiesSkipped;
    for (const Fallback &fallback : unit.fallbacks)
      fallbacks[fallback.kind] += fallback.count;
  }
  for (const Gathered::Missing &missing : gathered.missing)
    assurance.unitsNotAnalysed.push_back({missing.what, missing.why});
  for (const auto &[kind, count] : fallbacks)
    assurance.fallbacks.push_back({kind, count});
  assurance.boundsHit = reach.stats.boundsHit;

  llvm::DenseSet<uint32_t> personal;
  for (CallId call : reach.unknownCalls)
    personal.insert(call.value);
  std::map<std::string, Assurance::UnknownCall> unknown;
  const FlowTables &flow = program.flow;
  for (const Function &function : flow.functions) {
    if (function.flags & IsModel)
      continue;
    ++assurance.functions;
    for (CallId id : function.calls.ids()) {
      const Call &call = flow.calls[id.value];
      if (call.kind == CallKind::Reload)
        continue;
      ++assurance.calls;
      bool isPersonal = personal.contains(id.value);
      bool isUnknown = id.value < program.targets.size() && program.targets[id.value].unknown;
      if (!isUnknown && !isPersonal)
        continue;
      std::string name =
          (call.callee ? flow.texts[flow.symbols[call.callee.value].name] : flow.texts[call.text])
              .str();
      Assurance::UnknownCall &entry = unknown[name];
      entry.callee = name;
      ++entry.count;
      entry.personal |= isPersonal;
    }
  }
  for (auto &[name, entry] : unknown)
    assurance.callsWithoutModel.push_back(std::move(entry));

  assurance.notes = gathered.notes;
  for (const UnitStatus &unit : program.units)
    for (const UnitProblem &problem : unit.problems)
      if (problem.level == UnitProblem::Note)
        assurance.notes.push_back(unit.mainFile + ": " + problem.message);
  std::sort(assurance.notes.begin(), assurance.notes.end());
  assurance.notes.erase(std::unique(assurance.notes.begin(), assurance.notes.end()),
                        assurance.notes.end());
  return assurance;
}

} // namespace earmark
