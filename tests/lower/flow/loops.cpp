// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
void carried(int n) {
  const char *e = "", *f = "", *g = "";
  for (int i = 0; i < n; ++i) {
    sink(g); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    g = f;
    f = e;
    e = email();
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void carriedNot(int n) {
  const char *e = "";
  for (int i = 0; i < n; ++i) {
    sink(e);
    e = "x";
  }
  sink(e);
}
void cleared(int n) {
  const char *e = email();
  for (int i = 0; i < n; ++i) {
    e = email();
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    e = "";
    sink(e);
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void whileLoop(int n) {
  const char *e = "";
  while (n--)
    e = email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void doLoop(int n) {
  const char *e = email();
  do {
    e = "";
  } while (n--);
  sink(e);
}
void doLoopLeaks(int n) {
  const char *e = "";
  do {
    e = email();
  } while (n--);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void broken(int n) {
  const char *e = "";
  for (;;) {
    if (n--) {
      e = email();
      break;
    }
    e = "";
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void continued(int n) {
  const char *e = "";
  while (n--) {
    if (n == 3)
      continue;
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    e = email();
  }
}
void freshEachTime(int n) {
  for (int i = 0; i < n; ++i) {
    const char *e = "";
    sink(e);
    e = email();
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void rangeArray() {
  const char *list[] = {"", email()};
  for (const char *e : list)
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *clean[] = {"", "x"};
  for (const char *e : clean)
    sink(e);
}
void rangeWrites() {
  const char *list[] = {"", "x"};
  for (const char *&e : list)
    e = email();
  sink(list[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void nested(int n) {
  const char *a = "", *b = "";
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) {
      sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
      b = a;
    }
    a = email();
  }
}
