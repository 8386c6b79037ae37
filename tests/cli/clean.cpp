// Nothing to report: status 0, and the report says what that rests on.
// RUN: %earmark check %s -- -I%annotations | FileCheck %s
// CHECK: no findings
// CHECK: assurance: 1 unit,
#include <earmark/earmark.h>

struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};

int main() {
  Customer customer{"a@example.org"};
  return customer.email ? 0 : 1;
}
