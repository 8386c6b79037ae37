// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
#include <compare>
typedef unsigned long size_t;
// every overloadable operator
struct N {
  int v = 0, w = 0;
  N operator+(const N &o) const {
    return {v + o.v, 0};
  }
  N operator-(const N &o) const {
    return {v, o.w};
  }
  N operator*(const N &o) const {
    return o;
  }
  N operator/(int k) const {
    return {v / k, 0};
  }
  N operator%(int k) const {
    return {0, 0};
  }
  N operator^(const N &o) const {
    return {v ^ o.v};
  }
  N operator&(const N &o) const {
    return {v & o.v};
  }
  N operator|(const N &o) const {
    return *this;
  }
  N operator~() const {
    return {~v, 0};
  }
  bool operator!() const {
    return !v;
  }
  N &operator=(int x) {
    v = x;
    return *this;
  }
  N &operator+=(const N &o) {
    v += o.v;
    return *this;
  }
  N &operator-=(const N &o) {
    v = o.v;
    return *this;
  }
  N &operator*=(int) {
    v = 0;
    return *this;
  }
  N &operator<<=(int x) {
    w = x;
    return *this;
  }
  N &operator^=(const N &o) {
    v = o.v;
    w = 0;
    return *this;
  }
  N operator<<(int k) const {
    return {v << k};
  }
  N operator>>(int) const {
    return {};
  }
  bool operator==(const N &) const = default;
  auto operator<=>(const N &) const = default;
  bool operator&&(const N &) const {
    return true;
  }
  N operator,(const N &o) const {
    return o;
  }
  N *operator->() {
    return this;
  }
  int &operator*() {
    return v;
  }
  int &operator[](int i) {
    return i ? w : v;
  }
  int operator()(int a, int b) {
    return b;
  }
  N &operator++() {
    v++;
    return *this;
  }
  N operator++(int) {
    N old = *this;
    v = 0;
    return old;
  }
  N &operator--() {
    v = 0;
    return *this;
  }
  N operator-() const {
    return {0, v};
  }
  N operator+() const {
    return *this;
  }
  explicit operator int() const {
    return v;
  }
  operator bool() const {
    return v;
  }
  N *operator&() {
    return this;
  }
  int N::*operator->*(int) {
    return &N::v;
  }
};
void ops() {
  N a{bsn(), 0}, b{0, 0};
  sink((a + b).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((a + b).w);
  sink((b - a).v);
  sink((a - b).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((a * b).v);
  sink((b * a).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((a / 2).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((a % 2).v);
  sink((a ^ b).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((b | a).v);
  sink((~a).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((~a).w);
  sink((a << 1).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((a >> 1).v);
  sink(a == b);
  sink(a < b);
  sink((a, b).v);
  sink((b, a).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b->v);
  sink(*a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*b);
  sink(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a(bsn(), 0));
  sink(a(0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((-a).v);
  sink((-a).w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((+a).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((int)a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((int)b);
}
void assigns() {
  N a{bsn(), 0}, b, c, d, e, f;
  b = bsn();
  sink(b.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b = 0;
  sink(b.v);
  c += a;
  sink(c.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d -= a;
  d -= N{0, 0};
  sink(d.v);
  e <<= bsn();
  sink(e.w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(e.v);
  f ^= a;
  sink(f.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  f *= 2;
  sink(f.v);
}
void steps() {
  N a{bsn(), 0};
  sink((++a).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  N old = a++;
  sink(old.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.v);
  N b{bsn(), 0};
  --b;
  sink(b.v);
  N c;
  *c = bsn();
  sink(c.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c[1] = bsn();
  c[0] = 0;
  sink(c.w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  N d;
  d[1] = bsn();
  sink(d.w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  N f;
  f->w = bsn();
  sink(f.w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f.v);
}
int operator""_n(unsigned long long v) {
  return bsn();
}
int operator""_z(const char *s, size_t n) {
  return (int)n;
}
template <char... C> int operator""_t() {
  return 0;
}
const char *operator""_id(const char *s, size_t) {
  return s;
}
void udl() {
  sink(12_n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink("abc"_z);
  sink(12_t);
  sink("abc"_id);
}
struct Conv {
  int v;
  operator int() const {
    return v;
  }
  operator const char *() const {
    return "";
  }
  template <class T> explicit operator T *() const {
    return nullptr;
  }
};
void conversions() {
  Conv c{bsn()}, d{0};
  int x = c;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *s = c;
  sink(s);
  int y = d + 1;
  sink(y);
  long z = 1 + c;
  sink(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  switch (c) {
  case 0:
    x = 0;
  }
}
struct From {
  int v;
  From(int v) : v(v) {}
  explicit From(const char *) : v(0) {}
};
void takes(From f) {
  sink(f.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void takes2(From f) {
  sink(f.v);
}
From gives(int v) {
  return v;
}
From gives2(int v) {
  return {v};
}
void implicit() {
  takes(bsn());
  takes2(0);
  takes2(From(email()));
  sink(gives(bsn()).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(gives2(bsn()).v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(gives(0).v);
}
struct Ptr {
  int *p;
  int &operator*() const {
    return *p;
  }
  int *operator->() const {
    return p;
  }
  Ptr &operator++() {
    ++p;
    return *this;
  }
  bool operator!=(const Ptr &o) const {
    return p != o.p;
  }
};
struct Range {
  int data[3];
  Ptr begin() {
    return {data};
  }
  Ptr end() {
    return {data + 3};
  }
};
void ranges() {
  Range r{{0, bsn(), 0}};
  for (int v : r)
    sink(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Range q{};
  for (int v : q)
    sink(v);
  for (int &v : q)
    v = bsn();
  sink(q.data[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Out {
  const char *last = "";
  Out &operator<<(const char *s) {
    last = s;
    return *this;
  }
  Out &operator<<(int) {
    return *this;
  }
  Out &operator<<(Out &(*f)(Out &)) {
    return f(*this);
  }
};
Out &endl(Out &o) {
  return o;
}
Out &clear(Out &o) {
  o.last = "";
  return o;
}
void streams() {
  Out o;
  o << "a" << 1 << email() << endl;
  sink(o.last); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  o << email() << "x";
  sink(o.last);
}
struct Proxy {
  int &r;
  Proxy &operator=(int v) {
    r = v;
    return *this;
  }
  operator int() const {
    return r;
  }
};
struct Vec {
  int d[2];
  Proxy operator[](int i) {
    return {d[i]};
  }
};
void proxies() {
  Vec v{};
  v[0] = bsn();
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v.d[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Vec w{};
  w[1] = 0;
  sink(w[1]);
}
struct Sub2 {
  int m[2][2];
  int *operator[](int i) {
    return m[i];
  }
  int &operator()(int i, int j) {
    return m[i][j];
  }
};
void matrix() {
  Sub2 s{};
  s[1][0] = bsn();
  sink(s[1][0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Sub2 t{};
  t(0, 1) = bsn();
  sink(t(0, 1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Sub2 u{};
  sink(u(0, 1));
}
struct Alloc {
  void *operator new(size_t n);
  void operator delete(void *);
  void *operator new[](size_t n);
  int v;
};
void allocs() {
  Alloc *a = new Alloc;
  a->v = bsn();
  sink(a->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Alloc *b = new Alloc[2];
  b[1].v = bsn();
  sink(b[1].v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b[0].v);
  delete a;
  delete[] b;
}
struct Spaceship {
  int v;
  std::strong_ordering operator<=>(const Spaceship &o) const {
    return v <=> o.v;
  }
  bool operator==(const Spaceship &o) const {
    return v == o.v;
  }
};
void compares() {
  Spaceship a{bsn()}, b{0};
  sink(a < b);
  sink((a <=> b) < 0);
  sink(a != b);
  sink(a >= b ? 1 : 2);
}
