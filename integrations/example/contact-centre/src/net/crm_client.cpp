#include "net/crm_client.h"

#include "domain/errors.h"
#include "util/day.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace desk::net {
namespace {

constexpr const char *Endpoint = "https://crm.nimbus.example/v2/contacts";

} // namespace

void CrmClient::announce(const Customer &customer, const Interaction &interaction) {
  nlohmann::json document;
  document["customer"] = customer.email;
  document["reference"] = interaction.reference;
  document["channel"] = std::string(nameOf(channelOf(interaction)));
  document["received"] = util::format(interaction.received);

  const Response response = transport_.post(Endpoint, document.dump());
  if (!response.accepted())
    throw ServiceFailure("CRM", "did not take interaction " + interaction.reference,
                         static_cast<int>(response.status));
  spdlog::debug("interaction {} announced to the CRM", interaction.reference);
}

} // namespace desk::net
