// What is said seldom: of words that nobody declared, of exceptions that are wrong, of
// a rule that is weakened and nobody approved, of objects, of what leaves by a model.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt 2>&1
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='{{^}}a.cpp:{{.*}}error:' --implicit-check-not='{{^}}a.cpp:{{.*}}warning:'
// RUN: FileCheck earmark.yaml --input-file=out.txt
// RUN: cd %t && not %earmark check a.cpp --lang nl --as-of 2026-11-21 -- -std=c++20 -I%annotations 2>/dev/null | FileCheck a.cpp --check-prefix=NL

//--- earmark.yaml
earmark: 1
extends: [avg]
models: strict
apart: [customer, employee]
model-files: courier.yaml
recipients:
  acme: {role: processor, agreement: DPA-1, until: 2027-03-01, region: NL}
rules:
  missing-consent: warning # CHECK-DAG: earmark.yaml:[[@LINE]]:3: warning: rule 'missing-consent' is held at a lower level than in its pack, and no exception approves that [expired-exception]
  data-minimisation: {when: {data: contact}} # CHECK-DAG: earmark.yaml:[[@LINE]]:3: warning: rule 'data-minimisation' is held for fewer flows than in its pack, {{.*}}[expired-exception]
  personal-data-in-log: {require: {any-of: [anonymised, hashed]}} # CHECK-DAG: earmark.yaml:[[@LINE]]:3: warning: rule 'personal-data-in-log' is held with a weaker requirement than in its pack, {{.*}}[expired-exception]
  raw-data-in-analytics: {otherwise: {hashed: note}} # CHECK-DAG: earmark.yaml:[[@LINE]]:3: warning: rule 'raw-data-in-analytics' is held with a softer level for data that is hashed than in its pack, {{.*}}[expired-exception]

//--- courier.yaml
earmark-models: 1
library: courier
models:
  - {function: courier_send, leaves-project: true}

//--- a.cpp
#include <earmark/earmark.h>
#include <fstream>
#include <iostream>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
};
struct Employee {
  EARMARK_PERSONAL("employment.salary") std::string pay;
};
extern "C" void courier_send(const char *text);
EARMARK_SINK("third-party", "nobody") void toNobody(const std::string &);
EARMARK_SINK("fax") void fax(const std::string &);
void leaves(const Customer &c) {
  courier_send(c.email.c_str()); // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is passed to 'courier_send', which leaves the program [unknown-recipient]
  // NL: a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}wordt doorgegeven aan 'courier_send', dat het programma verlaat [unknown-recipient]
}
void undeclared(const Customer &c) {
  toNobody(c.email); // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the recipient 'nobody' is not declared [unknown-recipient]
  // NL: a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}de ontvanger 'nobody' is niet vastgelegd [unknown-recipient]
}
void mixes(const Customer &c, const Employee &e) {
  fax(c.email + e.pay); // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}reaches the sink 'fax' by 'fax': the same value also holds {{.*}}[need-to-know]
  // NL: a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}bereikt de uitgang 'fax' door 'fax': dezelfde waarde bevat ook {{.*}}[need-to-know]
}
void object(const Customer &c) {
  std::cerr << c.email; // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is written to a log through 'std::cerr'{{.*}}[personal-data-in-log]
  // NL: a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}wordt in een log geschreven via 'std::cerr'{{.*}}[personal-data-in-log]
}
// earmark: allow(personal-data-in-log) until 1 March by dpo: why
// CHECK: {{^}}a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}[expired-exception]
// earmark: allow(personal-data-in-log) until 2027-13-01 by dpo: why
// CHECK: {{^}}a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: '2027-13-01' is not a date; write it as 2027-03-01 [expired-exception]
// NL: a.cpp:[[@LINE-2]]:{{[0-9]+}}: error: '2027-13-01' is geen datum; schrijf hem als 2027-03-01 [expired-exception]
// earmark: allow(personal-data-in-logs) until 2027-03-01 by dpo: why
// CHECK: {{^}}a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: there is no rule 'personal-data-in-logs'; did you mean 'personal-data-in-log'? [expired-exception]
// NL: a.cpp:[[@LINE-2]]:{{[0-9]+}}: error: er is geen regel 'personal-data-in-logs'; bedoelde u 'personal-data-in-log'? [expired-exception]
