// An object is personal by its type where its memory is passed on; a `void *` that was
// set earlier, or that a function without a size was given, does not say what it was.
// RUN: %earmark check %s -- -I%annotations 2>&1 | FileCheck %s
#include <earmark/earmark.h>
struct user {
  EARMARK_PERSONAL("identity.name") char name[20];
};
EARMARK_SINK("log") void vsink(const void *);
void variable(struct user *u) {
  const void *p = u;
  vsink(p); // right: personal-data-in-log
}
static void show(const void *p) { vsink(p); } // right: personal-data-in-log
void parameter(struct user *u) { show(u); }
// CHECK: no findings
