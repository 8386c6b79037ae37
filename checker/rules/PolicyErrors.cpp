#include "rules/PolicyErrors.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

#include <tuple>

namespace earmark {

char PolicyErrors::ID = 0;

PolicyErrors::PolicyErrors(std::vector<PolicyMistake> mistakes) : all(std::move(mistakes)) {
  assert(!all.empty() && "an error without a mistake");
  // Two passes over a file may see the same mistake; a person needs it once.
  auto key = [](const PolicyMistake &m) { return std::tie(m.place, m.message); };
  llvm::sort(all, [&](const auto &a, const auto &b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [&](const auto &a, const auto &b) { return key(a) == key(b); }),
            all.end());
}

void PolicyErrors::log(llvm::raw_ostream &out) const {
  bool first = true;
  for (const PolicyMistake &mistake : all) {
    if (!first)
      out << '\n';
    first = false;
    out << mistake.place.file;
    if (mistake.place.line)
      out << ':' << mistake.place.line << ':' << mistake.place.column;
    out << ": error: " << mistake.message;
  }
}

std::error_code PolicyErrors::convertToErrorCode() const {
  return std::make_error_code(std::errc::invalid_argument);
}

} // namespace earmark
