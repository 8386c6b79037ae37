// The memory of an object, without its type: `void *` with a size, bytes, a cast.
// RUN: not %earmark check %s -- -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct user {
  EARMARK_PERSONAL("identity.name") char name[20];
  int n;
};
struct point {
  int x, y;
};
struct holder {
  struct user owner;
  struct point at;
};
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void vsink(const void *);
EARMARK_SINK("log") void sinkBytes(const void *, size_t);
EARMARK_SINK("log") void sinkUnsigned(const unsigned char *, unsigned);

static void dump(const void *p, size_t n) {
  sinkBytes(p, n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
static void dumpPoint(const void *p, size_t n) { sinkBytes(p, n); }
static void dumpChars(const char *p, int n) {
  sinkUnsigned((const unsigned char *)p, n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void through(struct user *u, struct point *p) {
  dump(u, sizeof *u);
  dumpPoint(p, sizeof *p);
  dumpChars((const char *)u, sizeof *u);
}
void directly(struct user *u, struct holder *h) {
  vsink(u);               // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((const char *)u);  // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  vsink(h);               // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  vsink(&h->owner);       // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  vsink(&h->at);
  vsink(&u->n);
}
void copied(struct user *u, struct point *p) {
  char b[100];
  memcpy(b, u, sizeof *u);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char c[100];
  memcpy(c, p, sizeof *p);
  sink(c);
}
void array(void) {
  struct user us[3];
  memset(us, 0, sizeof us);
  sinkBytes(us, sizeof us); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  struct point ps[3];
  sinkBytes(ps, sizeof ps);
}
