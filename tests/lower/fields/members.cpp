// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: MemberExpr
// kind: DesignatedInitExpr
// kind: DesignatedInitUpdateExpr
// kind: InitListExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
struct Name { const char *given, *family; };
struct Person { Name name; int age; const char *note; };
void apart() {
  Person p{};
  p.name.given = email();
  sink(p.name.given); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.name.family);
  sink(p.note);
  p.name = {};
  sink(p.name.given);
}
void copies() {
  Person p{};
  p.note = email();
  Person q = p;
  p.note = "";
  sink(q.note); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.note);
  sink(q.name.given);
  Person r;
  r = q;
  sink(r.note); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r = Person{};
  sink(r.note);
}
void initialised() {
  Person p{{email(), ""}, 0, ""};
  sink(p.name.given); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.name.family);
  Person q{.age = 0, .note = email()};
  sink(q.note); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.name.given);
}
struct Holder { Person person; };
void nested() {
  Holder h{};
  h.person.name.family = email();
  sink(h.person.name.family); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.person.name.given);
  Name n = h.person.name;
  sink(n.family); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(n.given);
}
union Either { int i; char bytes[4]; struct { short low, high; } half; };
void unions() {
  Either u;
  u.i = bsn();
  sinkInt(u.bytes[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(u.half.low); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  u.i = 0;
  sinkInt(u.bytes[1]);
  Either v{.i = bsn()};
  sinkInt(v.half.high); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Anonymous {
  struct { int a, b; };
  union { int c; unsigned d; };
};
void anonymous() {
  Anonymous x{};
  x.a = bsn();
  sinkInt(x.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(x.b);
  sinkInt(x.c);
  x.c = bsn();
  sinkInt(x.d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x.d = 0;
  sinkInt(x.c);
}
struct Bits { unsigned low : 4, : 0, high : 20; };
void bitFields() {
  Bits b{};
  b.high = bsn();
  sinkInt(b.high); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(b.low);
  b.high = 0;
  sinkInt(b.high);
}
struct Static { static int shared; int own; };
int Static::shared;
void statics() {
  Static s{};
  Static::shared = bsn();
  sinkInt(s.shared); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(s.own);
}
struct Labelled {
  EARMARK_PERSONAL("contact.email") const char *mail;
  const char *city;
};
void labelled(const Labelled &l) {
  sink(l.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(l.city);
  Labelled copy = l;
  sink(copy.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(copy.city);
}
void labelledOverwritten() {
  Labelled l{"", ""};
  sink(l.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(l.city);
}
struct Refers { const char *&target; };
void referenceMembers() {
  const char *e = "";
  Refers r{e};
  r.target = email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r.target); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e = "";
  sink(r.target);
}
void memberPointers() {
  Person p{};
  int Person::*m = &Person::age;
  p.*m = bsn();
  sinkInt(p.age); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.note);
  Person *q = &p;
  q->*m = 0;
  sinkInt(p.age);
  const char *Person::*n = &Person::note;
  p.note = email();
  sink(p.*n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Deep { Deep *next; int v; };
void deep(Deep *d) {
  d->next->next->v = bsn();
  sinkInt(d->next->next->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(d->next->v);
  sinkInt(d->v);
}
