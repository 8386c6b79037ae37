// Counters with one label, in the text format that Prometheus reads. They are
// kept for years and shown to everyone, so no label may say who somebody is.
#pragma once

#include <earmark/earmark.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace desk::service {

class Metrics {
public:
  void count(std::string_view name, EARMARK_SINK("analytics") std::string_view label);
  std::uint64_t valueOf(std::string_view name, std::string_view label) const;
  std::string render() const;

private:
  std::map<std::pair<std::string, std::string>, std::uint64_t> counters_;
};

} // namespace desk::service
