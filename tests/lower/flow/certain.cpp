// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
bool random_();
void test1() {
  int x = bsn();
  for (int i = 0; i < 10; i++) {
    x = 0;
  }
  sink(x);
}
void test2(int n) {
  int x = bsn();
  for (int i = 0; i < n; i++) {
    x = 0;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void test3() {
  int x = 0;
  for (int i = 0; i < 10; i++) {
    x = bsn();
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void test4() {
  int x = bsn();
  for (int i = 0; i < 10; i++) {
    if (random_())
      break;
    x = 0;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void test5() {
  int x = bsn();
  for (int i = 0; i < 10; i++) {
    if (random_())
      continue;
    x = 0;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void test6() {
  int y;
  int x = bsn();
  for (int i = 0; i < 10 && (y = 1); i++) {
    x = 0;
  }
  sink(x);
}
void test7() {
  int y;
  int x = bsn();
  for (int i = 0; i < 10 && (y = 1); i++) {
    if (random_())
      continue;
    x = 0;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void test8() {
  int x = bsn();
  for (int i = 0; i < 10 && (x = 0); i++) {
  }
  sink(x);
}
void w1() {
  int x = bsn();
  int i = 0;
  while (i < 10) {
    x = 0;
    i++;
  }
  sink(x);
}
void w2() {
  int x = bsn();
  bool done = false;
  while (!done) {
    x = 0;
    done = random_();
  }
  sink(x);
}
void w3() {
  int x = 0;
  int i = 20;
  while (i < 10) {
    x = bsn();
    i++;
  }
  sink(x);
}
void w4() {
  int x = 0;
  for (int i = 0; i < 0; i++)
    x = bsn();
  sink(x);
}
void w5() {
  int x = bsn();
  const int n = 4;
  for (int i = 0; i != n; ++i)
    x = 0;
  sink(x);
}
void w6() {
  int x = bsn();
  for (unsigned i = 10; i > 0; i--)
    x = 0;
  sink(x);
}
void w7() {
  int x = bsn();
  for (int i = 0, j = 3; i < j; i++)
    x = 0;
  sink(x);
}
void w8() {
  int x = bsn();
  for (char c = 'a'; c <= 'z'; c++)
    x = 0;
  sink(x);
}
void w9() {
  int x = bsn();
  int i;
  for (i = 0; i < 4; i++)
    x = 0;
  sink(x);
}
void v1() {
  int flag = 0;
  int x = 0;
  if (flag)
    x = bsn();
  sink(x);
}
void v2() {
  int flag = 1;
  int x = bsn();
  flag = 0;
  if (flag)
    sink(x);
  if (!flag)
    x = 0;
  sink(x);
}
void v3(int c) {
  int flag = 0;
  int x = bsn();
  if (c)
    flag = 1;
  if (flag)
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  else
    sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void v4() {
  int n = 2;
  n = n + 3;
  int x = 0;
  if (n == 6)
    x = bsn();
  sink(x);
  n++;
  if (n == 6)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void change(int *);
void v5() {
  int n = 2;
  change(&n);
  int x = 0;
  if (n == 6)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void v6() {
  int n = 2;
  int &r = n;
  r = 6;
  int x = 0;
  if (n == 6)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void v7() {
  int n = 2;
  auto f = [&] { n = 6; };
  f();
  int x = 0;
  if (n == 6)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
static int counter;
void v8() {
  int x = 0;
  if (counter)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void v9() {
  bool b = true && false;
  int x = 0;
  if (b)
    x = bsn();
  sink(x);
}
void v10() {
  int x = 0;
  bool ok = false;
  for (int i = 0; i < 3; i++) {
    if (ok)
      x = bsn();
    ok = true;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void v11() {
  int *p = nullptr;
  int x = 0;
  if (p)
    x = bsn();
  sink(x);
}
void v12(int *q) {
  int *p = nullptr;
  int x = 0;
  p = q;
  if (p)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
namespace cfg {
inline constexpr bool on = true;
enum class Level { none, all };
constexpr Level level = Level::none;
} // namespace cfg
void v13() {
  int x = bsn();
  if (cfg::on)
    x = 0;
  sink(x);
  if (cfg::level == cfg::Level::all)
    x = bsn();
  sink(x);
  if (cfg::level == cfg::Level::none)
    x = bsn();
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Options {
  static constexpr int verbosity = 0;
  static const bool trace = false;
};
void v14() {
  int x = 0;
  if (Options::verbosity > 0)
    x = bsn();
  sink(x);
  if (Options::trace)
    x = bsn();
  sink(x);
  x = Options::verbosity ? bsn() : 0;
  sink(x);
}
static const char *const nothing = nullptr;
void v15() {
  int x = 0;
  if (nothing)
    x = bsn();
  if (nothing != nullptr)
    x = bsn();
  sink(x);
}
#define DEBUG 0
void v16() {
  int x = 0;
  if (DEBUG)
    x = bsn();
  if (DEBUG && random_())
    x = bsn();
  sink(x);
}
template <class T> struct is_x {
  static constexpr bool value = false;
};
template <> struct is_x<int> {
  static constexpr bool value = true;
};
template <class T> void v17(T t) {
  int x = 0;
  if (is_x<T>::value)
    x = t;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <class T> void v18(T t) {
  long x = 0;
  if (is_x<T>::value)
    x = t;
  sink(x);
}
void v19() {
  v17<int>(bsn());
  v18<long>(bsn());
}
bool isDebug() {
  return false;
}
bool isDebug2() {
  return isDebug();
}
struct Conf {
  bool enabled() const {
    return false;
  }
  static bool yes() {
    return true;
  }
};
void v20() {
  int x = 0;
  if (isDebug2())
    x = bsn();
  Conf c;
  if (c.enabled())
    x = bsn();
  sink(x);
  if (!Conf::yes())
    x = bsn();
  sink(x);
}
void v21(int n) {
  int x = bsn();
  if (n > 3) {
    x = 0;
  } else {
    return;
  }
  sink(x);
}
void v22(int n) {
  int x = bsn();
  if (n > 3) {
    x = 0;
  } else {
    throw 1;
  }
  sink(x);
}
void v23(int n) {
  int x = bsn();
  while (true) {
    if (n-- < 0) {
      x = 0;
      break;
    }
  }
  sink(x);
}
void v24(int n) {
  int x = bsn();
  for (;;) {
    x = 0;
    if (n)
      break;
    x = bsn();
    if (!n)
      continue;
    return;
  }
  sink(x);
}
void v25(int n) {
  int x = bsn();
  switch (n) {
  case 0:
    x = 0;
    break;
  default:
    return;
  }
  sink(x);
}
enum E { A, B };
void v26(E e) {
  int x = 0;
  switch (e) {
  case A:
    x = 1;
    break;
  case B:
    x = bsn();
    break;
  }
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void v27() {
  int k = 2;
  int x = 0;
  switch (k) {
  case 1:
    x = bsn();
    break;
  case 2:
    break;
  default:
    x = bsn();
  }
  sink(x);
}
void v28() {
  int x = bsn();
  int n = 3;
  do {
    x = 0;
  } while (--n);
  sink(x);
}
void v29() {
  int x = bsn();
  do {
    if (random_())
      break;
    x = 0;
  } while (0);
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void v30() {
  int x = bsn();
  do {
    x = 0;
  } while (0);
  sink(x);
}
