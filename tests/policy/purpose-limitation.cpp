// Data that may serve one purpose, in code that runs for another.
// RUN: not %earmark check %s -- -I%annotations | FileCheck %s --implicit-check-not='error:'
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") EARMARK_ONLY_FOR("service") const char *email;
};
EARMARK_RUNS_FOR("service") bool answer(const Customer &customer) { return customer.email; }
EARMARK_RUNS_FOR("marketing") const char *offer(const Customer &customer) {
  return customer.email; // CHECK: purpose-limitation.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}runs for marketing (purpose-limitation.cpp:[[@LINE-1]]), while it may only serve service (purpose-limitation.cpp:5) [purpose-limitation]
}
