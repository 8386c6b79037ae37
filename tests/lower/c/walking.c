// RUN: not %earmark check %s -- -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// One element written through a pointer into text, or on the way through an array,
// leaves the others.
#include <earmark/earmark.h>
#include <string.h>
EARMARK_PERSONAL("contact.email") const char *email(void);
EARMARK_SINK("log") void sink(const char *);
void first(char *p) {
  *p = 'x';
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void next(char *p) {
  *p++ = 'x';
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void empty(char *p) {
  *p = '\0';
  sink(p);
}
void writeFirst(void) {
  char b[100];
  strcpy(b, email());
  first(b);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writeNext(void) {
  char b[100];
  strcpy(b, email());
  next(b);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writeEmpty(void) {
  char b[100];
  strcpy(b, email());
  empty(b);
  sink(b);
}
void duplicate(void) {
  char *b = strdup(email());
  *b = 'x';
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void cutInTwo(void) {
  char b[100];
  strcpy(b, email());
  char *at = strchr(b, '@');
  *at = 0;
  sink(at + 1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
