// Who wants to know that something came in.
#pragma once

#include "domain/interaction.h"

#include <memory>
#include <vector>

namespace desk::service {

class Notifier {
public:
  virtual ~Notifier() = default;
  virtual void stored(const Interaction &interaction) = 0;
};

/// A line in the log.
class LogNotifier : public Notifier {
public:
  void stored(const Interaction &interaction) override;
};

/// How much came in by each channel since the start: the screen on the wall.
class WallboardNotifier : public Notifier {
public:
  void stored(const Interaction &interaction) override;
  int countOf(Channel channel) const { return counts_[static_cast<std::size_t>(channel)]; }

private:
  int counts_[std::size(AllChannels)] = {};
};

/// Several as one.
class NotifierChain : public Notifier {
public:
  template <typename N, typename... Arguments> N &add(Arguments &&...arguments) {
    auto notifier = std::make_unique<N>(std::forward<Arguments>(arguments)...);
    N &added = *notifier;
    notifiers_.push_back(std::move(notifier));
    return added;
  }
  void stored(const Interaction &interaction) override;

private:
  std::vector<std::unique_ptr<Notifier>> notifiers_;
};

} // namespace desk::service
