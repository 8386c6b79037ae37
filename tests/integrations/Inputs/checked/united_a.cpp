#include "customer.h"
#include <cstdio>
void united_a(const Customer &customer) {
#if LEAK
  std::puts(customer.email.c_str());
#endif
}
