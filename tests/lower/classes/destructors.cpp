// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: CXXDeleteExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
struct Guard {
  const char *held;
  explicit Guard(const char *t) : held(t) {}
  ~Guard() { sink(held); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void guarded() { Guard g(email()); }
struct Quiet {
  const char *held;
  explicit Quiet(const char *t) : held(t) {}
  ~Quiet() { sink(held); }
};
void quiet() { Quiet g("x"); }
struct Heap {
  const char *held;
  ~Heap() { sink(held); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void heap() {
  Heap *h = new Heap{email()};
  delete h;
}
struct Writes {
  const char **out;
  ~Writes() { *out = email(); }
};
void writes() {
  const char *e = "";
  {
    Writes w{&e};
    sink(e);
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Clears {
  const char **out;
  ~Clears() { *out = ""; }
};
void clears() {
  const char *e = email();
  {
    Clears c{&e};
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  sink(e);
}
struct Inner {
  const char *t;
  ~Inner() { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
struct Outer { Inner inner; };
void members() { Outer o{{email()}}; }
struct VBase { virtual ~VBase() {} };
struct VDerived : VBase {
  const char *t = "";
  ~VDerived() override { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void virtualDelete() {
  VDerived *d = new VDerived;
  d->t = email();
  VBase *b = d;
  delete b;
}
struct Temporary {
  const char *t;
  ~Temporary() { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void temporary() { Temporary{email()}; }
