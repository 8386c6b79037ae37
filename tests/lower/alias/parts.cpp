// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
void *operator new(unsigned long, void *) noexcept;
typedef unsigned long size_t;
extern "C" {
void *memcpy(void *, const void *, size_t);
void *malloc(size_t);
char *strcpy(char *, const char *);
size_t strlen(const char *);
void *memset(void *, int, size_t);
int strcmp(const char *, const char *);
}
// array assignment
void arrayassignment() {
  int x = 0, *p_x = &x;
  int &r_x = x;
  *p_x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*p_x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r_x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void aa2() {
  int x = 0, *p1 = &x, *p2 = &x;
  x = bsn();
  p1 = p2;
  sink(*p1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct MyInt {
  int i = 0;
  int &get() {
    return i;
  }
  MyInt &operator=(const MyInt &o) {
    i = o.i;
    return *this;
  }
};
void aa3() {
  MyInt mi;
  mi.get() = bsn();
  sink(mi.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(mi.i); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct MyArray {
  int values[10];
  int &get(int i) {
    return values[i];
  }
  int &operator[](int i) {
    return values[i];
  }
};
void aa4() {
  MyArray ma;
  ma.get(0) = bsn();
  sink(ma.get(0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  MyArray mb;
  mb[0] = bsn();
  sink(mb[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int arr1[10] = {0};
  int *p1 = &arr1[0], *p2 = &(arr1[5]);
  p1[5] = bsn();
  sink(arr1[5]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*p2); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*p1);
}
// structured assignments of arrays via pointer
void memcpys() {
  int a[2] = {bsn(), 0}, b[2];
  memcpy(b, a, sizeof a);
  sink(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct P {
  int x, y;
  char name[10];
  P *next;
};
void memcpy2() {
  P p{}, q{};
  p.x = bsn();
  memcpy(&q, &p, sizeof p);
  sink(q.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.y);
  P r{};
  memcpy(&r.y, &p.x, sizeof(int));
  sink(r.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r.x);
  P s{};
  int v = bsn();
  memcpy(&s.x, &v, sizeof v);
  sink(s.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.y);
  strcpy(s.name, email());
  sink(s.name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.y);
  char buf[64];
  memcpy(buf, &p, sizeof p);
  P t{};
  memcpy(&t, buf, sizeof t);
  sink(t.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  unsigned char *bytes = (unsigned char *)&p;
  sink(bytes[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *(int *)(void *)&t.y = bsn();
  sink(t.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// casts
struct Base {
  int b;
  virtual ~Base() {}
};
struct Der : Base {
  int d;
};
void casts() {
  int x = bsn();
  sink((long)x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(static_cast<long>(x)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((unsigned char)x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((int)3.5);
  void *v = &x;
  sink(*(int *)v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  unsigned long u = reinterpret_cast<unsigned long>(&x);
  sink(*reinterpret_cast<int *>(u)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  float f = x;
  sink(__builtin_bit_cast(int, f)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Der d;
  d.d = bsn();
  d.b = 0;
  Base *b = &d;
  sink(static_cast<Der *>(b)->d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(dynamic_cast<Der *>(b)->d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b->b);
  Base &br = d;
  sink(dynamic_cast<Der &>(br).d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const int &cr = x;
  const_cast<int &>(cr) = 0;
  sink(x);
  const int &cs = x;
  const_cast<int &>(cs) = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int &&rr = static_cast<int &&>(x);
  sink(rr); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void **pp = (void **)&v;
  sink(*(int *)*pp); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// placement new
struct Thing {
  int v;
  Thing(int v) : v(v) {}
};
void placement() {
  alignas(Thing) char buf[sizeof(Thing)];
  Thing *t = new (buf) Thing(bsn());
  sink(t->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(reinterpret_cast<Thing *>(buf)->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Thing u(0);
  new (&u) Thing(bsn());
  sink(u.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  new (&u) Thing(0);
  sink(u.v);
}
// class operator new
struct Own {
  int v;
  static void *operator new(size_t n) {
    return malloc(n);
  }
  static void operator delete(void *) {}
  static void *operator new(size_t n, int tag) {
    return malloc(n);
  }
};
void ownNew() {
  Own *o = new Own{bsn()};
  sink(o->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Own *q = new Own{0};
  sink(q->v);
  Own *r = new (5) Own{bsn()};
  sink(r->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  delete o;
}
// container_of
struct Link {
  Link *next;
};
struct Item {
  int v;
  Link link;
};
#define container_of(p, T, m) ((T *)((char *)(p) - __builtin_offsetof(T, m)))
void containerOf() {
  Item i{bsn(), {}};
  Link *l = &i.link;
  sink(container_of(l, Item, link)->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Item j{0, {}};
  Link *k = &j.link;
  sink(container_of(k, Item, link)->v);
  container_of(k, Item, link)->v = bsn();
  sink(j.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// pointer arithmetic
void arith() {
  int a[5] = {0, 0, bsn(), 0, 0};
  int *p = a;
  sink(*p);
  sink(*(p + 1));
  sink(*(p + 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p += 2;
  sink(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p--;
  sink(*p);
  sink(p[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*(a + 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(2 [a]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int *e = a + 5;
  sink(*(e - 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(e - p);
}
// unions
union U {
  int i;
  float f;
  unsigned char b[4];
  struct {
    short lo, hi;
  };
};
struct HasU {
  int tag;
  union {
    int i;
    const char *s;
  };
  union {
    int other;
  } named;
};
void unions() {
  U u;
  u.i = bsn();
  sink(u.f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(u.b[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(u.lo); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  u.f = 0;
  sink(u.i);
  HasU h;
  h.i = bsn();
  sink(h.s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.tag);
  sink(h.named.other);
  h.s = "";
  sink(h.i);
}
// member pointers tables
struct M {
  int a, b;
  int ga() {
    return a;
  }
  int gb() {
    return b;
  }
};
void memberTables() {
  M m{bsn(), 0};
  int M::*fields[] = {&M::a, &M::b};
  sink(m.*fields[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m.*fields[1]);
  int (M::*getters[])() = {&M::ga, &M::gb};
  sink((m.*getters[0])()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((m.*getters[1])());
  M *p = &m;
  int (M::*g)() = &M::ga;
  sink((p->*g)()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  g = &M::gb;
  sink((p->*g)());
  int M::*f = &M::b;
  p->*f = bsn();
  sink(m.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  m.a = 0;
  sink(m.a);
}
// function tables
typedef int (*fn)(int);
int idf(int v) {
  return v;
}
int zero(int) {
  return 0;
}
fn table[] = {idf, zero};
static const fn ctable[2] = {zero, idf};
struct Ops {
  fn first, second;
};
static Ops ops = {.first = idf, .second = zero};
void fnTables(int i) {
  sink(ctable[1](bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ctable[0](bsn()));
  sink(table[i](bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ops.first(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ops.second(bsn()));
  fn f = i ? idf : zero;
  sink(f(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  f = zero;
  sink(f(bsn()));
  fn *pf = &f;
  *pf = idf;
  sink((*pf)(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((**f)(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
fn choose(int i) {
  return i ? idf : zero;
}
void fnReturned(int i) {
  sink(choose(i)(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Reg {
  fn cb;
  void *ctx;
  void (*done)(void *, int);
};
void onDone(void *c, int v) {
  *(int *)c = v;
}
void fire(Reg *r, int v) {
  r->done(r->ctx, v);
}
void regs() {
  int got = 0;
  Reg r = {idf, &got, onDone};
  fire(&r, bsn());
  sink(got); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// cleanup
void clean_fn(int *p) {
  sink(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void cleanup() {
  __attribute__((cleanup(clean_fn))) int x = bsn();
}
void clean_fn2(int *p) {
  sink(*p);
}
void cleanup2() {
  __attribute__((cleanup(clean_fn2))) int x = bsn();
  x = 0;
}
// asm
void asms() {
  int x = bsn(), y = 0, z = 0;
  asm("mov %1, %0" : "=r"(y) : "r"(x));
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  asm("nop" : "+r"(z) : "r"(y));
  sink(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int w = bsn();
  asm("xor %0, %0" : "=r"(w));
  sink(w);
  asm volatile("" : : : "memory");
  sink(w);
}
