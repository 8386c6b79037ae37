// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// What is written through a pointer parameter is taken to be all that it leads to: the
// other elements of an array, where the pointer leads into one, are forgotten.
#include <earmark/earmark.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void overwritesFirst(std::string *p) {
  *p = "x";
  sink(p[1]); // should be an error
  ++p;
  sink(*p); // should be an error
}
void passes() {
  std::string all[3] = {"a", email(), email()};
  sink(all[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  overwritesFirst(all);
}
