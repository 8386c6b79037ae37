// What is known of a personal datum, and of the states it can be in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace earmark {

/// States that transforms put data into (encrypted, pseudonymised, ...): bit i
/// is the i-th mark of the policy's list.
using MarkSet = uint64_t;

/// Everything a declaration says of the data it holds. Words are the policy's.
struct DataLabel {
  std::string category; // "contact.email"
  std::string subject;  // "customer"; empty: the category's
  std::vector<std::string> purposes; // sorted; empty: the category's
  std::string retention;             // ISO 8601 duration; empty: the category's
  std::vector<std::string> states;   // marks it is held in, sorted
  friend auto operator<=>(const DataLabel &, const DataLabel &) = default;
};

/// How sure a flow is; see the design, decision 6. Ordered from weak to strong.
enum class Confidence : uint8_t {
  Possible, // through objects out of sight, or past a bound
  Likely,   // through a call that no model knows
  Certain,  // value flow all the way
};

/// As users spell it and reports show it, from weak to strong.
inline constexpr std::pair<const char *, Confidence> ConfidenceWords[] = {
    {"possible", Confidence::Possible},
    {"likely", Confidence::Likely},
    {"certain", Confidence::Certain}};

} // namespace earmark
