// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Containers that gave their elements away, by move or by swap, and aggregates
// whose default member initialisers read the members before them.
#include <earmark/earmark.h>
#include <deque>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *text();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sink(int);
EARMARK_SINK("log") void sink(const char *);
void moved() {
  std::vector<std::string> a{email()};
  auto b = std::move(a);
  sink(a[0]);
  sink(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a.push_back(email());
  sink(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<const char *> c{text()}, d;
  d = std::move(c);
  sink(c[0]);
  sink(d[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void movedByKey() {
  std::map<int, std::string> a;
  a[1] = email();
  auto b = std::move(a);
  sink(a[1]);
  sink(b[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::unordered_map<int, std::string> c;
  c[1] = email();
  auto d = std::move(c);
  sink(c[1]);
  sink(d[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::set<std::string> e{email()};
  auto f = std::move(e);
  sink(*e.begin());
  sink(*f.begin()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void movedNodes() {
  std::list<std::string> a{email()};
  auto b = std::move(a);
  sink(a.front());
  sink(b.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::deque<std::string> c{email()};
  auto d = std::move(c);
  sink(c[0]);
  sink(d[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void movedMemberByMember() { // numbers stay where they were
  std::tuple<int, std::string> a{number(), "x"};
  auto b = std::move(a);
  sink(std::get<0>(a)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::get<0>(b)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::pair<int, std::string> c{number(), "x"};
  auto d = std::move(c);
  sink(c.first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::optional<std::pair<int, std::string>> e{{number(), "x"}};
  auto f = std::move(e);
  sink(e->first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f->first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void swappedPointers() {
  std::pair<const char *, const char *> a{text(), text()}, b{"a", text()};
  a.second = "fox";
  std::swap(a, b);
  sink(b.first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.second);
  sink(a.first);
  sink(a.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<const char *> c{text()}, d{"a"};
  c.swap(d);
  sink(c[0]);
  sink(d[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::optional<const char *> e = text(), f;
  std::swap(e, f);
  sink(e.value_or("x"));
  sink(f.value_or("x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

struct Numbers {
  int a = 1;
  int b = a;
};
struct Words {
  std::string first = "x", both = first + "y", again = both;
  Numbers numbers{1};
  int number = numbers.a;
};
void read() {
  Numbers a{number()};
  sink(a.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Numbers b;
  sink(b.b);
  Numbers c{number(), 2};
  sink(c.b);
  Numbers d(number());
  sink(d.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void built() {
  Words a{email()};
  sink(a.both); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.again); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void builtFromOther() {
  Words a{.both = email()};
  sink(a.first);
  sink(a.again); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.number);
}
void builtFromNumber() {
  Words a{.numbers = {number()}};
  sink(a.number); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.first);
}
