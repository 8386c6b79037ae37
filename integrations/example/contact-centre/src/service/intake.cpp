#include "service/intake.h"

#include "domain/errors.h"
#include "service/intake_metrics.h"

#include <spdlog/spdlog.h>

namespace desk::service {

IntakeResult Intake::take(const Batch &batch, std::string_view source) {
  IntakeResult result;
  result.rejected = batch.unreadable;
  for (const auto &customer : batch.customers) {
    try {
      takeCustomer(customer);
      ++result.customers;
    } catch (const RejectedRecord &error) {
      spdlog::warn("{}: {}", source, error.what());
      ++result.rejected;
    }
  }
  for (const auto &interaction : batch.interactions) {
    takeInteraction(interaction);
    ++result.interactions;
  }
  spdlog::info("{}: {} customers, {} interactions, {} rejected", source, result.customers,
               result.interactions, result.rejected);
  return result;
}

void Intake::takeCustomer(const Customer &customer) {
  validate(customer);
  customers_.save(customer);
  if (customer.wantsOffers)
    consents_.give(customer.number, "marketing", util::today());
  countEvent(metrics_, eventOf(customer));
}

void Intake::takeInteraction(const Interaction &interaction) {
  interactions_.save(interaction);
  audit_.used("service", "stored", interaction.reference);
  countEvent(metrics_, eventOf(interaction));
  notifier_.stored(interaction);
  for (const auto &observer : observers_)
    observer(interaction);
}

} // namespace desk::service
