// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
void assigned() { const char *e = email(); sink(e); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void overwritten() { const char *e = email(); e = ""; sink(e); }
void before() { const char *e = ""; sink(e); e = email(); }
void after() { const char *e = ""; e = email(); sink(e); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void swapByHand() {
  const char *a = email(), *b = "", *t = a;
  a = b;
  b = t;
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void branches(bool c) {
  const char *e = email();
  if (c)
    e = "";
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void bothBranches(bool c) {
  const char *e = email();
  if (c)
    e = "";
  else
    e = "x";
  sink(e);
}
void oneBranchReturns(bool c) {
  const char *e = "";
  if (c) {
    e = email();
    sink("a");
    return;
  }
  sink(e);
}
void inBranch(bool c) {
  const char *e = email();
  if (c) {
    e = "";
    sink(e);
  } else {
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void correlated(bool c) {
  const char *e = "";
  if (c)
    e = email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void conditional(bool c) {
  sink(c ? email() : ""); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c ? "" : "x");
  const char *e = c ? "" : email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void comma() {
  const char *e = (email(), "");
  sink(e);
  e = ("", email());
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void chained() {
  const char *a, *b, *c;
  a = b = c = email();
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a = b = "";
  sink(b);
  sink(a);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void shadowed() {
  const char *e = email();
  {
    const char *e = "";
    sink(e);
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void selfAssign() {
  const char *e = email();
  e = e;
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void logical(bool c) {
  const char *e = "";
  if (c && (e = email()))
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *f = email();
  if ((f = "") || c)
    sink(f);
}
void initIf() {
  if (const char *e = email())
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (const char *e = email(); e)
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (const char *e = ""; e)
    sink(e);
}
