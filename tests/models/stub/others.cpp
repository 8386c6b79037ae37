// RUN: not %earmark check %s -- -std=c++17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include "stl.h"
#include <earmark/earmark.h>
EARMARK_PERSONAL("identity") int source();
EARMARK_PERSONAL("contact.email") std::string text();
EARMARK_SINK("log") void sink(int);
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sink(int *);

void arrays(int i) {
  std::array<int, 4> a, b{1, source()}, c{};
  a[0] = source();
  sink(a[0]); // !
  sink(a[1]);
  sink(a.at(i)); // !
  sink(b[0]);
  sink(b[1]); // !
  sink(b.back()); // !
  sink(*b.begin()); // !
  for (int x : b)
    sink(x); // !
  for (int x : c)
    sink(x);
  c.fill(source());
  sink(c.front()); // !
  sink(c.data()[2]); // !
  c.fill(0);
  sink(c[1]);
  c.swap(b);
  sink(b[1]);
  sink(c[1]); // !
  std::array<int, 4> d = b;
  d[2] = source();
  sink(d[2]); // !
  sink(d[1]);
}
struct Item {
  int x, y;
};
void pointers() {
  std::unique_ptr<int> a(new int(source())), b(new int(1));
  sink(*a); // !
  sink(*b);
  sink(a.get()); // !
  auto c = std::make_unique<int>(source());
  sink(*c); // !
  std::shared_ptr<Item> d(new Item());
  d->x = source();
  sink(d->x); // !
  sink(d->y);
  std::shared_ptr<Item> e = d;
  sink(e->x); // !
  sink(e->y);
  e->y = source();
  sink(d->y); // !
  auto f = std::make_shared<int>(1);
  *f = source();
  sink(*f); // !
  std::vector<std::unique_ptr<Item>> g;
  g.push_back(std::make_unique<Item>());
  g[0]->x = source();
  sink(g[0]->x); // !
  sink(g[0]->y);
  std::vector<std::shared_ptr<Item>> h;
  h.push_back(d);
  for (auto &item : h)
    sink(item->x); // !
  std::vector<Item *> k;
  Item item = {1, 2};
  k.push_back(&item);
  k[0]->y = source();
  sink(item.y); // !
  sink(item.x);
  a.reset(new int(2));
  sink(*a);
}
struct Box {
  std::vector<std::string> names;
  std::map<int, std::string> byId;
  void add(const std::string &n) { names.push_back(n); }
  std::string first() const { return names[0]; }
  const std::string &get(int id) { return byId[id]; }
};
void members() {
  Box a, b;
  a.add(text());
  b.add("x");
  sink(a.first()); // !
  sink(b.first());
  a.byId[1] = text();
  sink(a.get(1)); // !
  sink(b.get(1));
  std::vector<Box> boxes;
  boxes.push_back(a);
  sink(boxes[0].names[0]); // !
  sink(boxes[0].first()); // !
  sink(boxes.back().get(1)); // !
  std::map<std::string, std::vector<Box>> all;
  all["k"].push_back(b);
  sink(all["k"][0].first());
  all["k"].push_back(a);
  sink(all["k"][0].first()); // !
  sink(all["l"][0].first());
}
void swaps() {
  int a = source(), b = 1;
  std::swap(a, b);
  sink(a);
  sink(b); // !
  std::string s = text(), t = "x";
  std::swap(s, t);
  sink(s);
  sink(t); // !
  int c = std::exchange(b, 2);
  sink(c); // !
  sink(b);
  std::vector<int> v(2);
  v[0] = source();
  std::swap(v[0], v[1]);
  sink(v[1]); // !
}
template <class It> int first(It begin, It end) { return *begin; }
template <class C> int front(C &c) { return c.front(); }
void generic() {
  std::vector<int> v(1, source()), w(1);
  sink(first(v.begin(), v.end())); // !
  sink(first(w.begin(), w.end()));
  sink(front(v)); // !
  sink(front(w));
}
