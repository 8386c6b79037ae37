// The stages up to what arrives where, as `check`, `inventory` and `diff` need
// them: policy and models, units, program, reach.
#pragma once

#include "driver/GatherUnits.h"
#include "link/Program.h"
#include "rules/LoadModels.h"
#include "solve/Reach.h"

namespace earmark {

/// All that an answer depends on. No unit that the store has is read yet.
struct Inputs {
  Policy policy;
  ModelSet models;
  Gathered gathered;
};

/// The error is one of usage, or of a policy that cannot be used.
llvm::Expected<Inputs> gatherInputs(const Options &options, const Console &console,
                                    Progress &progress, const LoadOptions &load = LoadOptions(),
                                    const DiskMaker &disk = nullptr);

struct Analysis {
  Policy policy;
  ModelSet models;
  Gathered gathered; // its units have gone into the program
  Program program;
  Reach reach;
};

/// Leaves `reach` empty: for commands that look at declarations alone.
Analysis linkInputs(Inputs inputs, const Options &options, Progress &progress);
Analysis analyse(Inputs inputs, const Options &options, Progress &progress);

} // namespace earmark
