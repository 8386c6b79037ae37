// What is done for an audited purpose leaves a record on every path, and the
// record does not hold the data.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'

//--- earmark.yaml
earmark: 1
extends: [avg]
models: off
purposes:
  service: {audited: true}
  billing: {audited: before}
  legal: {audited: after}

//--- customer.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("identity.customer-number") std::string number;
  EARMARK_PERSONAL("contact.phone") std::string phone;
  bool active;
};
EARMARK_AUDITS("use") void audit(const std::string &what);
EARMARK_AUDITS("billing") void auditBilling();
void dial(const std::string &phone);
void note(const Customer &c);
bool chance();

//--- a.cpp
#include "customer.h"
namespace EARMARK_RUNS_FOR("service") service {
// ---- found
void never(const Customer &c) { dial(c.phone); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which serves service and is audited, and a path leaves no record of it [unaudited-use]
void oneBranch(const Customer &c) {
  if (c.active)
    audit("dialled");
  dial(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
}
void earlyReturn(const Customer &c) {
  dial(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
  if (!c.active)
    return;
  audit("dialled");
}
void inHandler(const Customer &c) {
  try {
    chance();
    audit("noted");
  } catch (int) {
    dial(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
  }
}
void otherRecord(const Customer &c) {
  auditBilling();
  dial(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
}
void sometimes() {
  if (chance())
    audit("perhaps");
}
void byOneThatSometimes(const Customer &c) {
  sometimes();
  dial(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
}
void payload(const Customer &c) {
  audit(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is written into the audit record by 'audit': a record says who used what, and does not hold it [unaudited-use]
}
void payloadInText(const Customer &c) {
  std::string text = "dialled " + c.phone;
  audit(text); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
}
// ---- near misses
void before(const Customer &c) { // near: unaudited-use
  audit("dial");
  dial(c.phone);
}
void after(const Customer &c) { // near: unaudited-use
  dial(c.phone);
  audit("dialled");
}
void bothBranches(const Customer &c) { // near: unaudited-use
  if (c.active)
    audit("active");
  else
    audit("inactive");
  dial(c.phone);
}
void recorded(const Customer &c) { audit(c.number); } // near: unaudited-use
void byOneThatRecords(const Customer &c) { // near: unaudited-use
  recorded(c);
  dial(c.phone);
}
void notUsed(const Customer &c) { // near: unaudited-use
  if (!c.active)
    return;
  audit("dial");
  dial(c.phone);
}
void helper(const Customer &c) { dial(c.phone); } // near: unaudited-use
void recordInCaller(const Customer &c) { // near: unaudited-use
  audit("dial");
  helper(c);
}
} // namespace service
EARMARK_RUNS_FOR("quality") void unauditedPurpose(const Customer &c) { dial(c.phone); } // near: unaudited-use

//--- b.cpp
#include "customer.h"
EARMARK_RUNS_FOR("billing") void recordedBefore(const Customer &c) {
  auditBilling();
  dial(c.phone);
}
EARMARK_RUNS_FOR("billing") void recordedTooLate(const Customer &c) {
  dial(c.phone); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}leaves no record of it before it [unaudited-use]
  auditBilling();
}
EARMARK_RUNS_FOR("legal") void recordedAfter(const Customer &c) {
  dial(c.phone);
  audit("sent");
}
EARMARK_RUNS_FOR("legal") void recordedTooEarly(const Customer &c) {
  audit("sent");
  dial(c.phone); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}leaves no record of it after it [unaudited-use]
}
