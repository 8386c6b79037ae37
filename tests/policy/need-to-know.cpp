// Departments and subjects are kept apart: in code, in a value, a record, a store.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check hr/a.cpp desk/b.cpp c.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations -I. > out.txt
// RUN: FileCheck hr/a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck desk/b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'
// RUN: FileCheck c.cpp --input-file=out.txt --implicit-check-not='{{^}}c.cpp:{{.*}}error:'
// RUN: FileCheck people.h --input-file=out.txt --implicit-check-not='people.h:{{.*}}error:'

//--- earmark.yaml
earmark: 1
extends: [avg]
models: off
apart: [customer, employee]
data:
  contact: {departments: [desk]}
  employment: {departments: [hr]}
stores:
  crm: {region: NL, encrypted: true}
  staff: {region: NL, encrypted: true}
sinks: {file: {phrase: {en: is filed, nl: wordt opgeborgen}}}
rules: {missing-erasure: off, data-minimisation: off}
exceptions:
  - {rule: missing-erasure, weakens: true, reason: another test, by: J. Jansen, role: dpo, until: 2027-01-01}
  - {rule: data-minimisation, weakens: true, reason: another test, by: J. Jansen, role: dpo, until: 2027-01-01}
contexts:
  - {path: "hr/**", department: hr}
  - {path: "desk/**", department: desk}

//--- people.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("identity.name") std::string name;
};
struct Employee {
  EARMARK_PERSONAL("employment.salary") std::string salary;
  EARMARK_PERSONAL("contact.phone") EARMARK_SUBJECT("employee") std::string phone;
};
struct Both {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("employment.number") std::string number; // CHECK: people.h:[[@LINE]]:{{[0-9]+}}: error: 'Both' mixes data of customer ('Both::email') and of employee ('Both::number'), and the policy keeps the two apart [need-to-know]
};
struct OfOne {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") std::string phone;
};
void use(const std::string &);
EARMARK_SINK("store", "crm") void keepCustomer(const std::string &);
EARMARK_SINK("store", "staff") void keepEmployee(const std::string &);
EARMARK_SINK("file") void save(const std::string &);
EARMARK_SINK("export") void write(const std::string &);
EARMARK_MARKS("anonymised") std::string anonymous(const std::string &);
EARMARK_ERASES("contact") void forget();

//--- hr/a.cpp
#include "people.h"
void readsCustomer(const Customer &c) {
  use(c.email); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which belongs to hr (earmark.yaml:{{[0-9]+}}), while only desk need to know it (earmark.yaml:6) [need-to-know]
}
void readsAnyone(const Customer &c) { use(c.name); }      // no department was named
void readsOwn(const Employee &e) { use(e.salary); }

//--- desk/b.cpp
#include "people.h"
void readsSalary(const Employee &e) {
  use(e.salary); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}while only hr need to know it {{.*}}[need-to-know]
}
void readsCustomer(const Customer &c, const OfOne &o) { use(c.email + o.phone); }

//--- c.cpp
#include "people.h"
EARMARK_RUNS_FOR("billing") void wrongSubject(const Employee &e) {
  use(e.phone); // CHECK: {{^}}c.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs for billing (c.cpp:[[@LINE-1]]), and that is about customer only [need-to-know]
}
EARMARK_RUNS_FOR("employment") void wrongSubjectToo(const Customer &c) {
  use(c.name); // CHECK: {{^}}c.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}that is about employee only [need-to-know]
}
EARMARK_RUNS_FOR("billing") void rightSubject(const Customer &c) { use(c.email); }
EARMARK_RUNS_FOR("security") void anySubject(const Employee &e) { use(e.phone); }
void keepsApart(const Customer &c, const Employee &e) {
  keepCustomer(c.name);
  keepEmployee(e.salary);
}
void mixesStore(const Employee &e) {
  keepCustomer(e.salary); // CHECK: {{^}}c.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the store 'crm' also holds 'identity.name' of customer, and the policy keeps the two apart [need-to-know]
}
void mixesValues(const Customer &c, const Employee &e) {
  write(anonymous(c.name) + anonymous(e.phone));
  save(c.name + e.salary); // CHECK: {{^}}c.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the same value also holds '{{.*}}' of {{.*}}, and the policy keeps the two apart [need-to-know]
}
void mixesNothing(const Customer &c, const Employee &e) {
  write(anonymous(c.email + e.phone));
  keepEmployee(anonymous(c.email));
}
