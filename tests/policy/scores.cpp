// What follows from the score of a model is looked at by a person: where the score
// is passed to the decision, and where it only says whether it is taken.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'
// RUN: cd %t && not %earmark check a.cpp b.cpp --lang nl --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck a.cpp --check-prefix=NL

//--- data.h
#pragma once
#include <earmark/earmark.h>
struct Applicant {
  EARMARK_PERSONAL("financial.income") int income;
  int number;
};
struct Risk { EARMARK_PERSONAL("profile.score") double value; int version; };
EARMARK_MARKS("scored") double predict(int income);
EARMARK_PERSONAL("profile.prediction") double chanceOf(int number);
EARMARK_SINK("decision") void refuse(double by);
EARMARK_SINK("decision") void close(int number);
EARMARK_MARKS("reviewed") double review(double);
EARMARK_MARKS("reviewed") bool agreed(int number);
EARMARK_MARKS("anonymised") int band(int income);
void handle(int number);
bool isLow(double score);

//--- a.cpp
#include "data.h"
// ---- found
void passed(const Applicant &a) { refuse(predict(a.income)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}enters an automated decision by 'refuse': it is the score of a model, and no person has reviewed what follows from it [unreviewed-decision]
// NL: a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}dit is de score van een model, en geen mens heeft beoordeeld wat eruit volgt [unreviewed-decision]
void field(const Risk &r) { refuse(r.value); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}it is the score of a model, {{.*}}[unreviewed-decision]
void follows(const Applicant &a) {
  if (predict(a.income) < 0.5)
    close(a.number); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: whether 'close' is called follows from the score of 'predict' (data.h:8), and no person has reviewed that [unreviewed-decision]
  // NL: a.cpp:[[@LINE-1]]:{{[0-9]+}}: error: of 'close' wordt aangeroepen volgt uit de score van 'predict' (data.h:8), en geen mens heeft dat beoordeeld [unreviewed-decision]
}
void byVariable(const Applicant &a) {
  double chance = chanceOf(a.number);
  bool low = chance < 0.2;
  if (!low)
    return;
  close(a.number); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the score of 'chanceOf' {{.*}}[unreviewed-decision]
}
void byField(const Risk &r, int number) {
  while (r.value > 10)
    close(number); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the score of 'Risk::value' {{.*}}[unreviewed-decision]
}
void byPredicate(const Applicant &a) {
  if (isLow(predict(a.income)))
    close(a.number); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the score of 'predict' {{.*}}[unreviewed-decision]
}
void inCallee(const Applicant &a) {
  if (predict(a.income) < 0.5)
    handle(a.number);
}
static void byParameter(double score, int number) {
  if (score < 1)
    close(number); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unreviewed-decision]
}
void passes(const Applicant &a) { byParameter(predict(a.income), a.number); }

// ---- near misses
void seen(const Applicant &a) { refuse(review(predict(a.income))); } // near: unreviewed-decision
void seenBefore(const Applicant &a) { // near: unreviewed-decision
  if (review(predict(a.income)) < 0.5)
    close(a.number);
}
void agreedTo(const Applicant &a) { // near: unreviewed-decision
  if (predict(a.income) < 0.5 && agreed(a.number))
    close(a.number);
}
void otherField(const Risk &r, int number) { // near: unreviewed-decision
  if (r.version > 2)
    close(number);
}
void always(const Applicant &a) { // near: unreviewed-decision
  int calls = 0;
  if (predict(a.income) < 0.5)
    ++calls;
  close(a.number);
}
void byNumber(const Applicant &a) { // near: unreviewed-decision
  if (a.number > 3)
    close(a.number);
}

//--- b.cpp
#include "data.h"
void handle(int number) {
  close(number); // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}the score of 'predict' {{.*}}[unreviewed-decision]
}
