// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: CXXConstructExpr
// kind: CXXTemporaryObjectExpr
// kind: CXXInheritedCtorInitExpr
// kind: CXXNewExpr
// kind: MaterializeTemporaryExpr
// kind: CXXDefaultInitExpr
// kind: CXXBindTemporaryExpr
// kind: CXXParenListInitExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
struct Person {
  const char *mail, *city;
  int n = bsn();
  int m = 0;
  Person(const char *mail, const char *city) : mail(mail), city(city) {}
  explicit Person(const char *mail) : Person(mail, "x") {}
  Person() : mail(""), city("") { mail = ""; }
};
void made() {
  Person p(email(), "");
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.city);
  sinkInt(p.n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(p.m);
  Person q(email());
  sink(q.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.city);
  Person r;
  sink(r.mail);
  sink(Person(email()).mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(Person("").mail);
  sink(Person{"", email()}.city); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(Person{"", email()}.mail);
}
void allocated() {
  Person *p = new Person(email());
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->city);
  p->mail = "";
  sink(p->mail);
  Person *list = new Person[2]{Person(email()), Person("")};
  sink(list[0].mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  delete p;
}
struct Base {
  const char *held;
  Base(const char *t) : held(t) {}
};
struct Inheriting : Base {
  using Base::Base;
  const char *own = "";
};
void inherited() {
  Inheriting i(email());
  sink(i.held); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(i.own);
  Inheriting j("");
  sink(j.held);
}
struct Deriving : Base {
  const char *own;
  Deriving(const char *a, const char *b) : Base(a), own(b) {}
};
void derived() {
  Deriving d(email(), "");
  sink(d.held); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.own);
  Deriving e("", email());
  sink(e.held);
  sink(e.own); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Virtual : virtual Base { Virtual(const char *t) : Base(t) {} };
struct Left : virtual Base { Left() : Base("") {} };
struct Both : Virtual, Left { Both(const char *t) : Base(t), Virtual(""), Left() {} };
void virtualBases() {
  Both b(email());
  sink(b.held); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Copied {
  const char *t;
  Copied(const char *t) : t(t) {}
  Copied(const Copied &) : t("") {}
  Copied(Copied &&o) : t(o.t) { o.t = ""; }
  Copied &operator=(const Copied &) { t = ""; return *this; }
  Copied &operator=(Copied &&o) { t = o.t; return *this; }
};
void copied() {
  Copied a(email());
  Copied b(a);
  sink(a.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.t);
  Copied c(static_cast<Copied &&>(a));
  sink(c.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.t);
  b = c;
  sink(b.t);
  b = static_cast<Copied &&>(c);
  sink(b.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Defaulted {
  Person inner;
  Defaulted() = default;
  Defaulted(const Defaulted &) = default;
  Defaulted &operator=(const Defaulted &) = default;
};
void defaulted() {
  Defaulted d;
  sink(d.inner.mail);
  d.inner.mail = email();
  Defaulted e(d);
  sink(e.inner.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(e.inner.city);
  d.inner.mail = "";
  e = d;
  sink(e.inner.mail);
}
struct Implicit { const char *t; Implicit(const char *t) : t(t) {} };
void take(Implicit i) { sink(i.t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void conversions() { take(email()); take(""); }
struct Aggregate { const char *a, *b = email(); };
void aggregates() {
  Aggregate x(email(), "");
  sink(x.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(x.b);
  Aggregate y{""};
  sink(y.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(y.a);
}
struct FromBody {
  const char *t;
  FromBody(const char *x) { this->t = x; }
};
void body() {
  FromBody f(email());
  sink(f.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  f = FromBody("");
  sink(f.t);
}
void temporaries() {
  const Person &p = Person(email());
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.city);
}
inline void *operator new(decltype(sizeof 0), void *p, int) { return p; }
