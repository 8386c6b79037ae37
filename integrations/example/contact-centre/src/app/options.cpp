#include "app/options.h"

#include "domain/errors.h"

#include <string_view>

namespace desk {
namespace {

constexpr const char *Usage = "usage: contact-centre [--config FILE] [--dry-run] COMMAND\n"
                              "  ingest FILE...      take customers and interactions in\n"
                              "  staff FILE...       take employees in\n"
                              "  crm-sync            announce interactions to the CRM\n"
                              "  offers              mail the offer to who consented\n"
                              "  export-quality OUT  pseudonymised data set, sealed\n"
                              "  report OUT          anonymised quality report\n"
                              "  roster OUT          who works when, sealed\n"
                              "  stats OUT           counters, sealed\n"
                              "  retain              erase what is past its term\n"
                              "  erase CUSTOMER      erase all of one customer\n"
                              "  dismiss NUMBER...   erase employees who left";

} // namespace

Options parseOptions(std::span<const char *const> words) {
  Options options;
  std::size_t next = 0;
  for (; next < words.size() && std::string_view(words[next]).starts_with("--"); ++next) {
    const std::string_view word = words[next];
    if (word == "--dry-run")
      options.dryRun = true;
    else if (word == "--config" && next + 1 < words.size())
      options.config = words[++next];
    else
      throw DeskError(Usage);
  }
  if (next == words.size())
    throw DeskError(Usage);
  options.command = words[next++];
  if (options.command == "erase") {
    if (next + 1 != words.size())
      throw DeskError(Usage);
    options.customer = words[next];
    return options;
  }
  options.files.assign(words.begin() + static_cast<std::ptrdiff_t>(next), words.end());
  return options;
}

} // namespace desk
