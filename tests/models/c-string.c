// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
EARMARK_PERSONAL("contact.email") const char *email(void);
EARMARK_SINK("log") void sink(const char *text);

struct person {
  char mail[50];
  char *note;
};

void copies(void) {
  char a[50] = "", b[50];
  sprintf(a, "%s", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  memcpy(b, a, sizeof b);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  memset(b, 0, sizeof b);
  sink(b);
}
void structures(void) {
  struct person *p = malloc(sizeof *p);
  strcpy(p->mail, email());
  p->note = strdup("clean");
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->note);
  struct person q;
  memcpy(&q, p, sizeof q);
  sink(q.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.note);
  free(p);
}
void prints(void) {
  printf("%s\n", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fprintf(stderr, "%s\n", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fprintf(stderr, "clean\n");
}
