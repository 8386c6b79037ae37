#include "service/metrics.h"

#include <sstream>

namespace desk::service {

void Metrics::count(std::string_view name, std::string_view label) {
  ++counters_[{std::string(name), std::string(label)}];
}

std::uint64_t Metrics::valueOf(std::string_view name, std::string_view label) const {
  const auto found = counters_.find({std::string(name), std::string(label)});
  return found == counters_.end() ? 0 : found->second;
}

std::string Metrics::render() const {
  std::ostringstream text;
  for (const auto &[key, value] : counters_)
    text << key.first << "{label=\"" << key.second << "\"} " << value << '\n';
  return text.str();
}

} // namespace desk::service
