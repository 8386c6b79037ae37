// RUN: not %earmark check %s -- -std=c++17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include "stl.h"
#include <earmark/earmark.h>
EARMARK_PERSONAL("identity") int source();
EARMARK_PERSONAL("contact.email") std::string text();
namespace ns {
EARMARK_PERSONAL("identity") int taint();
}
EARMARK_SINK("log") void sink(int);
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sink(std::vector<int> &);
EARMARK_SINK("log") void sink(std::vector<std::string> &);

void rangeFor(std::vector<int> given) {
  for (int x : given)
    sink(x);
  for (std::vector<int>::iterator it = given.begin(); it != given.end(); ++it)
    sink(*it);
  std::vector<int> v;
  v.push_back(source());
  for (int x : v)
    sink(x); // !
  for (std::vector<int>::iterator it = v.begin(); it != v.end(); ++it)
    sink(*it); // !
  for (int &x : v)
    sink(x); // !
  const std::vector<int> c(1, source());
  for (int x : c)
    sink(x); // !
  for (auto it = c.begin(); it != c.end(); it++)
    sink(*it); // !
}
void elementAssignment(int i) {
  std::vector<int> v1(10), v2(10), v3(10);
  v1[0] = source();
  v2[i] = source();
  *(v3.begin()) = source();
  sink(v1[0]); // !
  sink(v1[1]);
  sink(v1[i]); // !
  sink(v2[0]); // !
  sink(v2[i]); // !
  sink(v3[0]); // !
  v1[0] = 0;
  sink(v1[0]);
  sink(v1);
  v1.push_back(source());
  sink(v1); // !
  sink(v1.front()); // !
  sink(v1.back()); // !
  std::vector<int> v4(10, source());
  sink(v4); // !
  sink(v4.size());
  std::vector<int> v5(source());
  sink(v5);
  std::vector<int> v6(source(), 1);
  sink(v6);
  v6.at(2) = source();
  sink(v6.at(2)); // !
  sink(v6.at(3));
}
void copies() {
  std::vector<int> v1, v2, v3, v4, v5;
  v1.push_back(source());
  v2 = v1;
  v3.assign(v1.begin(), v1.end());
  v4.assign(3, source());
  v5.assign(source(), 3);
  sink(v1); // !
  sink(v2); // !
  sink(v3); // !
  sink(v4); // !
  sink(v5);
  std::vector<int> v6(v1), v7(v1.begin(), v1.end());
  sink(v6); // !
  sink(v7); // !
  v6.clear();
  sink(v6);
  v7 = std::vector<int>();
  sink(v7);
}
void swaps() {
  std::vector<int> v1, v2, v3, v4;
  v1.push_back(source());
  v4.push_back(source());
  sink(v1); // !
  sink(v2);
  sink(v3);
  sink(v4); // !
  v1.swap(v2);
  v3.swap(v4);
  sink(v1);
  sink(v2); // !
  sink(v3); // !
  sink(v4);
}
void inserts() {
  std::vector<int> a, b, c, d, e;
  sink(*a.insert(a.begin(), source())); // !
  sink(a); // !
  b.insert(b.begin(), 10, source());
  sink(b); // !
  c.insert(c.begin(), a.begin(), a.end());
  sink(c); // !
  d.insert(d.begin(), 10, 0);
  sink(d);
  e.emplace_back(source());
  sink(e); // !
  std::vector<int> f, g;
  f.emplace(f.begin(), source());
  sink(f); // !
  g.emplace(g.begin(), 1);
  sink(g);
  g.push_back(source());
  g.pop_back();
  sink(g);
}
void data() {
  std::vector<int> v1, v2;
  v1.push_back(source());
  sink(*v1.data()); // !
  sink(v1.data()[2]); // !
  v2.push_back(0);
  *v2.data() = source();
  sink(v2); // !
  sink(v2[0]); // !
  std::vector<int> v3(2), v4(2);
  int *p = v3.data();
  p[1] = source();
  sink(v3); // !
  const int *q = v4.data();
  sink(q[0]);
}
void nested() {
  std::vector<std::vector<int>> bs(10);
  bs[0][0] = source();
  sink(bs[0][0]); // !
  sink(bs[1][0]);
  std::vector<std::vector<int>> cc;
  std::vector<int> aa;
  aa.push_back(source());
  cc.push_back(aa);
  sink(cc[0][0]); // !
  for (auto &inner : cc)
    for (int x : inner)
      sink(x); // !
  bs[1].push_back(source());
  sink(bs[1]); // !
}
struct MyPair {
  int x, y;
};
struct MyContainer {
  std::vector<int> vs;
  std::vector<int> ws;
};
void structures() {
  std::vector<MyPair> dd;
  MyPair mp = {source(), 0};
  dd.push_back(mp);
  sink(dd[0].x); // !
  sink(dd[0].y);
  std::vector<MyContainer> ee;
  MyContainer mc;
  mc.vs.push_back(source());
  ee.push_back(mc);
  sink(ee[0].vs[0]); // !
  sink(ee[0].ws[0]);
  std::vector<MyPair> ff(2);
  ff[0].y = source();
  sink(ff[0].y); // !
  sink(ff[0].x);
  sink(ff.begin()->y); // !
  sink(ff.begin()->x);
}
void iterators() {
  std::vector<int> v(3);
  v[1] = source();
  std::vector<int>::iterator it = v.begin();
  sink(*it); // !
  it++;
  sink(*it); // !
  ++it;
  sink(*it); // !
  it += 1;
  sink(*it); // !
  sink(*(it - 1)); // !
  sink(*(it + 1)); // !
  sink(it[1]); // !
  sink(v.end() - v.begin());
  std::vector<int> w(3);
  std::vector<int>::iterator jt = w.begin();
  *jt = source();
  sink(w); // !
  std::vector<int> x(3);
  for (auto kt = x.begin(); kt != x.end(); ++kt)
    *kt = source();
  sink(x[2]); // !
  std::vector<int> y(3);
  for (int &element : y)
    element = source();
  sink(y[0]); // !
  std::vector<int> z;
  std::copy(w.begin(), w.end(), std::back_inserter(z));
  sink(z); // !
  std::vector<int>::const_iterator lt = w.begin();
  sink(*lt); // !
  std::vector<int> u;
  std::back_insert_iterator<std::vector<int>> out = std::back_inserter(u);
  *out++ = source();
  sink(u); // !
  std::for_each(w.begin(), w.end(), [](int n) { sink(n); }); // !
  sink(*std::find(w.begin(), w.end(), 3)); // !
}
void moves() {
  std::vector<int> a;
  a.push_back(source());
  std::vector<int> b(std::move(a));
  sink(b); // !
  sink(a);
  std::vector<int> c;
  c = std::move(b);
  sink(c); // !
  std::vector<std::string> d{"clean", text()};
  sink(d[0]);
  sink(d[1]); // !
  sink(d); // !
  std::vector<std::string> e;
  e.push_back(text() + "x");
  sink(e[0]); // !
  sink(e[0].substr(1)); // !
  sink(e[0].length());
}
