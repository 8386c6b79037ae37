// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
#include <tuple>
#include <utility>
#include <concepts>
#include <array>
template <class T> struct Box {
  T v;
  Box(T t) : v(t) {}
  T get() const {
    return v;
  }
  template <class U> void put(U u) {
    v = u;
  }
};
template <class T> Box(T) -> Box<T>;
Box(const char *) -> Box<const char *>;
void ctad() {
  Box b(bsn());
  sink(b.get());
  Box c(0);
  sink(c.get());
  c.put(bsn());
  sink(c.v);
  Box d(email());
  sink(d.v);
}
template <class T> struct Spec {
  static int f(T t) {
    return t;
  }
};
template <> struct Spec<long> {
  static int f(long) {
    return 0;
  }
};
template <class T> struct Spec<T *> {
  static int f(T *p) {
    return *p;
  }
};
template <class T, class U> struct Two {
  static int pick(T t, U u) {
    return t;
  }
};
template <class T> struct Two<T, T> {
  static int pick(T t, T u) {
    return u;
  }
};
void specs() {
  int x = bsn();
  sink(Spec<int>::f(x));
  sink(Spec<long>::f(x));
  sink(Spec<int *>::f(&x));
  sink(Two<int, long>::pick(x, 0));
  sink(Two<int, long>::pick(0, x));
  sink(Two<int, int>::pick(x, 0));
  sink(Two<int, int>::pick(0, x));
}
template <class T> int over(T) {
  return 0;
}
template <> int over<int>(int v) {
  return v;
}
void overs() {
  sink(over(bsn()));
  sink(over((long)bsn()));
}
template <class T> T var = T();
template <> int var<int> = 5;
template <class T> constexpr bool isInt = false;
template <> constexpr bool isInt<int> = true;
void vars() {
  sink(var<int>);
  var<long> = bsn();
  sink(var<long>);
  sink(var<short>);
  int x = bsn();
  if constexpr (isInt<int>)
    x = 0;
  sink(x);
}
template <class D> struct Crtp {
  int run() {
    return static_cast<D *>(this)->impl();
  }
  void feed(int v) {
    self().take(v);
  }
  D &self() {
    return static_cast<D &>(*this);
  }
};
struct Leaky : Crtp<Leaky> {
  int impl() {
    return bsn();
  }
  void take(int v) {
    sink(v);
  }
};
struct Quiet : Crtp<Quiet> {
  int impl() {
    return 0;
  }
  void take(int v) {}
  int w;
};
void crtp() {
  Leaky l;
  Quiet q;
  sink(l.run());
  sink(q.run());
  l.feed(bsn());
  q.feed(bsn());
}
template <class... T> int first(int a, T... r) {
  return a;
}
template <class... T> int last(int a) {
  return a;
}
int lastOf(int a) {
  return a;
}
template <class... T> int lastOf(int a, T... r) {
  return lastOf(r...);
}
template <class... T> auto sum(T... t) {
  return (t + ...);
}
template <class... T> auto comma(T... t) {
  return (t, ...);
}
template <class... T> void each(T... t) {
  (sink(t), ...);
}
template <class... T> void each2(T... t) {
  (sink(t), ...);
}
template <class F, class... T> void map(F f, T... t) {
  (f(t), ...);
}
template <class... T> auto pack(T... t) {
  return std::tuple<T...>(t...);
}
template <class... T> int arr(T... t) {
  int a[] = {t...};
  return a[1];
}
template <int I, class... T> auto nth(T... t) {
  return std::get<I>(std::tuple<T...>(t...));
}
void variadics() {
  sink(first(bsn(), 1, 2));
  sink(first(1, bsn(), 2));
  sink(lastOf(1, 2, bsn()));
  sink(lastOf(bsn(), 2, 1));
  sink(sum(1, bsn(), 2));
  sink(sum(1, 2));
  sink(comma(bsn(), 1));
  sink(comma(1, bsn()));
  each(0, bsn());
  each2(1, 2);
  map([](int v) { sink(v); }, 0, bsn());
  sink(arr(0, bsn(), 0));
  sink(arr(bsn(), 0, 0));
  sink(nth<1>(0, bsn()));
  sink(nth<0>(0, bsn()));
}
template <class T>
concept HasGet = requires(T t) { t.get(); };
template <class T> int fetch(T t) {
  if constexpr (HasGet<T>)
    return t.get();
  else
    return 0;
}
template <HasGet T> int fetch2(const T &t) {
  return t.get();
}
int fetch2(int) {
  return 0;
}
int constrained(std::integral auto v) {
  return v;
}
int constrained(auto v) {
  return 0;
}
void concepts_() {
  sink(fetch(Box<int>(bsn())));
  sink(fetch(bsn()));
  sink(fetch2(Box<int>(bsn())));
  sink(fetch2(bsn()));
  sink(constrained(bsn()));
  sink(constrained(1.5 * bsn()));
}
template <auto F> int callIt(int v) {
  return F(v);
}
int idf(int v) {
  return v;
}
int zf(int) {
  return 0;
}
template <int (*F)(int)> struct Fn {
  int operator()(int v) {
    return F(v);
  }
};
void nttp() {
  sink(callIt<idf>(bsn()));
  sink(callIt<zf>(bsn()));
  sink(Fn<idf>()(bsn()));
  sink(Fn<&zf>()(bsn()));
}
struct Holder {
  int a, b;
};
template <int Holder::*M> int read(Holder &h) {
  return h.*M;
}
template <auto M, class T> auto &ref(T &t) {
  return t.*M;
}
void nttpMember() {
  Holder h{bsn(), 0};
  sink(read<&Holder::a>(h));
  sink(read<&Holder::b>(h));
  ref<&Holder::b>(h) = bsn();
  sink(h.b);
}
template <class T> class Policy : public T {
public:
  int go(int v) {
    return this->apply(v);
  }
};
struct Id {
  int apply(int v) {
    return v;
  }
};
struct Zero {
  int apply(int) {
    return 0;
  }
};
void policies() {
  Policy<Id> p;
  Policy<Zero> z;
  sink(p.go(bsn()));
  sink(z.go(bsn()));
}
template <template <class> class W> int wrap(int v) {
  W<int> w(v);
  return w.get();
}
void ttp() {
  sink(wrap<Box>(bsn()));
}
template <class T> struct Outer {
  template <class U> struct In {
    T t;
    U u;
  };
  template <class U> static U pass(T t, U u) {
    return u;
  }
};
void members() {
  Outer<int>::In<long> i{bsn(), 0};
  sink(i.t);
  sink(i.u);
  sink(Outer<int>::pass(bsn(), 0L));
  sink(Outer<int>::pass(0, (long)bsn()));
}
template <class T> T identity(T t);
template <class T> T identity(T t) {
  return t;
}
extern template int identity<int>(int);
template int identity<int>(int);
void externs() {
  sink(identity(bsn()));
}
template <class T> struct Acc {
  T total{};
  Acc &operator+=(T t) {
    total += t;
    return *this;
  }
  friend T value(const Acc &a) {
    return a.total;
  }
};
void friends() {
  Acc<int> a;
  a += bsn();
  sink(value(a));
  Acc<int> b;
  b += 1;
  sink(value(b));
}
template <class T> auto trailing(T t) -> decltype(t + 1) {
  return t + 1;
}
decltype(auto) da(int &x) {
  return (x);
}
void autos() {
  sink(trailing(bsn()));
  int x = 0;
  da(x) = bsn();
  sink(x);
  auto [p, q] = std::pair(bsn(), 0);
  sink(p);
  sink(q);
  auto &&[r, s] = std::make_tuple(0, bsn());
  sink(r);
  sink(s);
}
struct UserTuple {
  int a, b;
  template <int I> int get() const {
    if constexpr (I == 0)
      return a;
    else
      return b;
  }
};
template <> struct std::tuple_size<UserTuple> {
  static constexpr int value = 2;
};
template <std::size_t I> struct std::tuple_element<I, UserTuple> {
  using type = int;
};
void userTuple() {
  UserTuple u{bsn(), 0};
  auto [a, b] = u;
  sink(a);
  sink(b);
  auto &&[c, d] = UserTuple{0, bsn()};
  sink(c);
  sink(d);
}
template <class T, int N> struct Fixed {
  T data[N];
  T &operator[](int i) {
    return data[i];
  }
  T *begin() {
    return data;
  }
  T *end() {
    return data + N;
  }
  template <int I> T &at() {
    return data[I];
  }
};
void fixed() {
  Fixed<int, 3> f{};
  f[1] = bsn();
  for (int v : f)
    sink(v);
  Fixed<int, 3> g{};
  for (int v : g)
    sink(v);
  g.at<0>() = bsn();
  sink(g.at<0>());
}
template <int N> int fact(int v) {
  if constexpr (N == 0)
    return v;
  else
    return fact<N - 1>(v);
}
void facts() {
  sink(fact<4>(bsn()));
  sink(fact<4>(0));
}
void lambdasInTemplates() {
  auto l = []<int N>(int v) { return N ? v : 0; };
  sink(l.template operator()<1>(bsn()));
  sink(l.operator()<0>(bsn()));
}
template <class T> void uninst(T t) {
  sink(bsn());
}
template <class T> struct Unused {
  void f() {
    int x = bsn();
    sink(x);
    x = 0;
    sink(x);
  }
};
template <class T> struct Unused2 {
  T t;
  int n;
  void f(T a) {
    t = a;
    n = bsn();
    g();
  }
  void g() {
    sink(n);
  }
};
template <class T> int dependent(T &t) {
  int x = bsn();
  t.consume(x);
  auto y = t.make();
  sink(x);
  return y;
}
template <class T> void depflow() {
  T t;
  t.name = email();
  sink(t.name);
}
