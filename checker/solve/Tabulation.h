// The state of one run of the solver: facts and starts (Facts.h), the work
// list, and indexes that are made when they are first asked for. Data, and the
// few operations that keep it consistent; the rules of ARCHITECTURE.md, "In the
// solver", are free functions over it, one file for each family:
//
//   TransferEdges.cpp    1, 7   edges, globals, cells
//   TransferCalls.cpp    2, 4, 8   into callees, around them, past unknown ones
//   CallValues.cpp       10   where calls of function values go
//   MemberHubs.cpp       12   places known by their member alone
//   TransferReturns.cpp  3, 9   back to callers; members of objects out of sight
//   ModelResults.cpp     1   results of models that refer to arguments
//   TransferThrows.cpp   3   exceptions
//   TransferWrites.cpp   5, 6   writes behind results and copied pointers
#pragma once

#include "solve/Facts.h"
#include "solve/Paths.h"
#include "solve/PersonalTypes.h"
#include "solve/SolveReach.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

#include <array>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace earmark {

/// Edges of one function by either end, as rows of FlowTables::edges.
struct FunctionEdges {
  std::vector<uint32_t> byFrom, byTo;
};

/// A place in a parameter that decides what the function does; see Sites.h.
struct Need {
  uint16_t parameter = NoParameter;
  PathId path;
  bool isReceiver = false; // by the class of the object there, else by the function value
  friend bool operator==(const Need &, const Need &) = default;
};

/// A context that a function is solved for; see Sites.h.
struct Site {
  // A model's: the call that it is entered from, and the site of the caller.
  CallId call;
  SiteId outer;
  unsigned depth = 1;
  // Another function's: what its needs hold, empty where that is not known.
  FunctionId function;
  std::vector<std::vector<SymbolId>> values;
};

/// A body that a call goes to because a function value was seen to arrive.
struct DynamicTarget {
  FunctionId function;
  enum Shape : uint8_t {
    Plain,   // arguments as they are
    Closure, // the object called is `this`
    Member,  // the first argument is `this`
  } shape = Plain;
  SymbolId value = {}; // the function that a model's body stands for
  /// Certain by value flow, less by the member that holds the function.
  Confidence confidence = Confidence::Certain;
  friend auto operator<=>(const DynamicTarget &, const DynamicTarget &) = default;
};

struct CallerSite {
  CallId call;
  SiteId site;          // of the function that contains it
  DynamicTarget target; // that it goes to
};

/// What the roles of its callee say of one call.
struct CallInfo {
  struct Param {
    uint16_t parameter;
    MarksChange change;
  };
  bool transforms = false;      // has Marks or Unmarks
  MarksChange onAll;            // to the result and to what is written back
  std::vector<Param> onWritten; // to what is written back there alone
  bool resultNotPersonal = false;
  bool resultIsSink = false; // the object that it returns
  SymbolId resultSink;
  bool purposeful = false; // its callee runs for a purpose: arrivals are of interest
  bool hasSink = false;    // some argument is a sink's, or must be in a state
  bool unknown = false;
  llvm::SmallVector<const Role *, 2> sinks;   // Sink and Expects
  llvm::SmallVector<uint16_t, 1> notPersonal; // parameters
};

/// A variable, class or function whose object is a sink; of a function, the call
/// that opened it.
struct SinkObject {
  SymbolId symbol;
  CallId opened = {};
  friend auto operator<=>(const SinkObject &, const SinkObject &) = default;
};

/// Constants that a sink's selectors read.
struct Literals {
  std::vector<std::string> texts; // sorted, without duplicates
  bool fromCallers = false;       // callers that were not asked may give more
};

/// A fact at a place that a check looks at.
struct Hit {
  FactId fact;
  Arrival::Kind kind;
  CallId call;
  SinkObject object;
  Span span;
  uint16_t parameter = NoParameter;
};

/// Another name of a piece of memory, or where a value came from.
struct Name {
  Port port;
  PathId path;
  friend auto operator<=>(const Name &, const Name &) = default;
};

/// Answers of FindAliases.h, for as long as no other indirect call is resolved.
struct AliasMemo {
  struct Answer {
    std::vector<Name> names;
    std::vector<SinkObject> sinks;
  };
  uint64_t targetsKnown = 0;
  std::map<std::tuple<CallId, Port, PathId, DynamicTarget, SiteId>, Answer> answers;
};

struct Tabulation {
  Tabulation(const Program &program, const Policy &policy, const SolveOptions &options);

  const Program &program;
  const FlowTables &flow;
  const Policy &policy;
  const SolveOptions &options;
  Paths paths;
  PersonalTypes personalTypes;

  std::vector<Fact> facts;
  std::vector<Start> starts;
  std::vector<MarksChange> changes{MarksChange{}};
  std::vector<Site> sites;
  std::vector<Hit> hits;
  llvm::DenseMap<uint32_t, std::unique_ptr<CallInfo>> transforms; // by symbol, see transformOf
  llvm::DenseMap<uint32_t, bool> replacedReads;                   // by edge, see isReplaced
  ReachStats stats;

  // ---- operations -----------------------------------------------------------

  MarksId change(const MarksChange &change);
  /// The start of that key, with `link` into it. A new one gets its first fact;
  /// an old one hands back to a new caller what it has found so far.
  StartId addStart(const StartKey &key, const Link &link, uint8_t valueLength = WholeValue);
  /// Possible where the port of the start has many already, or its path is deep: it
  /// became the hub of the last member, or, without a member, its path was cut.
  Confidence widen(StartKey &key);
  /// Adds what `fact` says unless as much is known already.
  void addFact(Fact fact);
  /// A fact that follows from `from` in the same start.
  void step(FactId from, Port port, PathId path, Via via, uint32_t entity, MarksChange change = {},
            Confidence confidence = Confidence::Certain, uint8_t valueLength = WholeValue);
  /// A fact that was found through another name: not there before call `since`.
  void stepAlias(FactId from, Port port, PathId path, uint32_t entity, CallId since);

  const Fact &fact(FactId id) const { return facts[id.value]; }
  const Start &startOf(const Fact &fact) const { return starts[fact.start.value]; }
  FunctionId functionOf(const Fact &fact) const { return startOf(fact).key.function; }
  bool isModel(FunctionId function) const { return flow.functions[function.value].flags & IsModel; }
  const Call &call(CallId id) const { return flow.calls[id.value]; }
  const Argument *argument(CallId call, uint16_t parameter) const;
  const Type *type(TypeId id) const { return id ? &flow.types[id.value] : nullptr; }
  const Symbol *symbol(SymbolId id) const { return id ? &flow.symbols[id.value] : nullptr; }
  llvm::ArrayRef<Role> roles(SymbolId id) const {
    return id.value < program.roles.size() ? llvm::ArrayRef<Role>(program.roles[id.value])
                                           : llvm::ArrayRef<Role>();
  }

  const FunctionEdges &edges(FunctionId function);
  llvm::ArrayRef<uint32_t> edgesFrom(FunctionId function, Port port);
  llvm::ArrayRef<uint32_t> edgesTo(FunctionId function, Port port);

  const CallInfo &info(CallId call);

  // ---- tables that rules share ----------------------------------------------

  struct PendingKey {
    CallId call;
    SiteId site;
    friend auto operator<=>(const PendingKey &, const PendingKey &) = default;
  };
  std::map<PendingKey, std::vector<FactId>> pending; // facts at calls that go where values lead
  std::map<PendingKey, std::set<DynamicTarget>> dynamicTargets;
  /// Facts that all targets found so far overwrite; another one may not.
  std::map<PendingKey, std::vector<FactId>> heldBack;
  std::map<PendingKey, std::set<SymbolId>> dynamicBodyless; // nothing is known of these
  std::map<PendingKey, std::set<SymbolId>> dynamicRoles;    // modelled: their roles count
  std::map<TextId, std::set<SymbolId>> cutLabels; // function values not followed further, by member
  llvm::DenseMap<SymbolId, uint64_t> labelFacts;
  std::vector<std::vector<CallerSite>> dynamicCallers; // by FunctionId
  std::vector<std::vector<StartId>> freeStarts;        // by FunctionId
  // Sites.cpp
  llvm::DenseMap<std::pair<uint32_t, uint32_t>, SiteId> siteIds; // of models
  std::vector<int8_t> sitedModels;                               // by FunctionId: -1 not asked yet
  std::map<uint32_t, std::vector<SiteId>> sitesOf; // by FunctionId, of sited functions
  std::map<uint32_t, std::vector<Need>> needs;     // by FunctionId
  std::map<std::tuple<FunctionId, CallId, SiteId>, SiteId> sitesAt; // answers of siteFor
  std::map<std::pair<FunctionId, std::vector<std::vector<SymbolId>>>, SiteId> siteOfValues;
  llvm::BitVector addressTaken; // by SymbolId
  std::set<FunctionId> callersFound, siteless;
  AliasMemo aliasMemo;
  unsigned needDepth = 0, siteNesting = 0;
  std::map<std::pair<uint32_t, uint32_t>, llvm::SmallVector<FunctionId, 2>>
      narrowed; // virtual calls, by call and site

  std::map<uint32_t, std::vector<FunctionId>> readers; // functions that read a global, by SymbolId
  struct MemberRead {
    FunctionId function;
    SymbolId member;
    friend auto operator<=>(const MemberRead &, const MemberRead &) = default;
  };
  bool memberReadsKnown = false;
  std::map<TextId, std::vector<MemberRead>> memberReads; // by the member's name
  llvm::DenseSet<TextId> membersOfModels; // that models read by path: a read of them is not seen
  bool readersKnown = false;
  std::map<uint32_t, std::vector<SymbolId>> callOperators; // by SymbolId of the class
  std::map<uint32_t, std::vector<FunctionId>> methodsOf;   // bodies, by SymbolId of the class
  std::set<CallId> unknownCalls;
  llvm::DenseSet<TextId> notPersonalFields;
  std::vector<bool> looksAtHandled;           // by FunctionId; empty: not known yet
  llvm::DenseMap<TextId, TypeId> thrownTypes; // by spelling; empty: not known yet

  llvm::DenseMap<std::pair<uint32_t, uint32_t>, TextId> parameterNames; // by function and number
  std::map<std::tuple<CallId, std::vector<CallId>, bool>, Literals>
      literals;                                          // answers of findLiterals
  llvm::DenseMap<uint32_t, llvm::BitVector> laterBlocks; // by BlockId; see CallOrder.h
  llvm::DenseMap<TextId, TypeId> fieldTypes;             // by the field's name
  bool anySinkClass = false;

  // ---- work list ------------------------------------------------------------

  bool next(FactId &id);

private:
  void settleSince(Fact &fact);
  bool cutLabel(SymbolId label, PathId path);
  bool isPossible(PathId path);
  bool isKnownByRead(const Fact &fact) const;
  bool isOneWayTooMany(PathId path);
  bool isTooDeep(PathId path, uint64_t factsOfStart);
  bool toMember(StartKey &key, uint64_t factsOfStart);
  bool addToMember(const Fact &fact);

  // Function values first, so that calls know where they go; then by confidence.
  std::array<std::vector<FactId>, 4> queues;
  std::array<size_t, 4> heads{};
  llvm::DenseMap<StartKey, StartId> startIds;
  llvm::DenseSet<std::tuple<StartId, MarksId, StartId>> memberLinks; // from a start into a hub
  std::map<std::tuple<FunctionId, Port, SymbolId>, std::set<PathId>> startPaths;
  std::vector<int8_t> possible, tooMany; // by PathId: -1 not known yet
  /// Paths of facts that end in the member; those of them that come by way of its class.
  llvm::DenseMap<TextId, std::pair<unsigned, unsigned>> waysTo;
  llvm::DenseMap<FactKey, FactId> factIds;
  llvm::DenseMap<FactKey, uint8_t> sinceCounts; // facts that differ in `since` alone
  std::map<std::pair<MarkSet, MarkSet>, MarksId> changeIds;
  std::vector<std::unique_ptr<FunctionEdges>> functionEdges;
  llvm::DenseMap<uint32_t, std::unique_ptr<CallInfo>> infos;
};

// ---- the rules ----------------------------------------------------------------

/// Runs the work list dry.
void tabulate(Tabulation &solve);

void transferEdges(Tabulation &solve, FactId fact);
void transferGlobal(Tabulation &solve, FactId fact);
void transferHub(Tabulation &solve, FactId fact);
/// From the hub of a member to who reads it.
void transferMember(Tabulation &solve, FactId fact);
void transferKept(Tabulation &solve, FactId fact);

void transferCall(Tabulation &solve, FactId fact);
/// `function` is called where the function value `label` arrived.
void addTarget(Tabulation &solve, CallId call, SiteId site, SymbolId label,
               Confidence confidence = Confidence::Certain);
/// Calls through values that nothing was seen to reach count as unknown; true
/// when that gave new facts.
bool settleIndirectCalls(Tabulation &solve);
/// The data of `fact` goes into `body` at argument `parameter` of `call`.
void enterBody(Tabulation &solve, FactId fact, CallId call, uint16_t parameter, PathId path,
               const DynamicTarget &target, bool late = false);
/// What was passed goes on behind the call, where no body overwrites it.
void around(Tabulation &solve, FactId fact, CallId call, const CallInfo &info);
/// Data in an argument reaches the result and all that the callee can write:
/// what a call without a body is taken to do, and what a transform does.
void defaultFlow(Tabulation &solve, FactId fact, CallId call, const CallInfo &info,
                 Confidence confidence);
/// Bodies of `call` as seen from `site`, in a fixed order.
llvm::SmallVector<DynamicTarget, 4> bodiesOf(Tabulation &solve, CallId call, SiteId site);
/// Every body overwrites `parameter.path`, so the caller's data is gone. Of a
/// call that goes where values lead, with `byValues`: every body found so far.
bool isKilled(Tabulation &solve, CallId call, uint16_t parameter, PathId path, SiteId site,
              bool byValues = false);
/// `path` of the argument is what the call's result refers to, and the caller
/// overwrites that: it does not go around the call.
bool isOverwritten(Tabulation &solve, CallId call, uint16_t parameter, PathId path, SiteId site);
/// A fact at a ResultWrite port that some other call, given that memory, merely
/// left alone: lowering tells what is there after each call.
bool isLeftAlone(const Tabulation &solve, const Fact &fact);
/// How `call` goes to `body`.
/// The call returns an object, which may hold a pointer.
bool returnsObject(const Tabulation &solve, CallId call);
DynamicTarget targetOf(Tabulation &solve, CallId call, FunctionId body);

void transferExit(Tabulation &solve, FactId fact);
void transferThrown(Tabulation &solve, FactId fact);
/// Data in the exception that a handler, or a caller's handler, received: calls in
/// there may look at it too (`throw;`, std::current_exception).
void transferHandled(Tabulation &solve, FactId fact);
/// A virtual call on nothing but what a handler received: it goes where the type of
/// each exception says.
bool isOnCaught(Tabulation &solve, CallId call);
/// What exit fact `exit` means to the caller that entered by `link`.
void returnTo(Tabulation &solve, const Link &link, FactId exit);
/// What free exit fact `exit` means to the call `caller`.
void returnFree(Tabulation &solve, const CallerSite &caller, FactId exit);

/// Of a model whose result is memory of an argument: `edge` from `path` of it to
/// the result moves nothing, because the model overwrites that memory.
bool isGoneFromResult(Tabulation &solve, FunctionId model, const Edge &edge, PathId path,
                      llvm::ArrayRef<PathNode> suffix, SiteId site);
/// What a model wrote to an argument is also in the result that refers to it.
void showInResult(Tabulation &solve, FactId exit);

void transferResultWrite(Tabulation &solve, FactId fact);
/// Rule 6, for a fact that the callee wrote.
void transferWritten(Tabulation &solve, FactId fact);

// ---- crossing a call ------------------------------------------------------------

/// Where a place of the caller is in the callee, or in reverse.
struct Crossed {
  Port port;
  PathId path;
};
/// `rest`: which of the arguments that a model calls Rest this is, where known.
using Crossings = llvm::SmallVector<Crossed, 1>;
Crossings intoBody(Tabulation &solve, CallId call, uint16_t parameter, PathId path,
                   const DynamicTarget &target, uint32_t rest = ~0u);
/// `exit.entity`: which of the arguments that a model calls Rest this is, where known.
Crossings outOfBody(Tabulation &solve, CallId call, Port exit, PathId path,
                    const DynamicTarget &target);
/// Numbered arguments of a call.
uint16_t numberedArguments(const Tabulation &solve, CallId call);
/// The part of the callee's Return that is `path` of the call's result.
PathId intoReturn(Tabulation &solve, CallId call, PathId path, const DynamicTarget &target);

/// The model's `[#n]` are the literals of the call it was entered from.
PathId resolveElements(Tabulation &solve, PathId path, SiteId site);

} // namespace earmark
