// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Memory as it is at a longjmp is taken to be there after every return of setjmp, the first one too.
#include <earmark/earmark.h>
#include <setjmp.h>
EARMARK_PERSONAL("contact.email") const char *email(void);
EARMARK_SINK("log") void sink(const char *);
static jmp_buf env;
void first(void) {
  const char *volatile kept = "clean";
  if (setjmp(env) == 0) {
    sink(kept); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    kept = email();
    longjmp(env, 1);
  }
}
