// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// What lies beside personal data in a library's object is not always told apart from it: elements of a joined tuple, of a
// part of a span, the two ends of a deque, what a visitor is given of a variant; nor is what a closure that an object
// keeps captured by reference and what was overwritten since; nor text that ends before what the buffer holds.
#include <earmark/earmark.h>
#include <cstring>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <tuple>
#include <variant>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkInt(long);
void joined() {
  auto t = std::tuple_cat(std::make_tuple(std::string("x")), std::make_tuple(email()));
  sink(std::get<0>(t)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void part() {
  int a[3] = {1, bsn(), 2};
  std::span<int> s(a);
  s[1] = 0;
  sinkInt(s.subspan(1)[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void ends() {
  std::deque<std::string> d;
  d.push_front("x");
  d.push_back(email());
  sink(d.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Visitor {
  void operator()(int i) const { sinkInt(i); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void operator()(const std::string &) const {}
};
void visited() {
  std::variant<int, std::string> v = email();
  std::visit(Visitor{}, v);
}
struct Later {
  std::function<void()> run;
  ~Later() { run(); }
};
void kept() {
  std::string s = email();
  Later later{[&] { sink(s); }}; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  s = "clean";
}
void ended() {
  char b[50];
  strcpy(b, email().c_str());
  b[0] = 0;
  strcat(b, "x");
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
