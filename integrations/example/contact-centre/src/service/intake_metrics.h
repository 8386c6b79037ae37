// What the intake counts.
#pragma once

#include "domain/customer.h"
#include "domain/interaction.h"
#include "service/metrics.h"

#include <string>

namespace desk::service {

struct IntakeEvent {
  std::string channel;
  std::string origin; // "known", "new"
};

IntakeEvent eventOf(const Interaction &interaction);
IntakeEvent eventOf(const Customer &customer);
void countEvent(Metrics &metrics, const IntakeEvent &event);

} // namespace desk::service
