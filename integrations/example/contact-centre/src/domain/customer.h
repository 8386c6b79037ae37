// Who contacts us. Each field says what it is; what each category may be used
// for, and how long, stands in earmark.yaml.
#pragma once

#include <earmark/earmark.h>

#include <optional>
#include <string>

namespace desk {

struct Customer {
  EARMARK_PERSONAL("identity.customer-number") std::string number;
  EARMARK_PERSONAL("identity.name") std::string name;
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") EARMARK_ONLY_FOR("service") std::optional<std::string> phone;
  bool wantsOffers = false;
};

/// Throws RejectedRecord where a field cannot be what it says.
void validate(const Customer &customer);

} // namespace desk
