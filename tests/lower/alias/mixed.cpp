// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
#include <cstdarg>
#include <cstdint>
#include <cstring>
#include <bit>
typedef unsigned long size_t;
// binding kinds, references, arrays, statics
struct P {
  int a, b;
};
struct Q {
  P p;
  int arr[2];
};
void bindings() {
  P p{bsn(), 0};
  auto [a, b] = p;
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  auto &[c, d] = p;
  d = bsn();
  sink(p.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const auto &[e, f] = P{0, bsn()};
  sink(e);
  sink(f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int arr[3] = {0, bsn(), 0};
  auto [x, y, z] = arr;
  sink(x);
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto &&[r, s] = p;
  r = 0;
  sink(p.a);
  Q q{{0, bsn()}, {bsn(), 0}};
  auto &[pp, aa] = q;
  sink(pp.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(pp.a);
  sink(aa[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(aa[1]);
  P list[2] = {{bsn(), 0}, {0, 0}};
  for (auto [m, n] : list) {
    sink(m); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(n);
  }
  for (auto &[m, n] : list)
    m = 0, n = bsn();
  sink(list[0].b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
int &pick(int &a, int &b, bool c) {
  return c ? a : b;
}
int &first(int &a, int &b) {
  return a;
}
P &self(P &p) {
  return p;
}
const int &max_(const int &a, const int &b) {
  return a < b ? b : a;
}
void refs(bool c) {
  int x = 0, y = 0;
  pick(x, y, c) = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int u = 0, v = 0;
  first(u, v) = bsn();
  sink(u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v);
  P p{};
  self(p).b = bsn();
  sink(p.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.a);
  sink(max_(0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int &r = u;
  int &q = r;
  q = 0;
  sink(u);
  int *ptr = &u;
  int *&rp = ptr;
  rp = &v;
  *ptr = bsn();
  sink(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(u);
  (c ? x : y) = 0;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int &&rv = bsn();
  sink(rv); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  rv = 0;
  sink(rv);
}
void ternary(bool c) {
  int x = bsn(), y = 0;
  int *p = c ? &x : &y;
  sink(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *p = 0;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(y);
  int z = c ? y : 3;
  sink(z);
}
void uintptr() {
  int x = 0;
  uintptr_t u = (uintptr_t)&x;
  *(int *)u = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = bsn();
  void *v = &y;
  char *c = static_cast<char *>(v);
  int *p = reinterpret_cast<int *>(c);
  sink(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const volatile int cv = bsn();
  sink(cv); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  uintptr_t tagged = (uintptr_t)&y | 1;
  sink(*(int *)(tagged & ~(uintptr_t)1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  double d = bsn();
  uint64_t bits = std::bit_cast<uint64_t>(d);
  sink((long long)bits); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int64_t n = 0;
  std::memcpy(&n, &d, sizeof n);
  sink(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void arrays2() {
  int m[3][3] = {};
  m[1][1] = bsn();
  sink(m[1][1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m[0][0]);
  sink(m[1][2]);
  int(*row)[3] = &m[1];
  sink((*row)[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((*row)[0]);
  int *flat = &m[0][0];
  sink(flat[4]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  P ps[2] = {};
  ps[1].a = bsn();
  sink(ps[1].a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ps[1].b);
  sink(ps[0].a);
  P *it = ps;
  ++it;
  sink(it->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int i = 1;
  sink(ps[i].a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int *ptrs[2] = {&ps[1].a, &ps[0].b};
  sink(*ptrs[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*ptrs[1]);
  *ptrs[1] = bsn();
  sink(ps[0].b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int jag[2] = {1, bsn()};
  int idx = jag[1];
  int tab[3] = {1, 2, 3};
  sink(tab[idx % 3]);
  char buf[8] = "x";
  buf[bsn() % 8] = 'a';
  sink(buf);
  sink(sizeof(buf));
}
int counter() {
  static int n = 0;
  return n++;
}
int &instance() {
  static int n = 0;
  return n;
}
struct Single {
  int v = 0;
  static Single &get() {
    static Single s;
    return s;
  }
};
thread_local int tls = 0;
inline int inl = 0;
void statics() {
  instance() = bsn();
  sink(instance()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Single::get().v = bsn();
  sink(Single::get().v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  tls = bsn();
  sink(tls); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(inl);
  sink(counter());
}
int global1 = 0;
int *globalPtr = &global1;
P globalP;
int globalArr[2];
const char *globalText = email();
static const int K = 3;
namespace ns {
int g;
namespace {
int h;
}
} // namespace ns
using ns::g;
namespace alias = ns;
void setGlobals() {
  *globalPtr = bsn();
  globalP.a = bsn();
  globalArr[0] = bsn();
  alias::g = bsn();
  ns::h = 0;
}
void readGlobals() {
  sink(global1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(globalP.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(globalP.b);
  sink(globalText); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(g); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ns::h);
  sink(K);
}
void globalOrder() {
  static int local;
  local = bsn();
  local = 0;
  sink(local);
}
int defaulted(int a, int b = bsn()) {
  return b;
}
int defaulted2(int a, int b = 0) {
  return b;
}
int chain(int a, int b = K, int c = 0) {
  return a;
}
void defaults() {
  sink(defaulted(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(defaulted(1, 2));
  sink(defaulted2(bsn()));
  sink(chain(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
int va(int n, ...) {
  va_list ap;
  va_start(ap, n);
  int r = 0;
  while (n-- > 0)
    r = va_arg(ap, int);
  va_end(ap);
  return r;
}
void vas() {
  sink(va(2, 0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(va(2, 0, 1));
}
struct Node {
  int v;
  Node *next;
  Node *prev;
};
void lists() {
  Node a{0, nullptr, nullptr}, b{bsn(), nullptr, &a};
  a.next = &b;
  sink(a.v);
  sink(a.next->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.prev->v);
  sink(b.prev->next->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Node *p = &a;
  while (p) {
    sink(p->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    p = p->next;
  }
  a.next->v = 0;
  sink(b.v);
}
struct Tree {
  int v;
  Tree *l, *r;
  Tree(int v) : v(v), l(nullptr), r(nullptr) {}
};
void insert(Tree *&t, int v) {
  if (!t)
    t = new Tree(v);
  else if (v < t->v)
    insert(t->l, v);
  else
    insert(t->r, v);
}
void visit(Tree *t) {
  if (!t)
    return;
  visit(t->l);
  sink(t->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  visit(t->r);
}
void trees() {
  Tree *root = nullptr;
  insert(root, 5);
  insert(root, bsn());
  visit(root);
}
void swapping() {
  int a = bsn(), b = 0;
  int t = a;
  a = b;
  b = t;
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int x = bsn(), y = 0;
  x ^= y;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void compound() {
  int x = 0;
  x += bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = bsn();
  y -= y; // nothing, whatever it was
  sink(y);
  int z = bsn();
  z *= 2;
  z <<= 1;
  z |= 1;
  z %= 7;
  sink(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int w = 5;
  w &= 3;
  sink(w);
  (w += 1) = bsn();
  sink(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void exprs() {
  int x = bsn();
  sink(sizeof x);
  sink(alignof(int));
  sink(noexcept(x));
  sink(x == 3);
  sink(x > 3 && x < 5);
  sink(x ? 1 : 2);
  sink(!x);
  sink(-x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(x ? x : 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((x, 5));
  sink(+x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(x & 0xff); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink('a' + x % 26); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void nullChecks(const char *s) {
  const char *e = email();
  sink(e == nullptr);
  sink(e != s);
  sink(e[0] == 'a');
  sink(std::strlen(e));
  sink(std::strcmp(e, "a"));
  sink(e ? "yes" : "no");
  sink(e + 1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::strchr(e, '@')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::strchr(e, '@') - e);
}
