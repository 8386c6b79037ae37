#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("store", "crm") void keep(const std::string &row);
EARMARK_ERASES("contact", "crm") void forget(int id);

void save(const Customer &customer) { keep(customer.email); }

int main() { save({1, "a@example.com"}); }
