// What is certain about yes-or-no answers at each block of a function: "here
// `may_mail(c)` was asked, and said yes". The control skeleton is walked along
// every path; a state is what the path has learnt from its branches:
//
//   bool ok = c.active && may_mail(c);   // a flag keeps all its operands
//   if (!ok) return;                     // past this, may_mail(c) said yes
//
// Paths are merged where they know the same, and past a bound they know nothing.
#pragma once

#include "policy/HandedOn.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

#include <optional>
#include <set>
#include <vector>

namespace earmark {

/// Calls of one function whose answers matter. `assured`: the call only comes
/// back when the answer is yes (it throws or ends the program otherwise).
struct Question {
  CallId call;
  bool assured = false;
  friend bool operator==(const Question &, const Question &) = default;
};

enum class Answer : uint8_t { Unknown, Yes, No };

class Skeleton {
public:
  /// `handedOn`: what values were before the library passed them on.
  Skeleton(const FlowTables &flow, FunctionId function, llvm::ArrayRef<Question> questions,
           const HandedOn *handedOn = nullptr);

  /// The answers by question, one row for each thing that paths to `call` in
  /// `block` may know (no call: to its start). Empty: no path leads there.
  std::vector<std::vector<Answer>> at(BlockId block, CallId call) const;
  /// The same where the function returns `value`, or anything at all.
  std::vector<std::vector<Answer>> atReturn(std::optional<bool> value) const;

private:
  using VariableId = unsigned;
  /// A value that branches depend on: the result of a question, a flag, a field.
  struct Variable {
    Port port;
    PathId path = EmptyPath;
    std::optional<bool> constant;
    friend bool operator==(const Variable &a, const Variable &b) {
      return a.port == b.port && a.path == b.path;
    }
  };
  struct Operand {
    VariableId variable;
    bool negated = false;
  };
  struct State {
    std::vector<Answer> known;       // by variable
    std::vector<VariableId> asked;   // calls that ran, the last one last
    Answer forced = Answer::Unknown; // what the value that the next block looks at must be
    friend auto operator<=>(const State &, const State &) = default;
  };

  const FlowTables &flow;
  FunctionId function;
  std::vector<Question> questions;
  std::vector<Variable> variables;              // questions first, in their order
  std::vector<bool> isCall;                     // by variable
  std::vector<std::vector<Operand>> conditions; // by block of the function
  std::vector<std::vector<Operand>> returns;    // by block; the last row: of no block that is known
  std::vector<std::set<State>> states;          // at the start of the block, by block

  void readOperands(const HandedOn *handedOn);
  void walk();
  /// All calls of the block, or those before `until`.
  void runCalls(const Block &block, State &state, CallId until = CallId()) const;
  /// Whether `state` allows `operands` to be `value`; learns what follows from it.
  bool assume(State &state, llvm::ArrayRef<Operand> operands, bool value) const;
  std::vector<Answer> answers(const State &state) const;
  llvm::ArrayRef<Operand> lookedAt(uint32_t block) const;
  void enter(uint32_t block, State state, std::vector<uint32_t> &work);
};

} // namespace earmark
