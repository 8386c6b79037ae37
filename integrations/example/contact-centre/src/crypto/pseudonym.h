// Stand-ins for people: the same person gets the same one, and only who has
// the key can tell whose it is.
#pragma once

#include "crypto/secret_box.h"

#include <earmark/earmark.h>

#include <string>
#include <string_view>

namespace desk::crypto {

class Pseudonymiser {
public:
  explicit Pseudonymiser(const Key &key) : key_(key) {}

  EARMARK_MARKS("pseudonymised")
  std::string pseudonymOf(std::string_view identifier) const;

private:
  Key key_;
};

} // namespace desk::crypto
