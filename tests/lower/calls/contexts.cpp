// What one caller passes is not told to another.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
const char *id(const char *s) { return s; }
const char *id2(const char *s) { return id(s); }
void c1() {
  const char *a = id(source()), *b = id("");
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  sink(id2(source())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(id2(""));
}
struct P { const char *name, *mail; const char *getName() const { return name; } const char *getMail() const { return mail; }
  void setName(const char *n) { name = n; } void setMail(const char *m) { mail = m; } };
void c2() {
  P p{"", ""}, q{"", ""};
  p.setMail(source());
  sink(p.getMail()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.getName());
  sink(q.getMail());
  q.setName(source());
  sink(q.getName()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.getMail());
  sink(p.getName());
}
const char *pick(const P &p, const char *P::*m) { return p.*m; }
void c3() {
  P p{"", source()};
  sink(pick(p, &P::mail)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)(pick(p, &P::name));
}
void assign(const char *&to, const char *from) { to = from; }
void c4() {
  P p{"", ""};
  assign(p.mail, source());
  assign(p.name, "");
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.name);
  assign(p.mail, "");
  assign(p.name, source());
  sink(p.mail);
  sink(p.name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *down(const char *s, int n) { return n ? down(s, n - 1) : s; }
void c5() {
  sink(down(source(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(down("", 3));
}
const char *even(const char *s, const char *t, int n);
const char *odd(const char *s, const char *t, int n) { return n ? even(s, t, n - 1) : s; }
const char *even(const char *s, const char *t, int n) { return n ? odd(s, t, n - 1) : s; }
void c6() {
  sink(odd(source(), "", 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(odd("", source(), 3));
}
const char *swp(const char *s, const char *t, int n) { return n ? swp(t, s, n - 1) : s; }
void c7() {
  sink(swp(source(), "", 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(swp("", source(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(swp("", "", 3));
}
#define F(n, m) const char *f##n(const char *s) { return f##m(s); }
const char *f0(const char *s) { return s; }
F(1,0) F(2,1) F(3,2) F(4,3) F(5,4) F(6,5) F(7,6) F(8,7) F(9,8) F(10,9) F(11,10) F(12,11) F(13,12) F(14,13) F(15,14) F(16,15) F(17,16) F(18,17) F(19,18) F(20,19) F(21,20) F(22,21)
void c8() {
  sink(f22(source())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f22(""));
}
#define G(n, m) void g##n(P &p, const char *s) { g##m(p, s); }
void g0(P &p, const char *s) { p.mail = s; }
G(1,0) G(2,1) G(3,2) G(4,3) G(5,4) G(6,5) G(7,6) G(8,7) G(9,8) G(10,9) G(11,10) G(12,11) G(13,12) G(14,13) G(15,14) G(16,15) G(17,16) G(18,17) G(19,18) G(20,19)
void c9() {
  P p{source(), ""}; g20(p, source());
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  g20(p, "");
  sink(p.mail);
  sink(p.name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *&refAt(P &p) { return p.mail; }
#define R(n, m) const char *&r##n(P &p) { return r##m(p); }
const char *&r0(P &p) { return p.mail; }
R(1,0) R(2,1) R(3,2) R(4,3) R(5,4) R(6,5) R(7,6) R(8,7) R(9,8) R(10,9) R(11,10) R(12,11) R(13,12) R(14,13) R(15,14)
void c10() {
  P p{"", ""};
  r15(p) = source();
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.name);
  r15(p) = "";
  (void)(p.mail);
}
struct B { const char *a = "", *b = "";
  B &setA(const char *x) { a = x; return *this; } B &setB(const char *x) { b = x; return *this; } B build() const { return *this; } };
void c11() {
  B x = B().setA(source()).setB("").build();
  sink(x.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(x.b);
  B y = B().setA("").setB(source()).build();
  sink(y.a);
  sink(y.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
typedef const char *(*Cb)(const char *);
const char *constant(const char *) { return "c"; }
const char *ap1(Cb f, const char *s) { return f(s); }
const char *ap2(Cb f, const char *s) { return ap1(f, s); }
const char *ap3(Cb f, const char *s) { return ap2(f, s); }
const char *ap4(Cb f, const char *s) { return ap3(f, s); }
const char *ap5(Cb f, const char *s) { return ap4(f, s); }
const char *ap6(Cb f, const char *s) { return ap5(f, s); }
void c12() {
  sink(ap1(id, source())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ap1(constant, source()));
  sink(ap1(id, ""));
  sink(ap3(id, source())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ap3(constant, source()));
  sink(ap6(id, source())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ap6(constant, source()));
  sink(ap6(id, ""));
}
const char *src(const char *) { return source(); }
void c13() {
  sink(ap1(src, "")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ap6(src, "")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ap6(constant, ""));
}
void logIt(const char *s) {
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void logIt2(const char *s) {
  sink(s);
}
void noLog(const char *s) {
  sink("x");
}
void each(void (*f)(const char *), const char *s) { f(s); }
void each2(void (*f)(const char *), const char *s) { each(f, s); }
void c14() { each(logIt, source()); each(logIt2, ""); each(noLog, source()); each2(logIt2, "z"); each2(noLog, source()); }
template <class F> const char *tap(F f, const char *s) { return f(s); }
template <class F> const char *tap2(F f, const char *s) { return tap(f, s); }
void c15() {
  const char *t = source(), *c = "";
  sink(tap2([&](const char *x) { return t; }, "")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(tap2([&](const char *x) { return c; }, t));
  sink(tap2([&](const char *x) { return x; }, t)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(tap2([&](const char *x) { return x; }, c));
}
P mk(const char *a, const char *b) { P p; p.name = a; p.mail = b; return p; }
void c16() {
  P p = mk(source(), ""), q = mk("", source());
  sink(p.name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.mail);
  sink(q.name);
  sink(q.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void swapThem(const char *&a, const char *&b) { const char *t = a; a = b; b = t; }
void c17() {
  const char *a = source(), *b = "";
  swapThem(a, b);
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  swapThem(a, b);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)(b);
  const char *c = "";
  swapThem(a, c); swapThem(c, b);
  (void)(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)(c);
}
