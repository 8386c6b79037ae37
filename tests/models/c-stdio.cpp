// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <cstdarg>
#include <cstdio>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);

void terminal() {
  printf("%s\n", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  printf("%d\n", age()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  printf("clean %d\n", 3);
  puts(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  puts("clean");
  putchar(email()[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  perror("clean");
  fprintf(stderr, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fprintf(stderr, "clean %s", "x");
  fputs(email(), stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fputs("clean", stdout);
  fwrite(email(), 1, 3, stdout); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fputc('c', stderr);
}
void files() {
  FILE *out = fopen("out.txt", "w");
  fprintf(out, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  fprintf(out, "clean");
  fputs(email(), out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  fclose(out);
}
void memory() {
  char a[50];
  sprintf(a, "%s", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sprintf(a, "clean");
  sink(a);
  snprintf(a, sizeof a, "%d", age());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  snprintf(a, sizeof a, "%d", 3);
  sink(a);
  char *made = nullptr;
  asprintf(&made, "%s", email());
  sink(made); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void write(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vprintf(format, arguments); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  va_end(arguments);
}
void forwards() {
  write("%s", email());
  write("%s", "clean");
}
void reads() {
  char a[50];
  FILE *in = fopen("in.txt", "r");
  fgets(a, sizeof a, in);
  sink(a);
  int n = 0;
  sscanf(email(), "%d", &n);
  sinkNumber(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sscanf("3", "%d", &n);
  char word[10];
  sscanf(email(), "%9s", word);
  sink(word); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(ftell(in));
  sinkNumber(fgetc(in));
}
