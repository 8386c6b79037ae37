#include "customer.h"

#include <iostream>

void direct(const Customer &customer) {
  std::cerr << customer.email << '\n';
  std::cerr << customer.name; // NOLINT(earmark-personal-data-in-log)
  std::cerr << customer.name; // NOLINT
}
