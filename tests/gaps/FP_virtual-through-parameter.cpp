// Known wrong: the class of an object that a function is given is that of any of its callers.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
struct Shape { virtual const char *name() const { return ""; } };
struct Leaky : Shape { const char *name() const override { return email(); } };
struct Clean : Shape { const char *name() const override { return "x"; } };
void unknown(Shape &s) { sink(s.name()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void calls() { Clean c; unknown(c); }
Leaky leaky;
