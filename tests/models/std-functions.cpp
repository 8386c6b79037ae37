// RUN: not %earmark check %s -- -std=c++23 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Function objects, bound arguments and placeholders, references, moves.
#include <earmark/earmark.h>
#include <functional>
#include <string>
#include <utility>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
struct Mailer {
  std::string to;
  void send(const std::string &text) { sink(text); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void quiet(const std::string &text) { sink(text); }
  std::string both(const std::string &a) const { return a + to; }
  std::string clean(const std::string &) const { return "x"; }
  static void stat(const std::string &s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void operator()(const std::string &s) const { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void two(const std::string &a, const std::string &b) {
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void two2(const std::string &a, const std::string &b) {
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
}
std::string join(const std::string &a, const std::string &b) { return a + b; }
std::string second(const std::string &, const std::string &b) { return b; }
void fill(std::string &out) { out = email(); }
void binds() {
  using namespace std::placeholders;
  auto a = std::bind(two, "x", _1);
  a(email());
  auto b = std::bind(two2, _2, _1);
  b("x", email());
  auto c = std::bind(join, _1, "x");
  sink(c(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c("y"));
  auto d = std::bind(second, _1, "x");
  sink(d("y"));
  Mailer m;
  auto e = std::bind(&Mailer::send, &m, _1);
  e(email());
  auto f = std::bind(&Mailer::quiet, m, _1);
  f("x");
  auto g = std::bind(&Mailer::both, &m, email());
  sink(g()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string out, out2;
  auto h = std::bind(fill, std::ref(out));
  h();
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto i = std::bind_front(join, "x");
  sink(i(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(i("y"));
  auto j = std::bind_front(&Mailer::clean, &m);
  sink(j(email()));
  std::function<void(const std::string &)> k = std::bind(&Mailer::send, &m, _1);
  k(email());
  std::function<std::string()> l = std::bind(join, email(), "x");
  sink(l()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void functions() {
  std::function<std::string(const std::string &)> a = [](const std::string &s) { return s; };
  sink(a(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a("x"));
  a = [](const std::string &) { return std::string("x"); };
  sink(a(email()));
  std::string mail = email();
  std::function<std::string()> b = [mail] { return mail; }, c = [] { return std::string("x"); };
  sink(b()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c());
  b.swap(c);
  sink(c()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b());
  std::function<void(std::string &)> d = fill;
  std::string e;
  d(e);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::function<void(const std::string &)> f = Mailer();
  f(email());
  std::function<void(Mailer &, const std::string &)> g = &Mailer::send;
  Mailer m;
  g(m, email());
  std::function<std::string(const Mailer &)> h = &Mailer::to;
  sink(h(m));
  m.to = email();
  sink(h(m)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(bool(h));
  std::move_only_function<std::string(std::string)> i = [](std::string s) { return s; };
  sink(i(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(i("x"));
  std::function<std::string()> j = [&e] { return e; };
  sink(j()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void calls() {
  std::invoke(&Mailer::stat, email());
  Mailer m;
  std::invoke(&Mailer::send, m, email());
  std::invoke(&Mailer::send, &m, email());
  sink(std::invoke(join, "x", email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::invoke(second, email(), "x"));
  sink(std::invoke([](const std::string &s) { return s; }, email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto to = std::mem_fn(&Mailer::to);
  m.to = email();
  sink(to(m)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto clean = std::mem_fn(&Mailer::clean);
  sink(clean(m, email()));
  auto both = std::mem_fn(&Mailer::both);
  Mailer n;
  sink(both(n, email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::not_fn([](const std::string &s) { return s.empty(); })(email()));
  std::string x;
  std::invoke(fill, x);
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void references() {
  std::string a = "x", b = email();
  auto r = std::ref(a);
  sink(r.get());
  r = std::ref(b);
  sink(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string &s = r;
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string e = "x";
  std::reference_wrapper<std::string> t(e);
  t.get() = email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto c = std::cref(b);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::reference_wrapper<void(std::string &)> f = fill;
  std::string d;
  f(d);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void moves() {
  std::string a = email(), b = "x";
  std::string c = std::exchange(b, a);
  sink(c);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::swap(b, c);
  sink(b);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::as_const(c)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::forward<std::string>(c)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string d = std::move(c);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::move_if_noexcept(d)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int x = number(), y = 3;
  std::swap(x, y);
  sinkNumber(x);
  sinkNumber(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::exchange(y, 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(y);
  std::string arr1[2] = {email(), "x"}, arr2[2] = {"x", "y"};
  std::swap(arr1, arr2);
  sink(arr2[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(arr1[0]);
}
void operators() {
  sinkNumber(std::plus<int>()(number(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::plus<>()(1, 3));
  sinkNumber(std::negate<int>()(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::less<int>()(number(), 3));
  sinkNumber(std::equal_to<>()(number(), 3));
  sink(std::plus<std::string>()(email(), "x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::identity()(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::hash<std::string>()("x"));
}
