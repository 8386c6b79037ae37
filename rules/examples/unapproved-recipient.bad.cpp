#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("third-party", "old-mail") void subscribe(const std::string &address); // its agreement ended

void visit(const Customer &customer) { subscribe(customer.email); }
