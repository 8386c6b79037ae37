// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
typedef unsigned long size_t;
extern "C" void *memcpy(void *, const void *, size_t);
// dispatch.cpp
struct Top {
  virtual int isSource1() {
    return 0;
  }
  virtual int isSource2() {
    return 0;
  }
  virtual void isSink(int x) {}
  virtual int notSource1() {
    return bsn();
  }
  virtual int notSource2() {
    return bsn();
  }
  virtual void notSink(int x) {
    sink(x);
  }
};
struct Middle : Top {
  int isSource1() override {
    return bsn();
  }
  void isSink(int x) override {
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  int notSource1() override {
    return 0;
  }
  void notSink(int x) override {}
};
struct Bottom : Middle {
  int isSource2() override {
    return bsn();
  }
  int notSource2() override {
    return 0;
  }
};
void VirtualDispatch(Bottom *bottomPtr, Bottom &bottomRef) {
  Top *topPtr = bottomPtr, &topRef = bottomRef;
  sink(topPtr->isSource1()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(topPtr->isSource2()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  topPtr->isSink(bsn());
  sink(topPtr->notSource1());
  sink(topPtr->notSource2());
  topPtr->notSink(bsn());
  sink(topRef.isSource1()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(topRef.isSource2()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  topRef.isSink(bsn());
  sink(topRef.notSource1());
  sink(topRef.notSource2());
  topRef.notSink(bsn());
}
Top *globalBottom, *globalMiddle;
void DispatchGlobals() {
  globalBottom = new Bottom();
  globalMiddle = new Middle();
  sink(globalBottom->isSource1()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(globalMiddle->isSource1()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void DispatchLocal() {
  Top *topPtr = new Bottom();
  sink(topPtr->isSource2()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Middle m;
  topPtr = &m;
  sink(topPtr->isSource2());
  Top t;
  topPtr = &t;
  sink(topPtr->isSource1());
  Top &r = m;
  sink(r.isSource1()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
Top *allocateBottom() {
  return new Bottom();
}
void callSinkByPointer(Top *top) {
  top->isSink(bsn());
}
void callSinkByReference(Top &top) {
  top.isSink(bsn());
}
void globalVirtualDispatch() {
  callSinkByPointer(allocateBottom());
  Bottom b;
  callSinkByReference(b);
  Top *x = allocateBottom();
  x->isSink(bsn());
}
Top *identity(Top *top) {
  return top;
}
void identities() {
  Top *x = identity(new Bottom());
  x->isSink(bsn());
  sink(identity(new Top())->isSource1());
}
using SinkFunctionType = void (*)(int);
void callSink(int x) {
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
SinkFunctionType returnCallSink() {
  return callSink;
}
void testFunctionPointer(SinkFunctionType maybeCallSink, SinkFunctionType dontCallSink, bool b) {
  if (b) {
    maybeCallSink = returnCallSink();
  }
  maybeCallSink(bsn());
  dontCallSink(0);
}
namespace virtual_inheritance {
struct Top {
  int x;
  virtual ~Top() {}
  virtual int isSource() {
    return 0;
  }
};
struct Middle : virtual Top {
  int isSource() override {
    return bsn();
  }
};
struct Bottom : Middle {};
void VirtualDispatch(Bottom *bottomPtr, Bottom &bottomRef) {
  Top *topPtr = bottomPtr, &topRef = bottomRef;
  sink(topPtr->isSource()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(topRef.isSource()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
} // namespace virtual_inheritance
union union_with_sink_fun_ptrs {
  SinkFunctionType f;
  SinkFunctionType g;
};
void call_sink_through_union(union_with_sink_fun_ptrs u) {
  u.f(bsn());
}
void set_global_union_field_u_f() {
  union_with_sink_fun_ptrs u;
  u.f = callSink;
  call_sink_through_union(u);
}
struct A1 {
  virtual int f() = 0;
  int g() {
    return f();
  }
  virtual ~A1() {}
};
struct B1 : A1 {
  int f() override {
    return bsn();
  }
};
struct B2 : A1 {
  int f() override {
    return 0;
  }
};
void pure() {
  B1 b;
  B2 c;
  sink(b.g()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.g());
  A1 *p = &b;
  sink(p->g()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p = &c;
  sink(p->f());
}
struct Shape {
  virtual void draw(const char *s) const {
    sink(s);
  }
  virtual ~Shape() = default;
};
struct Silent final : Shape {
  void draw(const char *) const override {}
};
void finals(const Silent &s, const Shape &t) {
  s.draw(email());
}
void baseCall() {
  struct D : Shape {
    void draw(const char *s) const override {
      Shape::draw("");
    }
  } d;
  Shape &s = d;
  s.draw(email());
}
struct Co {
  virtual Co *clone() const {
    return new Co(*this);
  }
  int v = 0;
  virtual int get() {
    return 0;
  }
  virtual ~Co() {}
};
struct Co2 : Co {
  Co2 *clone() const override {
    return new Co2(*this);
  }
  int get() override {
    return v;
  }
};
void covariant() {
  Co2 c;
  c.v = bsn();
  Co *k = c.clone();
  sink(k->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(k->get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Co d;
  d.v = bsn();
  Co *l = d.clone();
  sink(l->get());
}
struct Ctor {
  Ctor() {
    init();
  }
  virtual void init() {
    v = 0;
  }
  int v;
  virtual ~Ctor() {}
};
struct CtorD : Ctor {
  void init() override {
    v = bsn();
  }
};
void inCtor() {
  CtorD d;
  sink(d.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d.init();
  sink(d.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Iface {
  virtual void on(int) = 0;
  virtual ~Iface() {}
};
struct Imp : Iface {
  int got = 0;
  void on(int v) override {
    got = v;
  }
};
struct Other : Iface {
  int got = 0;
  void on(int v) override {}
};
struct Subject {
  Iface *list[4];
  int n = 0;
  void add(Iface *i) {
    list[n++] = i;
  }
  void fire(int v) {
    for (int i = 0; i < n; i++)
      list[i]->on(v);
  }
};
void observer() {
  Imp i;
  Other o;
  Subject s;
  s.add(&i);
  s.add(&o);
  s.fire(bsn());
  sink(i.got); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o.got);
}
struct MI1 {
  int a;
  virtual int f() {
    return a;
  }
};
struct MI2 {
  int b;
  virtual int g() {
    return b;
  }
};
struct MI : MI1, MI2 {
  int c;
};
void multiple() {
  MI m;
  m.a = bsn();
  m.b = 0;
  m.c = 0;
  MI2 *p = &m;
  sink(p->g());
  MI1 *q = &m;
  sink(q->f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(static_cast<MI *>(p)->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(dynamic_cast<MI1 *>(p) != nullptr);
  sink(dynamic_cast<MI1 *>(p)->f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct VB {
  int v;
  VB(int v = 0) : v(v) {}
};
struct VL : virtual VB {
  VL() : VB(1) {}
};
struct VR : virtual VB {};
struct VD : VL, VR {
  VD() : VB(bsn()) {}
};
void vbases() {
  VD d;
  sink(d.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  VL l;
  sink(l.v);
  VR &r = d;
  sink(r.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r.v = 0;
  sink(d.v);
}
void vbases2() {
  VD d;
  VR &r = d;
  r.v = 0;
  sink(d.v);
  VL l;
  sink(l.v);
}
struct NameA {
  int x;
};
struct NameB {
  int x;
};
struct NameC : NameA, NameB {};
void sameNames() {
  NameC c;
  c.NameA::x = bsn();
  c.NameB::x = 0;
  sink(c.NameA::x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.NameB::x);
}
struct Hide {
  int x;
};
struct Hider : Hide {
  int x;
};
void hiding() {
  Hider h;
  h.x = bsn();
  h.Hide::x = 0;
  sink(h.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.Hide::x);
  Hide &r = h;
  sink(r.x);
}
struct Priv : private Hide {
  using Hide::x;
};
void usingMember() {
  Priv p;
  p.x = bsn();
  sink(p.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct DiamondBase {
  int v;
};
struct DL : DiamondBase {};
struct DR : DiamondBase {};
struct DD : DL, DR {};
void diamond() {
  DD d;
  d.DL::v = bsn();
  d.DR::v = 0;
  sink(d.DL::v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Inh {
  int a, b;
  Inh(int a, int b) : a(a), b(b) {}
  explicit Inh(const char *) : Inh(bsn(), 0) {}
};
struct Inh2 : Inh {
  using Inh::Inh;
  int c = bsn();
};
void inherited() {
  Inh2 i(0, bsn());
  sink(i.a);
  sink(i.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(i.c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Inh2 j("");
  sink(j.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(j.b);
}
struct Agg : Hide {
  int y;
};
void aggBase() {
  Agg a{{bsn()}, 0};
  sink(a.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.y);
  Agg b{bsn(), 0};
  sink(b.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Agg c{{}, bsn()};
  sink(c.x);
  sink(c.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Dmi {
  int a = bsn();
  int b = 0;
  int c{a};
  Dmi() {}
  Dmi(int) : a(0) {}
};
void dmi() {
  Dmi d;
  sink(d.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.b);
  sink(d.c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Dmi e(1);
  sink(e.a);
  sink(e.c);
}
struct Dest {
  int *out;
  int v;
  ~Dest() {
    *out = v;
  }
};
void destr() {
  int o = 0;
  {
    Dest d{&o, bsn()};
    sink(o);
  }
  sink(o); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int q = 0;
  {
    Dest d{&q, 0};
  }
  sink(q);
  int r = 0;
  delete new Dest{&r, bsn()};
  sink(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct RefM {
  int &r;
  RefM(int &r) : r(r) {}
  void set(int v) {
    r = v;
  }
  int get() {
    return r;
  }
};
void refm() {
  int x = 0;
  RefM m(x);
  m.set(bsn());
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x = 0;
  sink(m.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Static {
  static int s;
  static int get() {
    return s;
  }
  static void set(int v) {
    s = v;
  }
  static inline int t = 0;
};
int Static::s = 0;
void stat() {
  Static::set(bsn());
  sink(Static::get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(Static::t);
}
struct Mut {
  mutable int cache = 0;
  void fill() const {
    cache = bsn();
  }
};
void mut() {
  const Mut m;
  m.fill();
  sink(m.cache); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Nest {
  struct In {
    int v;
    In &set(int x) {
      v = x;
      return *this;
    }
  } in;
  class Out {
  public:
    int w;
    friend struct Nest;
  };
  Out o;
  In *get() {
    return &in;
  }
};
void nest() {
  Nest n;
  n.in.set(bsn());
  sink(n.get()->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  n.o.w = 0;
  sink(n.o.w);
}
void localClass() {
  static int keep = 0;
  struct L {
    int v;
    int go() {
      return v;
    }
    static void put(int x) {
      keep = x;
    }
  };
  L l{bsn()};
  sink(l.go()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  L::put(l.v);
  sink(keep); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Swap {
  int v;
  friend void swap(Swap &a, Swap &b) {
    int t = a.v;
    a.v = b.v;
    b.v = t;
  }
  Swap(int v) : v(v) {}
  Swap(const Swap &o) : v(o.v) {}
  Swap &operator=(Swap o) {
    swap(*this, o);
    return *this;
  }
};
void cas() {
  Swap a(bsn()), b(0);
  b = a;
  sink(b.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a = Swap(0);
  sink(a.v);
  sink(b.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void cas2() {
  Swap a(bsn());
  a = Swap(0);
  sink(a.v);
}
struct RuleOf {
  int *p;
  RuleOf(int v) : p(new int(v)) {}
  RuleOf(const RuleOf &o) : p(new int(*o.p)) {}
  RuleOf(RuleOf &&o) : p(o.p) {
    o.p = nullptr;
  }
  ~RuleOf() {
    delete p;
  }
  RuleOf &operator=(RuleOf &&o) {
    delete p;
    p = o.p;
    o.p = nullptr;
    return *this;
  }
};
void ruleOf() {
  RuleOf a(bsn()), b(a), c(static_cast<RuleOf &&>(b)), d(0);
  sink(*c.p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*d.p);
  d = static_cast<RuleOf &&>(c);
  sink(*d.p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
