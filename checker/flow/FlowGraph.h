// The flow graph: how values move through one unit, one library model or one
// whole program. Three producers (frontend, store, rules) make this one type,
// and the linker joins many of them into one.
//
// A function's graph has no locals. It has edges from what comes into view
// (parameters at entry, globals, results of calls, what a call left in an
// argument, literals) to what leaves (returns, arguments of calls, what is
// behind parameters at exit, globals, objects that others may see). Each end is
// a port with an access path:
//
//   void greet(User &u, std::string &out) { out = "Dear " + u.name; }
//
//     Entry(0) .*.User::name  ->  CallIn(operator+, 1) .*
//     CallResult(operator+)   ->  CallIn(operator=, 0) .*
//     CallOut(operator=, this) .*  ->  Exit(1) .*
//
// A fact "the value at port P under path p holds data d" moves over an edge
// (P.f -> Q.t): with p = f.s it holds at Q.t.s; with p a prefix of f (the whole
// holds d, so the part does) it holds at Q.t. References are pointers here:
// a parameter `User &u` is Entry(0), the user itself is Entry(0).* .
//
// The tables are flat arrays of small structs addressed by dense ids; an owner
// (a function, a call) names a range of rows. Nothing here has behaviour.
#pragma once

#include "base/Id.h"
#include "base/Location.h"
#include "base/TextPool.h"

#include <string>
#include <vector>

namespace earmark {

using PathId = Id<struct PathTag>;
using TypeId = Id<struct TypeTag>;
using SymbolId = Id<struct SymbolTag>;
using FunctionId = Id<struct FunctionTag>;
using CallId = Id<struct CallTag>;
using ArgumentId = Id<struct ArgumentTag>;
using EdgeId = Id<struct EdgeTag>;
using StepId = Id<struct StepTag>;
using BlockId = Id<struct BlockTag>;
using TryId = Id<struct TryTag>;
using HandlerId = Id<struct HandlerTag>;
using AnnotationId = Id<struct AnnotationTag>;

// ---- access paths ----------------------------------------------------------

enum class ProjectionKind : uint8_t {
  Deref,     // *p            what a pointer, reference, iterator, smart pointer refers to
  Field,     // x.f           name is "ns::Class::f", template arguments left out
  Element,   // x[i]          some element of an array or container
  ElementAt, // x[3], x["k"]  the element at a literal; name is the literal
  ElementOf, // models only   the element that argument number `name` selects
  Exception, // solver only   an exception object of the type spelt `name`, where its static type is not known
};

/// Models of what grows and shrinks at its end keep the last element apart:
/// these ElementAt are one element, and all but that one, by place.
inline constexpr llvm::StringLiteral LastElement = "(last)", OtherElements = "(others)";

/// Paths are a trie: a path is its last projection behind a shorter path.
/// PathId(0) is the empty path. All fields of a union are one Field, named
/// "ns::Union::*". Base-class subobjects are transparent. A path that names
/// the same field three times is folded at its first repetition (foldedPath
/// in FlowBuilder.h says when), and one longer than MaxPathLength is cut: it then stands for all below it.
struct PathNode {
  PathId parent;
  ProjectionKind kind = ProjectionKind::Deref;
  TextId name; // of Field, ElementAt, ElementOf
};
inline constexpr PathId EmptyPath{0};
inline constexpr unsigned MaxPathLength = 12;

// ---- ports -----------------------------------------------------------------

enum class PortKind : uint8_t {
  // What comes into view.
  Entry,      // void f(T x)       parameter `parameter` when the function starts
  CallResult, // g()               what call `entity` returned
  CallOut,    // g(x); use(x)      what call `entity` left in argument `parameter` (behind it: paths start with *)
  Read,       // u.email           a read of the declaration `entity` (a symbol): field or annotated local; an Alias where the function put nothing there
  Literal,    // "http://..."      a constant; `entity` is its text
  Function,   // &f                a reference to the function `entity` (a symbol)
  Created,    // new T, T{}        an object of exactly the class `entity` (a symbol); for call targets
  Caught,     // catch (E &e)      the exception object that handler `entity` receives
  // What leaves.
  Return,      // return x         `entity` is the block that returns
  Exit,        // out = x          what is behind parameter `parameter` when the function ends
  CallIn,      // g(x)             argument `parameter` of call `entity`
  ResultWrite, // g() = x          what is written behind the result of call `entity`
  /// throw x: an exception object of type `entity` (none: of any; a reference: of a class derived from it, perhaps)
  /// where the handlers of try number `parameter` of the function are (NoParameter: it leaves the function).
  Thrown,
  Condition,   // if (x)           the condition that ends block `entity`
  // Both ways.
  Global, // a variable of static storage duration; `entity` is its symbol
  Cell,   // an object in sight whose address went out of sight; `entity` numbers it in its function
  /// What this function itself writes to object `entity` after its address went
  /// out of sight (same numbers as Cell). It matters only to who kept the
  /// address: see ARCHITECTURE.md, rule 7.
  Kept,
};

/// Numbers of parameters and arguments. A member function's object is This and
/// counts for nothing, so parameter 0 is the first that the user wrote.
inline constexpr uint16_t This = 0xFFFF;
inline constexpr uint16_t Callee = 0xFFFE;      // the function value that an indirect call calls
inline constexpr uint16_t Rest = 0xFFFD;        // models: every argument past the last named parameter
inline constexpr uint16_t Handled = 0xFFFC;     // Entry only: the exception object that a caller is handling (`throw;`)
inline constexpr uint16_t NoParameter = 0xFFFB;

struct Port {
  PortKind kind = PortKind::Entry;
  uint16_t parameter = NoParameter;
  uint32_t entity = ~0u;
  friend auto operator<=>(const Port &, const Port &) = default;
};

// ---- edges -----------------------------------------------------------------

enum class EdgeKind : uint8_t {
  Copy,    // the value moves; suffixes behind a * go along (a copied pointer still points there)
  Alias,   // `to` *is* the memory `from`: a write behind `to` is a write to `from` (return &x, T &r = m[k])
  Content, // models only: the data of `from`, by value or behind pointers, becomes data of `to` itself
  Negate,  // Condition and Return ports only: `to` is true, or set, when `from` is not
  Compare, // what a comparison looked at, into Condition and Return ports: followed only when a policy asks for it
  Truth,   // Condition and Return ports only: `to` is true, or set, when `from` is; none of its data moves
};

enum class StepKind : uint8_t {
  Read,     // reads `name`
  Assign,   // is stored in `name`
  Argument, // is passed
  Return,   // is returned
  Capture,  // is captured as `name`
  Throw,    // is thrown
  Convert,  // becomes part of a larger value
};

/// A place that a path shows a person. Steps of an edge run from source to sink.
struct Step {
  Span span;
  StepKind kind = StepKind::Read;
  TextId name;
};

struct Edge {
  Port from;
  PathId fromPath = EmptyPath;
  Port to;
  PathId toPath = EmptyPath;
  EdgeKind kind = EdgeKind::Copy;
  /// Paths below `from` that the edge does not carry, because something else
  /// was written there: a range of `excepts`, each relative to fromPath. The
  /// empty path in it stops all forward flow: such an edge says only that `to`
  /// points where `from` is (rules 5 and 6 follow it backward, ignoring excepts).
  IdRange<struct ExceptTag> except;
  IdRange<StepTag> steps;
};

/// What a function certainly overwrites: the part `path` of Exit(parameter) does
/// not hold what it held at entry, whatever edges to it say besides. All that no
/// kill names stays as it was: identity from Entry to Exit needs no edge.
struct Kill {
  uint16_t parameter = NoParameter;
  PathId path;
};

// ---- calls and control -----------------------------------------------------

enum class CallKind : uint8_t {
  Direct,    // f(x), x.f(y) on an object whose class is certain
  Virtual,   // p->f(y): the overriders of `callee` that the receiver can be
  Indirect,  // fp(x): whatever function or closure reaches the port CallIn(call, Callee)
  Construct, // T(x)
  Destruct,  // ~T()
  Builds,    // models only: the constructor of the type in template argument `builds`, chosen by its arguments
  Reload,    // no call of its own: the reference that an earlier call gave, used again with the arguments as they are
             // now. Result as of Direct; of effects only ResultWrite (rule 5), resultOverwritten and identity (rule 4)
};

struct Argument {
  uint16_t parameter = NoParameter; // This, Callee, or its number
  TypeId type;                      // its static type, as passed (before conversion to the parameter's)
  Span span;
  TextId literal; // its value where that is one constant: a string or a number
  bool defaulted = false; // nobody wrote it: the parameter's default argument
};

struct Call {
  CallKind kind = CallKind::Direct;
  SymbolId callee;   // what is named; none for Indirect through a value
  SymbolId receiver; // Virtual, and members: the static class of the object
  IdRange<ArgumentTag> arguments;
  Span span;                   // the place that a finding names
  TextId text;                 // the call as written, cut at 80 bytes
  IdRange<struct TextListTag> macros; // names of the macros that it is expanded from, outermost first (in `textList`)
  TypeId resultType;
  /// What of the result is overwritten at once: `.*` for `v[0] = x`, `.*.name` for
  /// `v[0].name = x`. The old value there does not survive. Empty for nothing.
  PathId resultOverwritten = EmptyPath;
  uint16_t builds = 0; // Builds: which template argument of the function, or of its class; see BuildsOfClass in Model.h
  TryId guard;         // the innermost try whose handlers are there for what the call throws
  HandlerId handling;  // the innermost handler that it runs in
};

/// A handler, `catch (E &e)`.
struct Handler {
  TypeId type; // without const, reference and alias; none: catches all
};

/// A try block: handlers in the order they are tried, then those of `outer`.
struct Try {
  TryId outer; // none: what is not caught leaves the function
  IdRange<HandlerTag> handlers;
};

/// A block of the control skeleton. Its calls are `calls` in the order they run.
struct Block {
  IdRange<CallTag> calls;
  IdRange<struct BlockListTag> successors; // in `blockList`; a block that ends in a condition has two: true, false
  Span span;                               // of the terminator, where there is one
  bool returns = false, throws = false, branches = false;
};

enum FunctionFlag : uint32_t {
  IsVariadic = 1 << 0,
  IsMethod = 1 << 1,      // has This
  IsConstructor = 1 << 2,
  IsDestructor = 1 << 3,
  IsCoroutine = 1 << 4,
  IsInSystemHeader = 1 << 5,
  IsTemplatePattern = 1 << 6, // lowered from a template that nothing in this unit instantiated
  IsImplicit = 1 << 7,        // defaulted by the compiler
  IsModel = 1 << 8,           // object view: references are seen through, see Model.h
  IsInline = 1 << 9,          // may be defined in many units, all the same
  IsNoReturn = 1 << 10,
  /// Its blocks do not show every order that its calls can run in: two of them
  /// share a call.
  HasLooseOrder = 1 << 11,
  IsNoexcept = 1 << 12, // no exception leaves it
};

/// One function body. `blocks[0]` is the entry; edges are sorted by `from`.
struct Function {
  SymbolId symbol;
  uint32_t flags = 0;
  uint16_t parameters = 0; // how many, This not counted
  IdRange<EdgeTag> edges;
  IdRange<struct KillTag> kills;
  IdRange<CallTag> calls;
  IdRange<BlockTag> blocks;
  IdRange<TryTag> tries;
  IdRange<HandlerTag> handlers; // of its tries
  uint32_t cells = 0; // how many Cell ports it has
  Span span;          // of the body
};

// ---- declarations ----------------------------------------------------------

enum class SymbolKind : uint8_t { Function, Field, Variable, Parameter, Record, Alias, Namespace, Enum };

enum SymbolFlag : uint32_t {
  IsVirtual = 1 << 0,
  IsStatic = 1 << 1,   // a member function without This
  IsInternal = 1 << 2, // internal linkage: the USR holds the unit
  FromSystem = 1 << 3, // declared in a system header
  IsPure = 1 << 4,
  IsConst = 1 << 5,    // a const member function
  IsDefined = 1 << 6,  // a body exists in this unit (system bodies, not parsed, included)
  IsMember = 1 << 7,   // has This
  IsFinal = 1 << 8,
  IsLambda = 1 << 9,   // a closure class
  IsVariadicSymbol = 1 << 10,
  IsWeak = 1 << 11,
};

struct Symbol {
  TextId usr;       // the same in every unit; how units are linked
  TextId name;      // "ns::Class::f": no template arguments, no inline namespaces, "(lambda at f.cpp:3:7)"
  TextId signature; // functions: "ns::Class::f(int, const char *)"; others: as name
  SymbolKind kind = SymbolKind::Function;
  uint32_t flags = 0;
  SymbolId parent;              // the class or namespace it is a member of; a parameter's function
  TypeId type;                  // of variables, fields, parameters, aliases; a function's result
  IdRange<struct TypeListTag> parameters; // functions: parameter types, in `typeList`
  IdRange<struct TypeListTag> templateArguments; // of a specialisation
  uint16_t index = 0;           // parameters: their number; fields: their order
  Span place;                   // of the name
  IdRange<struct TextListTag> parameterNames; // functions: in `textList`, as many as parameters; empty text: it has none
};

/// A type as flows need it: what it is spelt, the class or alias behind it.
struct Type {
  TextId spelling; // canonical
  SymbolId record; // class, union or enum, all pointers, references and arrays removed
  SymbolId alias;  // the typedef it was written with, where it was
  uint8_t pointers = 0; // how many pointers and array bounds are around the record
  bool reference = false, constant = false; // const: of what is referred to
  bool boolean = false, arithmetic = false, functional = false; // bool; number or enum; function (pointer)
  IdRange<struct TypeListTag> arguments; // template arguments that are types, in `typeList`
};

/// A class definition.
struct Record {
  SymbolId symbol;
  IdRange<struct SymbolListTag> bases;  // classes, in `symbolList`
  IdRange<struct SymbolListTag> fields; // in `symbolList`
  IdRange<struct SymbolListTag> methods; // in `symbolList`, constructors and call operators included
  bool isUnion = false, isAggregate = false;
};

/// `method` overrides `overridden`, directly.
struct Override {
  SymbolId method, overridden;
};

// ---- annotations -----------------------------------------------------------

enum class AnnotationKind : uint8_t {
  Personal,    // EARMARK_PERSONAL("contact.email")
  Subject,     // EARMARK_SUBJECT("employee")
  OnlyFor,     // EARMARK_ONLY_FOR("service", ...)
  Retention,   // EARMARK_RETENTION("P2Y")
  Is,          // EARMARK_IS("encrypted")
  NotPersonal, // EARMARK_NOT_PERSONAL("why")
  RunsFor,     // EARMARK_RUNS_FOR("marketing")
  Sink,        // EARMARK_SINK("third-party", "acme-mail")
  Marks,       // EARMARK_MARKS("encrypted")
  Unmarks,     // EARMARK_UNMARKS("encrypted")
  Expects,     // EARMARK_EXPECTS("encrypted")
  ConsentFor,  // EARMARK_CONSENT_FOR("marketing")
  Audits,      // EARMARK_AUDITS("use")
  Erases,      // EARMARK_ERASES("contact", "crm")
};

/// As written. Words are resolved against the policy after linking.
struct Annotation {
  AnnotationKind kind = AnnotationKind::Personal;
  SymbolId target;
  uint16_t parameter = NoParameter; // a parameter of the function `target`
  IdRange<struct TextListTag> words;
  Span place;
};

/// `// earmark: allow(rule) until 2027-03-01 by dpo: why`
struct AllowComment {
  TextId rule, until, by, reason; // none: missing
  Span place;                     // of the comment
};

// ---- the tables ------------------------------------------------------------

struct FlowTables {
  TextPool texts;
  std::vector<PathNode> paths{PathNode{}};
  std::vector<Type> types;
  std::vector<TypeId> typeList;
  std::vector<Symbol> symbols;
  std::vector<SymbolId> symbolList;
  std::vector<Record> records;
  std::vector<Override> overrides;
  std::vector<Function> functions;
  std::vector<Edge> edges;
  std::vector<PathId> excepts;
  std::vector<Step> steps;
  std::vector<Kill> kills;
  std::vector<Call> calls;
  std::vector<Argument> arguments;
  std::vector<Handler> handlers;
  std::vector<Try> tries;
  std::vector<Block> blocks;
  std::vector<BlockId> blockList;
  std::vector<TextId> textList;
  std::vector<Annotation> annotations;
  std::vector<AllowComment> allows;
};

/// What is certain of one file that a unit read: for the cache.
struct Dependency {
  std::string path;
  uint64_t digest = 0; // xxh3 of its bytes
  friend bool operator==(const Dependency &, const Dependency &) = default;
};

struct UnitProblem {
  enum Level : uint8_t { Note, Warning, Error } level = Error;
  std::string message;
  std::string file;
  uint32_t line = 0, column = 0;
  /// Of an annotation or an allow comment: the unit is analysed all the same,
  /// but the run ends as one with an unusable policy does.
  bool annotation = false;
};

/// How often lowering fell back to "all operands reach the result", by kind.
struct Fallback {
  std::string kind;
  uint64_t count = 0;
  friend bool operator==(const Fallback &, const Fallback &) = default;
};

/// What one translation unit tells the program.
struct Unit {
  std::string mainFile;
  uint64_t command = 0; // digest of the tool's version and the command line
  std::vector<Dependency> dependencies;
  std::vector<UnitProblem> problems; // an Error that is no annotation's means that the unit is not analysed
  std::vector<Fallback> fallbacks;
  uint64_t systemBodiesSkipped = 0;
  uint64_t pathsCut = 0; // access paths that hit MaxPathLength
  FlowTables flow;
};

} // namespace earmark
