// Erases what is past its term, and whom the customer asks to forget. The terms
// are those of earmark.yaml.
#pragma once

#include "store/audit.h"
#include "store/consent.h"
#include "store/customer_repository.h"
#include "store/interaction_repository.h"

#include <string>

namespace desk::service {

/// The last day on which an interaction of this channel that came in on the
/// day given is kept.
util::Day lastDayOf(Channel channel, util::Day received);

class Retention {
public:
  Retention(store::CustomerRepository &customers, store::InteractionRepository &interactions,
            store::ConsentRegister &consents, store::AuditTrail &audit)
      : customers_(customers), interactions_(interactions), consents_(consents), audit_(audit) {}

  int eraseExpired(util::Day today);
  bool eraseCustomer(const std::string &number);

private:
  store::CustomerRepository &customers_;
  store::InteractionRepository &interactions_;
  store::ConsentRegister &consents_;
  store::AuditTrail &audit_;
};

} // namespace desk::service
