// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// A function that calls a std::function is told apart by the functions it is given, not by the closures.
#include <earmark/earmark.h>
#include <functional>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
std::string call(std::function<std::string()> f) { return f(); }
void dirty() {
  sink(call([] { return email(); })); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void clean() {
  sink(call([] { return std::string("clean"); })); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  // should be none
}
