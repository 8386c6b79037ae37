// Whose a header is: one that only silences its warnings is the project's own,
// and so is what it includes; what a library annotates is personal all the same.
// RUN: split-file %s %t
// RUN: not %earmark check %t/main.cpp -- -I%annotations -I%t -isystem %t/library | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// RUN: not %earmark check %t/main.cpp -- -I%annotations -I%t -isystem %t/library -include quiet.h | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'

//--- quiet.h
#pragma GCC system_header
#pragma once
#include "inner.h"
//--- inner.h
#pragma once
#include <cstdio>
#include <earmark/earmark.h>
struct Customer {
  const char *email EARMARK_PERSONAL("contact.email");
};
inline void show(const Customer &customer) {
  // CHECK-DAG: inner.h:9:{{[0-9]+}}: error: {{.*}}'Customer::email'{{.*}}[personal-data-in-log]
  std::puts(customer.email);
}
//--- library/company.h
#pragma once
#include <earmark/earmark.h>
struct Employee {
  const char *phone EARMARK_PERSONAL("contact.phone");
  int desk;
};
//--- main.cpp
#include "quiet.h"
#include <company.h>
void both(const Customer &customer, const Employee &employee) {
  show(customer);
  // CHECK-DAG: main.cpp:6:{{[0-9]+}}: error: {{.*}}'Employee::phone'{{.*}}[personal-data-in-log]
  std::puts(employee.phone);
  std::printf("%d\n", employee.desk);
}
