// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <deque>
#include <forward_list>
#include <list>
#include <string>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(const std::list<std::string> &);
EARMARK_SINK("log") void sinkAll(const std::deque<std::string> &);
EARMARK_SINK("log") void sinkAll(const std::forward_list<std::string> &);
using List = std::list<std::string>;
using Deque = std::deque<std::string>;
using Chain = std::forward_list<std::string>;

void lists() {
  List a{email(), "clean"}, b{"clean", "tame"};
  sinkAll(a); // !
  sinkAll(b);
  sink(a.front()); // !
  sink(b.front());
  sink(b.back());
  b.push_front(email());
  sink(b.front()); // !
  b.pop_front();
  b.clear();
  sinkAll(b);
  b.push_back(email());
  sink(b.back()); // !
  b.pop_back();
  sinkAll(b);
  b.emplace_front(email());
  sink(b.front()); // !
  b.assign(2, "clean");
  sinkAll(b);
  sink(*b.insert(b.begin(), email())); // !
  sinkAll(b); // !
  b.assign({"x", "y"});
  b.emplace(b.end(), mail());
  sinkAll(b); // !
  b = List(3);
  sinkAll(b);
  b = List(3, email());
  sinkAll(b); // !
  b.resize(1);
  sinkAll(b); // !
  List c(a.begin(), a.end());
  sinkAll(c); // !
  List d;
  d.splice(d.end(), c);
  sinkAll(d); // !
  sinkAll(c);
  List e;
  e.splice(e.end(), d, d.begin());
  sinkAll(e); // !
  List f{email()}, g{"clean"};
  g.merge(f);
  sinkAll(g); // !
  sinkAll(f);
  g.sort();
  g.reverse();
  g.unique();
  sink(g.back()); // !
  g.remove("clean");
  g.remove_if([](const std::string &s) {
    sink(s); // !
    return false;
  });
  g.sort([](const std::string &x, const std::string &y) {
    sink(x); // !
    return x < y;
  });
  List h{"x"};
  h.sort([](const std::string &x, const std::string &y) {
    sink(x);
    return x < y;
  });
  h.swap(g);
  sinkAll(h); // !
  sinkAll(g);
  sinkNumber(h.size());
  for (auto it = h.rbegin(); it != h.rend(); ++it)
    sink(*it); // !
  for (std::string &s : h)
    s = "clean";
  List i{"x"};
  for (std::string &s : i)
    s = email();
  sinkAll(i); // !
  std::erase(i, "x");
  auto it = i.erase(i.begin());
  List j{"x"}, k;
  k.splice(k.begin(), j, j.begin(), j.end());
  sinkAll(k);
}
void deques() {
  Deque a{"clean", email()};
  sink(a[0]);
  sink(a[1]); // !
  sink(a.at(1)); // !
  sink(a.back()); // !
  sink(a.front());
  a.push_front("clean");
  sinkAll(a); // !
  a.clear();
  a.push_front(email());
  sink(a.front()); // !
  sink(a[0]); // !
  a.pop_front();
  sinkAll(a);
  a.push_back(email());
  a.pop_back();
  sinkAll(a);
  a.emplace_back(email());
  sink(a.back()); // !
  a.assign(1, "clean");
  a.emplace_front(mail());
  sink(a.front()); // !
  Deque b(2, "clean");
  b.insert(b.begin() + 1, email());
  sinkAll(b); // !
  sink(*b.erase(b.begin())); // !
  Deque c{"x", "y"};
  c[0] = email();
  sink(c[0]); // !
  sink(c[1]);
  c[0] = "x";
  sinkAll(c);
  c.resize(4, email());
  sinkAll(c); // !
  c.shrink_to_fit();
  sinkNumber(c.size());
  Deque d;
  d.insert(d.end(), c.begin(), c.end());
  sinkAll(d); // !
  sink(*(d.begin() + 1)); // !
  sink(d.begin()[0]); // !
  Deque e{"x"};
  e.swap(d);
  sinkAll(d);
  sinkAll(e); // !
}
void chains() {
  Chain a{email()}, b{"clean"};
  sink(a.front()); // !
  sink(b.front());
  b.push_front(email());
  sink(b.front()); // !
  b.pop_front();
  b.clear();
  sinkAll(b);
  b.emplace_front(email());
  sink(b.front()); // !
  b.assign({"x"});
  sinkAll(b);
  sink(*b.insert_after(b.begin(), email())); // !
  sinkAll(b); // !
  Chain c{"x"};
  sink(*c.emplace_after(c.begin(), email())); // !
  sinkAll(c); // !
  Chain d;
  d.splice_after(d.before_begin(), c);
  sinkAll(d); // !
  sinkAll(c);
  for (const auto &s : d)
    sink(s); // !
  d.reverse();
  d.sort();
  sink(d.front()); // !
  Chain e{"x", "y"};
  e.erase_after(e.begin());
  sinkAll(e);
  e.merge(d);
  sinkAll(e); // !
  sinkAll(d);
  e.remove_if([](const std::string &s) {
    sink(s); // !
    return true;
  });
}
