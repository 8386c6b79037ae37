// What a run of `check` found, as every format shows it. Data only.
#pragma once

#include "policy/DataFlow.h"
#include "policy/Finding.h"

namespace earmark {

struct Report {
  std::vector<Finding> findings;
  Assurance assurance;
  std::string asOf;              // ISO date
  bool hasBaseline = false;      // what is not suppressed is new
  std::vector<GoneFinding> gone; // since the baseline
  std::vector<Rule> rules;       // of the policy, with their texts
  std::vector<DataFlow> flows;   // allowed or not; where a format shows them
  int exitStatus = 0;            // that the run ends with
};

} // namespace earmark
