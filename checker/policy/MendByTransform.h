// Functions of the project that put data in a state (EARMARK_MARKS), and which of
// them would mend a finding: what editors offer to wrap a read in.
#pragma once

#include "link/Program.h"
#include "policy/Finding.h"

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace earmark {

/// A function that marks what it returns.
struct Transform {
  std::string function; // qualified
  std::string mark;
  std::string type; // of its one parameter and of its result alike; empty: they differ
  friend auto operator<=>(const Transform &, const Transform &) = default;
};

/// The type of a value of that type: "const std::string &" -> "std::string".
std::string valueSpelling(llvm::StringRef spelling);

/// Of the project and its policy, not of library models. Sorted.
std::vector<Transform> transformsOf(const Program &program);

/// Whether data in the state `mark` alone meets `requirement`.
bool satisfies(const Requirement &requirement, const std::string &mark);

} // namespace earmark
