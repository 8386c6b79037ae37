// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);

void copies() {
  char a[50], b[50], c[50] = "clean";
  strcpy(a, email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  memcpy(b, a, 50);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strcpy(a, "clean");
  sink(a);
  strncpy(a, email(), 49);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strcat(c, a);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  memset(a, 0, sizeof a);
  sink(a);
  memmove(a, b, 50);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::strcpy(a, "clean");
  sink(a);
  sink(strcpy(a, email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void duplicates() {
  char *a = strdup(email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *b = strndup(email(), 3);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *c = strdup("clean");
  sink(c);
  free(a);
}
void searches() {
  char text[50];
  strcpy(text, email());
  sink(strchr(text, '@')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strrchr(text, '.')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strstr(text, "x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strtok(text, "@")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *rest = nullptr;
  char other[50];
  strcpy(other, email());
  sink(strtok_r(other, "@", &rest)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strtok_r(nullptr, "@", &rest)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char clean[50] = "clean";
  sink(strchr(clean, 'c'));
}
void writesThrough() {
  char text[50] = "abc";
  *strchr(text, 'b') = email()[0];
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void questions() {
  sinkNumber(strlen(email()));
  sinkNumber(strcmp(email(), "x"));
  sinkNumber(strncmp(email(), "x", 1));
  sinkNumber(memcmp(email(), "x", 1));
  sinkNumber(strspn(email(), "x"));
  sinkNumber(isalpha(email()[0]));
  sinkNumber(toupper(email()[0])); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Person {
  char mail[50];
  char note[50];
};
void structures() {
  Person a, b;
  strcpy(a.mail, email());
  strcpy(a.note, "clean");
  memcpy(&b, &a, sizeof a);
  sink(b.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.note);
  Person c;
  strcpy(c.note, email());
  sink(c.note); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void wide() {
  wchar_t a[50];
  mbstowcs(a, email(), 49);
  char b[50];
  wcstombs(b, a, 49);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(wcslen(a));
}
