// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// A reference that a call returned, used after the memory changed: it shows what is there now.
#include <earmark/earmark.h>
#include <string.h>
#include <string>
EARMARK_PERSONAL("contact.email") char *email();
EARMARK_PERSONAL("contact.email") std::string mail();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(const std::string &);
void overwrittenAfterStrcpy() {
  char a[50];
  char *e = strcpy(a, "clean");
  strcpy(a, email());
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void assignedAgain() {
  std::string s;
  std::string &r = s.assign("clean");
  s = mail();
  sink(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void appendedThrough() {
  std::string s;
  std::string &r = s.assign("x");
  r += mail();
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void appendedLater() {
  std::string s;
  std::string &r = s.assign(mail());
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r += "x";
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void overwrittenThrough() {
  std::string s;
  std::string &r = s.assign(mail());
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r = "x";
  sink(s);
}
