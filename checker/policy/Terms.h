// Retention terms, ISO 8601 durations: of several that hold for one datum the
// strictest counts.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// The length of "P2Y6M" in seconds, a year and a month as they are on average; 0
/// for what is no duration.
double secondsOf(llvm::StringRef term);

/// The shorter of two; an empty one says nothing.
std::string strictestTerm(const std::string &a, const std::string &b);

} // namespace earmark
