// The exact class where creation is seen: through parameters, returns, members, factories.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
struct Shape { virtual ~Shape() {} virtual const char *name() const { return ""; } virtual void log(const char *) {} };
struct Leaky : Shape { const char *name() const override { return source(); } };
struct Clean : Shape { const char *name() const override { return "x"; } };
struct Cleaner : Clean { };
void d1() { Leaky l; Shape &s = l;
  sink(s.name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void d2() { Clean c; Shape &s = c;
  sink(s.name());
}
void d3() { Shape *s = new Clean;
  sink(s->name());
  delete s;
  s = new Leaky;
  sink(s->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *nameOf(Shape &s) { return s.name(); }
void d4() { Clean c; Leaky l;
  sink(nameOf(c));
  sink(nameOf(l)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *nameOfP(const Shape *s) { return s->name(); }
const char *deeper(const Shape *s) { return nameOfP(s); }
void d5() { Clean c; Leaky l;
  sink(deeper(&c));
  sink(deeper(&l)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(nameOfP(new Clean));
  sink(nameOfP(new Leaky)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
Shape *makeClean() { return new Clean; }
Shape *makeLeaky() { return new Leaky; }
Shape *make(bool b) { return b ? makeClean() : makeLeaky(); }
Shape *ident(Shape *s) { return s; }
void d6() {
  sink(makeClean()->name());
  sink(makeLeaky()->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)(make(true)->name());
  sink(ident(makeClean())->name());
  sink(ident(makeLeaky())->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(nameOfP(ident(makeClean())));
  sink(nameOfP(ident(makeLeaky()))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Holder { Shape *s; Holder(Shape *s) : s(s) {} const char *get() { return s->name(); } Shape *shape() { return s; } };
void d7() { Clean c; Leaky l; Holder h(&c), k(&l);
  sink(h.s->name());
  sink(k.s->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.get());
  sink(k.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.shape()->name());
  sink(k.shape()->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void d8() { Clean c; Leaky l; Shape *a[2] = {&c, &l};
  sink(a[0]->name());
  sink(a[1]->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void d9(Shape *s) { if (auto *c = dynamic_cast<Clean *>(s)) {
  sink(c->name());
  }
  if (auto *c = static_cast<Leaky *>(s))
    sink(c->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void only(Shape &s) {
  sink(s.name());
}
void calls() { Clean c; only(c); }
void both(Shape &s) {
  sink(s.name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void calls2() { Clean c; both(c); Leaky l; both(l); }
struct Rec { virtual ~Rec() {} virtual void take(const char *s) {} };
struct RecLeak : Rec { void take(const char *s) override {
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
} };
struct RecClean : Rec { void take(const char *s) override {
  sink("x");
} };
struct RecOther : Rec { void take(const char *s) override {
  sink(s);
} };
void feed(Rec &r, const char *s) { r.take(s); }
void d10() { RecLeak r; feed(r, source()); RecOther o; feed(o, ""); RecClean c; feed(c, source()); }
struct Tmpl { virtual ~Tmpl() {} virtual const char *part() = 0; const char *all() { return part(); } void run() { emit(part()); } virtual void emit(const char *s) = 0; };
struct TL : Tmpl { const char *part() override { return source(); } void emit(const char *s) override {
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
} };
struct TC : Tmpl { const char *part() override { return ""; } void emit(const char *s) override {
  sink(s);
} };
void d11() { TL l; TC c;
  sink(l.all()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.all());
  l.run();
  c.run();
  Tmpl *t = &c;
  sink(t->all());
}
struct Ctx { Rec *r; };
struct RL2 : Rec { void take(const char *s) override {
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
} };
struct RC2 : Rec { void take(const char *s) override {
  sink(s);
} };
void run(Ctx *c, const char *d) { c->r->take(d); }
void d12() { RL2 l; RC2 c; Ctx a{&l}, b{&c}; run(&a, source()); run(&b, "clean"); }
struct Factory { virtual ~Factory() {} virtual Shape *create() = 0; };
struct FC : Factory { Shape *create() override { return new Clean; } };
struct FL : Factory { Shape *create() override { return new Leaky; } };
void d13() { FC fc; FL fl; Factory *f = &fc;
  sink(f->create()->name());
  f = &fl;
  sink(f->create()->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void out(Shape **s, bool) { *s = new Clean; }
void outL(Shape **s) { *s = new Leaky; }
void d14() { Shape *s; out(&s, true);
  sink(s->name());
  outL(&s);
  sink(s->name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct D2 : Leaky { };
void d15() { D2 d; Shape &s = d;
  sink(s.name()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Cleaner c; Shape &t = c;
  sink(t.name());
}
