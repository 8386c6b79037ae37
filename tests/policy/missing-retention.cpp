// What is stored has a term: of the datum, its category or its store.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'

//--- earmark.yaml
earmark: 1
extends: [avg]
data:
  loyalty: {description: Loyalty scheme, subject: customer}
  loyalty.card: {description: Number of the card}
  loyalty.points: {description: What was saved, retention: P1Y}
stores:
  crm: {region: NL, encrypted: true}
  archive: {region: NL, encrypted: true, retention: P7Y}

//--- card.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Card {
  EARMARK_PERSONAL("loyalty.card") std::string number;
  EARMARK_PERSONAL("loyalty.card") EARMARK_RETENTION("P1M") std::string scan;
  EARMARK_PERSONAL("loyalty.points") std::string points;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("store", "crm") void keep(const std::string &);
EARMARK_SINK("store", "archive") void archive(const std::string &);
EARMARK_SINK("store", "crm") void bind(const std::string &);
EARMARK_SINK("log") void print(const std::string &);
EARMARK_MARKS("encrypted") std::string seal(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);
void later(const std::string &);

//--- a.cpp
#include "card.h"
void direct(const Card &c) { keep(c.number); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}neither the data, its category, its type of interaction nor its store has a retention term [missing-retention]
void sealed(const Card &c) { bind(seal(c.number)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-retention]
void joined(const Card &c) { keep(c.points + c.number); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'loyalty.card'{{.*}}[missing-retention]
struct Row { std::string text; };
Row rowOf(const Card &c) { return {seal(c.number)}; }
void byField(const Card &c) { keep(rowOf(c).text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-retention]
void byCall(const std::string &text) { keep(text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-retention]
void callsIt(const Card &c) { byCall(c.number); }
void byUnit(const Card &c) { later(c.number); }
// near misses
void ownTerm(const Card &c) { keep(c.scan); } // near: missing-retention
void termOfCategory(const Card &c) { keep(c.points); } // near: missing-retention
void termOfParent(const Card &c) { keep(c.email); } // near: missing-retention
void termOfStore(const Card &c) { archive(c.number); } // near: missing-retention
void notStored(const Card &c) { print(seal(c.number)); } // near: missing-retention
void anonymous(const Card &c) { keep(blur(c.number)); } // near: missing-retention

//--- b.cpp
#include "card.h"
void later(const std::string &text) { keep(seal(text)); } // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-retention]
