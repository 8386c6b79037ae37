// A unit that does not parse: status 3, its diagnostics, and the other unit is
// checked all the same.
// RUN: rm -rf %t && split-file %s %t
// RUN: bash -c '%earmark check %t/broken.cpp %t/leaks.cpp -- -I%annotations >%t/out 2>%t/err; test $? = 3'
// RUN: FileCheck %s --input-file=%t/out
// RUN: FileCheck %s --input-file=%t/err --check-prefix=ERR
// CHECK: leaks.cpp:7:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
// CHECK: INCOMPLETE: 1 not analysed
// CHECK: broken.cpp: {{.*}}missing
// ERR: broken.cpp:1:{{[0-9]+}}: error: {{.*}}missing

//--- broken.cpp
int f() { return missing; }

//--- leaks.cpp
#include <cstdio>
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};
void greet(const Customer &customer) {
  std::puts(customer.email);
}
