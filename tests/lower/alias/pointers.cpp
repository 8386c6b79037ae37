// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
void throughPointer() {
  const char *e = "";
  const char **p = &e;
  *p = email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *p = "";
  sink(e);
}
void throughReference() {
  const char *e = "";
  const char *&r = e;
  r = email();
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e = "";
  sink(r);
}
void twoTargets(bool c) {
  const char *a = "", *b = "";
  const char **p = c ? &a : &b;
  *p = email();
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void twoTargetsWeak(bool c) {
  const char *a = email(), *b = email();
  const char **p = c ? &a : &b;
  *p = "";
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void pointerToPointer() {
  int x = 0;
  int *p = &x;
  int **q = &p;
  **q = bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = 0;
  *q = &y;
  sinkInt(*p);
  *p = bsn();
  sinkInt(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void retargeted() {
  int x = 0, y = 0;
  int *p = &x;
  p = &y;
  *p = bsn();
  sinkInt(x);
  sinkInt(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void elements() {
  int a[4] = {};
  a[1] = bsn();
  sinkInt(a[0]);
  sinkInt(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int *p = a + 1;
  sinkInt(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(p[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  ++p;
  sinkInt(*p);
  a[1] = 0;
  sinkInt(a[1]);
}
void unknownElement(int i) {
  int a[4] = {};
  a[i] = bsn();
  sinkInt(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a[0] = 0;
  sinkInt(a[0]);
  sinkInt(a[i]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void walk() {
  int a[4] = {0, bsn(), 0, 0};
  for (int *p = a; p != a + 4; ++p)
    sinkInt(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int clean[4] = {};
  for (int *p = clean; p != clean + 4; ++p)
    sinkInt(*p);
}
void arraysOfArrays() {
  int m[2][2] = {};
  m[1][0] = bsn();
  sinkInt(m[0][0]);
  sinkInt(m[1][0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(m[1][1]);
  int (*row)[2] = m + 1;
  sinkInt((*row)[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Pair { int first, second; };
void fieldPointer() {
  Pair p{};
  int *f = &p.second;
  *f = bsn();
  sinkInt(p.first);
  sinkInt(p.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p.second = 0;
  sinkInt(*f);
}
void structPointer() {
  Pair p{};
  Pair *q = &p, *r = q;
  q->first = bsn();
  sinkInt(r->first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(r->second);
  *q = Pair{};
  sinkInt(p.first);
}
void arraysOfStructs() {
  Pair list[3] = {};
  list[2].first = bsn();
  sinkInt(list[2].second);
  sinkInt(list[2].first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(list[0].first);
  Pair *p = &list[2];
  sinkInt(p->first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p->first = 0;
  sinkInt(list[2].first);
}
void bindings() {
  Pair p{};
  auto &[a, b] = p;
  b = bsn();
  sinkInt(p.first);
  sinkInt(p.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(a);
  auto [c, d] = p;
  sinkInt(c);
  sinkInt(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d = 0;
  sinkInt(p.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int arr[2] = {bsn(), 0};
  auto &[x, y] = arr;
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(y);
}
void heap() {
  int *p = new int(0);
  int *q = p;
  *p = bsn();
  sinkInt(*q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *q = 0;
  sinkInt(*p);
  delete p;
  Pair *o = new Pair{0, bsn()};
  sinkInt(o->first);
  sinkInt(o->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void inLoop(int n) {
  int *keep = nullptr;
  for (int i = 0; i < n; ++i) {
    int *p = new int(0);
    if (i == 1)
      keep = p;
    else
      *p = bsn();
  }
  if (keep)
    sinkInt(*keep); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Node { const char *value; Node *next; };
void linked() {
  Node c{email(), nullptr}, b{"", &c}, a{"", &b};
  sink(a.value);
  sink(a.next->value);
  sink(a.next->next->value); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a.next->next->value = "";
  sink(c.value);
}
void linkedList(int n) {
  Node *head = nullptr;
  for (int i = 0; i < n; ++i)
    head = new Node{email(), head};
  for (Node *at = head; at; at = at->next)
    sink(at->value); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Node *clean = nullptr;
  for (int i = 0; i < n; ++i)
    clean = new Node{"", clean};
  for (Node *at = clean; at; at = at->next)
    sink(at->value);
}
void stored() {
  int x = 0;
  struct Holder { int *p; } h{&x};
  x = bsn();
  sinkInt(*h.p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *h.p = 0;
  sinkInt(x);
}
