// Solves programs written as text (unit/FlowTestBuilder.h) and prints what
// arrives, one line an arrival: "contact.email -> log(0) [encrypted] likely".
#pragma once

#include "link/LinkProgram.h"
#include "solve/SolveReach.h"
#include "unit/FlowTestBuilder.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include <algorithm>
#include <string>
#include <vector>

namespace earmark {

struct Solved {
  Program program;
  Policy policy;
  Reach reach;

  std::string name(SymbolId symbol) const {
    return symbol ? program.flow.texts[program.flow.symbols[symbol.value].name].str() : "?";
  }
  std::string line(const Arrival &arrival) const {
    std::string text = reach.sources[arrival.source].label.category + " -> ";
    switch (arrival.kind) {
    case Arrival::AtArgument:
      text += name(program.flow.calls[arrival.call.value].callee) + "(" +
              (arrival.parameter == This ? "this" : std::to_string(arrival.parameter)) + ")";
      break;
    case Arrival::IntoObject:
      text += "into " + name(arrival.object);
      break;
    case Arrival::InFunction:
      text += "in " + name(program.flow.functions[arrival.function.value].symbol);
      break;
    }
    for (size_t i = 0; i < policy.marks.size(); ++i)
      if (arrival.marks >> i & 1)
        text += " [" + policy.marks[i].id + "]";
    if (arrival.confidence == Confidence::Likely)
      text += " likely";
    if (arrival.confidence == Confidence::Possible)
      text += " possible";
    return text;
  }
  std::vector<std::string> arrivals() const {
    std::vector<std::string> lines;
    for (const Arrival &arrival : reach.arrivals)
      lines.push_back(line(arrival));
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  std::vector<std::string> witness(size_t arrival) const {
    std::vector<std::string> lines;
    for (const WitnessStep &step : reach.arrivals[arrival].witness)
      lines.push_back(std::to_string(step.span.line) + ": " + step.text);
    return lines;
  }
};

inline Policy testPolicy() {
  Policy policy;
  for (const char *mark : {"encrypted", "pseudonymised", "anonymised"}) {
    MarkKind kind;
    kind.id = mark;
    policy.marks.push_back(kind);
  }
  for (const char *sink : {"log", "store", "third-party"}) {
    SinkKind kind;
    kind.id = sink;
    policy.sinks.push_back(kind);
  }
  for (const char *category : {"contact", "contact.email", "identity.name"}) {
    Category row;
    row.id = category;
    policy.categories[category] = row;
  }
  Purpose marketing;
  marketing.id = "marketing";
  policy.purposes["marketing"] = marketing;
  return policy;
}

inline Solved solveUnits(const std::vector<std::string> &texts, const ModelSet &models = {},
                         SolveOptions options = {}) {
  Solved solved;
  solved.policy = testPolicy();
  std::vector<Unit> units;
  for (size_t i = 0; i < texts.size(); ++i)
    units.push_back(testUnit("unit" + std::to_string(i) + ".cpp", texts[i]));
  solved.program = linkProgram(std::move(units), solved.policy, models);
  solved.reach = solveReach(solved.program, solved.policy, options);
  return solved;
}

/// A class with an annotated field, and a function that is a log.
inline const char *const Preamble = R"(
  record User { email: std::string, id: int } [aggregate]
  annotate User::email personal "contact.email"
  declare log(const std::string &) [system]
  annotate log 0 sink "log"
)";

inline Solved solveText(const std::string &text, const ModelSet &models = {},
                        SolveOptions options = {}) {
  return solveUnits({Preamble + text}, models, options);
}

} // namespace earmark
