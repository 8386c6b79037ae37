#include "service/batch_reader.h"

#include "domain/errors.h"
#include "util/text.h"

#include <formkit/formkit.h>
#include <nlohmann/json.hpp>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <array>

namespace desk::service {
namespace {

using nlohmann::json;

std::string drawReference() {
  std::array<unsigned char, 6> random{};
  randombytes_buf(random.data(), random.size());
  return "R-" + util::hex(random);
}

Customer readCustomer(const json &item) {
  Customer customer;
  customer.number = item.at("number").get<std::string>();
  customer.name = item.at("name").get<std::string>();
  customer.email = item.at("email").get<std::string>();
  if (item.contains("phone"))
    customer.phone = item.at("phone").get<std::string>();
  customer.wantsOffers = item.value("wantsOffers", false);
  return customer;
}

/// Web forms arrive as the browser sent them.
FormEntry readForm(const std::string &encoded) {
  std::array<char, 2048> message{};
  if (formkit_field(encoded.c_str(), "message", message.data(), message.size()) < 0)
    throw RejectedRecord("its form has no message");
  return FormEntry{message.data()};
}

Body readBody(Channel channel, const json &item) {
  switch (channel) {
  case Channel::Call:
    return CallNotes{item.at("notes").get<std::string>(), item.value("seconds", 0)};
  case Channel::Mail:
    return MailMessage{item.at("subject").get<std::string>(), item.at("body").get<std::string>()};
  case Channel::Chat: {
    ChatLog chat;
    for (const auto &line : item.at("lines"))
      chat.lines.push_back(line.get<std::string>());
    return chat;
  }
  case Channel::Form:
    return readForm(item.at("form").get<std::string>());
  case Channel::Social:
    break;
  }
  return SocialPost{item.at("handle").get<std::string>(), item.at("text").get<std::string>()};
}

Interaction readInteraction(const json &item) {
  Interaction interaction;
  interaction.reference = drawReference();
  interaction.customerNumber = item.at("customer").get<std::string>();
  interaction.agentNumber = item.at("agent").get<std::string>();
  const auto received = util::parseDay(item.at("received").get<std::string>());
  if (!received)
    throw RejectedRecord("its date is none");
  interaction.received = *received;
  interaction.body = readBody(channelNamed(item.at("channel").get<std::string>()), item);
  return interaction;
}

/// One bad record does not stop the others. What the library says of it may
/// quote it, so the log gets its position only.
template <typename Record, typename Read>
void readAll(const json &document, const char *key, std::string_view source, Read read,
             std::vector<Record> &records, int &unreadable) {
  if (!document.contains(key))
    return;
  std::size_t position = 0;
  for (const auto &item : document.at(key)) {
    ++position;
    try {
      records.push_back(read(item));
    } catch (const json::exception &error) {
      spdlog::warn("{}: record {} of '{}' is not as it should be (json error {})", source, position,
                   key, error.id);
      ++unreadable;
    } catch (const RejectedRecord &error) {
      spdlog::warn("{}: record {} of '{}': {}", source, position, key, error.what());
      ++unreadable;
    }
  }
}

} // namespace

Batch readBatch(std::istream &in, std::string_view source) {
  json document;
  try {
    document = json::parse(in);
  } catch (const json::parse_error &error) {
    throw DeskError(std::string(source) + " is no JSON from byte " + std::to_string(error.byte));
  }
  Batch batch;
  readAll(document, "customers", source, readCustomer, batch.customers, batch.unreadable);
  readAll(document, "interactions", source, readInteraction, batch.interactions, batch.unreadable);
  return batch;
}

} // namespace desk::service
