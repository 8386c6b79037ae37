#include <earmark/earmark.h>
#include <string>

struct Customer {
  EARMARK_PERSONAL("contact.phone") std::string phone; // for service and billing
};
EARMARK_AUDITS("use") void audit(const char *what);
EARMARK_SINK("third-party", "acme-mail") void call(const std::string &number);

EARMARK_RUNS_FOR("service") void answer(const Customer &customer, bool urgent) {
  if (urgent)
    audit("answered");
  call(customer.phone);
}
