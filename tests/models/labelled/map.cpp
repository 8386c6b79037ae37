// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(const std::map<std::string, std::string> &);
using Map = std::map<std::string, std::string>;
using Hash = std::unordered_map<std::string, std::string>;
using Numbers = std::map<int, std::string>;

void construct() {
  Map a;
  sinkAll(a);
  Map b{{"a", email()}, {"b", "clean"}};
  sinkAll(b); // !
  sink(b["a"]); // !
  sink(b["b"]);
  sink(b.at("a")); // !
  sink(b.at("b"));
  Map c{{"a", "clean"}};
  sinkAll(c);
  sink(c["a"]);
  Map d(b);
  sinkAll(d); // !
  sink(d.at("b"));
  Map e(std::move(d));
  sinkAll(e); // !
  Map f(b.begin(), b.end());
  sinkAll(f); // !
  Map g(c.begin(), c.end());
  sinkAll(g);
  std::vector<std::pair<std::string, std::string>> pairs{{"k", email()}};
  Map h(pairs.begin(), pairs.end());
  sink(h["k"]); // !
  for (auto &[k, v] : h)
    sink(k);
  Hash i{{"a", email()}};
  sink(i["a"]); // !
  Hash j(10);
  sink(j["a"]);
  Map k{{email(), "clean"}};
  sink(k.begin()->second);
  sink(k.begin()->first); // !
  sinkAll(k); // !
}
void assignment() {
  Map a{{"a", email()}}, b{{"a", "clean"}}, c;
  c = a;
  sink(c["a"]); // !
  c = b;
  sink(c["a"]);
  c = {{"a", email()}};
  sink(c["a"]); // !
  c = {{"a", "clean"}};
  sink(c["a"]);
  c = std::move(a);
  sinkAll(c); // !
  c.clear();
  sinkAll(c);
  Map d{{"k", email()}};
  d.swap(c);
  sinkAll(c); // !
  sinkAll(d);
  std::swap(c, d);
  sinkAll(c);
  sinkAll(d); // !
  d = {};
  sinkAll(d);
}
void byKey() {
  Map m;
  m["a"] = email();
  m["b"] = "clean";
  sink(m["a"]); // !
  sink(m["b"]);
  sink(m["c"]);
  sink(m.find("a")->second); // !
  sink(m.find("b")->second);
  sink(m.find("a")->first);
  m["a"] = "clean";
  sink(m["a"]);
  sinkAll(m);
  m.at("a") = email();
  sink(m.at("a")); // !
  m.at("a") = "clean";
  sink(m.at("a"));
  std::string key = "k";
  m[key] = email();
  sink(m[key]); // !
  const Map &r = m;
  sink(r.at(key)); // !
  Numbers n;
  n[1] = email();
  sink(n[1]); // !
  sink(n[2]);
  n[2] = "clean";
  sink(n.at(2));
  sink(n.at(1)); // !
  Map o;
  o[email()] = "clean";
  sink(o[email()]);
  for (const auto &entry : o)
    sink(entry.second);
  for (const auto &entry : o)
    sink(entry.first); // !
  for (const auto &[k, v] : o)
    sink(k); // !
  for (const auto &[k, v] : o)
    sink(v);
  std::map<std::string, int> p;
  p["a"] = age();
  ++p["b"];
  p["b"] += 2;
  sinkNumber(p["a"]); // !
  sinkNumber(p["b"]);
  p["c"] += age();
  sinkNumber(p["c"]); // !
  p[email()]++;
  sinkNumber(p.begin()->second); // !
  std::map<std::string, int> q;
  q[email()]++;
  sinkNumber(q.begin()->second);
  sink(q.begin()->first); // !
  sinkNumber(q.count(email()));
  sinkNumber(q.contains(email()));
  sinkNumber(q.size());
  sinkNumber(q.empty());
}
void insertion() {
  Numbers a;
  a.insert({1, email()});
  sink(a[1]); // !
  sink(a[2]);
  a.insert({3, "clean"});
  sink(a[3]);
  a.insert(std::make_pair(4, email()));
  sink(a[4]); // !
  a.insert(std::pair<const int, std::string>(5, email()));
  sink(a[5]); // !
  sink(a.insert({6, email()}).first->second); // !
  Numbers b;
  sink(b.insert({6, "clean"}).first->second);
  b.insert({{1, "x"}, {2, email()}});
  sink(b[2]); // !
  Numbers c;
  c.insert(a.begin(), a.end());
  sink(c.begin()->second); // !
  sink(c.insert(c.begin(), {8, email()})->second); // !
  Numbers d;
  sink(d.emplace(1, email()).first->second); // !
  sink(d.at(1)); // !
  sink(d.emplace(2, "clean").first->second);
  sink(d.at(2));
  d.emplace(std::make_pair(3, email()));
  sink(d.at(3)); // !
  d.emplace_hint(d.end(), 4, email());
  sink(d.at(4)); // !
  d.emplace_hint(d.end(), 5, "clean");
  sink(d.at(5));
  d.emplace(std::piecewise_construct, std::forward_as_tuple(6), std::forward_as_tuple(email()));
  sink(d.at(6)); // !
  Numbers e;
  sink(e.insert_or_assign(1, email()).first->second); // !
  sink(e.at(1)); // !
  e.insert_or_assign(1, "clean");
  sink(e.at(1));
  e.insert_or_assign(e.begin(), 1, email());
  sink(e.at(1)); // !
  Numbers f;
  sink(f.try_emplace(1, email()).first->second); // !
  sink(f.at(1)); // !
  sink(f.try_emplace(2, "clean").first->second);
  sink(f.at(2));
  f.try_emplace(f.end(), 3, email());
  sink(f.at(3)); // !
  auto [where, fresh] = f.try_emplace(1, "x");
  sink(where->second); // !
  sinkNumber(fresh);
  sinkNumber(where->first);
  Map g;
  g.insert({email(), "clean"});
  sink(g.begin()->second);
  sink(g.begin()->first); // !
  Map h;
  h.emplace(email(), "clean");
  sink(h.begin()->second);
  sink(h.begin()->first); // !
}
void lookups() {
  Numbers m{{1, email()}, {2, email()}};
  const Numbers &c = m;
  sink(m.find(1)->second); // !
  sinkNumber(m.find(1)->first);
  sink(c.find(1)->second); // !
  sink(m.lower_bound(1)->second); // !
  sink(m.upper_bound(1)->second); // !
  sink(m.equal_range(1).first->second); // !
  auto [low, high] = m.equal_range(1);
  sink(low->second); // !
  for (auto it = low; it != high; ++it)
    sink(it->second); // !
  sink(m.begin()->second); // !
  sink((*m.begin()).second); // !
  sink(m.rbegin()->second); // !
  sink(m.cbegin()->second); // !
  sink(std::prev(m.end())->second); // !
  for (auto it = m.begin(); it != m.end(); ++it) {
    sinkNumber(it->first);
    sink(it->second); // !
  }
  for (auto &[key, value] : m)
    value = "clean";
  Numbers n{{1, "clean"}};
  n.find(1)->second = email();
  sink(n[1]); // !
  Map p{{"a", "clean"}};
  sink(p.find(email())->second);
  sink(p.lower_bound(email())->first);
  auto found = p.find("a");
  if (found != p.end())
    sink(found->second);
}
void removal() {
  Map a{{"a", email()}, {"b", "clean"}};
  a.erase("a");
  sink(a["a"]);
  sinkAll(a);
  Map b{{"a", email()}, {"b", "clean"}};
  b.erase("b");
  sinkAll(b); // !
  sinkNumber(b.erase("x"));
  Map c{{"a", "x"}, {"b", email()}};
  sink(c.erase(c.begin())->second); // !
  Map d{{"a", email()}};
  auto node = d.extract("a");
  sink(node.mapped()); // !
  sink(node.key());
  sinkAll(d);
  node.key() = "z";
  Map e;
  e.insert(std::move(node));
  sink(e.begin()->second); // !
  auto other = e.extract(e.begin());
  sink(other.mapped()); // !
  Map f{{"k", email()}}, g;
  g.merge(f);
  sinkAll(g); // !
  std::erase_if(g, [](const auto &entry) {
    sink(entry.second); // !
    return false;
  });
  std::erase_if(g, [](const auto &entry) {
    sink(entry.first);
    return true;
  });
}
void multi() {
  std::multimap<int, std::string> m;
  m.insert({1, email()});
  sink(m.find(1)->second); // !
  m.emplace(2, "clean");
  sink(m.emplace(3, email())->second); // !
  sink(m.emplace(4, "clean")->second);
  for (auto [it, end] = m.equal_range(1); it != end; ++it)
    sink(it->second); // !
  m.clear();
  m.insert({1, "clean"});
  sink(m.begin()->second);
  std::unordered_multimap<int, std::string> n{{1, email()}};
  sink(n.equal_range(1).first->second); // !
  sinkNumber(n.begin()->first);
}
void hashed() {
  Hash m;
  m["a"] = email();
  m["b"] = "clean";
  sink(m["a"]); // !
  sink(m["b"]);
  sink(m.at("a")); // !
  sink(m.find("b")->second);
  m.insert({"c", email()});
  sink(m["c"]); // !
  m.insert_or_assign("c", "clean");
  sink(m["c"]);
  sink(m.emplace("d", email()).first->second); // !
  sinkNumber(m.bucket_count());
  sinkNumber(m.bucket("a"));
  sinkNumber(m.load_factor());
  m.reserve(10);
  for (auto it = m.begin(0); it != m.end(0); ++it)
    sink(it->second); // !
  sinkNumber(m.bucket_size(0));
  m.erase(m.begin());
  m.clear();
  m["a"] = "x";
  sink(m.begin()->second);
}
