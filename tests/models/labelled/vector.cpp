// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <vector>
#include <string>
#include <utility>
#include <algorithm>
#include <memory>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(const std::vector<std::string> &);
EARMARK_SINK("log") void sinkNumbers(const std::vector<int> &);
using Strings = std::vector<std::string>;

void construct() {
  Strings a;
  sinkAll(a);
  Strings b(std::allocator<std::string>{});
  sinkAll(b);
  Strings c(3);
  sinkAll(c);
  Strings d(3, email());
  sinkAll(d); // !
  sink(d[2]); // !
  sinkNumber(d.size());
  Strings e(3, "clean");
  sinkAll(e);
  std::string s = email();
  Strings f(2, s, std::allocator<std::string>{});
  sinkAll(f); // !
  Strings g(d.begin(), d.end());
  sinkAll(g); // !
  Strings h(e.begin(), e.end());
  sinkAll(h);
  const char *raw[] = {"clean", mail()};
  Strings i(raw, raw + 2);
  sinkAll(i); // !
  const char *tame[] = {"clean", "tame"};
  Strings j(tame, tame + 2);
  sinkAll(j);
  Strings k(d);
  sinkAll(k); // !
  Strings l(std::move(k));
  sinkAll(l); // !
  Strings m(l, std::allocator<std::string>{});
  sinkAll(m); // !
  Strings n{"clean", s};
  sinkAll(n); // !
  Strings o = {"clean", "tame"};
  sinkAll(o);
  std::vector<int> q(3, age());
  sinkNumber(q[1]); // !
  std::vector<int> r(age());
  sinkNumber(r.front());
  std::vector<int> t(age(), 1);
  sinkNumber(t.front());
  std::vector<int> u{age(), 1};
  sinkNumber(u[0]); // !
  sinkNumber(u[1]);
  sinkNumbers(u); // !
  std::vector<char> v(s.begin(), s.end());
  sinkNumber(v[0]); // !
  std::vector w{age(), age()};
  sinkNumber(w.back()); // !
  auto x = std::make_unique<Strings>(2, email());
  sinkAll(*x); // !
  Strings *y = new Strings{email()};
  sinkAll(*y); // !
  sink((*y)[0]); // !
  sink(y->at(0)); // !
  delete y;
}
void assign() {
  Strings a{email()}, b{"clean"}, c;
  c = a;
  sinkAll(c); // !
  c = b;
  sinkAll(c);
  c = {"x", email()};
  sinkAll(c); // !
  c = {"x", "y"};
  sinkAll(c);
  c = std::move(a);
  sinkAll(c); // !
  c = Strings{};
  sinkAll(c);
  c.assign(2, email());
  sinkAll(c); // !
  c.assign(2, "clean");
  sinkAll(c);
  c.assign({email(), "x"});
  sinkAll(c); // !
  c.assign({"x", "x"});
  sinkAll(c);
  Strings d{email()};
  c.assign(d.begin(), d.end());
  sinkAll(c); // !
  c.assign(b.begin(), b.end());
  sinkAll(c);
  c.assign(d.rbegin(), d.rend());
  sinkAll(c); // !
  c.clear();
  sinkAll(c);
  c.swap(d);
  sinkAll(c); // !
  sinkAll(d);
  std::swap(c, d);
  sinkAll(c);
  sinkAll(d); // !
  Strings e = std::exchange(d, {});
  sinkAll(e); // !
  sinkAll(d);
  Strings().swap(e);
  sinkAll(e);
  Strings f{email()};
  f = f;
  sinkAll(f); // !
  (c = f).push_back("x");
  sinkAll(c); // !
  std::vector<int> n{age()};
  n = {};
  sinkNumbers(n);
}
void access() {
  Strings v{"clean", email(), "clean"};
  const Strings &c = v;
  sink(v[0]);
  sink(v[1]); // !
  sink(v[2]);
  sink(v.at(0));
  sink(v.at(1)); // !
  sink(c[0]);
  sink(c[1]); // !
  sink(c.at(1)); // !
  sink(v.front());
  sink(v.data()[1]); // !
  sink(*(v.data() + 1)); // !
  sink(v.begin()[1]); // !
  sink(*(v.begin() + 1)); // !
  sink(*std::next(v.begin())); // !
  unsigned long i = 1;
  sink(v[i]); // !
  sink(c.data()[1]); // !
  Strings w{"clean", email()};
  sink(w.back()); // !
  sink(w.front());
  w.front() = email();
  sink(w.front()); // !
  sink(w[0]); // !
  w.front() = "clean";
  sink(w.front());
  sink(w[0]);
  Strings x{email(), email()};
  x[0] = "clean";
  x[1] = "clean";
  sink(x[0]);
  sink(x[1]);
  x.at(0) = email();
  sink(x.at(0)); // !
  sink(x.at(1));
  x.at(0) = "clean";
  sink(x.at(0));
  sinkNumber(v.size());
  sinkNumber(v.capacity());
  sinkNumber(v.empty());
  sinkNumber(v == w);
  sinkNumber(v < w);
  sinkNumber(v.end() - v.begin());
  sinkNumber(v[1].size());
  sinkNumber(v[1][0]); // !
}
void grow() {
  Strings a;
  a.push_back("clean");
  sinkAll(a);
  a.push_back(email());
  sinkAll(a); // !
  sink(a.back()); // !
  Strings b;
  std::string s = email();
  b.push_back(std::move(s));
  sink(b[0]); // !
  Strings c;
  sink(c.emplace_back(email())); // !
  sink(c[0]); // !
  Strings d;
  sink(d.emplace_back(3, 'x'));
  d.emplace_back(mail());
  sinkAll(d); // !
  Strings e;
  e.emplace(e.begin(), email());
  sinkAll(e); // !
  Strings f;
  sink(*f.emplace(f.end(), "clean"));
  sinkAll(f);
  Strings g;
  auto at = g.insert(g.begin(), email());
  sink(*at); // !
  sinkAll(g); // !
  Strings h;
  sink(*h.insert(h.begin(), "clean"));
  h.insert(h.begin(), 2, "clean");
  h.insert(h.begin(), {"x", "y"});
  h.insert(h.end(), f.begin(), f.end());
  sinkAll(h);
  Strings i;
  sink(*i.insert(i.begin(), 2, email())); // !
  sinkAll(i); // !
  Strings j;
  sinkAll(j); // !
  Strings k;
  sink(*k.insert(k.begin(), i.begin(), i.end())); // !
  sinkAll(k); // !
  Strings l;
  l.resize(4);
  l.reserve(10);
  l.shrink_to_fit();
  sinkAll(l);
  l.resize(5, email());
  sinkAll(l); // !
  std::vector<int> n;
  n.insert(n.end(), 3, age());
  sinkNumber(n[0]); // !
  std::vector<int> o;
  o.insert(o.end(), age(), 3);
  sinkNumber(o[0]);
  std::vector<int> p;
  p.resize(age());
  sinkNumber(p[0]);
  std::vector<int> q;
  q.resize(age(), 1);
  sinkNumber(q[0]);
}
void shrink() {
  Strings a{"clean", email()};
  a.pop_back();
  Strings b{email(), "clean"};
  Strings c{"x", email()};
  sink(*c.erase(c.begin())); // !
  Strings d{"x", "y", email()};
  sink(*d.erase(d.begin(), d.begin() + 2)); // !
  Strings e{"x", "y"};
  sink(*e.erase(e.begin()));
  Strings f{email(), "y"};
  f.clear();
  f.push_back("clean");
  sinkAll(f);
  Strings g{email()};
  Strings h = std::move(g);
  sinkAll(h); // !
  Strings i{email(), "y"};
  std::erase(i, "y");
  sinkAll(i); // !
  std::erase_if(i, [](const std::string &s) { return s.empty(); });
  sinkAll(i); // !
  Strings j{"x", "y"};
  std::erase(j, email());
  sinkAll(j);
  Strings k{email()};
  std::erase_if(k, [](const std::string &s) {
    sink(s); // !
    return false;
  });
  sinkNumber(std::erase(k, "x"));
}
