// A violation: status 1, with the path.
// RUN: not %earmark check %s -- -I%annotations > %t
// RUN: FileCheck %s --input-file=%t --implicit-check-not='error:'
// RUN: bash -c '%earmark check %s -- -I%annotations >/dev/null; test $? = 1'
// A report that is written to a file is the same, and nothing else is printed.
// RUN: bash -c '%earmark check %s -o %t.txt -- -I%annotations > %t.out; test $? = 1'
// RUN: diff %t %t.txt && not test -s %t.out
#include <cstdio>
#include <earmark/earmark.h>

struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};

void greet(const Customer &customer) {
  std::puts(customer.email); // CHECK: violation.cpp:[[@LINE]]:{{[0-9]+}}: error: personal data 'contact.email' of customer, read from 'Customer::email', is written to a log by {{.*}} [personal-data-in-log]
  // CHECK: 1. {{.*}}violation.cpp:{{[0-9]+}}:{{[0-9]+}}: reads 'Customer::email'
  // CHECK: breaks {{.*}}GDPR Art. 5(1)(f)
  // CHECK: 1 error, 0 warnings, 0 notes
}
