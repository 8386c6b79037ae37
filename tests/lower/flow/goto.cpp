// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
void forward(bool c) {
  const char *e = email();
  if (c)
    goto done;
  e = "";
done:
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void forwardClean() {
  const char *e = "";
  goto done;
  e = email();
done:
  sink(e);
}
void backward(int n) {
  const char *e = "";
again:
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e = email();
  if (n--)
    goto again;
}
void out(int n) {
  const char *e = "";
  for (;;)
    for (;;)
      if (n--) {
        e = email();
        goto end;
      }
end:
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void skipped() {
  const char *e = email();
  goto over;
  sink(e);
over:
  e = "";
  sink(e);
}
void computed(int n) {
  static void *labels[] = {&&one, &&two};
  const char *e = "";
  goto *labels[n];
one:
  e = email();
two:
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
