// Warnings fail the run only when --fail-on says so.
// RUN: %earmark check %s -- -I%annotations | FileCheck %s
// RUN: bash -c '%earmark check %s --fail-on warning -- -I%annotations >/dev/null; test $? = 1'
#include <earmark/earmark.h>

struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};

void who_knows(const char *text);

void greet(const Customer &customer) {
  who_knows(customer.email); // CHECK: [[@LINE]]:{{[0-9]+}}: warning: {{.*}}'who_knows'{{.*}} [unknown-recipient]
}
