// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: CallExpr
// kind: CXXDefaultArgExpr
// kind: VAArgExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
#include <stdarg.h>
const char *same(const char *t) { return t; }
const char *second(const char *, const char *t) { return t; }
const char *nothingOf(const char *) { return ""; }
void results() {
  sink(same(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(same(""));
  sink(second(email(), ""));
  sink(second("", email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(nothingOf(email()));
  sink(same(same(email()))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void fill(const char *&out) { out = email(); }
void fillPointer(const char **out) { *out = email(); }
void clear(const char *&out) { out = ""; }
void leave(const char *&) {}
void maybe(const char *&out, bool c) { if (c) out = ""; }
void outs() {
  const char *e = "";
  fill(e);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  clear(e);
  sink(e);
  fillPointer(&e);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  leave(e);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  maybe(e, true);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  clear(e);
  leave(e);
  sink(e);
}
void exchange(const char *&a, const char *&b) { const char *t = a; a = b; b = t; }
void exchanged() {
  const char *a = email(), *b = "";
  exchange(a, b);
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *withDefault(const char *t = email()) { return t; }
const char *cleanDefault(const char *t = "") { return t; }
void defaults() {
  sink(withDefault()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(withDefault(""));
  sink(cleanDefault());
  sink(cleanDefault(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *vararg(int n, ...) {
  va_list list;
  va_start(list, n);
  const char *t = va_arg(list, const char *);
  va_end(list);
  return t;
}
void variadic() {
  sink(vararg(1, email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(vararg(1, "x"));
  sink(vararg(2, "x", email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void logs(const char *format, ...) {
  va_list list;
  va_start(list, format);
  va_list other;
  va_copy(other, list);
  sink(va_arg(other, const char *)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  va_end(other);
  va_end(list);
}
void logged() { logs("%s", email()); }
const char *down(const char *t, int n) { return n ? down(t, n - 1) : t; }
const char *odd(const char *t, int n);
const char *even(const char *t, int n) { return n ? odd(t, n - 1) : t; }
const char *odd(const char *t, int n) { return n ? even(t, n - 1) : ""; }
void recursion() {
  sink(down(email(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(down("", 3));
  sink(even(email(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(even("", 3));
}
void accumulate(const char **out, int n) {
  if (!n) { *out = email(); return; }
  accumulate(out, n - 1);
}
void recursiveOut() {
  const char *e = "";
  accumulate(&e, 3);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void inner(const char *t) { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void outer(const char *t) { inner(t); }
void passedOn() { outer(email()); outer(""); }
void innerClean(const char *t) { sink(t); }
void passedClean() { innerClean("x"); }
struct Record { const char *mail; const char *city; int n; };
Record make(const char *m) { return {m, "", 0}; }
void records() {
  Record r = make(email());
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r.city);
  sink(make(email()).mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(make(email()).city);
  sink(make("").mail);
}
void setMail(Record &r, const char *m) { r.mail = m; }
void setMailPointer(Record *r, const char *m) { (*r).mail = m; }
const char *getMail(const Record &r) { return r.mail; }
const char *getCity(Record r) { return r.city; }
void byReference() {
  Record r{};
  setMail(r, email());
  sink(getMail(r)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(getCity(r));
  setMailPointer(&r, "");
  sink(getMail(r));
}
void byValue(Record r) { r.mail = email(); }
void valueIsACopy() {
  Record r{};
  byValue(r);
  sink(r.mail);
}
const char *&slot(Record &r) { return r.mail; }
const char **slotPointer(Record *r) { return &r->city; }
int &choose(int &a, int &b, bool c) { return c ? a : b; }
void returnedReferences() {
  Record r{};
  slot(r) = email();
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  slot(r) = "";
  *slotPointer(&r) = email();
  sink(r.city); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *&kept = slot(r);
  kept = email();
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int a = 0, b = 0;
  choose(a, b, true) = bsn();
  sinkInt(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void element(int *list, int v) { list[2] = v; }
int sum(const int *list, int n) { int s = 0; for (int i = 0; i < n; ++i) s += list[i]; return s; }
void arrays() {
  int list[4] = {};
  sinkInt(sum(list, 4));
  element(list, bsn());
  sinkInt(list[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(sum(list, 4)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *early(bool c) { if (c) return ""; return email(); }
const char *neverMail(bool c) { const char *e = email(); if (c) return "a"; e = "b"; return e; }
void returns() {
  sink(early(true)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(neverMail(true));
}
