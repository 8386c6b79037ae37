// Calls through function values and virtual calls: what every target overwrites is gone.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
struct Person { const char *mail; };
void callback(void (*f)(void *), void *context) { f(context); }
void wipe(void *context) { static_cast<Person *>(context)->mail = ""; }
void keep(void *context) { }
void fill(void *context) { static_cast<Person *>(context)->mail = source(); }
void wipe2(void *context) { static_cast<Person *>(context)->mail = "2"; }
void i1() { Person p{source()}; callback(wipe, &p);
  sink(p.mail);
}
void i2() { Person p{source()}; callback(keep, &p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void i3() { Person p{""}; callback(fill, &p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void i4(bool b) { Person p{source()}; callback(b ? wipe : wipe2, &p);
  sink(p.mail);
}
void i5(bool b) { Person p{source()}; callback(b ? wipe : keep, &p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void i6() { Person p{source()}; void (*f)(void *) = wipe; f(&p);
  sink(p.mail);
}
void i7() { Person p{source()}; auto l = [&] { p.mail = ""; }; l();
  sink(p.mail);
}
void i8() { Person p{source()}; auto l = [](Person &q) { q.mail = ""; }; l(p);
  sink(p.mail);
}
template <class F> void apply(F f, Person &p) { f(p); } // CHECK: [[@LINE]]:{{[0-9]+}}: warning: {{.*}}[unknown-recipient]
void i9() { Person p{source()}; apply([](Person &q) { q.mail = ""; }, p);
  sink(p.mail);
}
void i10() { Person p{source()}; apply([](Person &) { }, p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void i11(void (*unknown)(Person &)) { Person p{source()}; apply(unknown, p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
typedef void (*Fn)(Person *);
void pw(Person *p) { p->mail = ""; }
void pk(Person *p) { }
static const Fn table[] = {pw, pk};
void i12(int i) { Person p{source()}; table[i](&p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void i13() { Person p{source()}; table[0](&p);
  (void)(p.mail);
}
struct Ops { Fn f; };
static const Ops ops = {pw};
void i14() { Person p{source()}; ops.f(&p);
  sink(p.mail);
}
void viaOps(const Ops *o, Person *p) { o->f(p); }
void i15() { Person p{source()}; Ops o{pw}; viaOps(&o, &p);
  sink(p.mail);
}
void i16() { Person p{source()}; Ops o{pk}; viaOps(&o, &p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void i17() { Person p{source()}; Ops o{pw}; o.f = pk; viaOps(&o, &p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Base { virtual ~Base() {} virtual void handle(Person &p) = 0; };
struct W : Base { void handle(Person &p) override { p.mail = ""; } };
struct W2 : Base { void handle(Person &p) override { p.mail = "w2"; } };
void i18(Base &b) { Person p{source()}; b.handle(p);
  sink(p.mail);
}
struct BaseK { virtual ~BaseK() {} virtual void handle(Person &p) = 0; };
struct KW : BaseK { void handle(Person &p) override { p.mail = ""; } };
struct KK : BaseK { void handle(Person &p) override { } };
void i19(BaseK &b) { Person p{source()}; b.handle(p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void i20() { KW w; Person p{source()}; BaseK &b = w; b.handle(p);
  sink(p.mail);
}
void i21() { KK w; Person p{source()}; BaseK &b = w; b.handle(p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void give(BaseK &b, Person &p) { b.handle(p); }
void i22() { KW w; Person p{source()}; give(w, p);
  sink(p.mail);
}
void i23() { KK w; Person p{source()}; give(w, p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct M { const char *v; void wipe() { v = ""; } void keep() {} };
void i24() { M m{source()}; void (M::*f)() = &M::wipe; (m.*f)();
  sink(m.v);
}
void i25() { M m{source()}; void (M::*f)() = &M::keep; (m.*f)();
  sink(m.v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
static Fn hook = pk;
void setHook(Fn f) { hook = f; }
void install() { setHook(pw); }
void i26() { Person p{source()}; hook(&p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
