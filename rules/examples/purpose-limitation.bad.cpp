#include <earmark/earmark.h>
#include <string>

struct Customer {
  EARMARK_PERSONAL("contact.phone") std::string phone; // for service and billing
};

EARMARK_RUNS_FOR("quality") bool isForeign(const Customer &customer) { return customer.phone[0] == '+'; }
