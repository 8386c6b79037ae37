// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#define _GNU_SOURCE
#include <earmark/earmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libgen.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);
void bounded(void) {
  char a[50] = "x", b[50] = "x", c[50] = "x";
  strncat(a, email(), 5);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strncat(b, "clean", 5);
  sink(b);
  sink(strncpy(c, email(), 5)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strncpy(c, "clean", 5));
  sink(c);
}
void ends(void) {
  char a[50], b[50];
  char *e = stpcpy(a, email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strcpy(e, "clean");
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  stpcpy(stpcpy(b, "clean"), "clean");
  sink(b);
  stpcpy(stpcpy(b, "x"), email());
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char c[50];
  stpncpy(c, email(), 4);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  stpncpy(c, "clean", 4);
  sink(c);
  char d[50];
  char *f = stpcpy(d, "x");
  strcpy(f, email());
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void blocks(void) {
  char a[50] = "", b[50] = "", c[50] = "";
  memccpy(a, email(), '@', 50);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  memccpy(b, "clean", '@', 50);
  sink(b);
  char *f = mempcpy(c, email(), 3);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)f;
  char d[50];
  bcopy(email(), d, 50);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  bcopy("clean", d, 6);
  sink(d);
  bcopy(email(), d, 50);
  bzero(d, 50);
  sink(d);
  memcpy(d, email(), 10);
  explicit_bzero(d, sizeof d);
  sink(d);
  memcpy(d, email(), 10);
  memset(d, '*', sizeof d);
  sink(d);
  memset(d, email()[0], sizeof d);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char e[50];
  swab(email(), e, 10);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  swab("clean.", e, 6);
}
void finds(void) {
  char t[50], c[50] = "clean";
  strcpy(t, email());
  sink(strpbrk(t, "@")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strpbrk(c, t));
  sink(strcasestr(t, "x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strcasestr(c, t));
  sink(strstr(c, t));
  sink(strchr(c, t[0]));
  sink(memchr(t, '@', 5)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(memchr(c, t[0], 5));
  sink(memrchr(t, '@', 5)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(memrchr(c, '@', 5));
  sink(memmem(t, 5, "a", 1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(memmem(c, 5, t, 1));
  sink(rawmemchr(t, 'a')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(rawmemchr(c, 'a'));
  sink(strchrnul(t, 'a')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strchrnul(c, 'a'));
  sink(index(t, 'a')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(index(c, 'a'));
  sink(rindex(t, 'a')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(rindex(c, 'a'));
  sink(basename(t)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(basename(c));
  sink(dirname(t)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(dirname(c));
  sinkNumber(strchr(t, '@') - t);
  sinkNumber(strchr(t, '@') != NULL);
}
void tokens(void) {
  char t[50], c[50] = "a b", *rest;
  strcpy(t, email());
  char *p = t;
  sink(strsep(&p, "@")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *q = c;
  sink(strsep(&q, "@"));
  sink(q);
  sink(strtok(c, " "));
  char u[50];
  strcpy(u, email());
  for (char *w = strtok_r(u, " ", &rest); w; w = strtok_r(NULL, " ", &rest))
    sink(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *clean = NULL;
  sink(strtok_r(c, " ", &clean));
  sink(strtok_r(NULL, " ", &clean));
}
void token(void) {
  char t[50];
  strcpy(t, email());
  char *w = strtok(t, " ");
  while (w) {
    sink(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    w = strtok(NULL, " ");
  }
}
void copies(void) {
  sink(strdup("clean"));
  sink(strdupa(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strdupa("clean"));
  sink(strndup("clean", 3));
  sink(strndupa(email(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char a[50];
  strxfrm(a, email(), 50);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strxfrm(a, "clean", 50);
  sink(a);
  strfry(a);
  sink(a);
  sink(strfry(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(memfrob(email(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void questions(void) {
  sinkNumber(strnlen(email(), 5));
  sinkNumber(strcasecmp(email(), "x"));
  sinkNumber(strncasecmp(email(), "x", 1));
  sinkNumber(strcoll(email(), "x"));
  sinkNumber(strverscmp(email(), "x"));
  sinkNumber(bcmp(email(), "x", 1));
  sinkNumber(strcspn(email(), "x"));
  sink(strerror(3));
  sink(strsignal(3));
  char a[50];
  sink(strerror_r(3, a, 50));
  sinkNumber(ffs(email()[0]));
  sinkNumber(strxfrm(a, email(), 50));
}
