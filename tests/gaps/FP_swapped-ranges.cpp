// How much of a sequence a pair of iterators spans is not known: what swap_ranges and
// iter_swap take out of it is still told of it.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <algorithm>
#include <earmark/earmark.h>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string source();
EARMARK_SINK("log") void sink(const std::string &);
void ranges() {
  std::vector<std::string> v{source()}, w{"kite"};
  std::swap_ranges(v.begin(), v.end(), w.begin());
  for (auto &e : v)
    sink(e); // right: nothing. CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto &e : w)
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void elements() {
  std::string s[2] = {"x", source()};
  std::iter_swap(&s[0], &s[1]);
  sink(s[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s[1]); // right: nothing. CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
