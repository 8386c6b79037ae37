// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <array>
#include <bitset>
#include <deque>
#include <earmark/earmark.h>
#include <forward_list>
#include <list>
#include <map>
#include <queue>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(const std::vector<std::string> &);

void vectors() {
  std::vector<std::string> v;
  v.push_back(email());
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v.at(0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v.back()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*v.begin()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v.data()[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkAll(v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(v.size());
  sinkNumber(v.empty());
  std::vector<std::string> w = v;
  sink(w[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  v.clear();
  sinkAll(v);
  std::vector<std::string> u;
  u.push_back("clean");
  sink(u[0]);
}
void vectorMakers() {
  std::vector<std::string> a{"x", email()};
  sinkAll(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> b(3, email());
  sink(b[2]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> c(3);
  sinkAll(c);
  std::vector<std::string> d(a.begin(), a.end());
  sink(d.back()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> e;
  e.assign(2, email());
  sink(e[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e.assign(2, "clean");
  sink(e[0]);
  std::vector<std::string> f;
  f.emplace_back(email());
  sink(f.back()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> g;
  g.emplace_back("clean");
  sink(g.back());
  std::vector<std::string> h;
  h.insert(h.end(), a.begin(), a.end());
  sinkAll(h); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> i;
  i.insert(i.end(), email());
  sinkAll(i); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> j;
  j.resize(2, email());
  sinkAll(j); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void vectorElements() {
  std::vector<std::string> v(2);
  v[0] = email();
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v[1]);
  v[0] = "clean";
  sink(v[0]);
}
void vectorIteration() {
  std::vector<std::string> v{email()};
  for (const std::string &s : v)
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto it = v.begin(); it != v.end(); ++it)
    sink(*it); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto it = v.rbegin(); it != v.rend(); it++)
    sinkNumber(it->size());
  for (std::string &s : v)
    s = "clean";
}
void writeThroughIterator() {
  std::vector<std::string> v(1);
  *v.begin() = email();
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> w(1);
  for (std::string &s : w)
    s = email();
  sink(w[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void swapping() {
  std::vector<std::string> a{email()}, b{"clean"};
  a.swap(b);
  sink(a[0]);
  sink(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void sequences() {
  std::deque<std::string> d;
  d.push_front(email());
  sink(d.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::list<std::string> l;
  l.push_back(email());
  sink(l.back()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto &s : l)
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::forward_list<std::string> f;
  f.push_front(email());
  sink(f.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::list<std::string> m;
  m.splice(m.end(), l);
  sink(m.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::list<std::string> n;
  n.push_back("clean");
  sink(n.front());
}
void arrays() {
  std::array<std::string, 2> a;
  a[0] = email();
  sink(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a[1]);
  std::array<std::string, 2> b{"clean", email()};
  sink(b[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::array<std::string, 2> c;
  c.fill(email());
  sink(c.at(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &s : c)
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void maps() {
  std::map<std::string, std::string> m;
  m["a"] = email();
  sink(m["a"]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m["b"]);
  sink(m.at("a")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m.find("a")->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &entry : m)
    sink(entry.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &entry : m)
    sink(entry.first);
  for (const auto &[key, value] : m)
    sink(value); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &[key, value] : m)
    sink(key);
  sinkNumber(m.size());
  sinkNumber(m.count("a"));
  sinkNumber(m.contains("a"));
}
void keys() {
  std::map<std::string, int> m;
  m[email()] = 1;
  sink(m.begin()->first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(m.begin()->second);
  sinkNumber(m[email()]);
}
void mapInserts() {
  std::map<int, std::string> a;
  a.insert({1, email()});
  sink(a[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::map<int, std::string> b;
  b.emplace(1, email());
  sink(b.at(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::map<int, std::string> c;
  c.insert_or_assign(1, email());
  sink(c.at(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::map<int, std::string> d;
  d.try_emplace(1, email());
  sink(d.at(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::map<int, std::string> e;
  e.emplace(1, "clean");
  sink(e.at(1));
  std::map<int, std::string> f;
  auto [where, fresh] = f.emplace(1, email());
  sink(where->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a.clear();
  sink(a[1]);
}
void unordered() {
  std::unordered_map<std::string, std::string> m;
  m["a"] = email();
  sink(m.at("a")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto it = m.find("a");
  if (it != m.end())
    sink(it->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(m.bucket_count());
  std::unordered_set<std::string> s;
  s.insert(email());
  sink(*s.begin()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::unordered_multimap<int, std::string> n;
  n.insert({1, email()});
  auto range = n.equal_range(1);
  sink(range.first->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void sets() {
  std::set<std::string> s;
  s.insert(email());
  sink(*s.begin()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &e : s)
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(s.count("x"));
  std::multiset<std::string> m{email()};
  sink(*m.lower_bound("a")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::set<std::string> c;
  c.insert("clean");
  sink(*c.begin());
  c.merge(s);
  sink(*c.begin()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void nodes() {
  std::map<int, std::string> a, b;
  a[1] = email();
  auto node = a.extract(1);
  sink(node.mapped()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(node.key());
  b.insert(std::move(node));
  sink(b.begin()->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void adaptors() {
  std::stack<std::string> s;
  s.push(email());
  sink(s.top()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::queue<std::string> q;
  q.push(email());
  sink(q.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::priority_queue<std::string> p;
  p.emplace(email());
  sink(p.top()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stack<std::string> c;
  c.push("clean");
  sink(c.top());
  sinkNumber(s.size());
}
void spans() {
  std::vector<std::string> v{email()};
  std::span<std::string> s(v);
  sink(s[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.subspan(0)[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(s.size());
}
void nested() {
  std::map<std::string, std::vector<std::string>> m;
  m["a"].push_back(email());
  sink(m["a"][0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkAll(m["b"]);
  std::vector<std::vector<std::string>> v(2);
  v[0].push_back(email());
  sink(v[0][0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &inner : v)
    for (const auto &s : inner)
      sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Person {
  std::string mail, note;
};
void structures() {
  std::vector<Person> v;
  v.push_back({email(), "clean"});
  sink(v[0].mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v[0].note);
  for (const Person &p : v)
    sink(p.note);
  std::map<int, Person> m;
  m[1].mail = email();
  sink(m[1].mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m[1].note);
}
