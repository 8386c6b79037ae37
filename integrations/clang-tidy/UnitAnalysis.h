// One analysis of one translation unit, for all checks of a clang-tidy run: the
// AST that clang-tidy has parsed is lowered once, joined with what the last build
// left of the rest of the program, solved, and held against the policy.
#pragma once

#include "SuggestFix.h"

#include "frontend/BesidesAst.h"
#include "policy/Discover.h"
#include "policy/Finding.h"
#include "rules/LoadModels.h"

#include "clang/AST/ASTContext.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace earmark::tidy {

/// CheckOptions, with the directory of the unit's compile command.
struct Settings {
  std::string flows, policy, asOf, minConfidence, language;
  std::string buildDirectory;
  friend auto operator<=>(const Settings &, const Settings &) = default;
};

/// Policies by file: read once in a process, used for all of its units.
class Policies {
public:
  struct Loaded {
    Policy policy;
    ModelSet models;
    std::string problem; // what makes it unusable
  };
  const Loaded &of(const std::string &file);

private:
  std::map<std::string, Loaded> known;
};

/// Something other than a finding that the person must know.
struct Complaint {
  FindingPlace place; // no file: of the run
  std::string message;
};

class UnitAnalysis {
public:
  UnitAnalysis(Settings settings, Policies &policies)
      : settings(std::move(settings)), policies(policies) {}

  /// Before the unit is read. Further calls do nothing.
  void attach(clang::Preprocessor &preprocessor);
  /// Once the AST is whole. Further calls do nothing.
  void run(clang::ASTContext &context);

  struct Result {
    std::vector<Finding> findings; // not suppressed ones
    std::vector<Complaint> complaints;
    std::set<std::string> files;        // that the unit read
    std::vector<Transform> transforms;  // that the program has
    std::vector<Discovered> discovered; // in the unit: they look personal, nobody said
    std::string alone;                  // why the rest of the program is not known
  };
  const Result &result() const { return found; }
  const Policy *policy() const { return usedPolicy; }

private:
  Settings settings;
  Policies &policies;
  BesidesAst besides;
  bool attached = false, done = false;
  const Policy *usedPolicy = nullptr;
  Result found;
};

} // namespace earmark::tidy
