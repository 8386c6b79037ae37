#include "policy/CheckPurposes.h"

#include "policy/SinkSentence.h"

#include <algorithm>

namespace earmark {

namespace {

/// The code that gets the datum here, and what it runs for.
struct User {
  const CodePurpose *purpose = nullptr;
  std::string name;
  bool passed = false; // to a function of that purpose, rather than read in one
};

/// Whether the path goes to a part of what is passed: `*.Customer::email`.
bool isPartOfArgument(PathId path, const FlowTables &flow) {
  for (; path != EmptyPath; path = flow.paths[path.value].parent)
    if (flow.paths[path.value].kind == ProjectionKind::Field)
      return true;
  return false;
}

std::optional<User> userOf(const FlowView &view, const CheckContext &context) {
  switch (view.arrival.kind) {
  case Arrival::InFunction:
    if (view.codePurpose && *view.codePurpose)
      return User{view.codePurpose, view.function, false};
    return std::nullopt;
  case Arrival::AtArgument:
    if (!view.calleePurpose || view.arrival.parameter == This)
      return std::nullopt;
    // A whole object may be passed for the parts that are used: where the body
    // is known, its reads are what counts.
    if (view.calleeHasBody && isPartOfArgument(view.arrival.path, context.program.flow))
      return std::nullopt;
    // Passed on by code of the same purpose: seen where it came into view there.
    if (view.codePurpose && view.codePurpose->purposes == view.calleePurpose.purposes)
      return std::nullopt;
    return User{&view.calleePurpose, view.callee, true};
  case Arrival::IntoObject:
    return std::nullopt;
  }
  return std::nullopt;
}

Bilingual usedBy(const User &user) {
  return user.passed ? Bilingual{"is passed to '" + user.name + "'",
                                 "wordt doorgegeven aan '" + user.name + "'"}
                     : Bilingual{"is used in '" + user.name + "'",
                                 "wordt gebruikt in '" + user.name + "'"};
}

std::string at(const SourcePlace &place) {
  std::string text = shortPlace(place);
  return text.empty() ? "" : " (" + text + ")";
}

} // namespace

void checkPurposeLimitation(const Rule &rule, const FlowView &view, const CheckContext &context,
                            Violations &violations) {
  std::optional<User> user = userOf(view, context);
  if (!user || view.purposes.empty())
    return;
  for (const std::string &purpose : user->purpose->purposes) {
    if (llvm::is_contained(view.purposes, purpose))
      continue;
    // Data about nobody any more serves any purpose.
    if (context.marks.has(view.arrival.marks, "anonymised"))
      continue;
    Violation violation;
    violation.level = rule.level;
    violation.purpose = purpose;
    violation.sentence = usedBy(*user);
    violation.detail = {"which runs for " + purpose + at(user->purpose->place) +
                            ", while it may only serve " + listed(view.purposes, "or") +
                            at(view.purposesPlace),
                        "dat voor " + purpose + " draait" + at(user->purpose->place) +
                            ", terwijl ze alleen mogen dienen voor " + listed(view.purposes, "of") +
                            at(view.purposesPlace)};
    violations.push_back(std::move(violation));
  }
}

void checkUndeclaredPurpose(const Rule &rule, const FlowView &view, const CheckContext &context,
                            Violations &violations) {
  std::optional<User> user = userOf(view, context);
  // Without a policy of its own, a project declares no purposes that could be missing.
  if (!user || !view.purposes.empty() || context.policy.file.empty() ||
      context.policy.purposes.empty())
    return;
  Violation violation;
  violation.level = rule.level;
  violation.purpose = user->purpose->purposes.front();
  violation.sentence = usedBy(*user);
  violation.detail = {"which runs for " + violation.purpose + at(user->purpose->place) +
                          ", while no purpose is declared for it",
                      "dat voor " + violation.purpose + " draait" + at(user->purpose->place) +
                          ", terwijl er geen doel voor is vastgelegd"};
  violations.push_back(std::move(violation));
}

} // namespace earmark
