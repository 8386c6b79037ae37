// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <queue>
#include <set>
#include <stack>
#include <string>
#include <unordered_set>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(const std::set<std::string> &);
using Set = std::set<std::string>;

void sets() {
  Set a, b{email()}, c{"clean"};
  sinkAll(a);
  sinkAll(b); // !
  sinkAll(c);
  a.insert("clean");
  sinkAll(a);
  sink(*a.insert(email()).first); // !
  sinkAll(a); // !
  sinkNumber(a.insert(email()).second);
  a.clear();
  sinkAll(a);
  sink(*a.emplace(mail()).first); // !
  sinkAll(a); // !
  a = c;
  sinkAll(a);
  sink(*a.insert(a.begin(), email())); // !
  sinkAll(a); // !
  Set d;
  d.insert({"x", email()});
  sinkAll(d); // !
  Set e;
  e.insert(d.begin(), d.end());
  sinkAll(e); // !
  Set f(c.begin(), c.end());
  sinkAll(f);
  sink(*f.find(email()));
  sink(*e.lower_bound("a")); // !
  sink(*e.upper_bound("a")); // !
  sink(*e.equal_range("x").first); // !
  sink(*e.begin()); // !
  sink(*e.rbegin()); // !
  sinkNumber(e.count("x"));
  sinkNumber(e.contains(email()));
  sinkNumber(e.size());
  for (const auto &s : e)
    sink(s); // !
  for (const auto &s : c)
    sink(s);
  auto node = e.extract(email());
  sink(node.value()); // !
  Set g;
  g.insert(std::move(node));
  sinkAll(g); // !
  Set h;
  h.merge(g);
  sinkAll(h); // !
  h.swap(c);
  sinkAll(h);
  sinkAll(c); // !
  c.erase(c.begin());
  c.erase("x");
  h.emplace_hint(h.end(), email());
  sinkAll(h); // !
  std::vector<std::string> v{email(), "x"};
  Set i(v.begin(), v.end());
  sinkAll(i); // !
  sinkNumber(i == h);
}
void others() {
  std::multiset<std::string> a;
  sink(*a.insert(email())); // !
  sink(*a.begin()); // !
  sink(*a.find("x")); // !
  std::multiset<std::string> b{"x"};
  sink(*b.insert("clean"));
  std::unordered_set<std::string> c;
  c.insert(email());
  sink(*c.begin()); // !
  sink(*c.insert("x").first); // !
  for (auto &s : c)
    sink(s); // !
  c.clear();
  c.insert("x");
  sink(*c.begin());
  std::unordered_multiset<std::string> d{email()};
  sink(*d.begin()); // !
  sinkNumber(d.bucket_count());
  std::set<int> e{age()};
  sinkNumber(*e.begin()); // !
  e.clear();
  sinkNumber(e.size());
}
void stacks() {
  std::stack<std::string> a;
  a.push(email());
  sink(a.top()); // !
  a.push("clean");
  sink(a.top());
  a.pop();
  sink(a.top()); // !
  a.pop();
  a.push("clean");
  sink(a.top());
  a.emplace(mail());
  sink(a.top()); // !
  sinkNumber(a.size());
  sinkNumber(a.empty());
  std::stack<std::string> b = a;
  sink(b.top()); // !
  std::stack<std::string, std::vector<std::string>> c(std::vector<std::string>{"x", email()});
  sink(c.top()); // !
  std::stack<std::string> d;
  d.push("clean");
  d.swap(a);
  sink(d.top()); // !
  sink(a.top());
  d.top() = "clean";
  sink(d.top());
  d.top() = email();
  sink(d.top()); // !
}
void queues() {
  std::queue<std::string> a;
  a.push(email());
  sink(a.front()); // !
  sink(a.back()); // !
  a.push("clean");
  sink(a.back());
  sink(a.front()); // !
  std::queue<std::string> b;
  b.push("clean");
  sink(b.front());
  b.emplace(mail());
  sink(b.back()); // !
  b.pop();
  sink(b.front()); // !
  std::queue<std::string> c;
  c.push("x");
  c.swap(b);
  sink(c.front()); // !
  sink(b.front());
  std::priority_queue<std::string> d;
  d.push(email());
  sink(d.top()); // !
  std::priority_queue<std::string> e;
  e.push("clean");
  sink(e.top());
  e.emplace(mail());
  e.push("clean");
  std::vector<int> v{age()};
  std::priority_queue<int, std::vector<int>, std::greater<int>> f(v.begin(), v.end());
  sinkNumber(f.top()); // !
  std::queue<std::string> g;
  while (!a.empty()) {
    g.push(a.front());
    a.pop();
  }
  sink(g.front()); // !
}
