// What `check` and `inventory` make of a program and a policy, as plain data:
// everything behind it (the baseline, what changed since a revision, language and
// format) is a matter of showing it.
//
// An answer is kept in the store under the digest of all that it depends on: the
// flow files, policy and models as read, the day, the options that the stages
// before it look at, the build of the tool. Where that is the same again, the
// kept answer is given and nothing is read, linked or solved.
#pragma once

#include "driver/Analyse.h"
#include "policy/Inventory.h"
#include "policy/Report.h"

namespace earmark {

/// For --stats.
struct RunCounts {
  uint64_t units = 0, edges = 0, sources = 0, arrivals = 0;
  ReachStats reach;
};

struct CheckAnswer {
  std::vector<Finding> findings; // with what suppresses them by policy and comments
  std::vector<DataFlow> flows;   // where they were asked for
  Assurance assurance;
  std::vector<UnitProblem> unitProblems; // in the order of units
  std::vector<LinkProblem> linkProblems;
  RunCounts counts;
  bool kept = false; // it was there
};

struct InventoryAnswer {
  Inventory inventory;
  std::vector<UnitProblem> unitProblems;
  std::vector<LinkProblem> linkProblems;
};

/// With `flows`, the report shows the flows too, allowed or not.
CheckAnswer answerCheck(Inputs inputs, const Options &options, bool flows, Progress &progress);
InventoryAnswer answerInventory(Inputs inputs, const Options &options, Progress &progress);

} // namespace earmark
