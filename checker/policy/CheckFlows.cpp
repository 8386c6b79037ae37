#include "policy/CheckFlows.h"

#include "policy/ComposeFinding.h"
#include "policy/Words.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace earmark {

namespace {

/// What makes two violations one finding.
using Key = std::tuple<std::string, FindingPlace, std::string, std::string, std::string,
                       std::string, std::string>;

Key keyOf(const Finding &finding) {
  return {finding.rule,      finding.place, finding.data,       finding.subject,
          finding.recipient, finding.store, finding.codePurpose};
}

/// Whether `a` says more than `b` of the same flow.
bool isBetter(const Finding &a, const Finding &b) {
  if (a.confidence != b.confidence)
    return a.confidence > b.confidence;
  if (a.level != b.level)
    return a.level > b.level;
  if (a.path.size() != b.path.size())
    return a.path.size() < b.path.size();
  return std::tie(a.source, a.sourceName, a.message) < std::tie(b.source, b.sourceName, b.message);
}

/// A declaration may say "contact" and a type or field of it "contact.email":
/// the same read, found under both names, is told under the narrower one.
void dropWiderCategories(std::vector<Finding> &findings) {
  std::vector<bool> drop(findings.size(), false);
  for (size_t i = 0; i < findings.size(); ++i)
    // Findings of one place stand together.
    for (size_t j = i + 1; j < findings.size() && findings[j].place == findings[i].place; ++j) {
      const Finding &a = findings[i], &b = findings[j];
      if (a.rule != b.rule || a.subject != b.subject || a.recipient != b.recipient ||
          a.store != b.store || a.source != b.source || a.data == b.data)
        continue;
      if (matchesCategory(a.data, b.data))
        drop[i] = true;
      else if (matchesCategory(b.data, a.data))
        drop[j] = true;
    }
  size_t kept = 0;
  for (size_t i = 0; i < findings.size(); ++i)
    if (!drop[i]) {
      if (kept != i)
        findings[kept] = std::move(findings[i]);
      ++kept;
    }
  findings.resize(kept);
}

} // namespace

bool comesBefore(const Finding &a, const Finding &b) {
  return std::tie(a.place.file, a.place.line, a.place.column, a.rule, a.data, a.subject,
                  a.recipient, a.store, a.codePurpose,
                  a.message) < std::tie(b.place.file, b.place.line, b.place.column, b.rule, b.data,
                                        b.subject, b.recipient, b.store, b.codePurpose, b.message);
}

std::vector<Finding> checkFlows(const Program &program, const Reach &reach, const Policy &policy,
                                const CheckOptions &options) {
  CheckContext context(program, reach, policy, options.asOf);
  return checkFlows(context, viewsOf(context, options.minConfidence));
}

std::vector<Finding> checkFlows(const CheckContext &context, llvm::ArrayRef<FlowView> views) {
  std::map<Key, Finding> best;
  std::vector<Finding> others;
  auto add = [&](const Rule &rule, const FlowView &view, const Violation &violation) {
    if (violation.level == Level::Off)
      return;
    Finding finding = composeFinding(rule, view, violation, context);
    if (finding.level == Level::Off)
      return;
    auto [found, isNew] = best.try_emplace(keyOf(finding));
    if (isNew || isBetter(finding, found->second))
      found->second = std::move(finding);
  };
  for (const Rule &rule : context.policy.rules) {
    if (rule.level == Level::Off)
      continue;
    auto concerns = [&](const FlowView &view) {
      return matchesCategory(rule.data, view.category) &&
             (rule.subject.empty() || rule.subject == view.subject) &&
             (rule.interactions.empty() ||
              llvm::any_of(rule.interactions,
                           [&](const std::string &type) {
                             return llvm::is_contained(view.interactions, type);
                           })) &&
             (!rule.specialOnly || view.special);
    };
    if (Check check = checkOf(rule)) {
      Violations violations;
      for (const FlowView &view : views) {
        if (!concerns(view))
          continue;
        violations.clear();
        check(rule, view, context, violations);
        for (const Violation &violation : violations)
          add(rule, view, violation);
      }
    }
    if (ProgramCheck check = programCheckOf(rule)) {
      ProgramFindings found;
      check(rule, views, context, found);
      for (const auto &[view, violation] : found.flows)
        if (concerns(*view))
          add(rule, *view, violation);
      for (Finding &finding : found.others)
        if (matchesCategory(rule.data, finding.data))
          others.push_back(std::move(finding));
    }
  }
  std::vector<Finding> findings;
  findings.reserve(best.size() + others.size());
  for (auto &[key, finding] : best)
    findings.push_back(std::move(finding));
  findings.insert(findings.end(), others.begin(), others.end());
  std::sort(findings.begin(), findings.end(), comesBefore);
  dropWiderCategories(findings);
  addFingerprints(findings);
  return findings;
}

} // namespace earmark
