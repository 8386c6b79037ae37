// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#define _GNU_SOURCE
#include <earmark/earmark.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <err.h>
#include <error.h>
#include <syslog.h>
#include <wchar.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_PERSONAL("contact.email") int number(void);
EARMARK_PERSONAL("contact.email") wchar_t *wide(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkWide(const wchar_t *);
EARMARK_SINK("log") void sinkNumber(long);
void terminal(void) {
  puts(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putchar(number()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putchar('x');
  putc(number(), stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putc('x', stdout);
  fputc(number(), stderr); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putw(number(), stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putw(3, stdout);
  puts("x");
  perror(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  perror("x");
  putchar_unlocked(number()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putc_unlocked(number(), stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fputc_unlocked(number(), stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fputs_unlocked(email(), stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fputs_unlocked("x", stdout);
  fwrite_unlocked(email(), 1, 3, stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fwrite_unlocked("abc", 1, number(), stdout);
  wprintf(L"%ls", wide()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wprintf(L"%ls", L"x");
  fwprintf(stderr, L"%ls", wide()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fwprintf(stderr, L"%ls", L"x");
  fputws(wide(), stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fputws(L"x", stdout);
  fputwc(wide()[0], stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putwchar(wide()[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  putwc(L'x', stdout);
  dprintf(2, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  dprintf(2, "%s", "x");
  write(1, email(), 5); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  write(2, "abc", 3);
  printf(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  printf("%*d", number(), 3); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fprintf(stdout, "%d %s", 1, email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(printf("%s", "x"));
}
void errs(int e) {
  warn("%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  warn("%s", "x");
  warnx("%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  warnx("%s", "x");
  error(0, 0, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  error(0, 0, "%s", "x");
  error_at_line(0, 0, "x", 3, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (e == 1)
    err(1, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (e == 2)
    err(1, "%s", "x");
  if (e == 3)
    errx(1, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (e == 4)
    errx(1, "%s", "x");
  syslog(LOG_INFO, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  syslog(LOG_INFO, "%s", "x");
  openlog("x", 0, 0);
}
void logv(const char *f, ...) {
  va_list a;
  va_start(a, f);
  vfprintf(stderr, f, a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  va_end(a);
}
void logv2(const char *f, ...) {
  va_list a;
  va_start(a, f);
  vsyslog(LOG_INFO, f, a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  va_end(a);
}
void logv3(const char *f, ...) {
  va_list a;
  va_start(a, f);
  vwarnx(f, a);
  va_end(a);
}
void form(char *to, size_t n, const char *f, ...) {
  va_list a;
  va_start(a, f);
  vsnprintf(to, n, f, a);
  va_end(a);
}
char *make(const char *f, ...) {
  va_list a;
  char *p;
  va_start(a, f);
  vasprintf(&p, f, a);
  va_end(a);
  return p;
}
void form3(char *to, const char *f, ...) {
  va_list a, b;
  va_start(a, f);
  va_copy(b, a);
  vsprintf(to, f, b);
  va_end(b);
  va_end(a);
}
void va(void) {
  char a[50], b[50];
  logv("%s", email());
  logv("%s", "x");
  logv2("%s", email());
  logv3("%s", "x");
  form(a, 50, "%s", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  form(a, 50, "%s", "x");
  sink(a);
  form3(b, "%s", email());
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  form3(b, "%s", "x");
  sink(b);
  sink(make("%d", number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(make("%d", 3));
}
void memory(void) {
  char a[50];
  char *p, *q;
  asprintf(&p, "%s", email());
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  asprintf(&q, "%s", "x");
  sink(q);
  asprintf(&p, "%s", "x");
  sink(p);
  wchar_t w[50];
  swprintf(w, 50, L"%ls", wide());
  sinkWide(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  swprintf(w, 50, L"%ls", L"x");
  sinkWide(w);
  sinkNumber(snprintf(a, 50, "%s", email()));
  snprintf(a + 3, 40, "%s", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char b[50];
  int n = sprintf(b, "%s", "clean");
  sprintf(b + n, "%s", email());
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char c[50];
  int m = sprintf(c, "%s", email());
  sprintf(c + m, "%s", "clean");
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char d[50];
  __builtin_sprintf(d, "%s", email());
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __builtin_snprintf(d, 50, "%s", "x");
  sink(d);
  __builtin___sprintf_chk(d, 0, 50, "%s", email());
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __builtin___snprintf_chk(d, 50, 0, 50, "%s", "x");
  sink(d);
  __builtin___memcpy_chk(d, email(), 5, 50);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __builtin___strcpy_chk(d, "x", 50);
  sink(d);
  __builtin___strcat_chk(d, email(), 50);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __builtin___memset_chk(d, 0, 50, 50);
  sink(d);
  __builtin___stpcpy_chk(d, email(), 50);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __builtin___strncpy_chk(d, "x", 5, 50);
  sink(d);
  __builtin___memmove_chk(d, email(), 5, 50);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __builtin___mempcpy_chk(d, "abc", 3, 50);
}
void streams(void) {
  char *text = NULL;
  size_t n = 0;
  FILE *f = open_memstream(&text, &n);
  fprintf(f, "%s", email());
  fclose(f);
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *t2 = NULL;
  FILE *g = open_memstream(&t2, &n);
  fprintf(g, "%s", "x");
  fclose(g);
  sink(t2);
  sinkNumber(n);
  char b[50];
  FILE *h = fmemopen(b, 50, "w");
  fputs(email(), h);
  fclose(h);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char mail[50];
  strcpy(mail, email());
  FILE *r = fmemopen(mail, 50, "r");
  char line[50];
  fgets(line, 50, r);
  sink(line); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *lp = NULL;
  getline(&lp, &n, r);
  sink(lp); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *dp = NULL;
  getdelim(&dp, &n, ',', r);
  sink(dp); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char word[50];
  fscanf(r, "%49s", word);
  sink(word); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char raw[50];
  fread(raw, 1, 50, r);
  sink(raw); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(fgetc(r)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(getc(r)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(getc_unlocked(r)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(fread(raw, 1, 50, r));
  sinkNumber(feof(r));
  sinkNumber(ftell(r));
  sinkNumber(getline(&lp, &n, r));
}
void reads(FILE *in) {
  char line[50];
  strcpy(line, email());
  fgets(line, 50, in);
  sink(line);
  char *lp = email();
  size_t n = 0;
  getline(&lp, &n, in);
  sink(lp);
  int c = number();
  c = getchar();
  sinkNumber(c);
  char w[50];
  fscanf(in, "%s", w);
  sink(w);
  scanf("%49s", w);
  sink(w);
  wchar_t x[50];
  fgetws(x, 50, in);
  sinkWide(x);
  sinkNumber(fgetwc(in));
}
void scans(void) {
  int a, b;
  char s[20], t[20];
  sscanf(email(), "%d %19s", &a, s);
  sinkNumber(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sscanf("3 x", "%d %19s", &b, t);
  sinkNumber(b);
  sink(t);
  wchar_t w[10];
  swscanf(wide(), L"%ls", w);
  sinkWide(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *made;
  sscanf(email(), "%ms", &made);
  sink(made); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
