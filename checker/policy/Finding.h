// A violation, as every report shows it. Plain text and numbers only: a
// renderer needs nothing else. Sorted by file, line, column, rule.
#pragma once

#include "flow/Label.h"
#include "flow/Policy.h"

#include <string>
#include <vector>

namespace earmark {

/// A place that a report can show, with its end for the caret line.
struct FindingPlace {
  std::string file;
  uint32_t line = 0, column = 0, endLine = 0, endColumn = 0; // from 1, end inclusive
  friend auto operator<=>(const FindingPlace &, const FindingPlace &) = default;
};

struct FindingStep {
  FindingPlace place;
  std::string text;
  std::string function;
  std::string textNl = {};
};

struct Finding {
  std::string rule; // "personal-data-in-log"
  Level level = Level::Error;
  std::string message;               // one sentence, English
  std::string messageNl;             // the same in Dutch
  Bilingual plain;                   // what happens to whose data, without a name from the code
  FindingPlace place;                // the sink
  std::string function;              // that contains the sink, qualified
  std::string data, subject;         // category; data subject
  std::vector<std::string> purposes; // that the data may serve
  std::string codePurpose;           // that the code runs for, where known
  std::string sink;                  // kind: "log"
  std::string recipient, store;      // where known
  Confidence confidence = Confidence::Certain;
  FindingPlace source;            // where the datum comes into view
  std::string sourceName;         // "Customer::email"
  FindingPlace sourceDeclaration; // its annotation
  std::vector<FindingStep> path;  // source first, sink last
  std::string clause, article, owner, mend, mendNl;
  std::string fingerprint; // 16 hex digits; survives moved lines
  bool inBaseline = false; // suppressed because an earlier report has it
  bool suppressed = false;
  std::string suppressedBy; // "allow comment by dpo until 2027-03-01: why"
};

/// A finding of the baseline that is no longer there.
struct GoneFinding {
  std::string rule;
  Level level = Level::Error;
  std::string message, messageNl, file; // the file as the earlier report named it
  uint32_t line = 0;
  std::string fingerprint;
};

/// What was and was not analysed: so that "0 findings" means something.
struct Assurance {
  std::string tool;                       // version
  std::string policyDigest, modelsDigest; // hex
  uint64_t unitsAnalysed = 0, functions = 0, calls = 0;
  struct Missing {
    std::string what, why;
  };
  std::vector<Missing> unitsNotAnalysed;
  struct UnknownCall {
    std::string callee;
    uint64_t count = 0;    // call sites
    bool personal = false; // personal data reaches one
  };
  std::vector<UnknownCall> callsWithoutModel; // sorted by callee
  std::vector<Fallback> fallbacks;
  uint64_t pathsCut = 0, boundsHit = 0, systemBodiesSkipped = 0;
  std::vector<std::string> exceptionsUsed;
  std::vector<std::string> notes; // options dropped and the like
  bool complete() const { return unitsNotAnalysed.empty(); }
};

} // namespace earmark
