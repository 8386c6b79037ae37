// A small program with arrivals at its sinks, built by hand, for tests of what
// the policy makes of them.
#pragma once

#include "policy/CheckFlows.h"
#include "unit/FlowTestBuilder.h"

namespace earmark {

struct PolicyTestProgram {
  Program program;
  Reach reach;
  Policy policy;
  FlowTestBuilder builder{program.flow, "a.cpp"};

  explicit PolicyTestProgram(llvm::StringRef text) {
    builder.add(text);
    policy.marks = {{"encrypted", {"encrypted", "versleuteld"}, {}, "", false},
                    {"pseudonymised", {"pseudonymised", "gepseudonimiseerd"}, {}, "", false},
                    {"anonymised", {"anonymised", "geanonimiseerd"}, {"pseudonymised"}, "", false}};
    policy.sinks = {{"log", {"is written to a log", "wordt in een log geschreven"}, false, ""},
                    {"store", {"is stored", "wordt opgeslagen"}, false, ""},
                    {"transmit", {"is transmitted", "wordt verzonden"}, false, ""},
                    {"third-party", {"is passed to a third party", "wordt verstrekt"}, true, ""},
                    {"analytics", {"is analysed", "wordt geanalyseerd"}, false, ""}};
    Category contact;
    contact.id = "contact";
    contact.subject = "customer";
    policy.categories["contact"] = contact;
    Category email;
    email.id = "contact.email";
    policy.categories["contact.email"] = email;
    grow();
  }

  static constexpr MarkSet Encrypted = 1, Pseudonymised = 2, Anonymised = 4;

  /// Makes the tables that are indexed by symbol and call as long as they must be.
  void grow() {
    const FlowTables &flow = program.flow;
    program.roles.resize(flow.symbols.size());
    program.bodyOf.resize(flow.symbols.size());
    program.targets.resize(flow.calls.size());
    program.functionOf.resize(flow.calls.size());
    for (uint32_t i = 0; i < flow.functions.size(); ++i) {
      program.bodyOf[flow.functions[i].symbol.value] = FunctionId(i);
      for (CallId call : flow.functions[i].calls.ids())
        program.functionOf[call.value] = FunctionId(i);
    }
  }

  Role &role(llvm::StringRef symbol, AnnotationKind kind, std::vector<std::string> words) {
    SymbolId id = builder.symbol(symbol);
    grow();
    Role role;
    role.kind = kind;
    if (kind == AnnotationKind::Sink || kind == AnnotationKind::Expects) {
      role.where = Designation::Parameter;
      role.parameter = Rest;
    }
    role.words = std::move(words);
    role.place = {"roles.h", 3, 1};
    program.roles[id.value].push_back(role);
    return program.roles[id.value].back();
  }

  Rule &rule(llvm::StringRef id, std::vector<std::string> sinks = {}, std::string require = "") {
    Rule rule;
    rule.id = id.str();
    rule.sinks = std::move(sinks);
    if (!require.empty())
      rule.require = {Requirement::Mark, require, {}};
    policy.rules.push_back(rule);
    return policy.rules.back();
  }

  /// The datum of `declaration` arrives as argument 0 of the call number `call`.
  Arrival &arrival(llvm::StringRef declaration, uint32_t call, std::string category = "contact.email") {
    const Call &row = program.flow.calls[call];
    DataSource source;
    source.declaration = builder.symbol(declaration);
    source.label.category = std::move(category);
    source.span = row.span;
    source.function = program.functionOf[call];
    source.declared = {"customer.h", 7, 3};
    reach.sources.push_back(source);
    Arrival arrival;
    arrival.source = static_cast<uint32_t>(reach.sources.size() - 1);
    arrival.function = program.functionOf[call];
    arrival.call = CallId(call);
    arrival.span = row.span;
    arrival.parameter = 0;
    reach.arrivals.push_back(arrival);
    return reach.arrivals.back();
  }

  /// The same datum comes into view in the function of `call`.
  Arrival &readIn(llvm::StringRef declaration, uint32_t call) {
    Arrival &made = arrival(declaration, call);
    made.kind = Arrival::InFunction;
    made.call = CallId();
    made.parameter = NoParameter;
    return made;
  }

  std::vector<Finding> findings(Confidence minConfidence = Confidence::Possible) {
    grow();
    return checkFlows(program, reach, policy, {"2026-11-21", minConfidence});
  }
};

inline std::vector<std::string> rulesOf(const std::vector<Finding> &findings) {
  std::vector<std::string> rules;
  for (const Finding &finding : findings)
    rules.push_back(finding.rule);
  return rules;
}

} // namespace earmark
