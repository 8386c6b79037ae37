#include "marketing/offer_mailer.h"

#include "domain/errors.h"

#include <spdlog/spdlog.h>

namespace desk::marketing {

void OfferMailer::mail(const store::OfferContact &contact, const Offer &offer) {
  Mail mail;
  mail.to = contact.email;
  mail.salutation = "Dear " + contact.name + ",";
  mail.subject = offer.subject;
  mail.text = offer.text;
  try {
    gateway_.send(mail);
  } catch (const ServiceFailure &failure) {
    spdlog::warn("offer {} was not mailed: {}", offer.code, failure.what());
    return;
  }
  audit_.used("marketing", "offer mailed", offer.code);
  ++mailed_;
}

} // namespace desk::marketing
