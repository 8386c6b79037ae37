// What a sink does with a datum, as the middle of a sentence in both languages:
// "is written to a log by 'spdlog::info'".
#pragma once

#include "policy/FlowView.h"

namespace earmark {

Bilingual sinkSentence(const FlowView &view, const SinkHit &sink, const Policy &policy);

/// "customer.h:12" of a place, for a message; the full path is in the finding.
std::string shortPlace(const SourcePlace &place);

/// "service, billing or quality".
std::string listed(const std::vector<std::string> &words, llvm::StringRef conjunction);

} // namespace earmark
