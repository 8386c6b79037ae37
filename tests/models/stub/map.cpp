// RUN: not %earmark check %s -- -std=c++17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include "stl.h"
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") char *source();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkBool(bool);
typedef std::pair<char *, char *> CharPair;
EARMARK_SINK("log") void sinkPair(CharPair);
typedef std::map<char *, char *> Map;
EARMARK_SINK("log") void sinkMap(Map &);

void pairs() {
  CharPair a("123", "456");
  CharPair b("123", source());
  CharPair c("123", "456");
  c.second = source();
  sink(a.first);
  sink(a.second);
  sinkPair(a);
  sink(b.first);
  sink(b.second); // !
  sinkPair(b); // !
  sink(c.first);
  sink(c.second); // !
  CharPair d("1", "2"), e("1", source());
  d = b;
  sink(d.second); // !
  sink(d.first);
  e = a;
  sink(e.second);
  CharPair f("1", source()), g("1", "2");
  f.swap(g);
  sink(f.second);
  sink(g.second); // !
  sink(std::make_pair("123", "456").second);
  sink(std::make_pair("123", source()).second); // !
  sink(std::make_pair("123", source()).first);
  sink(std::make_pair(source(), "456").first); // !
  std::pair<char *, std::pair<char *, char *>> h;
  h = std::make_pair((char *)"123", std::make_pair((char *)"x", source()));
  sink(h.first);
  sink(h.second.first);
  sink(h.second.second); // !
}
void inserts() {
  Map m1, m2, m3, m4, m5, m6, m7;
  sink(m1.insert(std::make_pair((char *)"abc", (char *)"def")).first->second);
  sink(m2.insert(std::make_pair((char *)"abc", source())).first->second); // !
  sinkBool(m2.insert(std::make_pair((char *)"abc", source())).second);
  sink(m3.insert(std::make_pair(source(), (char *)"def")).first->first); // !
  sink(m3.find("x")->second);
  sink(m4.insert(m4.begin(), CharPair("abc", source()))->second); // !
  sink(m5.insert_or_assign("abc", source()).first->second); // !
  m6["abc"] = source();
  m7.emplace("abc", source());
  sink(m1["abc"]);
  sink(m2["abc"]); // !
  sink(m3["abc"]);
  sink(m4["abc"]); // !
  sink(m5["abc"]); // !
  sink(m6["abc"]); // !
  sink(m7["abc"]); // !
  sinkMap(m1);
  sinkMap(m2); // !
  sinkMap(m6); // !
  Map m8 = m6, m9(m6), m10, m11(m6.begin(), m6.end());
  m10 = m6;
  sinkMap(m8); // !
  sinkMap(m9); // !
  sinkMap(m10); // !
  sinkMap(m11); // !
}
void iteration() {
  Map m1, m2, m3;
  m1["a"] = source();
  m2["a"] = "clean";
  m3[source()] = "clean";
  for (Map::iterator it = m1.begin(); it != m1.end(); ++it) {
    sink(it->first);
    sink(it->second); // !
    sink((*it).second); // !
  }
  for (Map::iterator it = m2.begin(); it != m2.end(); ++it)
    sink(it->second);
  for (Map::iterator it = m3.begin(); it != m3.end(); ++it) {
    sink(it->first); // !
    sink(it->second);
  }
  for (auto &entry : m1)
    sink(entry.second); // !
  for (auto &[key, value] : m1)
    sink(value); // !
  for (auto &[key, value] : m1)
    sink(key);
  sink(m1.find("a")->second); // !
  sink(m1.lower_bound("a")->second); // !
  sink(m1.equal_range("a").first->second); // !
  sink(m1.equal_range("a").second->first);
  sinkBool(m1.count("a"));
}
void changes() {
  Map m1, m2, m3, m4;
  m1["a"] = source();
  m4["a"] = source();
  m1.swap(m2);
  m3.swap(m4);
  sinkMap(m1);
  sinkMap(m2); // !
  sinkMap(m3); // !
  sinkMap(m4);
  Map m5, m6;
  m5["x"] = source();
  m6.merge(m5);
  sinkMap(m6); // !
  m6.clear();
  sinkMap(m6);
  Map m7;
  m7["a"] = source();
  m7["b"] = "clean";
  sink(m7["b"]);
  m7.erase("a");
  sinkMap(m7);
  m7["c"] = source();
  sink(m7.erase(m7.begin())->second); // !
  Map m8;
  m8.try_emplace("a", source());
  sink(m8["a"]); // !
  m8.emplace_hint(m8.begin(), "b", source());
  sink(m8["b"]); // !
  m8["b"] = "clean";
  sink(m8["b"]);
  Map m9;
  sink(m9.try_emplace(m9.begin(), "k", source())->second); // !
  sink(m9.insert_or_assign(m9.begin(), "l", "clean")->second);
}
void hashed() {
  std::unordered_map<char *, char *> m1, m2, m3;
  sink(m1.insert(std::make_pair((char *)"abc", source())).first->second); // !
  sink(m1["abc"]); // !
  m2["a"] = source();
  sink(m2.at("a")); // !
  sink(m2.begin()->second); // !
  sink(m2.begin()->first);
  m2.swap(m3);
  sink(m2["a"]);
  sink(m3["a"]); // !
  m3.clear();
  sink(m3["a"]);
}
void sets() {
  std::set<char *> s1, s2, s3;
  sink(*s1.insert((char *)"abc").first);
  sink(*s2.insert(source()).first); // !
  s3.emplace(source());
  sink(*s1.begin());
  sink(*s2.begin()); // !
  sink(*s3.find("a")); // !
  std::set<char *> s4(s2.begin(), s2.end()), s5 = s2, s6;
  sink(*s4.begin()); // !
  sink(*s5.begin()); // !
  for (char *x : s5)
    sink(x); // !
  s6.swap(s5);
  sink(*s6.begin()); // !
  sink(*s5.begin());
  s5.merge(s6);
  sink(*s5.lower_bound("a")); // !
  s5.clear();
  sink(*s5.begin());
  s5.insert(s4.begin(), s4.end());
  sink(*s5.equal_range("a").first); // !
  std::unordered_set<char *> u;
  sink(*u.insert(source()).first); // !
  sink(*u.begin()); // !
  sinkBool(u.count("a"));
}
