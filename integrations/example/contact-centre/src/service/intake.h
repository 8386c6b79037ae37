// Takes a batch in: checks it, stores it, tells who wants to know.
#pragma once

#include "service/batch_reader.h"
#include "service/metrics.h"
#include "service/notifier.h"
#include "store/audit.h"
#include "store/consent.h"
#include "store/customer_repository.h"
#include "store/interaction_repository.h"

#include <functional>
#include <string_view>
#include <vector>

namespace desk::service {

struct IntakeResult {
  int customers = 0;
  int interactions = 0;
  int rejected = 0;
};

class Intake {
public:
  using Observer = std::function<void(const Interaction &)>;

  Intake(store::CustomerRepository &customers, store::InteractionRepository &interactions,
         store::ConsentRegister &consents, store::AuditTrail &audit, Notifier &notifier,
         Metrics &metrics)
      : customers_(customers), interactions_(interactions), consents_(consents), audit_(audit),
        notifier_(notifier), metrics_(metrics) {}

  /// Called with each interaction after it is stored.
  void onStored(Observer observer) { observers_.push_back(std::move(observer)); }

  IntakeResult take(const Batch &batch, std::string_view source);

private:
  void takeCustomer(const Customer &customer);
  void takeInteraction(const Interaction &interaction);

  store::CustomerRepository &customers_;
  store::InteractionRepository &interactions_;
  store::ConsentRegister &consents_;
  store::AuditTrail &audit_;
  Notifier &notifier_;
  Metrics &metrics_;
  std::vector<Observer> observers_;
};

} // namespace desk::service
