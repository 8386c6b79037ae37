// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity") int age();
EARMARK_PERSONAL("identity") time_t birth();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(double);

void numbers() {
  sinkNumber(atoi(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(strtol(email(), nullptr, 10)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *rest = nullptr;
  strtol(email(), &rest, 10);
  sink(rest); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(atoi("3"));
  sinkNumber(strtod("3", nullptr));
  sinkNumber(abs(age())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(sqrt(age())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::pow(age(), 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(floor(3.5));
  sinkNumber(rand());
}
void memory() {
  int *numbers = static_cast<int *>(malloc(8));
  numbers[0] = age();
  sinkNumber(numbers[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int *more = static_cast<int *>(realloc(numbers, 16));
  sinkNumber(more[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int *clean = static_cast<int *>(calloc(2, 4));
  sinkNumber(clean[0]);
  free(more);
}
int compare(const void *a, const void *b) {
  sinkNumber(*static_cast<const int *>(a)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return *static_cast<const int *>(a) - *static_cast<const int *>(b);
}
int compareClean(const void *a, const void *b) {
  sinkNumber(*static_cast<const int *>(a));
  return 0;
}
void sorts() {
  int ages[2] = {age(), 3};
  qsort(ages, 2, sizeof(int), compare);
  int others[2] = {2, 3};
  qsort(others, 2, sizeof(int), compareClean);
  sinkNumber(others[0]);
}
void environment() {
  sink(getenv("PATH"));
}
void times() {
  sinkNumber(time(nullptr));
  time_t when = birth();
  sink(ctime(&when)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  struct tm parts;
  localtime_r(&when, &parts);
  sinkNumber(parts.tm_year); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char text[50];
  strftime(text, sizeof text, "%Y", &parts);
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  time_t now = time(nullptr);
  sink(ctime(&now));
  sinkNumber(difftime(now, now));
}
