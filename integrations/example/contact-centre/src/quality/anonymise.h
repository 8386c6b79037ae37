// What quality may know of an interaction without a person in it.
#pragma once

#include "domain/interaction.h"

#include <earmark/earmark.h>

#include <string>
#include <vector>

namespace desk::quality {

struct AnonymousRecord {
  Channel channel{};
  std::string month;
  std::string length;              // "short", "medium", "long"
  std::vector<std::string> topics; // of a fixed list
};

EARMARK_MARKS("anonymised")
AnonymousRecord anonymise(const Interaction &interaction);

} // namespace desk::quality
