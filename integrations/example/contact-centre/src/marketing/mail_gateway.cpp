#include "marketing/mail_gateway.h"

#include "domain/errors.h"

#include <nlohmann/json.hpp>

namespace desk::marketing {
namespace {

constexpr const char *Endpoint = "https://api.acme.example/v1/mails";

} // namespace

void AcmeMailGateway::send(const Mail &mail) {
  nlohmann::json document;
  document["to"] = mail.to;
  document["subject"] = mail.subject;
  document["text"] = mail.salutation + "\n\n" + mail.text;
  const net::Response response = transport_.post(Endpoint, document.dump());
  if (!response.accepted())
    throw ServiceFailure("Acme Mail", "did not take a mail", static_cast<int>(response.status));
}

} // namespace desk::marketing
