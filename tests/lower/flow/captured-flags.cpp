// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
bool random_();
void t1() {
  int x = 0;
  for (int i = 0; i < 10 && random_(); i++)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void t2() {
  int x = bsn();
  for (int i = 0; i < 10 && random_(); i++)
    x = 0;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void t3() {
  int x = 0;
  int y;
  for (int i = 0; i < 10 && (y = 1); i++)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void t4() {
  int x = 0;
  for (int i = 0; i < 10 && (x = bsn()); i++)
    ;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void t5() {
  int flag = 0;
  auto f = [&] {
    int x = 0;
    if (flag)
      x = bsn();
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  };
  flag = 1;
  f();
}
void t6() {
  int flag = 0;
  struct L {
    int operator()() {
      return 1;
    }
  } l;
  auto f = [=]() mutable {
    int x = 0;
    flag = 1;
    if (flag)
      x = bsn();
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  };
  f();
}
