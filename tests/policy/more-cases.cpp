// Of rules that have no file of their own: what is found, and what is near it and is
// not, through calls, fields and units.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='{{^}}a.cpp:{{.*}}error:' --implicit-check-not='{{^}}a.cpp:{{.*}}warning:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='{{^}}b.cpp:{{.*}}error:'
// RUN: FileCheck data.h --input-file=out.txt --implicit-check-not='data.h:{{.*}}warning:' --allow-empty

//--- earmark.yaml
earmark: 1
extends: [avg]
models: off
regions: [EEA]
data:
  contact.phone: {purposes: [service]}
stores:
  crm: {region: NL, encrypted: true}
  copy: {region: DE, encrypted: true}
recipients:
  acme: {role: processor, agreement: DPA-1, until: 2027-03-01, region: NL, purposes: [service, billing], hosts: [api.acme.example]}
rules: {missing-erasure: off}
exceptions:
  - {rule: missing-erasure, weakens: true, reason: another test, by: J. Jansen, role: dpo, until: 2027-01-01}

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
#include <vector>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") std::string phone;
  EARMARK_PERSONAL("identity.name") std::string name;
  EARMARK_PERSONAL("health.condition") std::string illness;
  EARMARK_PERSONAL("criminal.record") std::string record;
  EARMARK_PERSONAL("biometric.face") EARMARK_IS("anonymised") std::string blurred;
  EARMARK_PERSONAL("contact.email") EARMARK_IS("encrypted") std::string sealed;
  EARMARK_PERSONAL("contact.email") EARMARK_ONLY_FOR("marketing") std::string newsletter;
  int number;
};
struct Row { std::string text; };
EARMARK_SINK("log") void print(const std::string &);
EARMARK_SINK("store", "crm") void keep(const std::string &);
EARMARK_SINK("store", "copy") void copy(const std::string &);
EARMARK_SINK("transmit") void transmit(const std::string &);
EARMARK_SINK("third-party", "acme") void post(const char *url, const std::string &);
EARMARK_SINK("decision") void decide(const std::string &);
void put(EARMARK_EXPECTS("encrypted") const std::string &value);
EARMARK_MARKS("encrypted") std::string seal(const std::string &);
EARMARK_UNMARKS("encrypted") std::string unseal(const std::string &);
EARMARK_MARKS("encoded") std::string base64(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);
EARMARK_MARKS("pseudonymised") std::string number(const std::string &);
EARMARK_MARKS("aggregated") std::string count(const std::vector<std::string> &);
EARMARK_MARKS("reviewed") std::string seen(const std::string &);
void use(const std::string &);
void forward(const std::string &);
void decideLater(const std::string &);
void sealedOn(const std::string &);
void putLater(const std::string &);
EARMARK_RUNS_FOR("service") void answerLater(const Customer &);

//--- a.cpp
#include "data.h"
// ---- personal-data-in-log
void logsDirectly(const Customer &c) { print(c.email); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is written to a log by 'print'{{.*}}[personal-data-in-log]
void logsNumber(const Customer &c) { print(std::to_string(c.number)); }     // near: personal-data-in-log
void logsPseudonym(const Customer &c) { print(number(c.email)); }           // near: personal-data-in-log
void logsSealed(const Customer &c) { print("mail " + seal(c.email)); }      // near: personal-data-in-log
void logsBlurredField(const Customer &c) { Row row{blur(c.name)}; print(row.text); } // near: personal-data-in-log
void logsCount(const Customer &c) { print(count({c.email, c.email})); }     // near: personal-data-in-log
void logsSize(const Customer &c) { print(c.email.empty() ? "none" : "one"); } // near: personal-data-in-log
void logsByUnit(const Customer &c) { forward(blur(c.email)); }              // near: personal-data-in-log

// ---- unencrypted-transfer
void sends(const Customer &c) { transmit(c.name); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}no constant says that the channel is [unencrypted-transfer]
void sendsOpened(const Customer &c) { transmit(unseal(c.sealed)); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
void sendsField(const Customer &c) { Row row{"x" + c.name}; transmit(row.text); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
void clear(const Customer &c) { post("http://api.acme.example/v1", c.name); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the channel 'http://api.acme.example/v1' is clear text [unencrypted-transfer]
void sendsOnOneBranch(const Customer &c) {
  std::string text = c.name;
  if (c.number > 3)
    text = seal(text);
  transmit(text); // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}on another, which goes through line [[@LINE-1]], it is{{.*}}[unencrypted-transfer]
}
void sendsSealed(const Customer &c) { transmit(seal(c.name)); }             // near: unencrypted-transfer
void sendsStillSealed(const Customer &c) { transmit(base64(c.sealed)); }    // near: unencrypted-transfer
void sendsBlurred(const Customer &c) { Row row{blur(c.name)}; transmit(row.text); } // near: unencrypted-transfer
void overTls(const Customer &c) { post("https://api.acme.example/v1", c.name); } // near: unencrypted-transfer
void sendsNothing(const Customer &c) { transmit(std::to_string(c.number)); } // near: unencrypted-transfer
void sendsByUnit(const Customer &c) { sealedOn(c.name); }                   // near: unencrypted-transfer

// ---- special-category-in-decision
void illness(const Customer &c) { decide(seen(c.illness)); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}it is of a special category{{.*}}[special-category-in-decision]
void record(const Customer &c) { Row row{seen("r" + c.record)}; decide(row.text); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'criminal.record'{{.*}}[special-category-in-decision]
std::string first(const Customer &c) { return seen(c.illness); }
void byCall(const Customer &c) { decide(first(c)); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[special-category-in-decision]
void encoded(const Customer &c) { decide(seen(base64(c.illness))); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[special-category-in-decision]
void byUnit(const Customer &c) { decideLater(c.record); }
void decidesName(const Customer &c) { decide(seen(c.name)); }               // near: special-category-in-decision
void decidesBlurred(const Customer &c) { decide(blur(c.illness)); }         // near: special-category-in-decision
void decidesHeldBlurred(const Customer &c) { decide(c.blurred); }           // near: special-category-in-decision
void decidesCount(const Customer &c) { decide(count({c.illness})); }        // near: special-category-in-decision
void decidesNumber(const Customer &c) { decide(std::to_string(c.number)); } // near: special-category-in-decision
void logsIllness(const Customer &c) { print(seal(c.illness)); }             // near: special-category-in-decision

// ---- state-expectation
void puts(const Customer &c) { put(c.email); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is passed to 'put', which expects it encrypted; it is not encrypted [state-expectation]
void putsOpened(const Customer &c) { put(unseal(c.sealed)); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[state-expectation]
void putsField(const Customer &c) { Row row{c.name}; put(row.text); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[state-expectation]
void putsPseudonym(const Customer &c) { put(number(c.name)); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[state-expectation]
void putsByUnit(const Customer &c) { putLater(c.email); }
void putsSealed(const Customer &c) { put(seal(c.email)); }                  // near: state-expectation
void putsHeldSealed(const Customer &c) { put(c.sealed); }                   // near: state-expectation
void putsSealedField(const Customer &c) { Row row{seal(c.name)}; put(row.text); } // near: state-expectation
void putsText() { put("hello"); }                                           // near: state-expectation
void putsAgain(const Customer &c) { put(seal(unseal(c.sealed))); }          // near: state-expectation
void putsEncoded(const Customer &c) { put(base64(seal(c.email))); }         // near: state-expectation

// ---- undeclared-purpose
namespace EARMARK_RUNS_FOR("service") service {
std::string greet(const Customer &c) { return c.name; } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs for service (a.cpp:[[@LINE-1]]), while no purpose is declared for it [undeclared-purpose]
void passes(const Customer &c) { use(c.email); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'contact.email'{{.*}}[undeclared-purpose]
struct Desk {
  std::string last;
  void remember(const Customer &c) { last = c.illness; } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'health.condition'{{.*}}[undeclared-purpose]
};
std::string answer(const Customer &c) { return c.phone; }                   // near: undeclared-purpose
std::string counts(const Customer &c) { return std::to_string(c.number); }  // near: undeclared-purpose
struct Line {
  std::string last;
  void remember(const Customer &c) { last = c.phone; }                      // near: undeclared-purpose
};
} // namespace service
EARMARK_RUNS_FOR("billing") void bill(const Customer &c) { use(c.email + c.name); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs for billing {{.*}}[undeclared-purpose]
// CHECK: {{^}}a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}'identity.name'{{.*}}which runs for billing {{.*}}[undeclared-purpose]
std::string helper(const Customer &c) { return c.name; }                    // near: undeclared-purpose
void nobodySaid(const Customer &c) { use(c.email); }                        // near: undeclared-purpose
EARMARK_RUNS_FOR("service") void calls(const Customer &c) { answerLater(c); use(c.phone); } // near: undeclared-purpose

// ---- data-minimisation: kept in two stores
void once(const Customer &c) { keep(c.email); }                             // near: data-minimisation
void twice(const Customer &c) { copy(c.email); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: warning: {{.*}}it is kept in store 'crm' too [data-minimisation]
void sealedTwice(const Customer &c) { keep(c.illness); copy(seal(c.illness)); } // CHECK: {{^}}a.cpp:[[@LINE]]:{{[0-9]+}}: warning: {{.*}}[data-minimisation]
void keepsNumber(const Customer &c) { keep(c.name); copy(number(c.name)); } // near: data-minimisation
void keepsOther(const Customer &c) { keep(c.name); copy(c.record); }        // near: data-minimisation
void keepsBlurred(const Customer &c) { keep(c.phone); copy(blur(c.phone)); } // near: data-minimisation
void keepsAgain(const Customer &c) { keep(c.name); keep(c.name); }          // near: data-minimisation

// ---- recipients and regions
void agreed(const Customer &c) { post("https://api.acme.example/v1", c.email); } // near: unapproved-recipient, outside-region, unknown-recipient
EARMARK_RUNS_FOR("service") void answers(const Customer &c) { post("https://api.acme.example/v1", c.phone); } // near: unapproved-recipient
void inGermany(const Customer &c) { copy(c.record); }                       // near: outside-region

//--- b.cpp
#include "data.h"
void forward(const std::string &text) { print("got " + text); }
void sealedOn(const std::string &text) { transmit(seal(text)); }
void decideLater(const std::string &text) { decide(seen(text)); } // CHECK: {{^}}b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'criminal.record'{{.*}}[special-category-in-decision]
void decideRow(const std::vector<Customer> &all) { decide(seen(all[0].illness)); } // CHECK: {{^}}b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[special-category-in-decision]
void putLater(const std::string &text) { put("v1 " + text); } // CHECK: {{^}}b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[state-expectation]
void putRow(const std::vector<Customer> &all) { for (const Customer &c : all) put(c.email); } // CHECK: {{^}}b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[state-expectation]
void answerLater(const Customer &c) { use(c.name); } // CHECK: {{^}}b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[undeclared-purpose]
