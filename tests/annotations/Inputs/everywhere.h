/* All of the vocabulary, wherever people put such macros. */
#ifndef PLAIN
#include <earmark/earmark.h>
#else
/* The same source by hand without the macros: what a build must see. */
#define EARMARK_PERSONAL(...)
#define EARMARK_SUBJECT(...)
#define EARMARK_ONLY_FOR(...)
#define EARMARK_RETENTION(...)
#define EARMARK_IS(...)
#define EARMARK_NOT_PERSONAL(...)
#define EARMARK_RUNS_FOR(...)
#define EARMARK_CONSENT_FOR(...)
#define EARMARK_AUDITS(...)
#define EARMARK_ERASES(...)
#define EARMARK_SINK(...)
#define EARMARK_MARKS(...)
#define EARMARK_UNMARKS(...)
#define EARMARK_EXPECTS(...)
#endif

typedef char mail_t[64] EARMARK_PERSONAL("contact.email");
enum EARMARK_PERSONAL("gender") gender { F, M };
struct EARMARK_PERSONAL("contact") EARMARK_SUBJECT("customer") person {
  mail_t mail;
  EARMARK_PERSONAL("identity.name") char name[40];
  int age EARMARK_PERSONAL("identity.age") EARMARK_ONLY_FOR("service", "billing");
  int notes EARMARK_NOT_PERSONAL("a count") EARMARK_RETENTION("P1Y");
  unsigned flag : 3 EARMARK_IS("encrypted");
};
extern int shared EARMARK_PERSONAL("contact");
EARMARK_SINK("log") void say(const char *text, ...);
void keep(EARMARK_SINK("store", "crm") const struct person *who, int n EARMARK_EXPECTS("encrypted"));
void seal(char *out EARMARK_MARKS("encrypted"), char *in EARMARK_UNMARKS("encrypted"));
static EARMARK_RUNS_FOR("service") inline int twice(int n) { return n + n; }
EARMARK_AUDITS("use") EARMARK_ERASES("contact", "crm") void forget(int customer);
int shared EARMARK_PERSONAL("contact") = 4;
