// RUN: split-file %s %t
// RUN: %earmark check %t/a.c %t/b.c -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// CHECK: no findings
// The unit that passes `&u.link` knows no way from it to the object around it, so it does not tell of it.
//--- user.h
#include <stddef.h>
struct list { struct list *next; };
struct user { char *mail; struct list link; };
void show(struct list *l);
//--- a.c
#include <earmark/earmark.h>
#include "user.h"
EARMARK_PERSONAL("contact.email") char *email(void);
void passed(void) {
  struct user u = {email()};
  show(&u.link);
}
//--- b.c
#include <earmark/earmark.h>
#include "user.h"
EARMARK_SINK("log") void sink(const char *);
void show(struct list *l) {
  sink(((struct user *)((char *)l - offsetof(struct user, link)))->mail); // should be an error
}
