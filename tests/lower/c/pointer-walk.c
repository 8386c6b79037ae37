// A pointer that was moved is written behind: that overwrites one of several
// objects, so what the function was given is still there.
// RUN: not %earmark check %s -- -std=c17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email(void);
EARMARK_SINK("log") void sink(const char *);
static void read_mail(char *out) { *out = *email(); }
static void at3(char *s) { s[3] = 0; }
static void past(char *s) { s++; *s = 0; }
static void offset(char *s, int n) { *(s + n) = 0; }
static void end(char *s) { while (*s) s++; *s = 0; }
static void copy(char *to, const char *from) { while (*from) *to++ = *from++; *to = 0; }
static unsigned long escape(const char *from, unsigned n, char *to) {
  char *start = to;
  while (n--) {
    char c = *from++;
    if (c == '\'')
      *(to++) = '\\';
    *(to++) = c;
  }
  *to = 0;
  return to - start;
}
struct row { int n; const char *mail; };
static void blank(struct row *r, int n) { for (; n; n--, r++) r->mail = ""; r->mail = ""; }
static void second(char **list) { *list[1] = 0; }
static void all(struct row *r) { r->mail = ""; }
void leaks(int n) {
  char a[9], b[9], c[9], d[9], to[9], message[99], *m = message;
  read_mail(a); at3(a); sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  read_mail(b); past(b); sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  read_mail(c); offset(c, n); sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  read_mail(d); end(d); sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  copy(to, d); sink(to); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  unsigned long size = 3;
  size += escape(d, 3, m + size);
  message[size] = 0;
  sink(message); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  struct row rows[3] = {{0, a}};
  blank(rows, n);
  sink(rows[0].mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *list[2] = {a, b};
  second(list);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  struct row one = {0, a};
  all(&one);
  sink(one.mail);
}
void appends(char *out) {
  char a[9];
  read_mail(a);
  copy(out + 1, a);
  copy(out + 5, "");
}
void appended(void) {
  char out[9];
  appends(out);
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
