// The context of lowering one function, and one declaration per family of
// constructs. Families are free functions that take the context first; what one
// of them must remember belongs to the graph or to `results`.
#pragma once

#include "frontend/lower/Lower.h"
#include "frontend/lower/Memory.h"
#include "frontend/lower/Tries.h"

#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/DenseSet.h"

#include <optional>

namespace earmark::lower {

/// What an expression is: an lvalue's places, or a prvalue's value.
struct Result {
  const Node *value = nullptr; // null: `places` says what it denotes
  Places places;
};

/// An argument as it is passed. References are passed as addresses.
struct Passed {
  uint16_t parameter = NoParameter;
  const Node *value = nullptr;
  clang::QualType type; // of the expression; of the object for This
  clang::SourceRange range;
  TextId literal;
  bool writable = true; // the callee may write what it points to
  bool defaulted = false;
};

using CallKey = std::pair<const void *, const void *>;

struct CallRecord {
  CallKey key;
  CallKind kind = CallKind::Direct;
  SymbolId callee, receiver;
  llvm::SmallVector<Passed, 4> arguments;
  clang::QualType result; // null for none
  clang::SourceRange range;
  clang::SourceLocation location;
  bool reloadable = false;        // the result may refer to memory behind an argument
  PathId overwritten = EmptyPath; // what of the result is, at once
  TryContext context;
  /// Memory that it was given the address of, as it was right after the call.
  llvm::SmallVector<std::pair<RootId, const Node *>, 4> after;
};

struct PendingEdge {
  Edge edge; // calls by number of record, blocks by CFG number; except and steps below
  llvm::SmallVector<PathId, 2> except;
  ChainId chain;
};

struct PendingBlock {
  std::vector<uint32_t> calls;               // records, in order
  llvm::SmallVector<uint32_t, 2> successors; // CFG numbers
  llvm::SmallVector<uint32_t, 2> handlers;   // CFG numbers of handlers for what it throws
  clang::SourceRange terminator;
  bool returns = false, throws = false, branches = false;
};

struct Lowering {
  Lowering(Declarations &names, LowerStats &stats)
      : names(names), stats(stats), flow(names.flow), ast(names.context), values(names.flow),
        memory(values) {}

  Declarations &names;
  LowerStats &stats;
  FlowBuilder &flow;
  clang::ASTContext &ast;
  Values values;
  Memory memory;

  const clang::FunctionDecl *function = nullptr;
  const clang::CoroutineBodyStmt *coroutine = nullptr;
  llvm::DenseMap<const clang::ValueDecl *, const clang::FieldDecl *> captures;
  const clang::FieldDecl *thisCapture = nullptr;
  std::optional<Places> beingMade; // `this` in the default initialisers of an aggregate

  Tries tries;
  TryContext context; // of the element of the CFG that is being lowered

  State state;
  bool emitting = false;
  uint32_t block = 0; // CFG number of the block that is being lowered
  uint32_t lastCall = ~0u;
  unsigned depth = 0;
  bool labelling = true; // what an address leads to is read, and so labelled by its fields
  bool toOneElement =
      false; // the address that is being written down is a reference: no way to the rest of an array
  const void *reader = nullptr; // the expression that is being evaluated

  llvm::DenseMap<const clang::Stmt *, Result> results;
  bool resultsChanged = false;
  llvm::SmallVector<uint32_t, 4> reloading; // Reload calls that are being written down
  /// Constructor calls whose object is known beforehand.
  llvm::DenseMap<const clang::Expr *, Places> destinations;
  llvm::DenseSet<const clang::Expr *> inPlace; // of those, the ones that did
  llvm::DenseSet<RootId> allocations;
  llvm::DenseMap<const clang::Expr *, const clang::Expr *> elementsOf; // see DependentLoops.h

  std::vector<CallRecord> calls;
  std::map<CallKey, uint32_t> callNumbers;
  std::vector<PendingEdge> edges;
  std::vector<Kill> kills;
  std::map<uint32_t, PendingBlock> blocks;
  llvm::DenseMap<TextId, clang::QualType> fieldTypes;
  llvm::DenseMap<TextId, SymbolId> fieldSymbols; // of project fields: reading them is a source
};

// ---- expressions (LowerExpr.cpp) ------------------------------------------

/// Evaluates `expr`, whose operands the CFG has evaluated before.
Result evaluate(Lowering &in, const clang::Expr &expr);
/// The result of an operand: what the CFG evaluated, or evaluated now.
Result resultOf(Lowering &in, const clang::Expr &expr);
const Node *valueOf(Lowering &in, const clang::Expr &expr);
Places placesOf(Lowering &in, const clang::Expr &expr);
/// A pointer to what `expr` denotes; prvalues get a temporary.
const Node *addressOf(Lowering &in, const clang::Expr &expr);

inline Result value(const Node *node) { return {node, {}}; }
inline Result places(Places at) { return {nullptr, std::move(at)}; }
inline Result nothing(Lowering &in) { return value(in.values.empty()); }

Result lowerPlace(Lowering &in, const clang::Expr &expr);
Result lowerOperator(Lowering &in, const clang::Expr &expr);
Result lowerCast(Lowering &in, const clang::CastExpr &expr);
Result lowerCall(Lowering &in, const clang::Expr &expr);
Result lowerConstruct(Lowering &in, const clang::Expr &expr);
Result lowerClosure(Lowering &in, const clang::Expr &expr);
Result lowerDependent(Lowering &in, const clang::Expr &expr);
/// All operands reach the result; counted.
Result lowerUnmodelled(Lowering &in, const clang::Expr &expr);

// ---- declarations and destruction (LowerDecl.cpp) --------------------------

void lowerVariable(Lowering &in, const clang::VarDecl &variable);
/// Writes the value of `init` to `places`, which it initialises.
void lowerInit(Lowering &in, const Places &places, const clang::Expr &init, const Step &step);
/// Before its expression is evaluated: where that makes its object.
void setMemberDestination(Lowering &in, const clang::CXXCtorInitializer &init);
void lowerMemberInit(Lowering &in, const clang::CXXCtorInitializer &init);
/// `deleted`: through a pointer, so that the object may be of a derived class.
void lowerDestructor(Lowering &in, const clang::CXXRecordDecl &record, const Places &object,
                     const void *key, clang::SourceLocation location, bool deleted = false);
Places placesOfVariable(Lowering &in, const clang::VarDecl &variable);
/// In a lambda's body: the variable or binding as the closure holds it.
std::optional<Places> placesOfCapture(Lowering &in, const clang::ValueDecl &variable);
/// In a lambda's body: the closure.
Places closurePlaces(Lowering &in);
/// What `new` makes: an array's type where it makes one.
clang::QualType allocatedType(Lowering &in, const clang::CXXNewExpr &expr);
/// Finds the constructor call that makes `init` and says where it constructs.
void setDestination(Lowering &in, const clang::Expr *init, const Places &places);

/// The constructor call that makes `init` itself, through what adds nothing.
const clang::Expr *constructorOf(const clang::Expr *init);
/// The elements of `array`, a C array, as a sequence of the library shows them:
/// told apart when the function is left, too: see elementOfSequence.
const Node *asSequence(Lowering &in, const Node *array);
/// What is left of `moved` when its value has been moved away.
void leaveMoved(Lowering &in, const clang::Expr &moved);
/// The Field projection of a capture.
TextId closureField(Lowering &in, const clang::FieldDecl &field);

// ---- calls (PassArguments.cpp, CallEffects.cpp) ----------------------------

/// One call of any kind: writes down its arguments and what it may do to
/// memory. Returns its record number.
uint32_t issueCall(Lowering &in, CallRecord call);
/// The value of a call's result.
Result callResult(Lowering &in, uint32_t call);
/// A Reload of `call` with its arguments as they are now, for the reader `at`.
uint32_t reload(Lowering &in, uint32_t call, const void *at, bool forWriting);
bool isStale(Lowering &in, uint32_t call);
/// The memory of a va_list, which is an array on some machines (LowerCall.cpp).
Places argumentList(Lowering &in, const clang::Expr &list);
/// What `node` says of whether the value is true, or set: the calls that answer.
/// Their data stays behind.
const Node *truthOf(Lowering &in, const Node *node, bool negated);
TextId literalOf(Lowering &in, const clang::Expr &expr);
Passed pass(Lowering &in, uint16_t parameter, const clang::Expr &argument,
            clang::QualType parameterType);
void passArguments(Lowering &in, CallRecord &call, llvm::ArrayRef<const clang::Expr *> arguments,
                   const clang::FunctionDecl *callee, const clang::FunctionProtoType *prototype);
/// The object of a member call; `arrow`: `object` is a pointer to it.
void passThis(Lowering &in, CallRecord &call, const clang::Expr &object, bool arrow,
              const clang::CXXMethodDecl *method);
bool maySee(clang::QualType type);

// ---- coroutines (LowerCoroutine.cpp) ----------------------------------------

/// The promise comes to be, and what the caller gets.
void startCoroutine(Lowering &in);
/// The caller runs on, and sees what the promise holds.
void suspendCoroutine(Lowering &in);
void endCoroutine(Lowering &in);
/// What the body throws, with memory as it is then, is for the promise.
void catchInCoroutine(Lowering &in, State thrown);

// ---- memory (Access.cpp) ---------------------------------------------------

const Node *load(Lowering &in, const Places &places, const clang::Expr *at);
void store(Lowering &in, const Places &places, const Node *value, const void *at);
/// What a write to memory that others can see tells them.
void noteWrite(Lowering &in, Place place, const Node *value, bool strong, const void *at,
               uint32_t callBefore);
/// Of a member whose offset is taken: the object around it, and the Field by which a
/// pointer to the member leads there.
struct Around {
  Place object;
  Projection by, member;
};
std::optional<Around> aroundPlace(Lowering &in, Place place);
/// `*pointer` as a place; arrays are entered at their first element.
Places derefPlaces(Lowering &in, const Node *pointer, clang::QualType pointee);
clang::QualType typeAt(Lowering &in, Place place);
const Node *withStep(Lowering &in, const Node *value, StepKind kind, clang::SourceRange range,
                     TextId name);

// ---- edges (Emit.cpp) ------------------------------------------------------

/// Edges that bring `value` to `to` under `path`, with the memory it points to.
void emitValue(Lowering &in, Port to, PathId path, const Node *value);
/// What is behind parameters when the function ends; `byThrow`: or when an exception
/// leaves it, which says nothing of what the caller no longer finds there.
void emitExits(Lowering &in, bool byThrow = false);
/// The type of an exception object; none where a template leaves it open.
TypeId exceptionType(Lowering &in, clang::QualType type);
/// Turns what is pending into rows of the tables.
void finish(Lowering &in, SymbolId symbol, uint32_t flags, uint16_t parameters, Span span,
            uint32_t entryBlock);

inline Port port(PortKind kind, uint32_t entity, uint16_t parameter = NoParameter) {
  return {kind, parameter, entity};
}
inline Origin originOf(Port port, PathId path = EmptyPath) {
  Origin origin;
  origin.port = port;
  origin.path = path;
  return origin;
}

} // namespace earmark::lower
