// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <algorithm>
#include <earmark/earmark.h>
#include <iterator>
#include <numeric>
#include <ranges>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
using Strings = std::vector<std::string>;

void copies() {
  Strings a{email()}, b(1), c, d;
  std::copy(a.begin(), a.end(), b.begin());
  sink(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::copy(a.begin(), a.end(), std::back_inserter(c));
  sink(c[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::copy_if(a.begin(), a.end(), std::back_inserter(d), [](const std::string &s) { return !s.empty(); });
  sink(d[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Strings e{"clean"}, f;
  std::copy(e.begin(), e.end(), std::back_inserter(f));
  sink(f[0]);
  Strings g;
  std::move(a.begin(), a.end(), std::back_inserter(g));
  sink(g[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void transforms() {
  Strings a{email()}, b;
  std::transform(a.begin(), a.end(), std::back_inserter(b), [](const std::string &s) { return s + "!"; });
  sink(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Strings c;
  std::transform(a.begin(), a.end(), std::back_inserter(c), [](const std::string &) { return std::string("clean"); });
  sink(c[0]);
  std::vector<int> lengths;
  std::transform(a.begin(), a.end(), std::back_inserter(lengths), [](const std::string &s) { return int(s.size()); });
  sinkNumber(lengths[0]);
  std::string text = email();
  std::transform(text.begin(), text.end(), text.begin(), ::tolower);
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void visits() {
  Strings a{email()}, b{"clean"};
  std::for_each(a.begin(), a.end(), [](const std::string &s) { sink(s); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::for_each(b.begin(), b.end(), [](const std::string &s) { sink(s); });
  std::for_each(b.begin(), b.end(), [](std::string &s) { s = email(); });
  sink(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void finds() {
  Strings a{email(), "x"};
  auto it = std::find(a.begin(), a.end(), "x");
  sink(*it); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto jt = std::find_if(a.begin(), a.end(), [](const std::string &s) { return s == "x"; });
  sink(*jt); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::count(a.begin(), a.end(), "x"));
  sinkNumber(std::any_of(a.begin(), a.end(), [](const std::string &s) { return s.empty(); }));
  sinkNumber(std::distance(a.begin(), it));
  Strings b{"clean"};
  sink(*std::find(b.begin(), b.end(), email()));
  sink(*std::max_element(a.begin(), a.end())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::binary_search(a.begin(), a.end(), "x"));
  sink(*std::lower_bound(a.begin(), a.end(), "x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void fills() {
  Strings a(2), b(2);
  std::fill(a.begin(), a.end(), email());
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::fill(b.begin(), b.end(), "clean");
  sink(b[1]);
  Strings c(2);
  std::generate(c.begin(), c.end(), [] { return email(); });
  sink(c[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::replace(b.begin(), b.end(), std::string("x"), email());
  sink(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void orders() {
  Strings a{"clean", email()};
  std::sort(a.begin(), a.end());
  sink(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Strings b{"x", "y"};
  std::sort(b.begin(), b.end(), [](const std::string &x, const std::string &y) { return x < y; });
  sink(b[0]);
  Strings c{"x", email()};
  std::reverse(c.begin(), c.end());
  sink(c[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.erase(std::remove(c.begin(), c.end(), "x"), c.end());
  sink(c.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void sums() {
  Strings a{email()}, b{"x"};
  sink(std::accumulate(a.begin(), a.end(), std::string())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::accumulate(b.begin(), b.end(), std::string()));
  sink(std::accumulate(a.begin(), a.end(), std::string(), [](std::string all, const std::string &s) { return all + s; })); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::accumulate(a.begin(), a.end(), 0, [](int n, const std::string &) { return n + 1; }));
  std::vector<int> ages{age(), age()};
  sinkNumber(std::accumulate(ages.begin(), ages.end(), 0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void chooses() {
  sinkNumber(std::max(1, age())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::min(1, 2));
  sinkNumber(std::clamp(age(), 1, 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::max(std::string("a"), email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void ranges() {
  Strings a{email()}, b{"clean"}, c;
  std::ranges::copy(a, std::back_inserter(c));
  sink(c[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ranges::for_each(b, [](const std::string &s) { sink(s); });
  std::ranges::for_each(a, [](const std::string &s) { sink(s); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ranges::sort(a);
  sink(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*std::ranges::find(a, "x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::ranges::count(a, "x"));
  sink(*std::ranges::find(b, email()));
}
void views() {
  Strings a{email()}, b{"clean"};
  for (const auto &s : a | std::views::filter([](const std::string &s) { return !s.empty(); }))
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &s : b | std::views::filter([](const std::string &s) { return !s.empty(); }))
    sink(s);
  for (const auto &s : a | std::views::transform([](const std::string &s) { return s + "!"; }))
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto n : a | std::views::transform([](const std::string &s) { return s.size(); }))
    sinkNumber(n);
  for (const auto &s : a | std::views::take(1))
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &s : b | std::views::reverse)
    sink(s);
}
