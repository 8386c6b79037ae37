#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("transmit") void send(const std::string &packet);
EARMARK_MARKS("encrypted") std::string seal(const std::string &text);

void pass(const Customer &customer) { send(seal(customer.email)); }
