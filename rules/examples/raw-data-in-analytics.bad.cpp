#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("analytics") void measure(const std::string &value);
EARMARK_MARKS("anonymised") std::string domainOf(const std::string &address);

void count(const Customer &customer) { measure(customer.email); }
