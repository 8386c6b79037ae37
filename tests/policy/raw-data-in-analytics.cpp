// Analyses and reports get anonymised data; pseudonymised passes with a remark.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:' --implicit-check-not='a.cpp:{{.*}}note: personal'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
#include <vector>
struct Call {
  EARMARK_PERSONAL("communication.call") std::string text;
  EARMARK_PERSONAL("contact.phone") std::string phone;
  EARMARK_PERSONAL("identity.name") EARMARK_IS("anonymised") std::string blurred;
  int minutes;
};
EARMARK_SINK("analytics") void measure(const std::string &);
EARMARK_SINK("export") void exportRow(const std::string &);
EARMARK_SINK("log") void print(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);
EARMARK_MARKS("pseudonymised") std::string number(const std::string &);
EARMARK_UNMARKS("pseudonymised") std::string numberBack(const std::string &);
EARMARK_MARKS("encoded") std::string base64(const std::string &);
EARMARK_MARKS("hashed") std::string digest(const std::string &);
EARMARK_MARKS("aggregated") std::string average(const std::vector<Call> &);
void forward(const std::string &);

//--- a.cpp
#include "data.h"
void raw(const Call &c) { measure(c.text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}it is not anonymised, aggregated or encrypted [raw-data-in-analytics]
void exported(const Call &c) { exportRow(c.phone); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[raw-data-in-analytics]
void encoded(const Call &c) { measure(base64(c.phone)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}only encoded, which looks encrypted and is not [raw-data-in-analytics]
void hashed(const Call &c) { measure(digest(c.phone)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}only hashed, which looks encrypted and is not [raw-data-in-analytics]
void back(const Call &c) { measure(numberBack(number(c.phone))); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[raw-data-in-analytics]
struct Row { std::string text; };
void byField(const Call &c) { Row row; row.text = c.text; measure(row.text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[raw-data-in-analytics]
void byUnit(const Call &c) { forward(c.text); }
void remark(const Call &c) { measure(number(c.phone)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: note: {{.*}}[raw-data-in-analytics]
// near misses
void blurred(const Call &c) { measure(blur(c.text)); } // near: raw-data-in-analytics
void averaged(const std::vector<Call> &calls) { exportRow(average(calls)); } // near: raw-data-in-analytics
void is(const Call &c) { measure(c.blurred); } // near: raw-data-in-analytics
void blurredNumber(const Call &c) { measure(blur(number(c.phone))); } // near: raw-data-in-analytics
void blurredField(const Call &c) { Row row; row.text = c.text; row.text = blur(row.text); measure(row.text); } // near: raw-data-in-analytics
void notPersonal(const Call &c) { measure(std::to_string(c.minutes)); } // near: raw-data-in-analytics

//--- b.cpp
#include "data.h"
void forward(const std::string &text) { exportRow("call: " + text); } // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[raw-data-in-analytics]
