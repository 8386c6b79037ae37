// Known wrong: what a call through a function value overwrites is not known to be gone.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
struct Person { const char *mail; };
void callback(void (*f)(void *), void *context) { f(context); }
void wipe(void *context) { static_cast<Person *>(context)->mail = ""; }
void contexts() {
  Person p{email()};
  callback(wipe, &p);
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
