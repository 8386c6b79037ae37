// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: CStyleCastExpr
// kind: CXXStaticCastExpr
// kind: CXXReinterpretCastExpr
// kind: CXXConstCastExpr
// kind: CXXDynamicCastExpr
// kind: CXXFunctionalCastExpr
// kind: ImplicitCastExpr
// kind: BuiltinBitCastExpr
// kind: CXXAddrspaceCastExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
struct Base { virtual ~Base() {} int id; };
struct Derived : Base { int extra; };
void statics() {
  double d = static_cast<double>(bsn());
  sinkInt(static_cast<long>(d)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(long(0));
  sinkInt((short)bsn()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(long(bsn())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void *p = &d;
  sinkInt(static_cast<long>(*static_cast<double *>(p))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  double clean = 1;
  void *q = &clean;
  sinkInt(static_cast<long>(*static_cast<double *>(q)));
}
void reinterprets() {
  int x = bsn();
  unsigned char *bytes = reinterpret_cast<unsigned char *>(&x);
  sinkInt(bytes[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(*bytes); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  long address = reinterpret_cast<long>(&x);
  int *back = reinterpret_cast<int *>(address);
  sinkInt(*back); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  x = 0;
  sinkInt(bytes[0]);
  unsigned char *w = (unsigned char *)&x;
  w[2] = bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void consts() {
  const char *e = email();
  char *m = const_cast<char *>(e);
  sink(m); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int x = 0;
  const int &r = x;
  const_cast<int &>(r) = bsn();
  sinkInt(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const_cast<int &>(r) = 0;
  sinkInt(x);
}
void classes() {
  Derived d;
  d.id = bsn();
  d.extra = 0;
  Base &b = d;
  sinkInt(b.id); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(static_cast<Derived &>(b).extra);
  sinkInt(static_cast<Derived *>(&b)->id); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (Derived *p = dynamic_cast<Derived *>(&b)) {
    sinkInt(p->id); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sinkInt(p->extra);
    p->extra = bsn();
  }
  sinkInt(d.extra); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void bits() {
  float f = __builtin_bit_cast(float, bsn());
  sinkInt(f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(__builtin_bit_cast(int, 1.0f));
}
void bools() {
  bool b = email();
  sinkInt(b);
  sinkInt(email() != nullptr);
  sinkInt(!email());
}
enum class E : int {};
void enums() {
  E e = E(bsn());
  sinkInt(static_cast<int>(e)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e = E{3};
  sinkInt(int(e));
}
#define AS1 __attribute__((address_space(1)))
void spaces(AS1 int *p) {
  *p = bsn();
  sinkInt(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *p = 0;
  sinkInt(*p);
}
