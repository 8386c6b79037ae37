// Stores and recipients are inside the allowed regions. The countries of the EU
// and the EEA are built in.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'
// RUN: cd %t && %earmark check ch.cpp --policy adequate.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations

//--- earmark.yaml
earmark: 1
extends: [avg]
regions: [EEA]
recipients:
  us: {role: processor, agreement: D, region: US}
  ch: {role: processor, agreement: D, region: CH}
  gb: {role: processor, agreement: D, region: GB}
  somewhere: {role: processor, agreement: D}
  no: {role: processor, agreement: D, region: NO}
  eu: {role: processor, agreement: D, region: EU}
stores:
  virginia: {region: US, encrypted: true}
  nowhere: {encrypted: true}
  frankfurt: {region: DE, encrypted: true}

//--- adequate.yaml
earmark: 1
extends: [earmark.yaml]
regions: [EEA, adequate]

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer { EARMARK_PERSONAL("contact.email") std::string email; };
EARMARK_SINK("third-party", "us") void toUs(const std::string &);
EARMARK_SINK("third-party", "ch") void toCh(const std::string &);
EARMARK_SINK("third-party", "gb") void toGb(const std::string &);
EARMARK_SINK("third-party", "somewhere") void toSomewhere(const std::string &);
EARMARK_SINK("third-party", "no") void toNo(const std::string &);
EARMARK_SINK("third-party", "eu") void toEu(const std::string &);
EARMARK_SINK("store", "virginia") void keepInVirginia(const std::string &);
EARMARK_SINK("store", "nowhere") void keepNowhere(const std::string &);
EARMARK_SINK("store", "frankfurt") void keepInFrankfurt(const std::string &);
EARMARK_MARKS("encrypted") std::string seal(const std::string &);
void forward(const std::string &);

//--- a.cpp
#include "data.h"
void us(const Customer &c) { toUs(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}recipient 'us' is in US, which is outside the allowed regions [outside-region]
void ch(const Customer &c) { toCh(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[outside-region]
void gb(const Customer &c) { toGb("x" + c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[outside-region]
void unknown(const Customer &c) { toSomewhere(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the region of recipient 'somewhere' is not known [outside-region]
void virginia(const Customer &c) { keepInVirginia(seal(c.email)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}store 'virginia' is in US{{.*}}[outside-region]
void nowhere(const Customer &c) { keepNowhere(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the region of store 'nowhere' is not known [outside-region]
void byUnit(const Customer &c) { forward(c.email); }
// near misses
void no(const Customer &c) { toNo(c.email); } // near: outside-region
void eu(const Customer &c) { toEu(c.email); } // near: outside-region
void frankfurt(const Customer &c) { keepInFrankfurt(c.email); } // near: outside-region
void nothing() { toUs("hello"); keepNowhere("hello"); keepInVirginia("hello"); } // near: outside-region

//--- b.cpp
#include "data.h"
void forward(const std::string &text) { toUs(text); } // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[outside-region]

//--- ch.cpp
#include "data.h"
void ch(const Customer &c) { toCh(c.email); toGb(c.email); }
