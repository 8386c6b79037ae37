#include "customer.h"
#include <cstdio>
void expression(const Customer &customer) {
#if LEAK
  std::puts(customer.email.c_str());
#endif
}
