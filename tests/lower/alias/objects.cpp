// Objects that hold pointers to objects (after CodeQL's tests of fields).
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
// CodeQL's fields tests: A.cpp, B.cpp, C, D, aliasing
struct A1 { int z; };
class C { public: C() : s1(source()), s3("") {} void func() {
    (void)(s1);
    sink(s2);
    sink(s3);
  }
  const char *s1; const char *s2 = ""; const char *s3; };
void cmain() { C *c = new C(); c->func(); }
class Cc { public: const char *a; void set(const char *x) { a = x; } const char *get() { return a; } };
class Bb { public: Cc *c; Bb() : c(nullptr) {} Bb(Cc *x) : c(x) {} void set(Cc *x) { c = x; } Cc *get() { return c; } static Bb *make(Cc *x) { Bb *b = new Bb(); b->c = x; return b; } };
void f0() { Cc cc; cc.a = ""; Cc ct; ct.a = source(); Bb *b = Bb::make(&ct);
  sink(b->c->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b->set(&cc);
  sink(b->get()->a);
  b->set(&ct);
  sink(b->get()->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void f1() { Cc *ct = new Cc; ct->a = source(); Bb b1(ct), b2; b2.set(b1.get());
  sink(b2.get()->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b1.get()->set("");
  (void)(b2.get()->a);
  (void)(ct->get());
}
struct D1 { Bb *box; };
void f2(bool cond) { Cc *e = new Cc; e->a = source(); Bb *b = new Bb; b->c = e; D1 d; d.box = b;
  sink(d.box->c->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Bb *o = new Bb(new Cc{""}); if (cond) d.box = o;
  sink(d.box->c->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d.box = o;
  sink(d.box->c->a);
}
struct S { const char *m1, *m2; };
void pointerSetter(S *s) { s->m1 = source(); }
void referenceSetter(S &s) { s.m1 = source(); }
void copySetter(S s) { s.m1 = source(); }
void a1() { S s1{"", ""}, s2{"", ""}, s3{"", ""}; pointerSetter(&s1); referenceSetter(s2); copySetter(s3);
  sink(s1.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s2.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s3.m1);
  sink(s1.m2);
}
void a2() { S s{"", ""}; S &r = s; r.m1 = source();
  sink(s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  S *p = &s; p->m1 = "";
  sink(r.m1);
}
void a3() { S s{"", ""}; S copy = s; copy.m1 = source();
  sink(s.m1);
  S &r = s; S &r2 = r; r2.m1 = source();
  sink(s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Wrapper { S s; };
void a4() { Wrapper w{{"", ""}}; S *s = &w.s; s->m1 = source();
  sink(w.s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(w.s.m2);
}
void a5() { Wrapper w{{"", ""}}; const char **p = &w.s.m1; *p = source();
  sink(w.s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *p = "";
  sink(w.s.m1);
}
void outArr(const char **a) { a[0] = source(); }
void a6() { const char *a[4] = {"", "", "", ""}; outArr(a);
  sink(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)(a[1]);
  outArr(a + 2);
  sink(a[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)(a[3]);
}
struct Multi { S *s; S &r; };
void a7() { S s{"", ""}; Multi m{&s, s}; m.r.m1 = source();
  sink(m.s->m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  m.s->m1 = "";
  sink(m.r.m1);
}
struct Deep { struct E { struct F { const char *v, *w; } f; } e; };
void setDeep(Deep::E::F &f) { f.v = source(); }
void a8() { Deep d{}; setDeep(d.e.f);
  sink(d.e.f.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.e.f.w);
}
S *global; S gs{"", ""};
void a9() { global = &gs; global->m1 = source(); }
void a10() {
  sink(gs.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(gs.m2);
}
struct Conn { S *user; };
Conn *conn; 
void login(S *u) { conn = new Conn; conn->user = u; }
void a11() {
  sink(conn->user->m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(conn->user->m2);
}
void a12() { S *s = new S{source(), ""}; login(s); }
struct Ref { const char *&r; void set(const char *v) { r = v; } };
void a13() { const char *x = "", *y = ""; Ref a{x}, b{y}; a.set(source());
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(y);
  b.set("");
  a.set("");
  (void)(x);
}
union U { const char *a; long b; };
void a14() { U u; u.a = source();
  sink(u.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  u.a = "";
  sink(u.a);
}
void multi(S **out, int n) { for (int i = 0; i < n; ++i) { out[i] = new S; out[i]->m1 = source(); out[i]->m2 = ""; } }
void a15() { S *arr[4]; multi(arr, 4);
  sink(arr[2]->m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(arr[2]->m2);
}
