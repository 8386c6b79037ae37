// Readable print of the flow tables, for people and for tests on every stage.
// The text does not depend on the order of rows that carry no order of their
// own: functions sort by name, edges by their ends, calls count from #0 in each
// function, so two tables that mean the same print the same.
//
//   function greet(User &, std::string &)  3:1
//     Entry(0).*.User::name -> CallIn(#0 std::operator+, 1).*
//     CallResult(#0 std::operator+) -> Exit(1).*
//     kill Exit(1).*
//     call #0 direct std::operator+(0 'const char *' = "Dear ", 1 'User')  4:9
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/Support/raw_ostream.h"

#include <string>

namespace earmark {

struct DumpOptions {
  bool symbols = false; // every declaration, not only those with a body or a role
  bool steps = false;   // the source places of each edge
  bool usrs = false;    // name functions by USR too
};

void dump(const FlowTables &flow, llvm::raw_ostream &out, const DumpOptions &options = {});
void dump(const Unit &unit, llvm::raw_ostream &out, const DumpOptions &options = {});
std::string dumpText(const FlowTables &flow, const DumpOptions &options = {});

// Pieces, for messages of tests and traces. With `in`, calls and blocks count
// from the function's first; without, they are ids of the tables.
std::string print(const FlowTables &flow, PathId path);
std::string print(const FlowTables &flow, const Port &port, const Function *in = nullptr);
std::string print(const FlowTables &flow, const Port &port, PathId path,
                  const Function *in = nullptr);
std::string print(const FlowTables &flow, const Edge &edge, const Function *in = nullptr);
std::string print(const FlowTables &flow, CallId call, const Function *in = nullptr);
std::string print(const FlowTables &flow, const Annotation &annotation);
/// A whole function, many lines.
std::string print(const FlowTables &flow, const Function &function,
                  const DumpOptions &options = {});
/// "name.cpp:3:7"; the file without its folders.
std::string print(const FlowTables &flow, const Span &span);
/// The signature of a function, the name of anything else.
std::string print(const FlowTables &flow, SymbolId symbol);
/// "0", "this", "callee", "rest".
std::string printParameter(uint16_t parameter);

llvm::StringRef nameOf(PortKind kind);
llvm::StringRef nameOf(EdgeKind kind);
llvm::StringRef nameOf(StepKind kind);
llvm::StringRef nameOf(CallKind kind);
llvm::StringRef nameOf(SymbolKind kind);
llvm::StringRef nameOf(AnnotationKind kind);

} // namespace earmark
