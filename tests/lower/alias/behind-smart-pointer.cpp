// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// A smart pointer is const when it is followed; the object behind it changes in order all the same.
#include <earmark/earmark.h>
#include <memory>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

void overwritten() {
  auto s = std::make_unique<std::string>(email());
  sink(*s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *s = "clean";
  sink(*s);
}
void later() {
  auto t = std::make_shared<std::string>("clean");
  sink(*t);
  *t = email();
  sink(*t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
