// What a second shared_ptr overwrites is still told of the first; so it is of a tuple of
// references and of reference wrappers in a container.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string source();
EARMARK_SINK("log") void sink(const std::string &);
void shared() {
  auto p = std::make_shared<std::string>(source());
  auto q = p;
  *q = "x";
  sink(*p); // right: nothing. CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void tuple() {
  std::string s = source();
  auto t = std::forward_as_tuple(s);
  s = "x";
  sink(std::get<0>(t)); // right: nothing. CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void wrappers() {
  std::string s = "x";
  std::vector<std::reference_wrapper<std::string>> v{s};
  s = source();
  s = "y";
  sink(v[0].get()); // right: nothing. CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
