#include "quality/quality_export.h"

#include "quality/anonymise.h"
#include "quality/csv_writer.h"
#include "util/text.h"

namespace desk::quality {

int exportInteractions(std::ostream &out, const std::vector<Interaction> &interactions,
                       const crypto::Pseudonymiser &pseudonymiser) {
  CsvWriter csv(out);
  csv.row({"customer", "channel", "month", "length", "topics"});
  for (const auto &interaction : interactions) {
    const AnonymousRecord record = anonymise(interaction);
    const std::string customer = pseudonymiser.pseudonymOf(interaction.customerNumber);
    csv.row({customer, std::string(nameOf(record.channel)), record.month, record.length,
             util::join(record.topics, " ")});
  }
  return csv.rows() - 1;
}

} // namespace desk::quality
