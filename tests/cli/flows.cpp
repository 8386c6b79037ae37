// Flow files are made one by one and checked together; a damaged one makes the
// run incomplete.
// RUN: rm -rf %t && split-file %s %t && mkdir %t/flows
// RUN: %earmark extract %t/main.cpp -o %t/flows/main.flow -- -I%annotations
// RUN: %earmark extract %t/log.cpp -o %t/flows/log.flow -- -I%annotations
// RUN: bash -c '%earmark check --flows %t/flows >%t/out; test $? = 1'
// RUN: FileCheck %s --input-file=%t/out
// CHECK: log.cpp:3:{{[0-9]+}}: error: {{.*}}read from 'Customer::email'{{.*}}[personal-data-in-log]
// CHECK: 1. {{.*}}main.cpp:6:
// CHECK: assurance: 2 units

// RUN: %earmark extract %t/log.cpp --dump -- -I%annotations | FileCheck %s --check-prefix=DUMP
// DUMP: function write_line(const char *)

// RUN: bash -c 'head -c 100 %t/flows/log.flow > %t/flows/bad.flow'
// RUN: bash -c '%earmark check --flows %t/flows >%t/out; test $? = 3'
// RUN: FileCheck %s --input-file=%t/out --check-prefix=DAMAGED
// DAMAGED: [personal-data-in-log]
// DAMAGED: INCOMPLETE: 1 not analysed
// DAMAGED: bad.flow:

//--- main.cpp
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};
void write_line(const char *text);
void greet(const Customer &customer) { write_line(customer.email); }
//--- log.cpp
#include <cstdio>
void write_line(const char *text) {
  std::puts(text);
}
