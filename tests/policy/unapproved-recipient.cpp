// A recipient gets data under an agreement that is in force, for what was agreed.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'
// RUN: cd %t && not %earmark check c.cpp --as-of 2027-03-02 -- -std=c++20 -I%annotations | FileCheck c.cpp --check-prefix=LATER
// RUN: cd %t && %earmark check c.cpp --as-of 2027-03-01 -- -std=c++20 -I%annotations

//--- earmark.yaml
earmark: 1
extends: [avg]
purposes:
  marketing: {legal-basis: legitimate-interests}
recipients:
  acme: {role: processor, agreement: DPA-1, until: 2027-03-01, region: NL, purposes: [marketing], hosts: [api.acme.example]}
  old: {role: processor, agreement: DPA-2, until: 2025-12-31, region: NL}
  none: {role: processor, region: NL}
  open: {role: controller, agreement: DPA-3, region: NL, names: [events]}

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") EARMARK_ONLY_FOR("service") std::string phone;
};
EARMARK_SINK("third-party", "acme") void toAcme(const std::string &);
EARMARK_SINK("third-party", "old") void toOld(const std::string &);
EARMARK_SINK("third-party", "none") void toNone(const std::string &);
EARMARK_SINK("third-party", "open") void toOpen(const std::string &);
void forward(const std::string &);

//--- a.cpp
#include "data.h"
void expired(const Customer &c) { toOld(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}agreement 'DPA-2' with recipient 'old' ended on 2025-12-31 [unapproved-recipient]
void noAgreement(const Customer &c) { toNone(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}recipient 'none' has no agreement [unapproved-recipient]
void otherPurpose(const Customer &c) { toAcme(c.phone); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}recipient 'acme' is approved for marketing (earmark.yaml:6), and this is for service [unapproved-recipient]
EARMARK_RUNS_FOR("service") void codeOfOther(const Customer &c) { toAcme(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}this is for service [unapproved-recipient]
struct Row { std::string text; };
void byField(const Customer &c) { Row row{c.email}; toNone(row.text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unapproved-recipient]
void byUnit(const Customer &c) { forward(c.email); }
// near misses
void open(const Customer &c) { toOpen(c.phone); } // near: unapproved-recipient
void agreed(const Customer &c) { toAcme(c.email); } // near: unapproved-recipient
EARMARK_RUNS_FOR("marketing") void agreedCode(const Customer &c) { toAcme(c.email); } // near: unapproved-recipient
void notPersonal(const Customer &) { toOld("hello"); toNone("hello"); } // near: unapproved-recipient

//--- b.cpp
#include "data.h"
void forward(const std::string &text) { toOld("mail " + text); } // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unapproved-recipient]

//--- c.cpp
#include "data.h"
void untilThen(const Customer &c) { toAcme(c.email); } // LATER: c.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}ended on 2027-03-01 [unapproved-recipient]
