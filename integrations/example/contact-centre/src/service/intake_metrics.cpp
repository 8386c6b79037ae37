#include "service/intake_metrics.h"

namespace desk::service {
namespace {

std::string labelOf(const IntakeEvent &event) { return event.channel + "/" + event.origin; }

} // namespace

IntakeEvent eventOf(const Interaction &interaction) {
  return {std::string(nameOf(channelOf(interaction))), "known"};
}

IntakeEvent eventOf(const Customer &customer) {
  return {"registration", customer.wantsOffers ? "offers" : "plain"};
}

void countEvent(Metrics &metrics, const IntakeEvent &event) {
  metrics.count("desk_intake_total", labelOf(event));
}

} // namespace desk::service
