// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// A function that calls a std::function is told apart by what it is given: functions, closures, function objects.
#include <earmark/earmark.h>
#include <functional>
#include <stdexcept>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
using Fn = std::function<std::string()>;
std::string a(const Fn &f) { return f(); }
void a1() { sink(a(+[] { return email(); })); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void a2() { sink(a(+[]() -> std::string { return "x"; })); }
struct G { std::string operator()() const { return "x"; } };
struct B { std::string operator()() const { return email(); } };
std::string b(const Fn &f) { return f(); }
void b1() { sink(b(B{})); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void b2() { sink(b(G{})); }
template <class F> std::string c(F f) { return f(); }
void c1() { sink(c(Fn([] { return email(); }))); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void c2() { sink(c(Fn([]() -> std::string { return "x"; }))); }
struct H { Fn f; std::string run() { return f(); } };
void d1() { H h{[] { return email(); }}; sink(h.run()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void d2() { H h{[]() -> std::string { return "x"; }}; sink(h.run()); }
std::string e(const Fn &f) { return f(); }
void e1() { std::string m = email(); sink(e([&m] { return m; })); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void e2() { std::string m = "x"; sink(e([&m] { return m; })); }
std::string safe(Fn f) {
  try {
    return f();
  } catch (const std::exception &e) {
    return e.what();
  }
}
void f1() { sink(safe([]() -> std::string { throw std::runtime_error(email()); })); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void f2() { sink(safe([]() -> std::string { throw std::runtime_error("x"); })); }
void f3() {
  Fn dirty = [] { return email(); }, clean = [] { return std::string("x"); };
  sink(safe(dirty)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(safe(clean));
}
