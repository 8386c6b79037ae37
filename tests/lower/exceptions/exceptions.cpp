// RUN: not %earmark check %s -- -std=c++20 -fexceptions -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// kind: CXXThrowExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
struct Error {
  const char *text;
  explicit Error(const char *t) : text(t) {}
  virtual const char *what() const { return text; }
  virtual ~Error() {}
};
struct Other { const char *text; };
void local() {
  try {
    throw Error(email());
  } catch (const Error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void clean() {
  try {
    throw Other{""};
  } catch (const Other &e) {
    sink("caught");
  }
}
void thrower(const char *t) { throw Error(t); }
void through(const char *t) { thrower(t); }
void fromCallee() {
  try {
    through(email());
  } catch (Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void pointers() {
  try {
    throw email();
  } catch (const char *t) {
    sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void before() {
  const char *e = "";
  try {
    e = email();
    thrower("");
    e = "";
  } catch (...) {
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void after() {
  const char *e = email();
  try {
    thrower("x");
  } catch (...) {
    e = "";
  }
  e = "";
  sink(e);
}
void inHandler() {
  try {
    thrower("");
  } catch (...) {
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink("x");
  }
}
void rethrown() {
  try {
    try {
      throw Error(email());
    } catch (Error &) {
      throw;
    }
  } catch (Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Third { const char *text; };
void throwThird() { throw Third{email()}; }
void otherType() {
  try {
    throwThird();
  } catch (const Third &t) {
    sink(t.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Fourth { const char *text; };
void throwFourth() { throw Fourth{"x"}; }
void otherTypeClean() {
  try {
    throwFourth();
  } catch (const Fourth &t) {
    sink(t.text);
  }
}
struct DerivedError : Error { using Error::Error; };
void throwDerived() { throw DerivedError(email()); }
void byBase() {
  try {
    throwDerived();
  } catch (const Error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Fifth { int n; };
void numbers() {
  try {
    throw Fifth{bsn()};
  } catch (Fifth f) {
    sinkInt(f.n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
class Body {
  const char *held;
public:
  Body(const char *t) try : held(t) { throw 1; } catch (...) { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void bodies() { Body b(email()); }
void unwound() {
  struct Guard {
    const char *&out;
    ~Guard() { out = ""; }
  };
  const char *e = email();
  {
    Guard g{e};
  }
  sink(e);
}
