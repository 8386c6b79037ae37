// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
void take(const char *);
template <class T> void depflow() {
  T t;
  t.name = email();
  sink(t.name);
}
template <class T> void depflow2(T t) {
  auto x = t.name;
  x = email();
  sink(x);
}
template <class T> void depflow3(T t) {
  T u = t;
  u.set(email());
  sink(u.get());
}
EARMARK_SINK("log") void sink1(const char *);
template <class T> void depflow4() {
  T t;
  t.name = email();
  sink1(t.name);
}
template <class T> void depflow5() {
  T t(email());
  sink1(t);
}
template <class T> void depflow6(T a) {
  a = email();
  T b{a};
  auto c = static_cast<T>(b);
  sink1(c);
}
template <class T> void depflow7(T a) {
  T b = T(email());
  b += a;
  auto c = a + b;
  sink1(c);
}
template <class T> void depflow8(T a) {
  a[0] = email();
  sink1(a[0]);
}
