// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#define _GNU_SOURCE
#include <earmark/earmark.h>
#include <inttypes.h>
#include <math.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <getopt.h>
#include <unistd.h>
#include <setjmp.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_PERSONAL("contact.email") int number(void);
EARMARK_PERSONAL("contact.email") double real(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkReal(double);
void numbers(void) {
  char *end;
  sinkNumber(atol(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(atoll(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(atof(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(atol("3"));
  sinkNumber(strtol(email(), &end, 10)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(end); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(strtoul("3", &end, 10));
  sink(end);
  sinkNumber(strtoll(email(), NULL, 10)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(strtoull(email(), NULL, 10)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(strtod(email(), NULL)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(strtof(email(), NULL)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(strtold("3", NULL));
  sinkNumber(strtoimax(email(), NULL, 10)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(strtoumax("3", NULL, 10));
  sinkNumber(abs(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(labs(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(llabs(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(abs(-3));
  sinkNumber(imaxabs(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  div_t d = div(number(), 3);
  sinkNumber(d.quot); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  ldiv_t l = ldiv(7, 3);
  sinkNumber(l.rem);
  int a, b;
  sink(ecvt(real(), 3, &a, &b)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(fcvt(2.0, 3, &a, &b));
  char t[50];
  sink(gcvt(real(), 3, t)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strfromd(t, 50, "%f", real());
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strfromd(t, 50, "%f", 2.0);
  sink(t);
}
void maths(void) {
  sinkReal(sqrt(real())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(sqrt(2));
  sinkReal(pow(real(), 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(pow(2, 3));
  sinkReal(fmod(2, real())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(floor(real())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(lround(real())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(fabs(real())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  double whole;
  sinkReal(modf(real(), &whole)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(whole); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int e;
  frexp(2.0, &e);
  sinkNumber(e);
  sinkReal(ldexp(real(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(fma(real(), 1, 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(hypot(real(), 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(atan2(1, 2));
  sinkReal(fmax(real(), 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(isnan(real()));
  sinkNumber(isinf(real()));
  sinkNumber(isfinite(real()));
  sinkReal(sinl(real())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(tgammaf(real())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(log1pf(2));
  double sn, cs;
  sincos(real(), &sn, &cs);
  sinkReal(sn); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkReal(cs); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void memory(void) {
  char *p = malloc(50);
  strcpy(p, email());
  p = realloc(p, 100);
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *q = malloc(50);
  strcpy(q, "x");
  q = realloc(q, 100);
  sink(q);
  q = reallocarray(p, 3, 4);
  sink(q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void *r;
  posix_memalign(&r, 8, 50);
  strcpy(r, email());
  sink(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *s = calloc(number(), 1);
  sink(s);
  char *t = alloca(50);
  strcpy(t, email());
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *u = aligned_alloc(8, 50);
  sink(u);
  strcpy(u, email());
  sink(u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void environment2(void) {
  setenv("A", email(), 1);
  setenv("B", "x", 1);
  sink(getenv("A")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Row { char mail[20]; char town[20]; int age; };
int byMail(const void *a, const void *b) {
  const struct Row *x = a, *y = b;
  sink(x->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(x->town);
  return strcmp(x->mail, y->mail);
}
int byNumber(const void *a, const void *b) {
  sinkNumber(*(const int *)a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return *(const int *)a - *(const int *)b;
}
int byClean(const void *a, const void *b) {
  sinkNumber(*(const int *)a);
  return *(const int *)a - *(const int *)b;
}
int byContext(const void *a, const void *b, void *context) {
  sink(context); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return 0;
}
int byKey(const void *key, const void *row) {
  sink(key); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(((const struct Row *)row)->age);
  return 0;
}
void sorts(void) {
  struct Row rows[3];
  strcpy(rows[0].mail, email());
  strcpy(rows[0].town, "x");
  qsort(rows, 3, sizeof *rows, byMail);
  sink(rows[1].mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(rows[1].town);
  int n[3] = {1, number(), 3};
  qsort(n, 3, sizeof *n, byNumber);
  sinkNumber(n[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int m[3] = {1, 2, 3};
  qsort(m, 3, sizeof *m, byClean);
  sinkNumber(m[0]);
  qsort_r(m, 3, sizeof *m, byContext, email());
  struct Row *found = bsearch(email(), rows, 3, sizeof *rows, byKey);
  sink(found->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(found->town);
  int key = 3;
  int *f = bsearch(&key, m, 3, sizeof *m, byClean);
  sinkNumber(*f);
  size_t count = 3;
  int *g = lfind(&key, m, &count, sizeof *m, byClean);
  sinkNumber(*g);
  int *h = lfind(&key, n, &count, sizeof *n, byNumber);
  sinkNumber(*h); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
static int compare(const void *a, const void *b) { return strcmp(a, b); }
static int compare2(const void *a, const void *b) { return strcmp(a, b); }
static void visit(const void *node, VISIT v, int depth) {
  sink(*(const char *const *)node); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void trees(void) {
  void *root = NULL, *clean = NULL;
  tsearch(email(), &root, compare);
  twalk(root, visit);
  char **f = tfind("x", &root, compare);
  sink(*f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  tsearch("y", &clean, compare2);
  char **g = tfind("x", &clean, compare2);
  sink(*g);
}
void tables(void) {
  hcreate(30);
  ENTRY e = {"key", email()}, *r;
  hsearch(e, ENTER);
  ENTRY q = {"key", NULL};
  r = hsearch(q, FIND);
  sink(r->data); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r->key);
}
void tables2(void) {
  struct hsearch_data t;
  memset(&t, 0, sizeof t);
  hcreate_r(30, &t);
  ENTRY e = {"key", "data"}, *r;
  hsearch_r(e, ENTER, &r, &t);
  sink(r->data);
}
int main(int argc, char **argv) {
  int o;
  while ((o = getopt(argc, argv, "a:")) != -1)
    sink(optarg);
  char *text = email();
  char *value;
  char *const names[] = {"a", "b", NULL};
  getsubopt(&text, names, &value);
  sink(value); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return 0;
}
static jmp_buf buf;
void jumps(void) {
  char *p = "x";
  if (setjmp(buf) == 0)
    p = email();
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink("x");
}
