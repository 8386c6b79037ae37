// Tables of functions that nobody calls constant, but only this unit knows and only reads; arrays that are copied
// whole; numbers that are the same whatever is in them.
// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <string.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_PERSONAL("identity.national-id.bsn") int bsn(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(int);
static void show(const char *s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
static void say(const char *s) { sink(s); }
static void (*table[])(const char *) = {say, show};
void called(void) {
  table[1](email());
  table[0]("clean");
}
static struct command { const char *name; void (*run)(const char *); } commands[] = {{"say", say}, {"show", show}};
void commanded(void) {
  commands[1].run(email());
  commands[0].run("clean");
}
static void first(const char *s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
static void second(const char *s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
static void (*changed[])(const char *) = {first, second};
void change(int i) { changed[i] = first; }
void calledThen(void) { changed[1](email()); }
void copied(void) {
  int a[4] = {0}, b[4], c[2];
  a[2] = bsn();
  memcpy(b, a, sizeof a);
  sinkInt(b[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(b[1]);
  memmove(&b, &a, sizeof b);
  sinkInt(b[0]);
  memcpy(c, a, sizeof c); // a part of it: not told apart
  sinkInt(c[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void cancelled(void) {
  int x = bsn();
  sinkInt(x ^ x);
  sinkInt(x - x);
  sinkInt(x * 0);
  sinkInt(x & 0);
  sinkInt(x * 1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  volatile int port = bsn();
  sinkInt(port ^ port); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x ^= x;
  sinkInt(x);
}
void backward(void) {
  int a[3] = {0, bsn(), 0};
  int *p = a + 2;
  sinkInt(*--p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(*--p);
  p = &a[2] - 1;
  sinkInt(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (p = a + 2; p >= a; p--)
    sinkInt(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
