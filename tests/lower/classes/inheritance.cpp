// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
struct Shape {
  const char *label = "";
  virtual const char *name() const { return ""; }
  virtual void set(const char *t) { label = t; }
  virtual const char *pure() const = 0;
  virtual ~Shape() = default;
};
struct Leaky : Shape {
  const char *name() const override { return email(); }
  const char *pure() const override { return email(); }
};
struct Clean : Shape {
  const char *name() const override { return "x"; }
  void set(const char *) override {}
  const char *pure() const override { return "y"; }
};
void exact() {
  Leaky l;
  Clean c;
  sink(l.name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.name());
  Shape &s = c;
  sink(s.name());
  Shape *p = &l;
  sink(p->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p = &c;
  sink(p->name());
  sink(p->pure());
}
void created() {
  Shape *s = new Clean;
  sink(s->name());
  Shape *t = new Leaky;
  sink(t->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(t->pure()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void unknown(Shape &s) { sink(s.name()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void callsUnknown() { Leaky l; unknown(l); }
void anybody(Shape *s) { sink(s->pure()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
Shape *make(bool c) { if (c) return new Leaky; return new Clean; }
void factory() {
  Shape *s = make(true);
  sink(s->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void setters() {
  Leaky l;
  l.set(email());
  sink(l.label); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Clean c;
  c.set(email());
  sink(c.label);
}
struct Third : Leaky { const char *name() const override { return Shape::name(); } };
void qualified() {
  Third t;
  sink(t.name());
  sink(t.Leaky::name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Held { Shape *shape; };
void heldObject() {
  Clean c;
  Held h{&c};
  sink(h.shape->name());
  Leaky l;
  h.shape = &l;
  sink(h.shape->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <typename D> struct Crtp {
  const char *run() { return static_cast<D *>(this)->impl(); }
};
struct CrtpLeaky : Crtp<CrtpLeaky> { const char *impl() { return email(); } };
struct CrtpClean : Crtp<CrtpClean> { const char *impl() { return ""; } };
void crtp() {
  CrtpLeaky l;
  CrtpClean c;
  sink(l.run()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.run());
}
struct Grand { const char *g = ""; };
struct Parent : Grand { const char *p = ""; };
struct Child : Parent { const char *c = ""; const char *read() { return g; } };
void bases() {
  Child x;
  x.g = email();
  sink(x.p);
  sink(x.c);
  sink(x.read()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Grand g = x;
  sink(g.g); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Parent &p = x;
  p.g = "";
  sink(x.read());
}
struct A { const char *t = ""; };
struct B { const char *t = ""; };
struct AB : A, B {};
void sameNames() {
  AB x;
  x.A::t = email();
  sink(x.A::t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(x.B::t);
}
struct Dyn { virtual void run() {} };
struct DynA : Dyn {
  const char *t = email();
};
struct DynB : Dyn { const char *t = ""; };
void casts(Dyn *d) {
  if (auto *a = dynamic_cast<DynA *>(d))
    sink(a->t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void castsLocal() {
  DynA a;
  casts(&a);
  Dyn &d = a;
  sink(dynamic_cast<DynA &>(d).t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
