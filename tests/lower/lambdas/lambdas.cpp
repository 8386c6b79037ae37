// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: LambdaExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
template <typename F> const char *run(F f) { return f(); }
template <typename F> void give(F f) { f(email()); }
void byValue() {
  const char *e = email(), *c = "";
  auto f = [e] { return e; };
  auto g = [c] { return c; };
  e = "";
  c = email();
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(g());
  sink(run(f)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(run(g));
}
void byReference() {
  const char *e = "";
  auto f = [&e] { return e; };
  sink(f());
  e = email();
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto g = [&e] { e = ""; };
  g();
  sink(e);
  auto h = [&] { e = email(); };
  sink(e);
  h();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void initCapture() {
  auto f = [x = email()] { return x; };
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto g = [x = ""] { return x; };
  sink(g());
  const char *e = "";
  auto h = [&r = e] { r = email(); };
  h();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void generic() {
  auto id = [](auto x) { return x; };
  sink(id(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(id(""));
  auto variadic = [](auto first, auto... rest) { return first; };
  sink(variadic(email(), 1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(variadic("", email()));
}
void recursive() {
  auto f = [](auto &self, const char *t, int n) -> const char * { return n ? self(self, t, n - 1) : t; };
  sink(f(f, email(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f(f, "", 3));
}
void arguments() {
  give([](const char *t) { sink(t); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  give([](const char *) { sink(""); });
}
void immediate() {
  sink([] { return email(); }()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink([] { return ""; }());
  const char *x = [&] { const char *e = email(); e = ""; return e; }();
  sink(x);
}
struct Person {
  const char *mail = "", *city = "";
  void self() {
    auto f = [this] { mail = email(); };
    f();
    sink(mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(city);
    auto g = [this] { return mail; };
    sink(g()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    auto h = [*this] { return city; };
    sink(h());
    auto k = [*this] { return mail; };
    mail = "";
    sink(k()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(g());
  }
};
void calls() { Person p; p.self(); }
void mutableLambda() {
  const char *e = "";
  auto f = [e]() mutable { const char *old = e; e = email(); return old; };
  f();
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(e);
}
void toPointer() {
  const char *(*f)() = [] { return email(); };
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *(*g)() = [] { return ""; };
  sink(g());
  void (*take)(const char *) = [](const char *t) { sink(t); }; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  take(email());
}
auto makeAdder(const char *t) { return [t] { return t; }; }
void returned() {
  auto f = makeAdder(email());
  auto g = makeAdder("");
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(g());
}
void nested() {
  const char *e = email();
  auto outer = [&] { return [&] { return e; }(); };
  sink(outer()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e = "";
  sink(outer());
}
void arrays() {
  int list[2] = {0, bsn()};
  auto f = [list](int i) { return list[i]; };
  sinkInt(f(0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int clean[2] = {};
  auto g = [clean](int i) { return clean[i]; };
  sinkInt(g(0));
}
void structures() {
  struct P { const char *a, *b; } p{email(), ""};
  auto f = [p] { return p.a; };
  auto g = [p] { return p.b; };
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(g());
  auto &[x, y] = p;
  auto h = [&x] { return x; };
  sink(h()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void stored() {
  struct Holder { const char *(*f)(); } h{[] { return email(); }};
  sink(h.f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void conditional(bool c) {
  auto f = [](bool c) { return c ? email() : ""; };
  sink(f(c)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
