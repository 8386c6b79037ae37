// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// What strchr and its kin return lies inside the text: a write there changes a part of it.
#define _GNU_SOURCE
#include <earmark/earmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);
void cut(void) {
  char t[50];
  strcpy(t, email());
  char *p = strchr(t, '@');
  if (p)
    *p = 0;
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void cut2(char *t) {
  strcpy(t, email());
  char *p = strchr(t, '@');
  *p = 0;
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void over(void) {
  char t[50];
  strcpy(t, email());
  char *p = strchr(t, '@');
  strcpy(p, "clean");
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *q = t + 5;
  strcpy(q, "clean");
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strcpy(&t[3], "clean");
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  t[3] = 0;
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *r = strstr(t, "x");
  memset(r, 0, 3);
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r);
}
void into(void) {
  char t[50] = "x";
  char *p = strchr(t, 'x');
  strcpy(p, email());
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char u[50] = "x";
  char *q = strchr(u, 'x');
  *q = email()[0];
  sink(u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void end(void) {
  char *e;
  char t[50];
  strcpy(t, email());
  strtol(t, &e, 10);
  *e = 0;
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void whole(void) {
  char t[50];
  strcpy(t, email());
  char *p = t;
  strcpy(p, "clean");
  sink(t);
}
