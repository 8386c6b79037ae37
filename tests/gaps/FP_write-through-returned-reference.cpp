// Known wrong: what was written through a reference that a call returned is also read through it after the object was overwritten by name.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
struct Record { const char *mail, *city; };
const char *&slot(Record &r) { return r.mail; }
void kept() {
  Record r{"", ""};
  const char *&kept = slot(r);
  kept = email();
  sink(r.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r.mail = "";
  sink(kept); // clean; CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
