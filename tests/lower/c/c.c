// RUN: not %earmark check %s -- -std=c17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: AtomicExpr
// kind: CompoundLiteralExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email(void);
EARMARK_PERSONAL("identity.national-id.bsn") int bsn(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
#include <stddef.h>
struct person { const char *mail, *city; int n; };
struct ops { const char *(*make)(void); void (*take)(const char *); };
static const char *clean(void) { return ""; }
static void drop(const char *t) { (void)t; }
static void leak(const char *t) { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
static const struct ops leaky = {.make = email, .take = leak}, silent = {clean, drop};
void tables(void) {
  sink(leaky.make()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(silent.make());
  leaky.take(email());
  silent.take(email());
}
void designated(void) {
  struct person p = {.city = email(), .n = 1};
  sink(p.city); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.mail);
  struct person list[3] = {[1] = {.mail = email()}, [2].city = ""};
  sink(list[1].mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(list[0].mail);
  sink(list[2].city);
  int a[5] = {[2] = bsn(), 7};
  sinkInt(a[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(a[3]);
}
void compound(void) {
  struct person *p = &(struct person){email(), "", 0};
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->city);
  *p = (struct person){0};
  sink(p->mail);
  sink((const char *[]){"", email()}[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((const char *[]){"", email()}[0]);
}
struct packet { int n; char data[]; };
void flexible(struct packet *p, int i) {
  p->data[i] = bsn();
  sinkInt(p->data[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(p->n);
}
struct node { struct node *next; };
struct item { int id; struct node link; const char *mail; };
#define container_of(p, T, m) ((T *)((char *)(p) - offsetof(T, m)))
void containers(void) {
  struct item i = {0, {0}, ""};
  struct node *n = &i.link;
  i.mail = email();
  sink(container_of(n, struct item, link)->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void containersClean(void) {
  struct item i = {0, {0}, ""};
  struct node *n = &i.link;
  sink(container_of(n, struct item, link)->mail);
}
const char *old(t, n) const char *t; int n; { return n ? t : ""; }
void knr(void) {
  sink(old(email(), 1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(old("", 1));
}
void jumps(int n) {
  const char *e = "";
  if (n)
    goto out;
  e = email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e = "";
out:
  sink(e);
}
union any { int i; float f; char c[4]; };
void unions(void) {
  union any u;
  u.i = bsn();
  sinkInt(u.c[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  u.f = 0;
  sinkInt(u.i);
}
void chars(void) {
  char buffer[8] = {0};
  const char *e = email();
  for (int i = 0; e[i] && i < 7; ++i)
    buffer[i] = e[i];
  sink(buffer); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *p = buffer;
  const char *q = email();
  while ((*p++ = *q++))
    ;
  sink(buffer); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char clear[8];
  for (int i = 0; i < 8; ++i)
    clear[i] = 0;
  sink(clear);
}
void generic(void) {
  sink(_Generic(1, int : email(), default : "")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(_Generic(1.0, int : email(), default : ""));
}
void statementExpressions(void) {
  sink(({ const char *e = email(); e; })); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(({ const char *e = email(); e = ""; e; }));
}
void choose(void) {
  sink(__builtin_choose_expr(1, email(), "")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(__builtin_choose_expr(0, email(), ""));
}
void vla(int n) {
  int list[n];
  list[0] = bsn();
  sinkInt(list[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int other[n];
  other[0] = 1;
  sinkInt(other[0]);
}
void callback(void (*f)(void *), void *context) { f(context); }
static void fill(void *context) { *(const char **)context = email(); }
void contexts(void) {
  const char *e = "";
  callback(fill, &e);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void atomics(void) {
  int x = 0, y = 0;
  __atomic_store_n(&x, bsn(), 0);
  sinkInt(__atomic_load_n(&x, 0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(__atomic_load_n(&y, 0));
  _Atomic int z = 0;
  __c11_atomic_store(&z, bsn(), 0);
  sinkInt(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void nestedFunctionPointers(void) {
  const char *(*const *table)(void) = (const char *(*const[])(void)){clean, email};
  sink(table[1]()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void conditionalOmitted(const char *x) {
  const char *e = email() ?: "x";
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink("" ?: "x");
}
