// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: UnaryOperator
// kind: BinaryOperator
// kind: CompoundAssignOperator
// kind: ConditionalOperator
// kind: BinaryConditionalOperator
// kind: ArraySubscriptExpr
// kind: StmtExpr
// kind: ParenExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
void arithmetic() {
  int x = bsn();
  sinkInt(x + 1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(-x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(~x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(+x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(x * 2 / 3 % 4); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(x << 1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(1 ^ (x & 7)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(1 + 2);
}
void comparisons() {
  int x = bsn();
  sinkInt(x == 1);
  sinkInt(x < 3);
  sinkInt(!x);
  sinkInt(x != 0 && x > 2);
  sinkInt(x == 1 || x == 2);
}
void compound() {
  int x = 0;
  x += bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x = 0;
  x |= 3;
  sinkInt(x);
  (x = 1) += bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = bsn();
  y = y * 0 + 1;
  y = 0;
  sinkInt(y);
}
void steps() {
  int x = bsn();
  sinkInt(x++); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(--x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int y = 0;
  sinkInt(y++);
  sinkInt(++y);
}
void pointers() {
  const char *e = email();
  sink(e + 3); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(&e[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(*e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(e[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(1[e]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *c = "x";
  sink(c + 1);
  sinkInt(c - c);
  const char *end = e + 4;
  sinkInt(end - e);
  e += 2;
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e++;
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void selection() {
  const char *names[] = {"a", "b"};
  sink(names[bsn()]);
  int table[10] = {};
  sinkInt(table[bsn() % 10]);
}
void conditionals(bool c) {
  int x = 0, y = 0;
  (c ? x : y) = bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int z = bsn() ?: 3;
  sinkInt(z); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int w = 0 ?: 3;
  sinkInt(w);
  sinkInt(bsn() > 18 ? 1 : 2);
}
void assignmentIsALvalue() {
  int x = 0, y = 0;
  (x = y) = bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(y);
}
void parenthesised() {
  sink((((email())))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(((("x"))));
}
void sizes() {
  const char *e = email();
  sinkInt(sizeof(e));
  sinkInt(sizeof bsn());
  sinkInt(alignof(int));
  sinkInt(noexcept(bsn()));
}
void statementExpression() {
  int x = ({ int y = bsn(); y + 1; });
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int z = ({ bsn(); 3; });
  sinkInt(z);
}
typedef int Vector __attribute__((vector_size(16)));
void vectors() {
  Vector v = {0, bsn(), 0, 0}, w = {};
  sinkInt(v[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(w[1]);
  sinkInt((v + w)[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  w[2] = bsn();
  sinkInt(w[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void complexNumbers() {
  _Complex double c = bsn();
  sinkInt(__real__ c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  _Complex double d = 1;
  sinkInt(__real__ d);
  __imag__ d = bsn();
  sinkInt(__imag__ d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
