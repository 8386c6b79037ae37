#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
void put(EARMARK_EXPECTS("encrypted") const std::string &value);
EARMARK_MARKS("encrypted") std::string seal(const std::string &text);

void keep(const Customer &customer) { put(customer.email); }
