// The source line and a marker stand below the finding and each step.
// (`earmark check` in these suites is without them: hence the shell.)
// RUN: not sh -c '"$0" "$@"' %earmark 'check' %s -- -I%annotations | FileCheck %s --strict-whitespace --match-full-lines
#include <cstdio>
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};
void greet(const Customer &customer) {
  std::puts(customer.email);
}
//      CHECK:{{.*}}excerpt.cpp:10:3: error: personal data {{.*}}
// CHECK-NEXT:   10 |   std::puts(customer.email);
// CHECK-NEXT:      |   ^~~~~~~~~~~~~~~~~~~~~~~~~
// CHECK-NEXT:  1. {{.*}}excerpt.cpp:10:13: reads 'Customer::email' (in 'greet')
// CHECK-NEXT:        10 |   std::puts(customer.email);
// CHECK-NEXT:           |             ^~~~~~~~~~~~~~
