// RUN: %earmark check %s -- -std=c17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// CHECK: no findings
// longjmp is not followed: neither memory as it is then, nor its number, comes back to where setjmp was called.
#include <earmark/earmark.h>
#include <setjmp.h>
EARMARK_PERSONAL("contact.email") const char *email(void);
EARMARK_PERSONAL("identity.national-id.bsn") int bsn(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(int);
static jmp_buf env;
void memory(void) {
  const char *volatile text = "clean";
  if (setjmp(env) == 0) {
    text = email();
    longjmp(env, 1);
  } else {
    sink(text); // should be an error: personal-data-in-log
  }
}
void number(void) {
  int code = setjmp(env);
  if (code == 0)
    longjmp(env, bsn());
  else
    sinkInt(code); // should be an error: personal-data-in-log
}
