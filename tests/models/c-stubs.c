// RUN: not %earmark check %s -- -std=c17 -Wno-everything -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Declared by hand, without a header.
#include <earmark/earmark.h>
typedef unsigned long size_t;
typedef struct FILE FILE;
typedef __builtin_va_list va_list;
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_PERSONAL("contact.email") int number(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);
char *strcpy(char *, const char *);
char *strcat(char *, const char *);
char *strncpy(char *, const char *, size_t);
char *strdup(const char *);
void *memcpy(void *, const void *, size_t);
void *memset(void *, int, size_t);
int sprintf(char *, const char *, ...);
int snprintf(char *, size_t, const char *, ...);
int sscanf(const char *, const char *, ...);
int strcmp(const char *, const char *);
size_t strlen(const char *);
char *strtok(char *, const char *);
long strtol(const char *, char **, int);
int atoi(const char *);
double atof(const char *);
char *fgets(char *, int, FILE *);
size_t fread(void *, size_t, size_t, FILE *);
char *getenv(const char *);
void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);
void free(void *);
char *strchr(const char *, int);
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
long getdelim(char **, size_t *, int, FILE *);
int vsnprintf(char *, size_t, const char *, va_list);
void bcopy(const void *, void *, size_t);
char *gets(char *);
char *strerror(int);
int read(int, void *, int);
int recv(int, char *, int, int);

void all(void) {
  char a[50], b[50];
  strcpy(a, email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  memcpy(b, a, 50);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  strcpy(a, "x");
  sink(a);
  strcat(a, b);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  memset(a, 0, 50);
  sink(a);
  strncpy(a, b, 4);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strdup(b)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strdup("x"));
  sprintf(a, "%s %d", "x", 3);
  sink(a);
  sprintf(a, "%s %d", "x", number());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(sprintf(a, "%s", email()));
  snprintf(a, 50, "%s", "x");
  sink(a);
  snprintf(a, 50, "%s", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  snprintf(a, 50, email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int n, m;
  sscanf(email(), "%d %d", &n, &m);
  sinkNumber(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(m); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sscanf("x", "%d", &n);
  sinkNumber(sscanf(email(), "%d", &m));
  sinkNumber(strcmp(email(), b));
  sinkNumber(strlen(email()));
  sinkNumber(strtol(email(), 0, 10)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(strtol("3", 0, number()));
  sinkNumber(atoi(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(atof(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(atoi("3"));
  sink(strchr(email(), 'x')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(strchr("x", number()));
  sink(getenv(email()));
  char *h = malloc(number());
  sink(h);
  strcpy(h, email());
  h = realloc(h, 100);
  sink(h); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *k = calloc(1, 5);
  sink(k);
  bcopy(email(), a, 5);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  gets(a);
  sink(a);
  sink(strerror(number()));
  strcpy(a, email());
  read(0, a, 50);
  strcpy(a, email());
  recv(0, a, 50, 0);
}
