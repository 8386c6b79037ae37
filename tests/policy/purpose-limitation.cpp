// Data that may serve one purpose, in code that runs for another, or at a sink
// that serves another. What code calls runs for its purpose too.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp marketing/b.cpp shared.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations -I. > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='{{^}}a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck marketing/b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'

//--- earmark.yaml
earmark: 1
extends: [avg]
models: off
purposes:
  marketing: {legal-basis: legitimate-interests}
data:
  contact.phone: {purposes: [service, billing]}
contexts:
  - {path: "marketing/**", runs-for: marketing}
  - {namespace: "ads::**", runs-for: marketing}
annotate:
  - {function: "campaign", runs-for: marketing}

//--- customer.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") EARMARK_ONLY_FOR("service") std::string email;
  EARMARK_PERSONAL("contact.phone") std::string phone;
  EARMARK_PERSONAL("identity.name") std::string name;
};
void use(const std::string &);
std::string shared(const Customer &c);
EARMARK_MARKS("anonymised") std::string count(const std::string &);
EARMARK_SINK("training") void learn(const std::string &);
EARMARK_PERSONAL("contact.phone") std::string lookUp(int id);

//--- a.cpp
#include "customer.h"
// ---- found
EARMARK_RUNS_FOR("marketing") std::string offer(const Customer &c) {
  return c.email; // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}runs for marketing (a.cpp:[[@LINE-1]]), while it may only serve service (customer.h:5) [purpose-limitation]
}
struct EARMARK_RUNS_FOR("marketing") Mailer {
  void mail(const Customer &c) { use(c.phone); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}may only serve billing or service (earmark.yaml:7) [purpose-limitation]
};
namespace EARMARK_RUNS_FOR("quality") quality {
void measure(const Customer &c) {
  use(lookUp(7)); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs for quality {{.*}}[purpose-limitation]
}
} // namespace quality
namespace ads {
void show(const Customer &c) {
  use(c.email); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[purpose-limitation]
}
} // namespace ads
void campaign(const Customer &c) {
  use(c.email); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[purpose-limitation]
}
void helper(const Customer &c) {
  use(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs for marketing because 'callsHelper' calls it {{.*}}[purpose-limitation]
}
EARMARK_RUNS_FOR("marketing") void callsHelper(const Customer &c) { helper(c); }
EARMARK_RUNS_FOR("marketing") void print(const std::string &text);
EARMARK_RUNS_FOR("service") void passes(const Customer &c) {
  print(c.email); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is passed to 'print', which runs for marketing {{.*}}[purpose-limitation]
}
void train(const Customer &c) {
  learn(c.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which serves training, while it may only serve billing or service {{.*}}[purpose-limitation]
}
EARMARK_RUNS_FOR("marketing") void handedBack(const Customer &c) {
  use(shared(c)); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[purpose-limitation]
}

// ---- near misses
EARMARK_RUNS_FOR("service") std::string answer(const Customer &c) { return c.email + c.phone; } // near: purpose-limitation
EARMARK_RUNS_FOR("marketing") std::string greet(const Customer &c) { return c.name; } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs for marketing (a.cpp:[[@LINE]]), while no purpose is declared for it [undeclared-purpose]
void nobodySaid(const Customer &c) { use(c.email); } // near: purpose-limitation
struct EARMARK_RUNS_FOR("marketing") Desk {
  EARMARK_RUNS_FOR("service") void answer(const Customer &c) { use(c.email); } // the nearest counts
};
EARMARK_RUNS_FOR("service") void ownPurpose(const Customer &c) { use(c.email); } // near: purpose-limitation
EARMARK_RUNS_FOR("marketing") void callsOther(const Customer &c) { ownPurpose(c); } // near: purpose-limitation
void onlyForService(const Customer &c) { use(c.phone); } // near: purpose-limitation
EARMARK_RUNS_FOR("service") void callsOnly(const Customer &c) { onlyForService(c); } // near: purpose-limitation
namespace adsense { void show(const Customer &c) { use(c.email); } } // no "ads"

//--- marketing/b.cpp
#include "customer.h"
std::string shared(const Customer &c); // another unit's
void mailing(const Customer &c) {
  use(c.email); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which runs for marketing (earmark.yaml:9), {{.*}}[purpose-limitation]
}
//--- shared.cpp
#include "customer.h"
std::string shared(const Customer &c) { return c.email; }
