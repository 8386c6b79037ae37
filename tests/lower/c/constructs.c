// RUN: not %earmark check %s -- -std=gnu99 -I%annotations -Wno-implicit-function-declaration 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email(void);
EARMARK_PERSONAL("identity.national-id.bsn") int bsn(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <stdlib.h>
struct S {
  int a, b;
};
int kr(a, b)
int a;
int b;
{
  return a;
}
int kr2(a, b)
int a, b;
{
  return b;
}
void krs() {
  sinkInt(kr(bsn(), 0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(kr(0, bsn()));
  sinkInt(kr2(bsn(), 0));
  sinkInt(kr2(0, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
int noproto();
int noproto(x)
int x;
{
  return x;
}
void nps() {
  sinkInt(noproto(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void later() {
  sinkInt(defined_later(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
int defined_later(int x) {
  return x;
}
int sum(int n, ...) {
  va_list ap;
  va_start(ap, n);
  int t = 0;
  for (int i = 0; i < n; i++)
    t += va_arg(ap, int);
  va_end(ap);
  return t;
}
int firstv(int n, ...) {
  va_list ap;
  va_start(ap, n);
  int t = va_arg(ap, int);
  va_end(ap);
  return t;
}
void vprint(const char *f, va_list ap) {
  sink(va_arg(ap, const char *)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void print(const char *f, ...) {
  va_list ap;
  va_start(ap, f);
  vprint(f, ap);
  va_end(ap);
}
void vquiet(const char *f, va_list ap) {
  sink(va_arg(ap, const char *));
}
void quiet(const char *f, ...) {
  va_list ap, aq;
  va_start(ap, f);
  va_copy(aq, ap);
  vquiet(f, aq);
  va_end(aq);
  va_end(ap);
}
void outv(int n, ...) {
  va_list ap;
  va_start(ap, n);
  int *p = va_arg(ap, int *);
  *p = bsn();
  va_end(ap);
}
void varargs() {
  sinkInt(sum(2, 1, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(sum(2, 1, 3));
  sinkInt(sum(bsn(), 1, 2));
  print("%s", email());
  quiet("%s", "");
  print("", "");
  int x = 0;
  outv(1, &x);
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void literals() {
  struct S s = (struct S){bsn(), 0};
  sinkInt(s.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(s.b);
  struct S *p = &(struct S){.b = bsn()};
  sinkInt(p->b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(p->a);
  int *arr = (int[]){0, bsn(), 0};
  sinkInt(arr[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(arr[0]);
  const char **names = (const char *[]){email(), 0};
  sink(names[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Flex {
  int n;
  char data[];
};
void flex() {
  struct Flex *f = malloc(sizeof *f + 20);
  f->n = 3;
  strcpy(f->data, email());
  sink(f->data); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(f->n);
  f->n = bsn();
  sinkInt(f->n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void vla(int n) {
  int a[n];
  a[0] = bsn();
  sinkInt(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int b[n][3];
  b[1][2] = bsn();
  sinkInt(b[1][2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char buf[n];
  strcpy(buf, email());
  sink(buf); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void vlaParam(int n, int a[static n]) {
  a[0] = bsn();
}
void vlaCall() {
  int a[3] = {0};
  vlaParam(3, a);
  sinkInt(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void m2(int m[][3]) {
  m[1][2] = bsn();
}
void m2Call() {
  int m[2][3] = {{0}};
  m2(m);
  sinkInt(m[1][2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void designated() {
  int a[5] = {[2] = bsn(), [4] = 1};
  sinkInt(a[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(a[4]);
  sinkInt(a[3]);
  struct {
    struct S s;
    int t[2];
  } n = {.s.b = bsn(), .t[1] = 3, .s.a = 0};
  sinkInt(n.s.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(n.s.a);
  sinkInt(n.t[1]);
  struct S brace[2] = {1, bsn(), 3, 4};
  sinkInt(brace[0].b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(brace[0].a);
  sinkInt(brace[1].b);
  int r[10] = {[2 ... 5] = 7};
  sinkInt(r[3]);
  int over[2] = {[0] = 1, [0] = 2};
  sinkInt(over[0]);
}
static int glob;
static struct S gs = {1, 2};
static int *gp = &glob;
extern int ext;
int tentative;
int tentative = 3;
void setGlob(int v) {
  glob = v;
}
int getGlob(void) {
  return glob;
}
void globals() {
  setGlob(bsn());
  sinkInt(getGlob()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(*gp); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(gs.a);
  sinkInt(tentative);
}
int counter(int v) {
  static int last = 0;
  int r = last;
  last = v;
  return r;
}
int counter2(int v) {
  static int last = 0;
  int r = last;
  last = v;
  return r;
}
void statics() {
  counter(bsn());
  sinkInt(counter(0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(counter2(0));
}
void gnu(int n) {
  int x = ({
    int y = bsn();
    y;
  });
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int z = bsn() ?: 1;
  sinkInt(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  typeof(x) t = x;
  sinkInt(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __auto_type w = 0;
  sinkInt(w);
  int e = __builtin_expect(bsn(), 0);
  sinkInt(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int c = __builtin_choose_expr(1, 0, bsn());
  sinkInt(c);
  c = __builtin_choose_expr(1, bsn(), 0);
  sinkInt(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  switch (n) {
  case 1 ... 5:
    x = 0;
    break;
  default:
    x = 0;
  }
  sinkInt(x);
  int nested(int v);
  struct {
    int a;
  } s = {bsn()};
  sinkInt(s.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define FOREACH(p, l) for (struct Node *p = l; p; p = p->next)
struct Node {
  struct Node *next;
  int v;
};
void macros(struct Node *l) {
  sinkInt(MAX(bsn(), 0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(MAX(1, 2));
  struct Node n = {0, bsn()};
  n.next = l;
  FOREACH(p, &n) sinkInt(p->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void (*handler)(int);
void onInt(int v) {
  sinkInt(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void fire(void) {
  handler = onInt;
  handler(bsn());
}
struct Dev;
struct DevOps {
  int (*read)(struct Dev *);
  void (*write)(struct Dev *, int);
};
struct Dev {
  const struct DevOps *ops;
  int priv;
};
static int devRead(struct Dev *d) {
  return d->priv;
}
static void devWrite(struct Dev *d, int v) {
  d->priv = v;
}
static const struct DevOps devOps = {devRead, devWrite};
void devs(void) {
  struct Dev d = {&devOps, 0}, e = {&devOps, 0};
  d.ops->write(&d, bsn());
  sinkInt(d.ops->read(&d)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(e.ops->read(&e));
}
void stringy() {
  char a[10], b[20] = "x", *p;
  strcpy(a, email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strcat(b, a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p = b;
  sink(p + 1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p = strdup(a);
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *p = 0;
  char c[10];
  memset(a, 0, sizeof a);
  sink(a);
  memcpy(c, b, 10);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(strlen(b));
  sinkInt(strcmp(b, "x"));
}
void loopCopy(char *dst, const char *src) {
  while ((*dst++ = *src++))
    ;
}
void loopCopy2(char *dst, const char *src, int n) {
  for (int i = 0; i < n; i++)
    dst[i] = src[i];
}
void copies() {
  char a[10], b[10], c[10] = "";
  loopCopy(a, email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  loopCopy2(b, email(), 3);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c);
}
int *alias(int *p) {
  return p;
}
void through() {
  int x = 0;
  *alias(&x) = bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
int fib(int n, int v) {
  return n < 2 ? v : fib(n - 1, v) + fib(n - 2, 0);
}
void fibs() {
  sinkInt(fib(5, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(fib(5, 0));
}
int even(int n, int v);
int odd(int n, int v) {
  return n ? even(n - 1, v) : 0;
}
int even(int n, int v) {
  return n ? odd(n - 1, v) : v;
}
void evens() {
  sinkInt(even(4, bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct S byValue(struct S s) {
  s.a = 0;
  return s;
}
void byValues() {
  struct S s = {bsn(), bsn()};
  struct S t = byValue(s);
  sinkInt(t.a);
  sinkInt(t.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(s.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void swap(int *a, int *b) {
  int t = *a;
  *a = *b;
  *b = t;
}
void swaps() {
  int x = bsn(), y = 0;
  swap(&x, &y);
  sinkInt(x);
  sinkInt(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
enum Color { red, green };
enum Color pick(int i) {
  return i ? red : green;
}
void enums() {
  sinkInt(pick(bsn()));
}
_Bool truth(int v) {
  return v;
}
void bitfields() {
  struct {
    unsigned a : 3, b : 5;
  } f = {0};
  f.b = bsn();
  sinkInt(f.b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(f.a);
}
void goto_out(int n) {
  int *p = malloc(4);
  if (!p)
    goto fail;
  *p = bsn();
  if (n)
    goto out;
  *p = 0;
out:
  sinkInt(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
fail:
  free(p);
}
void sizeofs(void) {
  char b[20];
  strcpy(b, email());
  sinkInt(sizeof(b));
  sinkInt(sizeof b / sizeof b[0]);
  sinkInt(_Alignof(int));
  sinkInt(offsetof(struct S, b));
}
void ptrptr(char **out) {
  *out = (char *)email();
}
void ptrptrs() {
  char *p = "";
  ptrptr(&p);
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void compl(void) {
  double _Complex z = bsn() + 2.0;
  sinkInt(__real__ z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
