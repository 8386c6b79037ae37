// SARIF 2.1.0 (OASIS), as code scanning services read it: rules with their help,
// findings with code flow, fingerprint and suppression, and how the run ended.
// Limits of uploads (GitHub's) are kept by leaving out the least severe
// findings and the middle of very long paths; a notification says so.
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

struct SarifLimits {
  size_t results = 25000;
  size_t flowLocations = 1000; // of one finding
  /// About, before compression: uploads are taken up to 10 MB of gzip, and such
  /// text becomes a tenth or less.
  size_t bytes = 80u << 20;
};

void writeSarif(const Report &report, const Presentation &presentation, llvm::raw_ostream &out,
                const SarifLimits &limits);
void writeSarif(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
