// RUN: not %earmark check %s -- -std=c++23 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
#include <functional>
#include <utility>
struct S {
  int f, g;
};
void captures() {
  int x = bsn(), y = 0;
  auto a = [x] { sink(x); }; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a();
  auto b = [y] { sink(y); };
  b();
  auto c = [&] { y = x; };
  sink(y);
  c();
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  y = 0;
  auto d = [=] { return x; };
  sink(d()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto e = [=, &y] { return y; };
  sink(e());
  y = bsn();
  sink(e()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto f = [z = bsn()] { return z; };
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto g = [z = 0] { return z; };
  sink(g());
  auto h = [&z = y]() -> int & { return z; };
  y = 0;
  sink(h());
  h() = bsn();
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void byCopyAfter() {
  int x = 0;
  auto f = [x] { return x; };
  x = bsn();
  sink(f());
  int y = bsn();
  auto g = [y] { return y; };
  y = 0;
  sink(g()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(y);
}
void mutableState() {
  int n = 0;
  auto f = [n](int v) mutable {
    int old = n;
    n = v;
    return old;
  };
  sink(f(bsn()));
  sink(f(0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f(0));
  sink(n);
}
void parameters() {
  auto f = [](int a, int b) {
    sink(a);
    sink(b);
  };
  f(0, 0);
  auto g = [](int a, int b) {
    sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(b);
  };
  g(bsn(), 0);
  auto out = [](int &o) { o = bsn(); };
  int o = 0;
  out(o);
  sink(o); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto id = [](auto v) { return v; };
  sink(id(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(id(0));
  sink(id(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(id(""));
  auto tmpl = []<class T>(T v, T w) { return w; };
  sink(tmpl(bsn(), 0));
  sink(tmpl(0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
auto make(int v) {
  return [v] { return v; };
}
auto makeAdder(int v) {
  return [v](int w) { return v + w; };
}
void returned() {
  sink(make(bsn())()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(make(0)());
  auto a = makeAdder(0);
  sink(a(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a(0));
  sink(makeAdder(bsn())(0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Handler {
  std::function<void(int)> cb;
  int (*raw)(int);
};
void stored() {
  Handler h;
  h.cb = [](int v) { sink(v); }; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  h.cb(bsn());
  Handler k;
  k.cb = [](int v) { sink(v); };
  k.cb(0);
  h.raw = [](int v) { return v; };
  sink(h.raw(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.raw(0));
  int (*table[])(int) = {[](int v) { return v; }, [](int) { return 0; }};
  sink(table[0](bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(table[1](bsn()));
}
void recursive() {
  std::function<int(int, int)> f = [&](int n, int v) { return n ? f(n - 1, v) : v; };
  sink(f(3, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f(3, 0));
  auto y = [](auto self, int n, int v) -> int { return n ? self(self, n - 1, v) : v; };
  sink(y(y, 3, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(y(y, 3, 0));
  auto z = [](this auto self, int n, int v) -> int { return n ? self(n - 1, v) : v; };
  sink(z(3, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(z(3, 0));
}
struct Obj {
  int m = 0, n = 0;
  void set() {
    auto f = [this] { m = bsn(); };
    f();
  }
  void setStar() {
    auto f = [*this]() mutable {
      n = bsn();
      return n;
    };
    sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  auto get() {
    return [this] { return m; };
  }
  auto copy() {
    return [*this] { return m; };
  }
};
void thisCapture() {
  Obj o;
  o.set();
  sink(o.m); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o.n);
  o.setStar();
  sink(o.n);
  sink(o.get()()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Obj p;
  auto g = p.get();
  auto c = p.copy();
  sink(g());
  p.m = bsn();
  sink(g()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c());
}
template <class... T> int lastOf(T... t) {
  auto f = [t...] {
    int r = 0;
    ((r = t), ...);
    return r;
  };
  return f();
}
template <class... T> int sumInit(T... t) {
  auto f = [... v = std::move(t)] { return (v + ... + 0); };
  return f();
}
void packs() {
  sink(lastOf(0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(lastOf(bsn(), 0));
  sink(sumInit(0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(sumInit(0, 0));
}
void immediately() {
  int x = [] { return bsn(); }();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = [](int v) { return 0; }(bsn());
  sink(y);
  const int z = [&] {
    if (x > 3)
      return bsn();
    return 1;
  }();
  sink(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void fnptr() {
  int (*f)(int) = +[](int v) { return v; };
  sink(f(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto g = +[](int) { return 3; };
  sink(g(bsn()));
}
void nested() {
  int x = bsn();
  auto outer = [&] {
    auto inner = [&] { return x; };
    return inner();
  };
  sink(outer()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto o2 = [x] { return [x] { return x; }; };
  sink(o2()()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto o3 = [](int a) { return [a](int b) { return [a, b](int c) { return b; }; }; };
  sink(o3(bsn())(0)(0));
  sink(o3(0)(bsn())(0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o3(0)(0)(bsn()));
}
void apply(void (*f)(void *, int), void *ctx, int v) {
  f(ctx, v);
}
void context() {
  int got = 0, other = 0;
  apply([](void *c, int v) { *static_cast<int *>(c) = v; }, &got, bsn());
  sink(got); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(other);
}
template <class F> void call(F f, int v) {
  f(v);
}
template <class F> auto call2(F &&f) {
  return std::forward<F>(f)();
}
void passed() {
  call([](int v) { sink(v); }, bsn()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  call([](int v) { sink(v); }, 0);
  int got = 0;
  call([&](int v) { got = v; }, bsn());
  sink(got); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(call2([] { return bsn(); })); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(call2([] { return 0; }));
}
void structured() {
  S s{bsn(), 0};
  auto [a, b] = s;
  auto f = [a, b] { sink(a); }; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  f();
  auto g = [&b] { sink(b); };
  g();
  auto h = [&b] { b = bsn(); };
  h();
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Compare {
  static int operator()(int a, int b) {
    return b;
  }
  int operator[](int i, int j) {
    return j;
  }
};
void statics() {
  sink(Compare{}(bsn(), 0));
  sink(Compare{}(0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Compare c;
  sink(c[bsn(), 0]);
  sink(c[0, bsn()]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto l = [](int v) static { return v; };
  sink(l(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(l(0));
}
