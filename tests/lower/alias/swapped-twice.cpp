// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// What the second swap leaves in a pointer was not there when the first one copied it.
#include <earmark/earmark.h>
#include <memory>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

void swaps() {
  auto p = std::make_unique<std::string>(email()), q = std::make_unique<std::string>("clean");
  p.swap(q);
  sink(*p);
  sink(*q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::swap(p, q);
  sink(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*q);
}
