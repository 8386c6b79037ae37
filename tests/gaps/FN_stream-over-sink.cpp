// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// XFAIL: *
// A stream made over the buffer of another: what is written is told where the stream is made, not where it is written.
#include <earmark/earmark.h>
#include <iostream>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
void f() {
  std::ostream out(std::cout.rdbuf());
  out << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
