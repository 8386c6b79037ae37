// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
static const bool Off = false;
constexpr bool On = true;
enum { Disabled = 0, Enabled = 1 };
constexpr bool off() { return false; }
static bool offFunction() { return false; }
static bool onFunction() { return true; }
template <bool B> void choose() {
  if constexpr (B)
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  else
    sink("x");
}
template void choose<true>();
template void choose<false>();
void literals() {
  if (false)
    sink(email());
  if (0)
    sink(email());
  if (true)
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  while (false)
    sink(email());
  for (; false;)
    sink(email());
  do
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  while (false);
}
void names() {
  if (Off)
    sink(email());
  if (On)
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (!On)
    sink(email());
  if (Disabled)
    sink(email());
  if (Enabled)
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (off())
    sink(email());
  if (On && Off)
    sink(email());
}
void functions() {
  if (offFunction())
    sink(email());
  if (onFunction())
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void deadWrites() {
  const char *e = "";
  if (Off)
    e = email();
  sink(e);
  e = email();
  if (On)
    e = "";
  sink(e);
}
void conditionals() {
  sink(false ? email() : "");
  sink(On ? email() : ""); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(Off ? email() : "");
}
void sure() {
  const char *e = email();
  for (int i = 0; i < 3; ++i)
    e = "";
  sink(e);
}
void localFlag() {
  bool flag = false;
  if (flag)
    sink(email());
  const int none = 0;
  if (none)
    sink(email());
}
void unreachable() {
  return;
  sink(email());
}
void sizes() {
  if (sizeof(int) == 1)
    sink(email());
  if (sizeof(int) == 4)
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
