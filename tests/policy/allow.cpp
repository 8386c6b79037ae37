// A reviewed exception covers its line, until its date.
// RUN: %earmark check %s --as-of 2026-11-21 -- -I%annotations | FileCheck %s --check-prefix=VALID
// RUN: not %earmark check %s --as-of 2027-03-02 -- -I%annotations | FileCheck %s
// VALID: no findings; 1 suppressed
#include <cstdio>
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};
void greet(const Customer &customer) {
  // earmark: allow(personal-data-in-log) until 2027-03-01 by dpo: a demonstration
  std::puts(customer.email);
  // CHECK: allow.cpp:[[@LINE-2]]:{{[0-9]+}}: error: this exception to 'personal-data-in-log' ended on 2027-03-01 [expired-exception]
  // CHECK: allow.cpp:[[@LINE-2]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
