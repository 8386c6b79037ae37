// Members of objects whose owner is not in sight, singletons, registries.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
struct Handler { virtual ~Handler() {} virtual void onOpen(const char *) = 0; virtual void onClose() = 0; };
struct H1 : Handler { const char *who = "", *other = "";
  void onOpen(const char *) override { who = source(); }
  void onClose() override {
    sink(who); // CHECK: [[@LINE]]:{{[0-9]+}}: warning: {{.*}}[personal-data-in-log]
    sink(other);
  } };
struct Reg { static Reg &get() { static Reg r; return r; } const char *v = "", *w = ""; void set(const char *x) { v = x; } };
void r1() { Reg::get().set(source()); }
void r2() {
  sink(Reg::get().v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(Reg::get().w);
}
struct Single { const char *v; static Single *inst() { if (!s) s = new Single; return s; } static Single *s; };
Single *Single::s;
void r3() { Single::inst()->v = source(); }
void r4() {
  sink(Single::inst()->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Plain { const char *a = "", *b = ""; void in() { a = source(); } void out() {
    sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: warning: {{.*}}[personal-data-in-log]
    sink(b);
  } };
struct Used { const char *a = ""; void in() { a = source(); } void out() {
    sink(a);
  } };
void r5() { Used u; u.out(); u.in(); }
void r6() { Used u; u.in(); Used v; v.out(); }
