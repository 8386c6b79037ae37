#include "crypto/pseudonym.h"

#include "util/text.h"

#include <sodium.h>

namespace desk::crypto {

std::string Pseudonymiser::pseudonymOf(std::string_view identifier) const {
  std::array<unsigned char, crypto_generichash_BYTES_MIN> digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char *>(identifier.data()), identifier.size(),
                     key_.data(), key_.size());
  return "p-" + util::hex(digest);
}

} // namespace desk::crypto
