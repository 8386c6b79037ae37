#include "customer.h"

#include <cstdio>

void welcome(const Customer &customer) {
  std::string line = "welcome, " + customer.email;
  remember(line);
}

void greet(const Customer &customer) {
  std::puts(pseudonym(customer.name).c_str());
  remember(customer.name); // NOLINT(earmark-personal-data-in-log)
}
