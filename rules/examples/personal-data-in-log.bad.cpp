#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("log") void log(const std::string &line);

void greet(const Customer &customer) { log("mailed " + customer.email); }
