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
                                    Progress &progress, const LoadOptions &load = LoadOptions());

struct Analysis {
  Policy policy;
  ModelSet models;
  Gathered gathered; // its units have gone into the program
  Program program;
  Reach reach;
};

Analysis analyse(Inputs inputs, const Options &options, Progress &progress);

} // namespace earmark
