// Reads what the channels deliver: JSON documents with customers, with
// interactions, or with both.
#pragma once

#include "domain/customer.h"
#include "domain/interaction.h"

#include <istream>
#include <string_view>
#include <vector>

namespace desk::service {

struct Batch {
  std::vector<Customer> customers;
  std::vector<Interaction> interactions;
  int unreadable = 0; // records that are not as they should be
};

/// `source` names the document in messages. Throws DeskError where it is no JSON.
Batch readBatch(std::istream &in, std::string_view source);

} // namespace desk::service
