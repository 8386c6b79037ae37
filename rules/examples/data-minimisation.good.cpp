#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("store", "crm") void keep(const std::string &row);
EARMARK_SINK("store", "archive") void archive(const std::string &row);

void save(const Customer &customer) { keep(customer.email); }
