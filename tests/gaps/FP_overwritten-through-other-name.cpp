// Known wrong: what was written through a pointer that an object keeps, and overwritten by the object's own name or through
// the pointer again, is still taken to be there under the other name.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
struct Child { const char *x, *y; };
struct Owner {
  Child *kept;
  Owner(Child *c) : kept(c) {}
  void touch() { kept->x = email(); }
  void clean() { kept->x = ""; }
};
void through() {
  Child c{"", ""};
  Owner o(&c);
  o.touch();
  sink(c.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  o.clean();
  sink(c.x); // clean; CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void swapThem(const char *&a, const char *&b) {
  const char *t = a;
  a = b;
  b = t;
}
void twice() {
  const char *a = email(), *b = "";
  swapThem(a, b);
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  swapThem(a, b);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b); // clean; CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
