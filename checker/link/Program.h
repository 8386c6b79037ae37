// One program: the units' tables joined into one set, each symbol once, each
// call with the bodies it can go to, and every word of annotation, policy and
// model put where it applies. Data only.
#pragma once

#include "flow/FlowGraph.h"
#include "flow/Label.h"
#include "flow/Model.h"
#include "flow/Policy.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <string>
#include <vector>

namespace earmark {

/// One role of a symbol: an annotation or designation after linking. What is said
/// of a function as a whole is put where it applies: what it holds (Personal,
/// Subject, OnlyFor, Retention, Is, NotPersonal) at Result; Sink and Expects at
/// Parameter, Rest; transforms, checks, audits and purposes stay Itself. What is
/// said of a parameter is a role of its function.
struct Role {
  AnnotationKind kind = AnnotationKind::Personal;
  Designation::Where where = Designation::Itself;
  uint16_t parameter = NoParameter; // of the function; Rest: every argument
  std::vector<std::string> words;
  SourcePlace place; // where it was said
  enum Origin : uint8_t { Source, PolicyFile, LibraryModel } origin = Source;
  std::vector<SinkSelector> selectors;
};

/// A body that a call may run.
struct Target {
  FunctionId function; // in Program::flow; a model's has IsModel
  /// From the class hierarchy, not from a creation that was seen.
  bool assumed = false;
};

struct CallTargets {
  llvm::SmallVector<Target, 2> bodies;
  bool modelled = false; // a model matched (it may have no flows: then nothing moves)
  /// No body and no model: arguments reach the result and writable arguments.
  /// With bodies too where a virtual call may also go to one that is not in sight.
  bool unknown = false;
  bool leavesProject = false; // a model says so
};

/// What a function without a body of its own does when a function value leads
/// to it (`for_each(b, e, log_it)`): its models without conditions.
struct ValueModels {
  llvm::SmallVector<FunctionId, 2> bodies;
  llvm::SmallVector<Role, 1> roles;
  bool leavesProject = false;
};

struct LinkProblem {
  SourcePlace place;
  std::string message; // what is wrong, what would be right
  std::string related; // "declared here" of the other place, empty when none
  SourcePlace relatedPlace;
};

struct UnitStatus {
  std::string mainFile;
  bool analysed = true;
  std::vector<UnitProblem> problems;
  std::vector<Fallback> fallbacks;
  uint64_t systemBodiesSkipped = 0, pathsCut = 0;
};

struct Program {
  FlowTables flow; // models included; function ids, call ids, ... are of the program
  std::vector<UnitStatus> units;

  std::vector<FunctionId> bodyOf;      // by SymbolId; none: no body in the program
  std::vector<CallTargets> targets;    // by CallId; Indirect calls get theirs from the solver
  std::vector<FunctionId> functionOf;  // by CallId: the function that contains it
  std::vector<std::vector<CallId>> callersOf; // by FunctionId, of `targets`
  std::vector<llvm::SmallVector<Role, 1>> roles; // by SymbolId
  llvm::DenseMap<uint32_t, llvm::SmallVector<Role, 1>> callRoles; // by CallId: roles a model gives this call
  llvm::DenseMap<SymbolId, uint32_t> recordOf; // row in flow.records
  std::vector<llvm::SmallVector<SymbolId, 2>> overriders; // by SymbolId, transitive, itself not included
  std::vector<llvm::SmallVector<SymbolId, 2>> derived;    // by SymbolId of a class, transitive

  llvm::DenseMap<SymbolId, ValueModels> modelsOfValue; // for functions that a Function port names
  /// More bodies of one symbol than bodyOf: not inline and not the same in all
  /// units that define it (several programs in one database, each its `main`).
  llvm::DenseMap<SymbolId, llvm::SmallVector<FunctionId, 2>> otherBodies;

  std::vector<LinkProblem> problems; // contradictions, undeclared words, patterns that match nothing
};

} // namespace earmark
