#include "quality/anonymise.h"

#include "util/text.h"

#include <array>

namespace desk::quality {
namespace {

constexpr std::array<const char *, 6> Topics{"invoice",  "delivery", "refund",
                                             "contract", "password", "complaint"};

std::string lengthOf(std::size_t size) {
  if (size < 80)
    return "short";
  return size < 240 ? "medium" : "long";
}

} // namespace

AnonymousRecord anonymise(const Interaction &interaction) {
  const std::string text = textOf(interaction.body);
  AnonymousRecord record;
  record.channel = channelOf(interaction);
  record.month = util::monthOf(interaction.received);
  record.length = lengthOf(text.size());
  for (const char *topic : Topics)
    if (util::containsWord(text, topic))
      record.topics.emplace_back(topic);
  return record;
}

} // namespace desk::quality
