#include "customer.h"
#include <cstdio>
void brought(const Customer &customer) {
#if LEAK
  std::puts(customer.email.c_str());
#endif
}
