// The report for programs has every field, and its fingerprints survive moved
// lines: with the first report as baseline, the moved program passes.
// RUN: rm -rf %t && mkdir -p %t
// RUN: bash -c '%earmark check %s --format json -o %t/report.json -- -I%annotations; test $? = 1'
// RUN: %python -m json.tool %t/report.json | FileCheck %s
// RUN: bash -c '(echo; echo; cat %s) > %t/json.cpp'
// RUN: not %earmark check %t/json.cpp -- -I%annotations
// RUN: %earmark check %t/json.cpp --baseline %t/report.json -- -I%annotations | FileCheck %s --check-prefix=KNOWN
// KNOWN: no new findings; 1 in the baseline, 0 gone since
#include <cstdio>
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};
void greet(const Customer &customer) { std::puts(customer.email); }
// CHECK: "rule": "personal-data-in-log"
// CHECK: "level": "error"
// CHECK: "function": "greet"
// CHECK: "data": "contact.email"
// CHECK: "subject": "customer"
// CHECK: "confidence": "certain"
// CHECK: "source": {
// CHECK: "name": "Customer::email"
// CHECK: "path": [
// CHECK: "fingerprint": "{{[0-9a-f]+}}"
// CHECK: "assurance": {
// CHECK: "complete": true
