// Writes through other names of memory, in the order that calls run in.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
struct Chain {
  const char *t = "", *u = "";
  Chain &first(const char *x) { t = x; return *this; }
  Chain &second(const char *x) { u = x; return *this; }
  Chain *ptr() { return this; }
};
void chains() {
  Chain c;
  c.first(source()).second("");
  sink(c.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.u);
  c.first("").second(source());
  sink(c.t);
  sink(c.u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void chains3() {
  Chain c;
  c.first(source()).first("").second("");
  (void)(c.t);
  c.second("").first("").second(source()).second("").first("a");
  sink(c.t);
  sink(c.u);
  c.ptr()->ptr()->first(source());
  sink(c.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.u);
}
struct Record { const char *mail, *city; };
const char *&slot(Record &r) { return r.mail; }
void kept() {
  Record r{"", ""};
  const char *&kept = slot(r);
  kept = source();
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r.mail = "";
  (void)(kept);
}
void kept2() {
  Record r{"", ""};
  const char *&kept = slot(r);
  sink(kept);
  sink(r.mail);
  kept = source();
  sink(kept); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r.city);
  kept = "";
  sink(r.mail);
  sink(kept);
}
Record *me(Record *r) { return r; }
void fill(Record *r) { r->mail = source(); }
void wipe(Record *r) { r->mail = ""; }
void ptrs() {
  Record r{"", ""};
  Record *p = me(&r);
  sink(p->mail);
  sink(r.mail);
  fill(p);
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wipe(&r);
  (void)(p->mail);
  sink(r.mail);
  fill(&r);
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wipe(p);
  sink(r.mail);
}
struct Holder { Record *r; Record *get() { return r; } };
void held() {
  Record r{"", ""}; Holder h{&r};
  sink(h.get()->mail);
  sink(h.r->mail);
  h.get()->mail = source();
  sink(h.get()->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.r->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  h.r->mail = "";
  (void)(h.get()->mail);
  (void)(r.mail);
  fill(h.get());
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wipe(h.get());
  (void)(r.mail);
  (void)(h.r->mail);
}
Record *alloc();
void heap() {
  Record *p = new Record{"", ""}; Holder h{p};
  sink(p->mail);
  h.get()->mail = source();
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p->mail = "";
  (void)(h.get()->mail);
}
void byparam(Record &r, Record &o) {
  sink(r.mail);
  r.mail = source();
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o.mail);
  r.mail = "";
  sink(r.mail);
}
void unk() {
  Record *p = alloc();
  sink(p->mail);
  p->mail = source();
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p->mail = "";
  sink(p->mail);
  fill(p);
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wipe(p);
  sink(p->mail);
}
Holder mk(Record *r) { Holder h; h.r = r; return h; }
void mkh() {
  Record r{"", ""};
  Holder h = mk(&r);
  sink(h.r->mail);
  sink(r.mail);
  fill(h.r);
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.r->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wipe(&r);
  (void)(h.r->mail);
}
