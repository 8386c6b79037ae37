// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
// classes whose members are declared only
struct Copyable {
  Copyable();
  Copyable(int);
  Copyable(const Copyable &);
  ~Copyable();
  Copyable &operator=(const Copyable &);
  int v;
};
void sinkc(const Copyable &);
EARMARK_SINK("log") void sink(const Copyable &);
void copyable() {
  Copyable s1(1);
  Copyable s2 = 1;
  Copyable s3(s1);
  Copyable s4;
  s4 = 1;
  sink(s1);
  sink(s2);
  sink(s3);
  sink(s4);
}
void copyable2() {
  Copyable s1(bsn());
  Copyable s2 = bsn();
  Copyable s3(s1);
  Copyable s4;
  s4 = bsn();
  sink(s1);
  sink(s2);
  sink(s3);
  sink(s4);
}
void copyable3() {
  Copyable s1(bsn()), s2;
  s2 = s1;
  sink(s2);
  s2 = Copyable(1);
  sink(s2);
  s2 = Copyable(bsn());
  sink(s2);
  s2 = 5;
  sink(s2);
}
struct Movable {
  Movable();
  Movable(int);
  Movable(Movable &&) noexcept;
  Movable &operator=(Movable &&) noexcept;
  int v;
};
EARMARK_SINK("log") void sink(const Movable &);
Movable &&move(Movable &);
Movable getLeak();
void movable() {
  Movable a(bsn()), b(1), c((Movable &&)a), d(move(b));
  sink(a);
  sink(b);
  sink(c);
  sink(d);
  Movable e;
  e = (Movable &&)c;
  sink(e);
  e = Movable(3);
  sink(e);
}
struct Str {
  Str();
  Str(const char *);
  Str(const Str &);
  ~Str();
  Str &operator=(const Str &);
  Str &operator=(const char *);
  Str &operator+=(const Str &);
  Str &operator+=(char);
  Str operator+(const Str &) const;
  char &operator[](unsigned);
  const char &operator[](unsigned) const;
  const char *c_str() const;
  unsigned length() const;
  bool empty() const;
  void clear();
  Str &append(const char *);
  Str substr(int, int) const;
  int compare(const Str &) const;
  bool operator==(const Str &) const;
  bool operator<(const Str &) const;
  void swap(Str &);
  operator const char *() const;
  void set(const char *);
  const char *get() const;
  Str &assign(const Str &);
  void reset();
  static Str from(const char *);
  friend Str operator-(const Str &, const Str &);
  Str &operator<<(const Str &);
  Str &operator>>(Str &);
  Str operator()(int);
  Str *operator->();
  Str &operator*();
  Str &operator++();
  Str operator++(int);
  Str operator-() const;
  bool operator!() const;
};
Str operator/(const Str &, const Str &);
bool operator!=(const Str &, const Str &);
void swap(Str &, Str &);
EARMARK_SINK("log") void sink(const Str &);
void str1() {
  Str a(email()), b("x"), c;
  sink(a.c_str());
  sink(b.c_str());
  sink(a + b);
  sink(b + a);
  sink(b + b);
  sink(a[1]);
  sink(b[1]);
  sink((long long)a.length());
  sink(a.empty());
  sink(a == b);
  sink(a < b);
  sink(a != b);
  sink(!a);
  sink((const char *)a);
  sink((const char *)b);
  sink(a.substr(0, 1));
  sink(b.substr(0, 1));
  sink(a - b);
  sink(b / a);
  sink(b - c);
  sink(Str::from(email()));
  sink(Str::from(""));
  sink(a(1));
  sink(b(1));
  sink(*a);
  sink(*b);
  sink(a->c_str());
  sink(b->c_str());
  sink(-a);
  sink(-b);
  sink(++a);
  sink(a++);
  sink(++b);
}
void str2() {
  Str a(email()), b("x"), c, d, e, f, g;
  c = a;
  sink(c);
  c = b;
  sink(c);
  c = email();
  sink(c);
  c = "x";
  sink(c);
  d += a;
  sink(d);
  d += b;
  sink(d);
  e.append(email());
  sink(e);
  f.set(email());
  sink(f.get());
  f.set("x");
  sink(g.get());
  g[0] = *email();
  sink(g);
  Str h;
  h << a;
  sink(h);
  Str i;
  a >> i;
  sink(i);
  Str j;
  j.assign(a);
  sink(j);
  Str k;
  swap(k, a);
  sink(k);
  Str l("x"), m(email());
  l.swap(m);
  sink(l);
  Str n;
  *n = a;
  sink(n);
  Str o;
  o << "x" << a << "y";
  sink(o);
  Str p;
  p = (b + a);
  sink(p);
  Str q;
  (q = b) = a;
  sink(q);
  Str r;
  (r += b) += a;
  sink(r);
}
struct Box;
Box *box_new(void);
void box_set(Box *, const char *);
const char *box_get(const Box *);
void box_free(Box *);
void opaque() {
  Box *b = box_new(), *c = box_new();
  box_set(b, email());
  sink(box_get(b));
  sink(box_get(c));
  box_free(b);
}
class Person {
public:
  Person(const char *, int);
  const char *name() const;
  int age() const;
  void setName(const char *);

private:
  const char *n;
  int a;
};
void person() {
  Person p("x", 1);
  p.setName(email());
  sink(p.name());
  Person q(email(), 1);
  sink(q.name());
  Person r("", 1);
  sink(r.name());
}
int unknown(int, int *, const int *, int &, const int &);
void unknowns() {
  int a = 0, b = 0, c = 0, d = 0;
  int r = unknown(bsn(), &a, &b, c, d);
  sink(r);
  sink(a);
  sink(b);
  sink(c);
  sink(d);
}
