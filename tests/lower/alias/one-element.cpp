// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// A reference to an element of an array leads to no other; a pointer may. Elements
// known by their index stay there when others are pushed and popped.
#include <earmark/earmark.h>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.phone") int number();
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(int);
EARMARK_SINK("log") void sink(const std::string &);
void set(int &x) { x = number(); }
void clear(int &x) { x = 0; }
void show(const int &x) { sink(x); }
void setAny(int *p, int i) { p[i] = number(); }
void references() {
  int a[3] = {0};
  set(a[0]);
  sink(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a[1]);
  show(a[1]);
  clear(a[0]);
  sink(a[0]);
}
void index(int i) {
  int a[3] = {0};
  set(a[i]);
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  clear(a[i]);
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void pointers(int i) {
  int a[3] = {0};
  setAny(&a[0], i);
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void setRow(int (&row)[2]) { row[0] = number(); }
void rows() {
  int m[2][2] = {};
  setRow(m[1]);
  sink(m[1][0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m[0][0]);
}
struct Holder {
  int a[3];
};
void members() {
  Holder h = {};
  set(h.a[1]);
  sink(h.a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h.a[0]);
}
int *kept;
void keep(int &x) { kept = &x; }
void keptElsewhere() {
  int a[2] = {0};
  keep(a[1]);
  *kept = number();
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void pushed() {
  std::vector<std::string> v{"a", email()};
  v.push_back("b");
  sink(v[0]);
  sink(v[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  v.pop_back();
  sink(v.back()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v[0]);
}
void pushedBehind() {
  std::vector<std::string> v{email(), "b"};
  v.pop_back();
  sink(v.back()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  v.push_back("c");
  sink(v.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto &e : v)
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
