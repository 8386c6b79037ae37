// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#define _GNU_SOURCE
#include <earmark/earmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>
#include <ctype.h>
#include <uchar.h>
#include <iconv.h>
#include <time.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_PERSONAL("contact.email") wchar_t *wide(void);
EARMARK_PERSONAL("contact.email") int number(void);
EARMARK_PERSONAL("contact.email") time_t birth(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkWide(const wchar_t *);
EARMARK_SINK("log") void sinkNumber(long);
void copies(void) {
  wchar_t a[50], b[50], c[50] = L"x";
  wcscpy(a, wide());
  sinkWide(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wcscpy(a, L"x");
  sinkWide(a);
  wcsncpy(a, wide(), 5);
  sinkWide(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wmemcpy(b, a, 5);
  sinkWide(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wmemset(b, L'x', 50);
  sinkWide(b);
  wmemmove(b, L"abc", 4);
  sinkWide(b);
  wcscat(c, a);
  sinkWide(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wchar_t d[50] = L"x";
  wcsncat(d, a, 3);
  sinkWide(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wchar_t e[50];
  wcscpy(wcpcpy(e, L"x"), L"y");
  sinkWide(e);
  wcpcpy(e, wide());
  sinkWide(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkWide(wcsdup(wide())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkWide(wcsdup(L"x"));
  sinkWide(wcschr(a, L'x')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkWide(wcsrchr(a, L'x')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkWide(wcsstr(a, L"x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkWide(wcspbrk(a, L"x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkWide(wmemchr(a, L'x', 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  wchar_t f[50] = L"x";
  sinkWide(wcschr(f, a[0]));
  sinkWide(wcsrchr(f, L'x'));
  sinkWide(wcsstr(f, a));
  sinkWide(wcspbrk(f, a));
  sinkWide(wmemchr(f, L'x', 3));
  wchar_t *rest;
  sinkWide(wcstok(f, L" ", &rest));
  wchar_t *rest2;
  sinkWide(wcstok(a, L" ", &rest2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkWide(wcstok(NULL, L" ", &rest2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(wcslen(a));
  sinkNumber(wcscmp(a, L"x"));
  sinkNumber(wcsncmp(a, L"x", 1));
  sinkNumber(wcscasecmp(a, L"x"));
  sinkNumber(wmemcmp(a, L"x", 1));
  sinkNumber(wcscoll(a, L"x"));
  sinkNumber(wcsspn(a, L"x"));
  sinkNumber(wcscspn(a, L"x"));
  sinkNumber(wcstol(wide(), NULL, 10)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(wcstol(L"3", NULL, 10));
  sinkNumber(wcstod(wide(), NULL)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void conversions(void) {
  wchar_t w[50];
  char b[50];
  mbstowcs(w, "x", 50);
  sinkWide(w);
  wcstombs(b, L"x", 50);
  sink(b);
  mbtowc(w, email(), 5);
  sinkWide(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  mbtowc(w, "x", 5);
  wctomb(b, wide()[0]);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  mbstate_t s;
  wchar_t x;
  mbrtowc(&x, email(), 5, &s);
  sinkNumber(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char c[50];
  wcrtomb(c, wide()[0], &s);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *from = email();
  wchar_t v[50];
  mbsrtowcs(v, &from, 50, &s);
  sinkWide(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const wchar_t *wfrom = wide();
  char d[50];
  wcsrtombs(d, &wfrom, 50, &s);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char16_t u;
  mbrtoc16(&u, email(), 5, &s);
  sinkNumber(u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char e[50];
  c32rtomb(e, number(), &s);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(btowc(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(wctob(wide()[0])); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(towupper(wide()[0])); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(towlower(L'x'));
  sinkNumber(iswalpha(wide()[0]));
  sinkNumber(iswctype(wide()[0], wctype("alpha")));
  sinkNumber(towctrans(wide()[0], wctrans("toupper"))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(mblen(email(), 4));
  sinkNumber(toupper(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(tolower(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(tolower('x'));
  sinkNumber(toascii(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(isdigit(number()));
  sinkNumber(isspace(number()));
  sinkNumber(isxdigit(number()));
  sinkNumber(mbstowcs(w, email(), 4));
  iconv_t cd = iconv_open("UTF-8", "LATIN1");
  char in[50], out[50], out2[50], in2[] = "x";
  strcpy(in, email());
  char *ip = in, *op = out;
  size_t il = 50, ol = 50;
  iconv(cd, &ip, &il, &op, &ol);
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *ip2 = in2, *op2 = out2;
  iconv(cd, &ip2, &il, &op2, &ol);
  sink(out2);
}
void times(void) {
  time_t b = birth();
  char t[50], u[50];
  strftime(t, 50, "%F", localtime(&b));
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ctime(&b)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(asctime(gmtime(&b))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  struct tm m, n;
  localtime_r(&b, &m);
  sinkNumber(m.tm_year); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(asctime_r(&m, u)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(mktime(&m)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  time_t now = time(NULL);
  strftime(t, 50, "%F", localtime(&now));
  sink(t);
  sink(ctime(&now));
  gmtime_r(&now, &n);
  sinkNumber(n.tm_year);
  sinkNumber(mktime(&n));
  strptime(email(), "%F", &n);
  sinkNumber(n.tm_mday); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  time(&b);
  sinkNumber(b);
  sinkNumber(difftime(now, now));
  sinkNumber(clock());
}
