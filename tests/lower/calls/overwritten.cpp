// What callees overwrite is gone: setters, through levels, branches, recursion, whole objects.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
struct S { const char *x, *y; };
struct Box { S s; S *p; };
void setx(S &s) { s.x = ""; }
void setxp(S *s) { s->x = ""; }
void two(S &s) { setx(s); }
void three(S *s) { two(*s); }
void branches(S &s, bool b) { if (b) s.x = ""; else s.x = "no"; }
void half(S &s, bool b) { if (b) s.x = ""; }
void callbranches(S &s, bool b) { if (b) setx(s); else setxp(&s); }
void whole(S &s) { s = S{"", ""}; }
void wholep(S *s) { *s = S(); }
void clr(S *s) { __builtin_memset(s, 0, sizeof *s); }
void rec(S &s, int n) { s.x = ""; if (n > 0) rec(s, n - 1); }
void rec2(S &s, int n) { if (n > 0) { rec2(s, n - 1); return; } s.x = ""; }
void mutA(S &s, int n);
void mutB(S &s, int n) { if (n == 0) { s.x = ""; return; } mutA(s, n - 1); }
void mutA(S &s, int n) { if (n == 0) { s.x = "a"; return; } mutB(s, n - 1); }
void swtch(S &s, int n) { switch (n) { case 1: s.x = ""; break; case 2: setx(s); break; default: s.x = "z"; } }
void early(S &s, int n) { if (n) return; s.x = ""; }
void loop(S &s, int n) { for (int i = 0; i < n; ++i) s.x = ""; }
void dowh(S &s, int n) { do { s.x = ""; } while (n--); }
void throwing(S &s, int n) { if (n) throw 1; s.x = ""; }
void t1() { S s{source(), source()}; setx(s); sink(s.x); sink(s.y); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void a1() { S s{source(), source()}; setx(s);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a2() { S s{source(), source()}; setxp(&s);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a3() { S s{source(), source()}; two(s);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a4() { S s{source(), source()}; three(&s);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a5(bool b) { S s{source(), source()}; branches(s, b);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a6(bool b) { S s{source(), source()}; half(s, b);
  sink(s.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a7(bool b) { S s{source(), source()}; callbranches(s, b);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a8() { S s{source(), source()}; whole(s);
  sink(s.x);
  sink(s.y);
}
void a9() { S s{source(), source()}; wholep(&s);
  sink(s.x);
  sink(s.y);
}
void a10() { S s{source(), source()}; clr(&s);
  sink(s.x);
  sink(s.y);
}
void a11(int n) { S s{source(), source()}; rec(s, n);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a12(int n) { S s{source(), source()}; rec2(s, n);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a13(int n) { S s{source(), source()}; mutA(s, n);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a14(int n) { S s{source(), source()}; swtch(s, n);
  sink(s.x);
  sink(s.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a15(int n) { S s{source(), source()}; early(s, n);
  sink(s.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a16(int n) { S s{source(), source()}; loop(s, n);
  sink(s.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void a17(int n) { S s{source(), source()}; dowh(s, n);
  sink(s.x);
}
void a18(int n) { S s{source(), source()}; throwing(s, n);
  (void)(s.x);
}
void a19(int n) { S s{source(), source()}; try { throwing(s, n); } catch (int) {
  sink(s.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct C {
  const char *a, *b;
  C() : a(""), b("") {}
  void set(const char *v) { a = v; }
  void reset() { *this = C(); }
  void clear() { a = ""; b = ""; }
  void clearA() { a = nullptr; }
  C &withA(const char *v) { a = v; return *this; }
  const char *get() const { return a; }
  const char *&ref() { return a; }
};
void b1() { C c; c.a = source(); c.b = source(); c.reset();
  sink(c.a);
  sink(c.b);
}
void b2() { C c; c.a = source(); c.b = source(); c.clear();
  sink(c.a);
  sink(c.b);
}
void b3() { C c; c.set(source());
  sink(c.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.set("");
  sink(c.get());
  c.set(source());
  c.clearA();
  sink(c.get());
}
void b4() { C c; c.withA(source());
  sink(c.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.withA("");
  sink(c.get());
  c.ref() = source();
  sink(c.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.ref() = "";
  sink(c.get());
}
void b5() { C *c = new C; c->set(source());
  sink(c->get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c->set("");
  sink(c->get());
  delete c;
}
void b6() { Box b{}; b.s.x = source(); b.p = &b.s;
  sink(b.p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  setx(b.s);
  sink(b.p->x);
  sink(b.s.x);
  b.s.x = source();
  setx(*b.p);
  sink(b.s.x);
}
void wipeBox(Box *b) { b->s = {}; }
void wipeThrough(Box *b) { b->p->x = ""; }
void b7() { Box b{}; b.s.x = source(); wipeBox(&b);
  sink(b.s.x);
  S other{source(), source()};
  b.p = &other;
  sink(b.p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wipeThrough(&b);
  sink(b.p->x);
  sink(other.x);
  sink(other.y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
