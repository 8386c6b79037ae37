// RUN: not %earmark check %s -- -std=c++20 -fenable-matrix -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: ConvertVectorExpr
// kind: ShuffleVectorExpr
// kind: ExtVectorElementExpr
// kind: MatrixSubscriptExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
typedef int Int4 __attribute__((ext_vector_type(4)));
typedef float Float4 __attribute__((ext_vector_type(4)));
typedef int Matrix __attribute__((matrix_type(2, 2)));
void converted() {
  Int4 v = {0, bsn(), 0, 0}, w = {};
  Float4 f = __builtin_convertvector(v, Float4), g = __builtin_convertvector(w, Float4);
  sinkInt(f[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(g[0]);
}
void shuffled() {
  Int4 v = {0, bsn(), 0, 0}, w = {};
  Int4 s = __builtin_shufflevector(v, w, 0, 1, 4, 5), t = __builtin_shufflevector(w, w, 0, 1, 4, 5);
  sinkInt(s[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(t[1]);
}
void elements() {
  Int4 v = {}, w = {};
  v.x = bsn();
  sinkInt(v.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(v.xy[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(w.x);
}
void matrices() {
  Matrix m, n;
  m[0][1] = bsn();
  n[0][0] = 1;
  sinkInt(m[0][1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(n[0][1]);
}
