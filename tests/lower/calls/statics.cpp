// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
const char *global = "";
static const char *internal = "";
thread_local const char *perThread = "";
const char *initialised = email();
const char *cleanGlobal = "x";
void writes() { global = email(); internal = email(); perThread = email(); }
void reads() {
  sink(global); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(internal); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(perThread); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(initialised); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(cleanGlobal);
}
const char *remember(const char *t) {
  static const char *last = "";
  const char *before = last;
  last = t;
  return before;
}
void remembered() {
  remember(email());
  sink(remember("")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *counter() {
  static int n = 0;
  return ++n > 3 ? "a" : "b";
}
void counted() { sink(counter()); }
const char *cached() {
  static const char *value = email();
  return value;
}
void caches() { sink(cached()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
struct Config { const char *mail; const char *host; };
Config config;
Config &instance() { static Config c; return c; }
void configure() { config.mail = email(); instance().mail = email(); }
void configured() {
  sink(config.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(config.host);
  sink(instance().mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(instance().host);
}
int *shared;
void keep(int *p) { shared = p; }
void kept() {
  int x = 0;
  keep(&x);
  *shared = bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
int table[3];
void fillTable(int i) { table[i] = bsn(); }
int other[3];
void useTable() {
  sinkInt(table[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(other[1]);
}
const char *writtenLocally = "";
void localOrder() {
  writtenLocally = "";
  sink(writtenLocally);
  writtenLocally = email();
  sink(writtenLocally); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
