// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
#include <utility>
template <class F> auto call2(F &&f) {
  return std::forward<F>(f)();
}
void passed() {
  sink(call2([] { return bsn(); })); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(call2([] { return 0; }));
}
template <class F> auto call3(F &&f) {
  return f();
}
void passed3() {
  sink(call3([] { return bsn(); })); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(call3([] { return 0; }));
}
