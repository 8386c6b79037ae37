#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("third-party", "acme-mail") void subscribe(const std::string &address); // it is in the Netherlands

void visit(const Customer &customer) { subscribe(customer.email); }
