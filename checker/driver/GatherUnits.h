// Stage: what the user named -> the units of the program, from flow files, from
// the store where nothing changed, or from Clang.
#pragma once

#include "driver/Options.h"
#include "driver/Progress.h"
#include "flow/FlowGraph.h"
#include "frontend/CompileCommands.h"
#include "frontend/RunFrontend.h"

#include "llvm/Support/Error.h"

namespace earmark {

struct Gathered {
  std::vector<Unit> units;
  struct Missing {
    std::string what, why;
  };
  std::vector<Missing> missing;   // inputs that gave no unit: damaged flow files
  std::vector<std::string> notes; // of compile commands: options that were dropped
  uint64_t extracted = 0, reused = 0;
};

/// The error is one of usage: nothing to check, a file that is not there. `disk`
/// is where sources are; what is read from another than the real one is not kept.
llvm::Expected<Gathered> gatherUnits(const Options &options, const Console &console,
                                     Progress &progress, const DiskMaker &disk = nullptr);

/// The commands that `-p BUILD [PATH...]` selects, with --objects and --except.
llvm::Expected<std::vector<CompileCommand>> databaseCommands(const Options &options,
                                                             const Console &console);

/// In a folder that `extract` filled: one line for each unit. A folder that has
/// it may be without a flow file.
inline constexpr const char *UnitList = "units.txt";

/// The directories where the search for the project's policy starts.
std::vector<std::string> projectDirectories(const Options &options, const Console &console);

} // namespace earmark
