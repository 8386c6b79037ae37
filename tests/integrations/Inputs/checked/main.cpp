#ifndef OF_ONE_SOURCE
#error "the definition of this source alone is missing"
#endif
#include "generated.h" // after customer.h, which the precompiled header has
#include <vendor.h>

void expression(const Customer &customer);
void united_a(const Customer &customer);
void brought(const Customer &customer);

int main(int, char **arguments) {
  Customer customer{arguments[0]};
  write_line("started");
#if LEAK
  write_line(customer.email);
#endif
  expression(customer);
  united_a(customer);
  brought(customer);
  generated(customer);
  return vendor(customer.email.empty());
}
