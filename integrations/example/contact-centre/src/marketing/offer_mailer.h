// Mails an offer. Whoever calls this has asked the consent register first.
#pragma once

#include "marketing/mail_gateway.h"
#include "store/audit.h"
#include "store/customer_repository.h"

#include <string>

namespace desk {
namespace EARMARK_RUNS_FOR("marketing") marketing {

struct Offer {
  std::string code;
  std::string subject;
  std::string text;
};

class OfferMailer {
public:
  OfferMailer(MailGateway &gateway, store::AuditTrail &audit) : gateway_(gateway), audit_(audit) {}

  void mail(const store::OfferContact &contact, const Offer &offer);
  int mailed() const { return mailed_; }

private:
  MailGateway &gateway_;
  store::AuditTrail &audit_;
  int mailed_ = 0;
};

} // namespace marketing
} // namespace desk
