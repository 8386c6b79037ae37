// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: DeclRefExpr
// kind: StringLiteral
// kind: PredefinedExpr
// kind: CXXThisExpr
// kind: ArrayInitLoopExpr
// kind: CXXStdInitializerListExpr
// kind: ParenListExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
#include <initializer_list>
void literals() {
  sink("email");
  sink(__func__);
  sink(__PRETTY_FUNCTION__);
  const char text[] = "x";
  sink(text);
}
struct Person {
  const char *mail = "", *city = "";
  Person *self() { return this; }
  Person copy() const { return *this; }
  void set(const char *t) { this->mail = t; }
};
void selves() {
  Person p;
  p.self()->set(email());
  sink(p.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.self()->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.copy().mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.copy().city);
}
struct Arrays { const char *list[2]; const char *other[2]; };
void copiedArrays() {
  Arrays a{{"", email()}, {"", ""}};
  Arrays b = a;
  sink(b.list[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.other[1]);
  auto [x, y] = a.list;
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(x);
}
const char *firstOf(std::initializer_list<const char *> list) { return *list.begin(); }
void lists() {
  sink(firstOf({email(), ""})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(firstOf({"a", "b"}));
}
template <typename T> struct Base {
  T held;
  Base(T t) : held(t) {}
};
template <typename T> struct Derived : Base<T> {
  T own;
  Derived(T a, T b) : Base<T>(a), own(b) {}
};
void parenLists() {
  Derived<const char *> d(email(), "");
  sink(d.held); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.own);
}
