// Stage: what the user named -> the units of the program, from flow files, from
// the store where nothing changed, or from Clang.
#pragma once

#include "driver/Options.h"
#include "driver/Progress.h"
#include "flow/FlowGraph.h"
#include "frontend/CompileCommands.h"
#include "frontend/RunFrontend.h"
#include "store/UnitIndex.h"

#include "llvm/Support/Error.h"

namespace earmark {

struct Gathered {
  /// A unit of the program. One that nothing changed for is not read before it is
  /// needed: `takeUnits`.
  struct Item {
    UnitKey key;
    std::optional<Unit> unit;
    size_t command = 0; // in `commands`, where the unit is not there
  };
  std::vector<Item> items;
  struct Missing {
    std::string what, why;
  };
  std::vector<Missing> missing;   // inputs that gave no unit: damaged flow files
  std::vector<std::string> notes; // of compile commands: options that were dropped
  uint64_t extracted = 0, reused = 0;
  std::vector<CompileCommand> commands;
  std::string store; // the folder of flow files; empty: there is none
};

/// The error is one of usage: nothing to check, a file that is not there. `disk`
/// is where sources are; what is read from another than the real one is not kept.
llvm::Expected<Gathered> gatherUnits(const Options &options, const Console &console,
                                     Progress &progress, const DiskMaker &disk = nullptr);

/// The unit of `item`: read from the store where it is not there yet, extracted
/// again where that is damaged (its key may be another then). It is moved out.
Unit takeUnit(const Gathered &gathered, Gathered::Item &item);
/// All of them, in their order.
std::vector<Unit> takeUnits(Gathered &gathered, unsigned jobs);

/// The commands that `-p BUILD [PATH...]` selects, with --objects and --except.
llvm::Expected<std::vector<CompileCommand>> databaseCommands(const Options &options,
                                                             const Console &console);

/// In a folder that `extract` filled: one line for each unit. A folder that has
/// it may be without a flow file.
inline constexpr const char *UnitList = "units.txt";

/// How many threads `options` allow.
unsigned jobsOf(const Options &options);

/// The directories where the search for the project's policy starts.
std::vector<std::string> projectDirectories(const Options &options, const Console &console);

} // namespace earmark
