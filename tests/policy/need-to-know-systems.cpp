// Systems are kept apart as departments are: data that only some need to know, and
// stores that only some may use. What code calls belongs where it does.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check crm/a.cpp web/b.cpp shared.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations -I. > out.txt
// RUN: FileCheck crm/a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck web/b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'
// RUN: FileCheck shared.cpp --input-file=out.txt --implicit-check-not='shared.cpp:{{.*}}error:'
// RUN: cd %t && not %earmark check crm/a.cpp web/b.cpp shared.cpp --lang nl --as-of 2026-11-21 -- -std=c++20 -I%annotations -I. > nl.txt
// RUN: FileCheck web/b.cpp --input-file=%t/nl.txt --check-prefix=NL

//--- earmark.yaml
earmark: 1
extends: [avg]
models: off
data:
  contact: {systems: [crm, billing]}
  health: {systems: dossier, departments: [care]}
  health.measurement: {systems: [dossier, web]}
stores:
  customers: {region: NL, encrypted: true, systems: crm}
  shelf: {region: NL, encrypted: true, departments: [care, desk]}
rules: {missing-erasure: off, data-minimisation: off}
exceptions:
  - {rule: missing-erasure, weakens: true, reason: another test, by: J. Jansen, role: dpo, until: 2027-01-01}
  - {rule: data-minimisation, weakens: true, reason: another test, by: J. Jansen, role: dpo, until: 2027-01-01}
contexts:
  - {path: "crm/**", system: crm}
  - {path: "web/**", system: web, department: sales}
  - {namespace: "bill::**", system: billing}

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("identity.name") std::string name;
  EARMARK_PERSONAL("health.condition") std::string illness;
  EARMARK_PERSONAL("health.measurement") std::string pulse;
  int number;
};
void use(const std::string &);
EARMARK_SINK("store", "customers") void keep(const std::string &);
EARMARK_SINK("store", "shelf") void shelve(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);
std::string emailOf(const Customer &);
void onlyForCrm(const Customer &);
void forBoth(const Customer &);

//--- crm/a.cpp
#include "data.h"
void readsIllness(const Customer &c) {
  use(c.illness); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is used in 'readsIllness', which runs in system crm (earmark.yaml:16), while only system dossier need to know it (earmark.yaml:6) [need-to-know]
}
void readsEmail(const Customer &c) { use(c.email); }              // near: need-to-know
void keepsName(const Customer &c) { keep(c.name); }               // near: need-to-know
void calls(const Customer &c) { onlyForCrm(c); forBoth(c); }      // near: need-to-know
void handedBack(const Customer &c) { use(emailOf(c)); }           // near: need-to-know
namespace bill {
void invoice(const Customer &c) { use(c.email); }                 // near: need-to-know
}

//--- web/b.cpp
#include "data.h"
void webReadsEmail(const Customer &c) {
  use(c.email); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs in system web (earmark.yaml:17), while only systems billing and crm need to know it (earmark.yaml:5) [need-to-know]
  // NL: b.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}dat in systeem web draait (earmark.yaml:17), terwijl alleen systemen billing en crm ze nodig hebben (earmark.yaml:5) [need-to-know]
}
void readsPulse(const Customer &c) {
  use(c.pulse); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which belongs to sales (earmark.yaml:17), while only care need to know it (earmark.yaml:6) [need-to-know]
  // NL: b.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}dat bij sales hoort (earmark.yaml:17), terwijl alleen care ze nodig heeft (earmark.yaml:6) [need-to-know]
}
void webKeepsName(const Customer &c) {
  keep(c.name); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}in 'webKeepsName', which runs in system web (earmark.yaml:17), while only system crm may use store 'customers' (earmark.yaml:9) [need-to-know]
  // NL: b.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}in 'webKeepsName', dat in systeem web draait (earmark.yaml:17), terwijl alleen systeem crm opslag 'customers' mag gebruiken (earmark.yaml:9) [need-to-know]
}
void shelvesName(const Customer &c) {
  shelve(c.name); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which belongs to sales (earmark.yaml:17), while only care and desk may use store 'shelf' (earmark.yaml:10) [need-to-know]
}
void webHandedBack(const Customer &c) {
  use(emailOf(c)); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'contact.email'{{.*}}[need-to-know]
}
void webCalls(const Customer &c) { forBoth(c); }
void readsName(const Customer &c) { use(c.name + std::to_string(c.number)); } // near: need-to-know
void hello() { keep("hello"); shelve("hello"); }                              // near: need-to-know

//--- shared.cpp
#include "data.h"
std::string emailOf(const Customer &c) { return c.email; }
void onlyForCrm(const Customer &c) { use(c.email); } // near: need-to-know
void forBoth(const Customer &c) {
  use(c.email); // CHECK: shared.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is used in 'forBoth', which runs in system web because 'webCalls' calls it (earmark.yaml:17), while only systems billing and crm need to know it {{.*}}[need-to-know]
}
void nobodySays(const Customer &c) { use(c.email); } // near: need-to-know
