// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
void cases(int n) {
  const char *e = "";
  switch (n) {
  case 1:
    e = email();
    break;
  case 2:
    e = "x";
    break;
  default:
    break;
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void fallThrough(int n) {
  const char *e = "";
  switch (n) {
  case 1:
    e = email();
    [[fallthrough]];
  case 2:
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    break;
  case 3:
    sink(e);
  }
}
void allOverwrite(int n) {
  const char *e = email();
  switch (n) {
  case 1:
    e = "";
    break;
  default:
    e = "x";
  }
  sink(e);
}
void withoutDefault(int n) {
  const char *e = email();
  switch (n) {
  case 1:
    e = "";
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void otherCase(int n) {
  switch (n) {
  case 1: {
    const char *e = email();
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    break;
  }
  case 2: {
    const char *e = "";
    sink(e);
  }
  }
}
void constantSwitch() {
  const char *e = "";
  switch (2) {
  case 1:
    e = email();
    break;
  case 2:
    e = "x";
  }
  sink(e);
}
void initSwitch() {
  switch (const char *e = email(); 1) {
  default:
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
enum Kind { A, B };
const char *pick(Kind kind) {
  switch (kind) {
  case A:
    return email();
  case B:
    return "";
  }
  return "";
}
void picks(Kind kind) {
  sink(pick(kind)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void ranges(int n) {
  switch (n) {
  case 1 ... 5:
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    break;
  case 6:
    sink("x");
  }
}
