// Tells the CRM, which a processor runs for us, that a customer was in touch.
// It hears no more than it needs to show: who, when and by which channel.
#pragma once

#include "domain/customer.h"
#include "domain/interaction.h"
#include "net/transport.h"

namespace desk::net {

class CrmClient {
public:
  explicit CrmClient(Transport &transport) : transport_(transport) {}

  void announce(const Customer &customer, const Interaction &interaction);

private:
  Transport &transport_;
};

} // namespace desk::net
