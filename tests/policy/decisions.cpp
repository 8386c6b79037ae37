// Automated decisions: reviewed by a person, and never on a special category.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Applicant {
  EARMARK_PERSONAL("financial.income") int income;
  EARMARK_PERSONAL("health.condition") std::string illness;
  EARMARK_PERSONAL("religion") std::string faith;
  int size;
};
struct Score { EARMARK_PERSONAL("profile.score") double value; };
Score predict(int size);
EARMARK_SINK("decision") void decide(int);
EARMARK_SINK("decision") void refuse(const std::string &);
EARMARK_SINK("decision") void rank(double);
EARMARK_MARKS("reviewed") int reviewed(int);
EARMARK_MARKS("reviewed") std::string seen(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);
EARMARK_UNMARKS("reviewed") int changed(int);
void forward(int);

//--- a.cpp
#include "data.h"
void direct(const Applicant &a) { decide(a.income); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}it is not reviewed by a person, anonymised or aggregated [unreviewed-decision]
void scored(const Applicant &a) { rank(predict(a.size).value); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unreviewed-decision]
void oneBranch(const Applicant &a) {
  int income = a.income;
  if (a.size > 3)
    income = reviewed(income);
  decide(income); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unreviewed-decision]
}
void changedSince(const Applicant &a) { decide(changed(reviewed(a.income))); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unreviewed-decision]
struct Form { int amount; };
void byField(const Applicant &a) { Form form{a.income}; decide(form.amount); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unreviewed-decision]
void byUnit(const Applicant &a) { forward(a.income); }
// special categories, reviewed or not
void special(const Applicant &a) { refuse(seen(a.illness)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}it is of a special category: it is not anonymised or aggregated [special-category-in-decision]
void specialToo(const Applicant &a) { refuse(seen("x" + a.faith)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'religion'{{.*}}[special-category-in-decision]
// near misses
void seenBefore(const Applicant &a) { decide(reviewed(a.income)); } // near: unreviewed-decision
void notPersonal(const Applicant &a) { decide(a.size); } // near: unreviewed-decision
void blurred(const Applicant &a) { refuse(blur(a.illness)); } // near: unreviewed-decision
void reviewedField(const Applicant &a) { Form form{a.income}; form.amount = reviewed(form.amount); decide(form.amount); } // near: unreviewed-decision
int known(const Applicant &a) { return a.income; }
void bothBranches(const Applicant &a) { decide(a.size > 3 ? reviewed(a.income) : a.size); } // near: unreviewed-decision

//--- b.cpp
#include "data.h"
void forward(int income) { decide(income); } // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unreviewed-decision]
