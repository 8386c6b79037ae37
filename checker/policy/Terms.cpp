#include "policy/Terms.h"

namespace earmark {

double secondsOf(llvm::StringRef term) {
  constexpr double Day = 86400, Year = 365.2425 * Day;
  if (!term.consume_front("P"))
    return 0;
  double seconds = 0;
  bool time = false;
  while (!term.empty()) {
    if (!time && term.consume_front("T")) {
      time = true;
      continue;
    }
    unsigned long long count;
    if (term.consumeInteger(10, count) || term.empty())
      return 0;
    switch (term.front()) {
    case 'Y': seconds += count * Year; break;
    case 'M': seconds += count * (time ? 60 : Year / 12); break;
    case 'W': seconds += count * 7 * Day; break;
    case 'D': seconds += count * Day; break;
    case 'H': seconds += count * 3600.0; break;
    case 'S': seconds += count; break;
    default: return 0;
    }
    term = term.drop_front();
  }
  return seconds;
}

std::string strictestTerm(const std::string &a, const std::string &b) {
  if (a.empty() || b.empty())
    return a.empty() ? b : a;
  return secondsOf(b) < secondsOf(a) ? b : a;
}

} // namespace earmark
