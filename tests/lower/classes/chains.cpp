// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
struct Chain {
  const char *t = "", *u = "";
  Chain &first(const char *x) { t = x; return *this; }
  Chain &second(const char *x) { u = x; return *this; }
};
void chains() {
  Chain c;
  c.first(email()).second("");
  sink(c.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.u);
  c.first("").second(email());
  sink(c.u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
