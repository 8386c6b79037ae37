// An arrival with its questions answered: whose datum it is and what it may
// serve, which sinks it stands at and who is behind them, what the code around
// it runs for. The checks read this and nothing of the graph below.
#pragma once

#include "policy/AuditPaths.h"
#include "policy/CodePurpose.h"
#include "policy/Consent.h"
#include "policy/Erasers.h"
#include "policy/Finding.h"
#include "policy/MarkRules.h"
#include "solve/Reach.h"

#include "llvm/ADT/DenseSet.h"

#include <map>

namespace earmark {

/// A sink that an arrival stands at.
struct SinkHit {
  std::string kind;             // "log"
  std::string recipient, store; // named by the role, or by a constant host
  std::string host;             // of a constant URL, where one decides
  SourcePlace place;            // where it was said to be a sink
};

/// What all checks share: the inputs, with look-up tables over them.
struct CheckContext {
  CheckContext(const Program &program, const Reach &reach, const Policy &policy, std::string asOf);

  const Program &program;
  const Reach &reach;
  const Policy &policy;
  std::string asOf; // ISO date
  MarkRules marks;
  llvm::DenseSet<uint32_t> unknownCalls;

  CodePurposes purposes;
  Callers callers;
  Erasers erasers;
  /// Answers are kept for the next question.
  mutable Consents consents;
  mutable AuditPaths audits;

  /// Arrivals of the same datum at the same argument or object, in every state.
  llvm::ArrayRef<const Arrival *> inOtherStates(const Arrival &arrival) const;

  std::string nameOf(SymbolId symbol) const;
  std::string nameOf(FunctionId function) const;
  /// Null: the policy does not have it.
  const Purpose *purpose(const std::string &id) const;
  const SinkKind *sinkKind(llvm::StringRef id) const;

private:
  using Place = std::tuple<CallId, uint16_t, SymbolId, SymbolId, std::string>;
  std::map<Place, std::vector<const Arrival *>> together;
  Place placeOf(const Arrival &arrival) const;
};

struct FlowView {
  FlowView(const Arrival &arrival, const DataSource &source) : arrival(arrival), source(source) {}

  const Arrival &arrival;
  const DataSource &source;
  std::string category, subject;
  bool special = false;              // Art. 9 or 10
  std::vector<std::string> purposes; // it may serve; empty: nothing was said
  SourcePlace purposesPlace;
  std::vector<SinkHit> sinks;
  std::vector<Role> expectations;           // of the parameter that it is passed as
  bool calleeHasRoles = false;              // someone said what the called function is
  bool calleeAudits = false;                // it writes an audit record
  std::string function;                     // that contains the place
  std::string callee;                       // or object that it is written into
  const CodePurpose *codePurpose = nullptr; // said of the function around it
  llvm::ArrayRef<CodePurpose> runsFor;      // that, or the purposes of its callers
  std::string retention; // the strictest of the datum, its category and its interactions
  std::vector<std::string> departments, systems; // that need to know it; empty: any
  SourcePlace departmentsPlace, systemsPlace;
  std::vector<std::string> interactions; // types of interaction that it comes of
  bool score = false;                    // what a model or a formula makes of the person
  CodePurpose calleePurpose;             // of the function that it is passed to
  bool calleeHasBody = false;
};

FlowView viewOf(const Arrival &arrival, const CheckContext &context);

/// Every arrival that is at least that sure, in the order of `reach`: a write that
/// a call did is told there, not once more for the whole function.
std::vector<FlowView> viewsOf(const CheckContext &context, Confidence atLeast);

} // namespace earmark
