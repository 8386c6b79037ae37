#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") EARMARK_ONLY_FOR("service", "marketing") std::string email;
};
EARMARK_CONSENT_FOR("marketing") bool mayMail(const Customer &customer);
EARMARK_SINK("third-party", "acme-mail") void subscribe(const std::string &address);

EARMARK_RUNS_FOR("marketing") void offer(const Customer &customer) { subscribe(customer.email); }
