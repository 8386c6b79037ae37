// Terms and rules by type of interaction: of the category, or of the code that
// handles it where the datum arises.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp calls/b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations -I. > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck calls/b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'
// RUN: cd %t && %earmark inventory a.cpp calls/b.cpp --as-of 2026-11-21 --format json -- -std=c++20 -I%annotations -I. | FileCheck a.cpp --check-prefix=TERM

//--- earmark.yaml
earmark: 1
extends: [avg]
models: off
data:
  survey: {description: Answers to a survey, subject: customer}
  survey.call: {description: Answers given by telephone}
  survey.form: {description: Answers given on a form}
interactions:
  call: {data: [survey.call, communication.call], retention: P3M}
  kiosk: {description: {en: Terminal in a shop, nl: Zuil in een winkel}, retention: P1W}
contexts:
  - {path: "calls/**", interaction: call}
stores:
  crm: {region: NL, encrypted: true}
  archive: {region: NL, encrypted: true, retention: P1M}
exceptions:
  - {rule: data-minimisation, weakens: true, reason: another test, by: J. Jansen, role: dpo, until: 2027-01-01}
rules:
  data-minimisation: off
  no-recordings-abroad:
    when: {interaction: [call, kiosk], sink: export}
    require: anonymised
    message: {en: "what was said in a call {sink}", nl: "wat in een gesprek is gezegd {sink}"}

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Survey {
  EARMARK_PERSONAL("survey.call") std::string spoken;
  EARMARK_PERSONAL("survey.form") std::string written;
  EARMARK_PERSONAL("communication.call") std::string recording;
  EARMARK_PERSONAL("communication.mail") std::string mail;
};
EARMARK_SINK("store", "crm") void keep(const std::string &);
EARMARK_SINK("store", "archive") void archive(const std::string &);
EARMARK_SINK("export") void send(const std::string &);
EARMARK_MARKS("encrypted") std::string seal(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);

//--- a.cpp
#include "data.h"
void written(const Survey &s) { keep(s.written); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}neither the data, its category, its type of interaction nor its store has a retention term [missing-retention]
void sends(const Survey &s) { send(seal(s.recording)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: what was said in a call is exported by 'send': it is not anonymised [no-recordings-abroad]
void spoken(const Survey &s) { keep(s.spoken); }           // near: missing-retention
void archived(const Survey &s) { archive(s.written); }     // near: missing-retention
void mails(const Survey &s) { send(seal(s.mail)); }
void blurred(const Survey &s) { send(blur(s.recording)); }
void recorded(const Survey &s) { archive(s.recording); keep(s.recording); }
// The strictest wins: of the category (P6M), its interaction (P3M) and the store (P1M).
// TERM: "data": "communication.call"
// TERM: "store": "archive"
// TERM: "retention": "P1M"
// TERM: "data": "communication.call"
// TERM: "store": "crm"
// TERM: "retention": "P3M"

//--- calls/b.cpp
#include "data.h"
void handled(const Survey &s) { keep(s.written); } // near: missing-retention
void sendsToo(const Survey &s) { send(seal(s.mail)); } // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: what was said in a call is exported by 'send': it is not anonymised [no-recordings-abroad]
