// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// What a constructor moves into its members and bases is there, and gone from where it was.
#include <earmark/earmark.h>
#include <string>
#include <utility>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

struct Held {
  std::string text;
  explicit Held(std::string t) : text(std::move(t)) {}
};
void member() {
  Held h(email());
  sink(h.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Held c("clean");
  sink(c.text);
}
struct Two {
  std::string first, second;
  explicit Two(std::string t) : first(std::move(t)), second(t) {}
};
void onlyOnce() {
  Two t(email());
  sink(t.first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(t.second);
}
struct Braced {
  std::string text{};
  std::vector<std::string> lines;
  Braced(std::string t, std::vector<std::string> l) : text{std::move(t)}, lines{std::move(l)} {}
};
void braced() {
  Braced b(email(), {"clean"}), c("clean", {email()});
  sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.lines[0]);
  sink(c.text);
  sink(c.lines[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Derived : Held {
  int n;
  explicit Derived(Held h) : Held(std::move(h)), n(0) {}
};
void base() {
  Derived d{Held(email())};
  sink(d.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Derived c{Held("clean")};
  sink(c.text);
}
struct Delegating {
  std::string text;
  Delegating(std::string t, int) : text(std::move(t)) {}
  explicit Delegating(std::string t) : Delegating(std::move(t), 0) {}
};
void delegating() {
  Delegating d(email());
  sink(d.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Pair {
  Held held;
  explicit Pair(Held &&h) : held(std::move(h)) {}
};
void behindReference() {
  Held h(email());
  Pair p(std::move(h));
  sink(p.held.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
