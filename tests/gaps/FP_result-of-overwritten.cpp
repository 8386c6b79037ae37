// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// XFAIL: *
// What a call returned still holds what was there when it returned, although the memory it refers to was overwritten.
#include <earmark/earmark.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void f() {
  std::string s;
  std::string &r = s.assign(email());
  sink(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  s = "clean";
  sink(r);
}
