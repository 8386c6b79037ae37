// The date that `--as-of` defaults to; no other stage asks the clock.
#pragma once

#include <ctime>
#include <string>

namespace earmark {

/// Here, as 2027-03-01.
inline std::string today() {
  std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  char text[sizeof "2027-03-01"];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

} // namespace earmark
