// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
#include <initializer_list>
// statement order, dead code, constants
enum Mode { Off, On };
constexpr bool debug = false;
static const int level = 3;
constexpr int three() {
  return 3;
}
int four() {
  return 4;
}
template <int N> void byArgument() {
  int x = bsn();
  if (N == 1)
    x = 0;
  if constexpr (N == 2)
    x = 0;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <int N> void certain() {
  int x = 0;
  if (N == 1)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <int N> void never() {
  int x = 0;
  if (N == 1)
    x = bsn();
  if constexpr (N == 3) {
    x = bsn();
    sink(x);
  }
  sink(x);
}
void calls() {
  byArgument<1>();
  byArgument<5>();
  certain<1>();
  never<2>();
}
void constants() {
  int x = 0;
  if (debug)
    x = bsn();
  sink(x);
  if (sizeof(int) == 2)
    x = bsn();
  sink(x);
  if (three() != 3)
    x = bsn();
  sink(x);
  if (four() == 3)
    x = bsn();
  sink(x);
  if (On == Off)
    x = bsn();
  sink(x);
  if (level < 2)
    x = bsn();
  sink(x);
  if (level > 2)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (three() == 3)
    x = 0;
  sink(x);
  const int local = 5;
  if (local + 1 > 10)
    x = bsn();
  sink(x);
  if (!debug)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void afterReturn(int c) {
  int x = bsn();
  if (c) {
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return;
    sink(x);
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return;
  sink(x);
}
[[noreturn]] void die();
void afterNoReturn(int c) {
  int x = bsn();
  if (c) {
    die();
  } else
    x = 0;
  sink(x);
  die();
  sink(bsn());
}
void forever() {
  int x = bsn();
  while (true) {
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  sink(x);
}
void forever2() {
  int x = bsn();
  for (;;) {
    if (three() == 4)
      break;
  }
  sink(x);
}
void loops(int n) {
  int x = bsn();
  for (int i = 0; i < 3; i++)
    x = 0;
  sink(x);
  x = bsn();
  for (int i = 0; i < n; i++)
    x = 0;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x = bsn();
  do {
    x = 0;
  } while (n--);
  sink(x);
  x = bsn();
  while (n-- > 0) {
    x = 0;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = 0, z = 0;
  for (int i = 0; i < n; i++) {
    sink(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    z = y;
    y = bsn();
  }
}
void loop_never() {
  int x = 0;
  for (int i = 5; i < 3; i++)
    x = bsn();
  sink(x);
  while (false)
    x = bsn();
  sink(x);
  int i = 0;
  while (i < 10) {
    x = bsn();
    i++;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x = bsn();
  int j = 0;
  while (j < 10) {
    x = 0;
    j++;
  }
  sink(x);
}
void branches(bool c) {
  int x;
  if (c)
    x = bsn();
  else
    x = 0;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (c)
    x = 0;
  else
    x = 1;
  sink(x);
  int y = bsn();
  if (c)
    y = 0;
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  y = c ? 1 : 2;
  sink(y);
  y = c ? bsn() : 2;
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void switches(int c) {
  int x = 0;
  switch (c) {
  case 1:
    x = bsn();
    break;
  case 2:
    sink(x);
  case 3:
    x = 5;
    sink(x);
    [[fallthrough]];
  case 4:
    x = bsn();
  case 5:
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    break;
  default:
    x = 2;
    sink(x);
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  switch (c) {
  case 1:
    x = 0;
    break;
  default:
    x = 1;
  }
  sink(x);
  switch (2) {
  case 1:
    x = bsn();
    break;
  case 2:
    x = 3;
  }
  sink(x);
}
void duff(int n, int *out) {
  int x = bsn(), y = 0;
  switch (n % 4) {
    do {
    case 0:
      y = x;
    case 3:
      x = 0;
    case 2:
      sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    case 1:
      sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    } while (--n > 0);
  }
}
void gotos(int c) {
  int x = 0;
  if (c)
    goto skip;
  x = bsn();
  goto end;
skip:
  sink(x);
end:
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x = 0;
again:
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (c-- > 0) {
    x = bsn();
    goto again;
  }
}
void computed(int i) {
  static void *table[] = {&&a, &&b};
  int x = 0;
  goto *table[i];
a:
  x = bsn();
b:
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void shortCircuit(int a) {
  int x = 0;
  if (a > 1 && (x = bsn())) {
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x = 0;
  if (false && (x = bsn())) {
  }
  sink(x);
  if (true || (x = bsn())) {
  }
  sink(x);
}
void comma() {
  int x = 0, y = 0;
  (y = 3, x) = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(y);
  int z = (bsn(), 3);
  sink(z);
  z = (3, bsn());
  sink(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void stmtExpr() {
  int x = ({
    int t = bsn();
    t;
  });
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = ({
    int t = bsn();
    (void)t;
    4;
  });
  sink(y);
  int w = 0;
  ({ w = bsn(); });
  sink(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void initInCondition() {
  if (int x = bsn())
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (int x = 1; x)
    sink(x);
  switch (int x = bsn(); x) {
  default:
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  while (int x = bsn()) {
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    break;
  }
  for (int v : {1, bsn()})
    sink(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (int v : {1, 2})
    sink(v);
  for (int a[] = {bsn(), 0}; int v : a)
    sink(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void consteval_() {
  int x = 0;
  if consteval {
    x = bsn();
  } else {
  }
  sink(x);
}
