// A closure passed by value that stores its parameter through a captured reference; two closures given to one template.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
template <typename F> void give(F f) { f(email()); }
void arguments() {
  give([](const char *t) { sink(t); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  give([](const char *) { sink(""); });
  const char *e = "";
  give([&](const char *t) { e = t; });
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <typename F> const char *twice(F f, const char *s) { return f(s); }
template <typename F> const char *once(F f, const char *s) { return twice(f, s); }
void instances() {
  sink(once([](const char *) { return "first"; }, email()));
  sink(once([](const char *s) { return s; }, email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(once([](const char *s) { return s; }, "clean"));
}
