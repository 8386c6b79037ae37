#include "policy/CheckPurposes.h"

#include "policy/SinkSentence.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <set>

namespace earmark {

namespace {

/// The code that gets the datum here, and what it runs for.
struct User {
  const CodePurpose *purpose = nullptr;
  std::string name;
  bool passed = false;    // to a function of that purpose, rather than read in one
  SymbolId calledBy = {}; // the caller that it runs for
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
      return User{view.codePurpose, view.function, false, {}};
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
    return User{&view.calleePurpose, view.callee, true, {}};
  case Arrival::IntoObject: return std::nullopt;
  }
  return std::nullopt;
}

Bilingual usedBy(const User &user) {
  return user.passed
             ? Bilingual{"is passed to '" + user.name + "'",
                         "wordt doorgegeven aan '" + user.name + "'"}
             : Bilingual{"is used in '" + user.name + "'", "wordt gebruikt in '" + user.name + "'"};
}

std::string at(const SourcePlace &place) {
  std::string text = shortPlace(place);
  return text.empty() ? "" : " (" + text + ")";
}

} // namespace

namespace {

std::string mayOnly(const FlowView &view, llvm::StringRef conjunction) {
  return listed(view.purposes, conjunction) + at(view.purposesPlace);
}

/// What a use by code for `purpose` is, when the datum may not serve that.
std::optional<Violation> forOther(const Rule &rule, const FlowView &view, const User &user,
                                  const std::string &purpose, const CheckContext &context) {
  // Data about nobody any more serves any purpose.
  if (view.purposes.empty() || llvm::is_contained(view.purposes, purpose) ||
      context.marks.has(view.arrival.marks, "anonymised"))
    return std::nullopt;
  Violation violation;
  violation.level = rule.level;
  violation.purpose = purpose;
  violation.sentence = usedBy(user);
  Bilingual runs{"which runs for " + purpose, "dat voor " + purpose + " draait"};
  if (user.calledBy) {
    std::string caller = context.nameOf(user.calledBy);
    runs.en += " because '" + caller + "' calls it";
    runs.nl += " omdat '" + caller + "' het aanroept";
  }
  violation.detail = {runs.en + at(user.purpose->place) + ", while it may only serve " +
                          mayOnly(view, "or"),
                      runs.nl + at(user.purpose->place) + ", terwijl ze alleen mogen dienen voor " +
                          mayOnly(view, "of")};
  return violation;
}

/// A sink that serves a purpose of its own, whatever the code around it runs for.
void checkSinkPurpose(const Rule &rule, const FlowView &view, const CheckContext &context,
                      ProgramFindings &findings) {
  for (const SinkHit &sink : view.sinks) {
    const SinkKind *kind = context.sinkKind(sink.kind);
    if (!kind || kind->purpose.empty() || view.purposes.empty() ||
        llvm::is_contained(view.purposes, kind->purpose) ||
        context.marks.has(view.arrival.marks, "anonymised"))
      continue;
    Violation violation;
    violation.level = rule.level;
    violation.sink = &sink;
    violation.recipient = sink.recipient;
    violation.store = sink.store;
    violation.purpose = kind->purpose;
    violation.sentence = sinkSentence(view, sink, context.policy);
    violation.detail = {"which serves " + kind->purpose + ", while it may only serve " +
                            mayOnly(view, "or"),
                        "dat dient voor " + kind->purpose +
                            ", terwijl ze alleen mogen dienen voor " + mayOnly(view, "of")};
    findings.flows.push_back({&view, std::move(violation)});
  }
}

} // namespace

void checkPurposeLimitation(const Rule &rule, llvm::ArrayRef<FlowView> views,
                            const CheckContext &context, ProgramFindings &findings) {
  // Code that says what it runs for comes first: what its callees read for it and
  // hand back is told there.
  std::set<std::pair<uint32_t, std::string>> told;
  for (const FlowView &view : views) {
    checkSinkPurpose(rule, view, context, findings);
    std::optional<User> user = userOf(view, context);
    if (!user)
      continue;
    for (const std::string &purpose : user->purpose->purposes)
      if (auto violation = forOther(rule, view, *user, purpose, context)) {
        told.emplace(view.arrival.source, purpose);
        findings.flows.push_back({&view, std::move(*violation)});
      }
  }
  for (const FlowView &view : views) {
    // Only where it arises: it is the same datum in all that pass it on.
    if (view.arrival.kind != Arrival::InFunction || (view.codePurpose && *view.codePurpose) ||
        view.source.function != view.arrival.function)
      continue;
    for (const CodePurpose &runs : view.runsFor)
      for (const std::string &purpose : runs.purposes) {
        if (told.count({view.arrival.source, purpose}))
          continue;
        User user{&runs, view.function, false, runs.of};
        if (auto violation = forOther(rule, view, user, purpose, context))
          findings.flows.push_back({&view, std::move(*violation)});
      }
  }
}

/// A project that states of no data what it may serve has left all of it open.
static bool saysWhatDataServes(const Policy &policy) {
  return llvm::any_of(policy.categories, [](const auto &entry) {
    return !entry.second.purposes.empty() &&
           !llvm::StringRef(entry.second.place.file).starts_with("built-in:");
  });
}

void checkUndeclaredPurpose(const Rule &rule, const FlowView &view, const CheckContext &context,
                            Violations &violations) {
  std::optional<User> user = userOf(view, context);
  if (!user || !view.purposes.empty() || !saysWhatDataServes(context.policy))
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
