// Fields under lock. Each value is encrypted with XChaCha20-Poly1305 and bound
// to the column that it belongs to, so that nobody can move one into another.
#pragma once

#include <earmark/earmark.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace desk::crypto {

using Bytes = std::vector<unsigned char>;
using Key = std::array<unsigned char, 32>;

/// Call before anything else of this folder. Throws where libsodium does not start.
void start();

class SecretBox {
public:
  explicit SecretBox(const Key &key) : key_(key) {}

  EARMARK_MARKS("encrypted")
  Bytes seal(std::string_view plain, std::string_view column) const;

  /// The same bytes for the same text, so that a row can be found by it: the
  /// nonce is a keyed hash of the text (as in SIV mode).
  EARMARK_MARKS("encrypted")
  Bytes sealSearchable(std::string_view plain, std::string_view column) const;

  /// Throws where the bytes were not sealed with this key for this column.
  EARMARK_UNMARKS("encrypted")
  std::string open(const Bytes &sealed, std::string_view column) const;

private:
  Key key_;
};

} // namespace desk::crypto
