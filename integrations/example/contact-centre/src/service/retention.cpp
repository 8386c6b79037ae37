#include "service/retention.h"

#include <spdlog/spdlog.h>

#include <map>

namespace desk::service {
namespace {

using Months = std::chrono::months;

const std::map<Channel, Months> Terms{
    {Channel::Call, Months{6}},  {Channel::Mail, Months{24}},   {Channel::Chat, Months{12}},
    {Channel::Form, Months{24}}, {Channel::Social, Months{12}},
};

util::Day shift(util::Day day, Months months) {
  std::chrono::year_month_day date{day};
  date += months;
  if (!date.ok()) // 31 August and six months: the last of February
    date = date.year() / date.month() / std::chrono::last;
  return util::Day{date};
}

} // namespace

util::Day lastDayOf(Channel channel, util::Day received) {
  return shift(received, Terms.at(channel));
}

int Retention::eraseExpired(util::Day today) {
  int erased = 0;
  for (const Channel channel : AllChannels) {
    const int count = interactions_.eraseBefore(channel, shift(today, -Terms.at(channel)));
    if (count > 0)
      spdlog::info("erased {} {} interactions past their term", count, nameOf(channel));
    erased += count;
  }
  audit_.used("service", "erased past term", "-");
  return erased;
}

bool Retention::eraseCustomer(const std::string &number) {
  const int interactions = interactions_.eraseOf(number);
  consents_.erase(number);
  const bool known = customers_.erase(number);
  audit_.used("service", "erased on request", "-");
  // earmark: allow(personal-data-in-log) until 2027-06-30 by dpo: the proof of erasure names the customer number, which nothing else holds any more
  spdlog::info("erased customer {} with {} interactions", number, interactions);
  return known;
}

} // namespace desk::service
