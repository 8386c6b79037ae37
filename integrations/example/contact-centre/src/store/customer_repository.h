// Customers at rest. Nothing of them leaves this class for the database in the
// clear, and nothing else of the program speaks SQL about them.
#pragma once

#include "crypto/secret_box.h"
#include "domain/customer.h"
#include "store/database.h"

#include <optional>
#include <string_view>
#include <vector>

namespace desk::store {

/// All that a mailing needs to know of a customer, and no more.
struct OfferContact {
  EARMARK_PERSONAL("identity.customer-number") std::string number;
  EARMARK_PERSONAL("identity.name") std::string name;
  EARMARK_PERSONAL("contact.email") std::string email;
};

class CustomerRepository {
public:
  CustomerRepository(const Database &database, const crypto::SecretBox &box)
      : database_(database), box_(box) {}

  void save(const Customer &customer);
  std::optional<Customer> find(std::string_view number) const;
  std::vector<OfferContact> offerContacts() const;
  int count() const;

  EARMARK_ERASES("identity", "desk-db") EARMARK_ERASES("contact", "desk-db")
  bool erase(std::string_view number);

private:
  const Database &database_;
  const crypto::SecretBox &box_;
};

} // namespace desk::store
