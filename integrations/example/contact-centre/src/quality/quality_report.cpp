#include "quality/quality_report.h"

#include <iomanip>
#include <map>
#include <utility>

namespace desk::quality {
namespace {

template <typename Key> using Counts = std::map<Key, int>;

template <typename Key, typename Print>
int writeCounts(std::ostream &out, const Counts<Key> &counts, int smallestGroup, Print print) {
  int hidden = 0;
  for (const auto &[key, count] : counts) {
    if (count < smallestGroup) {
      ++hidden;
      continue;
    }
    out << "  " << std::left << std::setw(28) << print(key) << count << '\n';
  }
  return hidden;
}

} // namespace

void writeReport(std::ostream &out, const std::vector<AnonymousRecord> &records,
                 int smallestGroup) {
  Counts<std::pair<std::string, Channel>> byChannel;
  Counts<std::string> byTopic;
  for (const auto &record : records) {
    ++byChannel[{record.month, record.channel}];
    for (const auto &topic : record.topics)
      ++byTopic[topic];
  }
  out << "Interactions by month and channel\n";
  int hidden = writeCounts(out, byChannel, smallestGroup, [](const auto &key) {
    return key.first + " " + std::string(nameOf(key.second));
  });
  out << "Interactions by topic\n";
  hidden += writeCounts(out, byTopic, smallestGroup, [](const auto &key) { return key; });
  if (hidden > 0)
    out << hidden << " groups of fewer than " << smallestGroup << " are not shown\n";
}

} // namespace desk::quality
