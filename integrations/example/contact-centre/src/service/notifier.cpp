#include "service/notifier.h"

#include <spdlog/spdlog.h>

namespace desk::service {

void LogNotifier::stored(const Interaction &interaction) {
  spdlog::info("stored {} ({})", interaction.reference, nameOf(channelOf(interaction)));
}

void WallboardNotifier::stored(const Interaction &interaction) {
  ++counts_[static_cast<std::size_t>(channelOf(interaction))];
}

void NotifierChain::stored(const Interaction &interaction) {
  for (const auto &notifier : notifiers_)
    notifier->stored(interaction);
}

} // namespace desk::service
