#include "store/interaction_repository.h"

namespace desk::store {
namespace {

std::int64_t numberOf(util::Day day) { return day.time_since_epoch().count(); }

util::Day dayOf(std::int64_t number) {
  return util::Day{std::chrono::days{static_cast<std::chrono::days::rep>(number)}};
}

} // namespace

void InteractionRepository::save(const Interaction &interaction) {
  auto insert = database_.prepare("INSERT INTO interactions (reference, customer, agent, channel, "
                                  "received, body) VALUES (?, ?, ?, ?, ?, ?)");
  insert.bindText(1, interaction.reference);
  insert.bindBytes(2, box_.sealSearchable(interaction.customerNumber, "customer.number"));
  insert.bindBytes(3, box_.seal(interaction.agentNumber, "interaction.agent"));
  insert.bindText(4, nameOf(channelOf(interaction)));
  insert.bindNumber(5, numberOf(interaction.received));
  insert.bindBytes(6, box_.seal(textOf(interaction.body), "interaction.body"));
  insert.run();
}

std::vector<Interaction> InteractionRepository::all() const {
  auto select = database_.prepare("SELECT reference, customer, agent, channel, received, body "
                                  "FROM interactions ORDER BY received, reference");
  return read(select);
}

std::vector<Interaction> InteractionRepository::of(std::string_view customerNumber) const {
  auto select = database_.prepare("SELECT reference, customer, agent, channel, received, body "
                                  "FROM interactions WHERE customer = ? ORDER BY received");
  select.bindBytes(1, box_.sealSearchable(customerNumber, "customer.number"));
  return read(select);
}

std::vector<Interaction> InteractionRepository::read(Statement &select) const {
  std::vector<Interaction> interactions;
  while (select.step()) {
    Interaction interaction;
    interaction.reference = select.text(0);
    interaction.customerNumber = box_.open(select.bytes(1), "customer.number");
    interaction.agentNumber = box_.open(select.bytes(2), "interaction.agent");
    interaction.received = dayOf(select.number(4));
    interaction.body =
        bodyOf(channelNamed(select.text(3)), box_.open(select.bytes(5), "interaction.body"));
    interactions.push_back(std::move(interaction));
  }
  return interactions;
}

int InteractionRepository::count() const {
  auto select = database_.prepare("SELECT count(*) FROM interactions");
  return select.step() ? static_cast<int>(select.number(0)) : 0;
}

int InteractionRepository::eraseBefore(Channel channel, util::Day day) {
  auto remove = database_.prepare("DELETE FROM interactions WHERE channel = ? AND received < ?");
  remove.bindText(1, nameOf(channel));
  remove.bindNumber(2, numberOf(day));
  remove.run();
  return database_.changes();
}

int InteractionRepository::eraseOf(std::string_view customerNumber) {
  auto remove = database_.prepare("DELETE FROM interactions WHERE customer = ?");
  remove.bindBytes(1, box_.sealSearchable(customerNumber, "customer.number"));
  remove.run();
  return database_.changes();
}

} // namespace desk::store
