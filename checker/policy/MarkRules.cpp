#include "policy/MarkRules.h"

namespace earmark {

MarkRules::MarkRules(const Policy &policy) : policy(policy), closure(policy.marks.size()) {
  auto bitOf = [&](llvm::StringRef mark) -> MarkSet {
    for (size_t i = 0; i < policy.marks.size(); ++i)
      if (policy.marks[i].id == mark)
        return MarkSet(1) << i;
    return 0;
  };
  for (size_t i = 0; i < closure.size(); ++i) {
    closure[i] = MarkSet(1) << i;
    for (const std::string &implied : policy.marks[i].implies)
      closure[i] |= bitOf(implied);
  }
  // Implication is transitive; at most 64 marks, so a fixpoint is near.
  for (bool grown = true; grown;) {
    grown = false;
    for (MarkSet &set : closure) {
      MarkSet before = set;
      for (size_t i = 0; i < closure.size(); ++i)
        if (set >> i & 1)
          set |= closure[i];
      grown |= set != before;
    }
  }
}

bool MarkRules::has(MarkSet marks, llvm::StringRef mark) const {
  for (size_t i = 0; i < closure.size(); ++i) {
    if (!(marks >> i & 1))
      continue;
    for (size_t j = 0; j < closure.size(); ++j)
      if (closure[i] >> j & 1 && policy.marks[j].id == mark)
        return true;
  }
  return false;
}

bool MarkRules::meets(MarkSet marks, const Requirement &requirement) const {
  switch (requirement.kind) {
  case Requirement::Mark: return has(marks, requirement.mark);
  case Requirement::AnyOf:
    for (const Requirement &part : requirement.parts)
      if (meets(marks, part))
        return true;
    return false;
  case Requirement::AllOf:
    for (const Requirement &part : requirement.parts)
      if (!meets(marks, part))
        return false;
    return true;
  }
  return false;
}

std::string describe(const Requirement &requirement, const Policy &policy, bool dutch) {
  if (requirement.kind == Requirement::Mark) {
    for (const MarkKind &mark : policy.marks)
      if (mark.id == requirement.mark) {
        const std::string &phrase = dutch ? mark.phrase.nl : mark.phrase.en;
        return phrase.empty() ? mark.id : phrase;
      }
    return requirement.mark;
  }
  std::string text;
  const char *last = requirement.kind == Requirement::AnyOf ? (dutch ? " of " : " or ")
                                                            : (dutch ? " en " : " and ");
  for (const Requirement &part : requirement.parts) {
    if (!text.empty())
      text += &part == &requirement.parts.back() ? last : ", ";
    std::string inner = describe(part, policy, dutch);
    text += part.parts.size() > 1 ? "(" + inner + ")" : inner;
  }
  return text;
}

} // namespace earmark
