// longjmp: memory as it is then, and its number, come back to where setjmp was called.
// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
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
    sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void number(void) {
  int code = setjmp(env);
  if (code == 0)
    longjmp(env, bsn());
  else
    sinkInt(code); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void beforeIsNotAfter(void) {
  const char *volatile text = email();
  text = "clean";
  if (setjmp(env) == 0) {
    sink(text);
    longjmp(env, 1);
  }
  sink(text);
}
static void jump(int code) { longjmp(env, code); }
void fromACallee(void) {
  const char *volatile kept = "clean";
  switch (setjmp(env)) {
  case 0:
    kept = email();
    jump(2);
    break;
  case 2:
    sink(kept); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
