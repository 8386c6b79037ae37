#include <earmark/earmark.h>
#include <string>

struct Applicant {
  EARMARK_PERSONAL("financial.income") int income;
};
EARMARK_SINK("decision") void decide(int amount);
EARMARK_MARKS("reviewed") int reviewed(int amount);

void judge(const Applicant &applicant) { decide(reviewed(applicant.income)); }
