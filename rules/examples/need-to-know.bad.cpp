#include <earmark/earmark.h>
#include <string>

struct Customer {
  EARMARK_PERSONAL("contact.address") std::string address; // the department delivery needs it
};

namespace billing {
std::string label(const Customer &customer) { return customer.address; }
} // namespace billing
