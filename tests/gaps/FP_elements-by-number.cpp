// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// How many elements there are is not known: an element known by its index may be the
// last, and the last may be any.
#include <earmark/earmark.h>
#include <array>
#include <string>
#include <utility>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void listed() {
  std::vector<std::string> v{"a", email(), "c"};
  sink(v.back()); // clean; CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void pushed() {
  std::vector<std::string> v;
  v.push_back("a");
  v.push_back(email());
  sink(v[0]); // clean; CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void array() {
  std::array<std::string, 2> a{email(), "b"};
  sink(a.back()); // clean; CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void swapped() {
  std::string a[2] = {email(), "b"};
  std::swap(a[0], a[1]);
  sink(a[0]); // clean; CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
