// RUN: not %earmark check %s -- -std=c++23 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
struct S {
  int v = 0, w = 0;
  int get(this const S &self) {
    return self.v;
  }
  void set(this S &self, int x) {
    self.v = x;
  }
  template <class Self> auto &&ref(this Self &&self) {
    return self.v;
  }
  int byValue(this S self, int x) {
    self.w = x;
    return self.w;
  }
  int plain() {
    return get();
  }
  S &chain(this S &self, int x) {
    self.v = x;
    return self;
  }
};
struct D : S {
  int d = 0;
};
void members() {
  S s;
  s.set(bsn());
  sink(s.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.w);
  sink(s.plain()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  S t;
  t.ref() = bsn();
  sink(t.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(t.w);
  S u;
  sink(u.byValue(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(u.w);
  sink(u.chain(0).get());
  sink(u.chain(bsn()).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  D d;
  d.set(bsn());
  sink(d.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.d);
}
void lambdas() {
  int x = bsn(), y = 0;
  auto f = [x](this auto self) { return x; };
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto g = [y](this auto const &self) { return y; };
  sink(g());
  auto h = [&y](this auto &&self, int v) { y = v; };
  h(bsn());
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto z = [](this auto self, int n, int v) -> int { return n ? self(n - 1, v) : v; };
  sink(z(3, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(z(3, 0));
}
struct Base {
  template <class Self> void visit(this Self &&self, int v) {
    self.on(v);
  }
};
struct Loud : Base {
  void on(int v) {
    sink(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
};
struct Mute : Base {
  void on(int) {}
};
void crtp() {
  Loud l;
  Mute m;
  l.visit(bsn());
  m.visit(bsn());
}
