// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// XFAIL: *
// Where strtok stands is one state for the whole program: a text that goes on with null may be any.
#include <earmark/earmark.h>
#include <string.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_SINK("log") void sink(const char *);
void personal(void) {
  char text[50];
  strcpy(text, email());
  strtok(text, "@");
  sink(strtok(NULL, "@")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void clean(void) {
  char text[] = "a b";
  sink(strtok(text, " "));
  sink(strtok(NULL, " "));
}
