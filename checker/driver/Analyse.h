// The stages up to what arrives where, as `check`, `inventory` and `diff` need
// them: policy and models, units, program, reach.
#pragma once

#include "driver/GatherUnits.h"
#include "link/Program.h"
#include "rules/LoadModels.h"
#include "solve/Reach.h"

namespace earmark {

struct Analysis {
  Policy policy;
  ModelSet models;
  Gathered gathered; // its units have gone into the program
  Program program;
  Reach reach;
};

/// The error is one of usage, or of a policy that cannot be used. The first
/// leaves `reach` empty: for commands that look at declarations alone.
llvm::Expected<Analysis> linkUnits(const Options &options, const Console &console,
                                   Progress &progress, const LoadOptions &load = LoadOptions(),
                                   const DiskMaker &disk = nullptr);
llvm::Expected<Analysis> analyse(const Options &options, const Console &console, Progress &progress,
                                 const LoadOptions &load = LoadOptions(),
                                 const DiskMaker &disk = nullptr);

} // namespace earmark
