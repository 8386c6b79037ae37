// What is stored is erased in the end: a function does it, from that store, and
// something calls it.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp erase.cpp main.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='error:'
// Of a part of the program nobody can tell, unless it erases something itself.
// RUN: cd %t && %earmark check a.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations

//--- earmark.yaml
earmark: 1
extends: [avg]
stores:
  crm: {region: NL, encrypted: true}
  archive: {region: NL, encrypted: true}

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") std::string phone;
  EARMARK_PERSONAL("identity.name") std::string name;
  EARMARK_PERSONAL("location.gps") std::string place;
  EARMARK_PERSONAL("online.ip") std::string ip;
  EARMARK_PERSONAL("health.condition") std::string illness;
  EARMARK_PERSONAL("communication.mail") std::string mail;
};
EARMARK_SINK("store", "crm") void keep(const std::string &);
EARMARK_SINK("store", "archive") void archive(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);

//--- erase.h
#pragma once
#include <earmark/earmark.h>
EARMARK_ERASES("contact") void forgetContact(int id);
EARMARK_ERASES("identity", "crm") void forgetName(int id);
EARMARK_ERASES("location") void forgetPlace(int id);
EARMARK_ERASES("communication.mail", "crm") void forgetMail(int id);
EARMARK_ERASES("online.cookie") void forgetCookie(int id);

//--- a.cpp
#include "data.h"
void storesHealth(const Customer &c) { keep(c.illness); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}no function erases it from store 'crm' [missing-erasure]
void storesPlace(const Customer &c) { keep(c.place); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'forgetPlace' erases it from store 'crm', but nothing calls that [missing-erasure]
void archivesName(const Customer &c) { archive(c.name); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'forgetName' erases it from 'crm' only [missing-erasure]
void storesIp(const Customer &c) { keep(c.ip); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-erasure]
void byCall(const std::string &text) { keep(text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'health.condition'{{.*}}[missing-erasure]
void callsIt(const Customer &c) { byCall(c.illness); }
struct Row { std::string text; };
void byField(const Customer &c) { Row row{c.place}; archive(row.text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-erasure]
// near misses
void storesMail(const Customer &c) { keep(c.email); } // near: missing-erasure; forgetContact: the parent's
void archivesPhone(const Customer &c) { archive(c.phone); } // near: missing-erasure; from all stores
void storesName(const Customer &c) { keep(c.name); } // near: missing-erasure; from this store
void storesLetter(const Customer &c) { keep(c.mail); } // near: missing-erasure; called through a pointer
void anonymous(const Customer &c) { archive(blur(c.illness)); } // near: missing-erasure
void again(const Customer &c) { byCall(c.email); } // near: missing-erasure

//--- erase.cpp
#include "erase.h"
void forgetContact(int) {}
void forgetName(int) {}
void forgetPlace(int) {}
void forgetMail(int) {}

//--- main.cpp
#include "erase.h"
void unused(int id) { forgetPlace(id); }
struct Job { virtual void run() = 0; };
struct Nightly : Job { void run() override { forgetContact(1); } };
void start(Job &job) { job.run(); }
void each(void (*what)(int)) { what(1); }
int main() {
  Nightly nightly;
  start(nightly);
  forgetName(2);
  each(forgetMail);
}
