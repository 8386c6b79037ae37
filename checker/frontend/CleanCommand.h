// One command line, option by option, by Clang's own table: what a parse needs
// stays, what writes files, runs programs, loads code or grades warnings goes.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace earmark {

struct CleanArguments {
  std::vector<std::string> options; // no compiler's name, no input
  std::vector<std::string> notes;
  std::string output; // -o, which is no option of a parse
};

/// `arguments` without the compiler's name, response files expanded.
/// `clMode`: as
/// clang-cl reads them. Inputs are left out.
CleanArguments cleanOptions(llvm::ArrayRef<std::string> arguments, bool clMode);

/// What a command starts with: wrappers taken off, the compiler understood.
struct CompilerName {
  size_t words = 0;   // how many arguments it takes, wrappers included
  std::string mode;   // "gcc", "g++", "cl": --driver-mode
  std::string target; // of a cross compiler: "aarch64-linux-gnu"; empty: the machine's
  std::vector<std::string> notes;
};
CompilerName readCompilerName(llvm::ArrayRef<std::string> arguments);

} // namespace earmark
