// Reviewed exceptions at one place in source:
//
//   // earmark: allow(personal-data-in-log) until 2027-03-01 by dpo: the audit
//
// As written; the policy stage asks for what is missing.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace earmark {

struct AllowText {
  std::string rule, until, by, reason; // empty: missing
};

/// Whether `comment`, with its // or /*, addresses earmark.
bool isEarmarkComment(llvm::StringRef comment);

/// The parts of a comment that addresses earmark; none where it is no `allow`.
std::optional<AllowText> parseAllowComment(llvm::StringRef comment);

} // namespace earmark
