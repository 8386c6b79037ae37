#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("log") void log(const std::string &line);

void greet(const Customer &customer) {
  // earmark: allow(personal-data-in-log) until 2025-12-31 by dpo: the pilot is watched by hand
  log(customer.email);
}
