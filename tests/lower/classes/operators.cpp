// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: CXXOperatorCallExpr
// kind: CXXMemberCallExpr
// kind: UserDefinedLiteral
// kind: CXXRewrittenBinaryOperator
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
struct Text {
  const char *t = "";
  Text(const char *t) : t(t) {}
  Text operator+(const Text &o) const { return o; }
  Text &operator+=(const Text &o) { t = o.t; return *this; }
  const char *operator*() const { return t; }
  Text *operator->() { return this; }
  const char *operator[](int) const { return t; }
  const char *operator()(int, int) const { return t; }
  operator const char *() const { return t; }
  bool operator!() const { return !t; }
  Text &operator++() { t = ""; return *this; }
  Text operator,(const Text &) const { return *this; }
  Text &operator<<(const Text &o) { t = o.t; return *this; }
  int operator<=>(const Text &) const { return 0; }
};
void builtin() {
  Text a(email()), b("");
  sink((b + a).t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((a + b).t);
  sink(*a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*b);
  sink(a->t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b->t);
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b[1]);
  sink(a(1, 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b(1, 2));
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  sinkInt(!a);
  sinkInt(a < b);
  sink((a, b)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void changing() {
  Text a(email()), b("");
  b += a;
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b + a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void streamed() {
  Text a(email()), b("");
  b << Text("") << a;
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
Text operator-(const Text &a, const Text &) { return a; }
void freeOperators() {
  Text a(email()), b("");
  sink(a - b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b - a);
}
Text operator""_mail(const char *t, decltype(sizeof 0)) { return Text(email()); }
Text operator""_text(const char *t, decltype(sizeof 0)) { return Text(t); }
void literals() {
  sink("x"_mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink("x"_text);
}
struct Pointer {
  Text *held;
  Text &operator*() const { return *held; }
  Text *operator->() const { return held; }
  explicit operator bool() const { return held; }
};
void smart() {
  Text x("");
  Pointer p{&x};
  p->t = email();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink((*p).t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(bool(p));
}
struct Index {
  int values[4] = {};
  int &operator[](int i) { return values[i]; }
};
void indexes() {
  Index x, y;
  x[1] = bsn();
  sinkInt(x[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(y[1]);
}
struct Converts { operator Text() const { return Text(email()); } };
struct ConvertsClean { operator Text() const { return Text(""); } };
void takesText(Text t) { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void takesClean(Text t) { sink(t); }
void conversions() { takesText(Converts()); takesClean(ConvertsClean()); }
struct Assigns {
  const char *t = "";
  Assigns &operator=(const char *x) { t = x; return *this; }
};
void assigns() {
  Assigns a;
  a = email();
  sink(a.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a = "";
  sink(a.t);
}
struct Chain {
  const char *t = "", *u = "";
  Chain &first(const char *x) { t = x; return *this; }
  Chain &second(const char *x) { u = x; return *this; }
};
void chains() {
  Chain c;
  c.first(email()).second("");
  sink(c.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.first("").second(email());
  sink(c.t);
  sink(c.u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(Chain().first(email()).t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(Chain().first(email()).u);
}
