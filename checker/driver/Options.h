// The command line as plain data. To add an option: a field here, its line in
// CommandLine.cpp, a test in tests/cli.
#pragma once

#include "flow/Label.h"
#include "flow/Policy.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <string>
#include <vector>

namespace earmark {

/// What the program's end tells the shell.
enum ExitStatus : int {
  Clean = 0,      // nothing to report
  Violations = 1, // findings at the level of --fail-on
  Unusable = 2,   // wrong usage, or a policy that cannot be used
  Incomplete = 3, // something could not be analysed
};

enum class Command {
  Check,
  Inventory,
  Diff,
  Extract,
  Explain,
  Discover,
  Init,
  PolicyLint,
  PolicyShow,
  PolicyTest,
  ModelsList,
  ModelsStub,
  Doctor,
  Lsp,
  Completions,
  Manual
};

/// A report that is asked for; without a file it goes to standard output.
struct Output {
  std::string format = "text", file;
  friend bool operator==(const Output &, const Output &) = default;
};

struct Options {
  Command command = Command::Check;
  std::string build; // -p: of compile_commands.json
  std::vector<std::string>
      paths;             // check, inventory: units or folders; extract: the unit; diff: old and new
  bool hasFlags = false; // `--` was there: no compilation database
  std::vector<std::string> flags;
  std::vector<std::string> flows; // --flows
  std::string policy, store, baseline;
  std::string changed; // --changed: a revision
  std::string asOf;    // ISO date; never empty
  unsigned jobs = 0;   // 0: as many as the machine has
  Level failOn = Level::Error;
  Confidence minConfidence = Confidence::Possible;
  std::string traceTime; // --trace-time: where the time went, for a trace viewer
  bool stats = false, noColour = false, noSource = false;
  std::vector<Output> outputs;     // never empty
  std::string output;              // extract, init, models stub -o
  std::string depfile;             // --depfile: what was read, as Make says it
  std::string stamp;               // check --stamp: made when the check passes
  std::string objects;             // extract --objects: of one target of the build
  std::vector<std::string> except; // extract --except
  bool dump = false;               // extract --dump
  std::string rule;                // explain: a rule, or a finding
  std::string report;              // explain --report: that the finding is in
  bool dutch = false;              // --lang nl
  std::string shell;               // completions
};

/// Options, or a text to show and the status to end with.
struct ParsedArguments {
  std::optional<Options> options;
  std::string out, error;
  int status = Clean;
};

/// `arguments` without the program's name. `today` stands in for --as-of.
ParsedArguments parseArguments(llvm::ArrayRef<std::string> arguments, llvm::StringRef today);

inline constexpr const char *Version = EARMARK_VERSION;

} // namespace earmark
