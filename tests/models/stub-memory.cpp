// RUN: not %earmark check %s -- -std=c++17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Smart pointers and their like declared by hand, without bodies.
#include <earmark/earmark.h>
namespace std {
typedef decltype(nullptr) nullptr_t;
typedef unsigned long size_t;
template <class T> class default_delete {};
template <class T> struct remove_reference { typedef T type; };
template <class T> struct remove_reference<T &> { typedef T type; };
template <class T> struct remove_reference<T &&> { typedef T type; };
template <class T> typename remove_reference<T>::type &&move(T &&t) noexcept;
template <class T> class shared_ptr {
public:
  constexpr shared_ptr() noexcept;
  template <class Y> explicit shared_ptr(Y *p);
  shared_ptr(const shared_ptr &r) noexcept;
  template <class Y> shared_ptr(const shared_ptr<Y> &r) noexcept;
  shared_ptr(shared_ptr &&r) noexcept;
  ~shared_ptr();
  shared_ptr &operator=(const shared_ptr &r) noexcept;
  shared_ptr &operator=(shared_ptr &&r) noexcept;
  void reset();
  template <class Y> void reset(Y *p);
  void swap(shared_ptr &r);
  T &operator*() const noexcept;
  T *operator->() const noexcept;
  T *get() const noexcept;
  long use_count() const;
  explicit operator bool() const;
};
template <class T, class D = default_delete<T>> class unique_ptr {
public:
  constexpr unique_ptr() noexcept;
  explicit unique_ptr(T *p) noexcept;
  unique_ptr(unique_ptr &&u) noexcept;
  ~unique_ptr();
  unique_ptr &operator=(unique_ptr &&u) noexcept;
  T &operator*() const;
  T *operator->() const noexcept;
  T *get() const noexcept;
  T *release();
  void reset(T *p = nullptr);
};
template <class T> class weak_ptr {
public:
  weak_ptr(const shared_ptr<T> &);
  shared_ptr<T> lock() const;
  bool expired() const;
};
template <class T, class... Args> unique_ptr<T> make_unique(Args &&...args);
template <class T, class... Args> shared_ptr<T> make_shared(Args &&...args);
template <class T> class optional {
public:
  optional();
  optional(const T &);
  const T &value() const;
  T &operator*();
  T *operator->();
  T value_or(T) const;
  bool has_value() const;
  void reset();
};
template <class A, class B> struct pair {
  A first;
  B second;
  pair();
  pair(const A &a, const B &b);
};
template <class A, class B> pair<A, B> make_pair(A a, B b);
template <class F> class function;
template <class R, class... A> class function<R(A...)> {
public:
  template <class F> function(F f) {}
  R operator()(A... a) const;
};
} // namespace std
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long);
struct A {
  int x, y;
  const char *mail;
  A(int x, int y);
  A();
};
struct B {
  int x = 0, y = 0;
  B() = default;
  B(int x, int y) : x(x), y(y) {}
};
void shareds() {
  std::shared_ptr<int> p(new int(number())), q(new int(3)), r;
  sink(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*p.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*q);
  r = p;
  sink(*r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r = q;
  sink(*r);
  std::shared_ptr<int> v(new int(3));
  std::shared_ptr<int> w(v);
  *v = number();
  sink(*w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::shared_ptr<B> b = std::make_shared<B>(number(), 3);
  sink(b->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b->y = number();
  sink((*b).y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.get()->y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::shared_ptr<B> c(b);
  sink(c->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.reset(new B(1, 2));
  sink(c->x);
  sink(c.use_count());
  sink(b->y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void uniques() {
  std::unique_ptr<B> p = std::make_unique<B>(number(), 3);
  sink(p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->y);
  std::unique_ptr<B> q = std::move(p);
  sink(q->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q->y);
  B *raw = q.release();
  sink(raw->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(raw->y);
  p.reset(new B());
  p->x = number();
  sink(p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.get()->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.get()->y);
  std::unique_ptr<int> n(new int(number()));
  sink(*n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *n = 3;
  int *m = n.get();
  *m = number();
  sink(*n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::unique_ptr<const char *> t(new const char *(email()));
  sink(*t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void set(std::shared_ptr<B> b) { b->x = number(); }
void setInner(std::unique_ptr<B> &b) { b->y = number(); }
void passed() {
  auto p = std::make_shared<B>();
  set(p);
  sink(p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->y);
  auto q = std::make_unique<B>();
  setInner(q);
  sink(q->x);
  sink(q->y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::weak_ptr<B> w(p);
  sink(w.lock()->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(w.lock()->y);
  sink(w.expired());
}
void others() {
  std::optional<int> a(number()), b(3), c;
  sink(*a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*b);
  sink(b.value_or(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.value_or(3));
  sink(a.has_value());
  a.reset();
  sink(a.value_or(3));
  std::pair<int, int> p(number(), 3);
  sink(p.first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.second);
  auto q = std::make_pair(3, number());
  sink(q.first);
  sink(q.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::function<int(int)> f = [](int x) { return x + 1; };
  sink(f(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f(3));
  std::function<void(int)> g = [](int x) { sink(x); }; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  g(number());
  std::function<void(int)> h = [](int x) { sink(x); };
  h(3);
}
