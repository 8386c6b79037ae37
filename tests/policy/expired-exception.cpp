// Exceptions are for a time, say who approved them and why, and excuse something.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp --policy earmark.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=%t/out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='a.cpp:{{.*}}warning:'
// RUN: FileCheck earmark.yaml --input-file=%t/out.txt --implicit-check-not='earmark.yaml:{{.*}}error:' --implicit-check-not='earmark.yaml:{{.*}}warning:'
// RUN: cd %t && not %earmark check a.cpp --policy earmark.yaml --lang nl --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck a.cpp --check-prefix=NL

//--- earmark.yaml
earmark: 1
extends: [avg]
rules:
  missing-consent: warning
  missing-erasure: off
exceptions:
  - {rule: personal-data-in-log, in: old, reason: was agreed, by: dpo, until: 2026-01-01} # CHECK: earmark.yaml:[[@LINE]]:5: error: {{.*}}ended on 2026-01-01 [expired-exception]
  - {rule: personal-data-in-log, in: nowhere, reason: was agreed, by: dpo, until: 2027-01-01} # CHECK: earmark.yaml:[[@LINE]]:5: {{.*}}[expired-exception]
  - {rule: missing-erasure, weakens: true, reason: was agreed, by: J. Jansen, role: dpo, until: 2026-11-20} # CHECK: earmark.yaml:[[@LINE]]:5: error: {{.*}}[expired-exception]
  - {rule: missing-consent, weakens: true, reason: is agreed, by: J. Jansen, role: dpo, until: 2026-11-21} # near: expired-exception
  - {rule: personal-data-in-log, in: trail, data: contact.email, source: "Customer::email", sink: log, reason: is agreed, by: dpo, until: 2027-01-01} # near: expired-exception
  - {rule: personal-data-in-log, in: "ops::**", data: contact, reason: is agreed, by: dpo, until: 2027-01-01} # near: expired-exception

//--- a.cpp
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
  EARMARK_PERSONAL("contact.phone") const char *phone;
};
EARMARK_SINK("log") void print(const char *);
EARMARK_SINK("log") void note(const char *);
void old(const Customer &c) {
  print(c.email); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void trail(const Customer &c) {
  print(c.email); // near: personal-data-in-log
  print(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'contact.phone'{{.*}}[personal-data-in-log]
}
namespace ops {
void status(const Customer &c) { print(c.phone); } // near: personal-data-in-log
}
void ended(const Customer &c) {
  // earmark: allow(personal-data-in-log) until 2026-11-20 by dpo: a demonstration
  print(c.email);
  // CHECK: a.cpp:[[@LINE-2]]:{{[0-9]+}}: error: this exception to 'personal-data-in-log' ended on 2026-11-20 [expired-exception]
  // CHECK: a.cpp:[[@LINE-2]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  // NL: a.cpp:[[@LINE-4]]:{{[0-9]+}}: error: deze uitzondering op 'personal-data-in-log' eindigde op 2026-11-20 [expired-exception]
}
void unused(const Customer &c) {
  // earmark: allow(personal-data-in-log) until 2027-01-01 by dpo: nothing is logged
  (void)c;
  // CHECK: a.cpp:[[@LINE-2]]:{{[0-9]+}}: {{.*}}[expired-exception]
}
void incomplete(const Customer &c) {
  // earmark: allow(personal-data-in-log) until 2027-01-01
  print(c.phone);
  // CHECK: a.cpp:[[@LINE-2]]:{{[0-9]+}}: error: this exception has no approver, reason; write {{.*}}[expired-exception]
  // CHECK: a.cpp:[[@LINE-2]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void holds(const Customer &c) {
  // earmark: allow(personal-data-in-log) until 2026-11-21 by dpo: until today
  print(c.email); // near: expired-exception
}
void holdsToo(const Customer &c) {
  note(c.phone); // earmark: allow(personal-data-in-log) until 2027-01-01 by dpo: on the line itself; near: expired-exception
}
void both(const Customer &c) {
  // earmark: allow(personal-data-in-log) until 2027-01-01 by dpo: two data, one line
  note(c.email), note(c.phone); // near: expired-exception
}
