// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
struct Person {
  std::string mail, note;
};
struct Made {
  std::string text;
  int number;
  Made(std::string t, int n) : text(t), number(n) {}
};
struct Loud {
  std::string text;
  explicit Loud(const std::string &t) : text(t) { sink(t); } // !
};
struct Quiet {
  std::string text;
  explicit Quiet(const std::string &t) : text("x") { sink("made"); }
};
struct Ordered {
  std::string key;
  bool operator<(const Ordered &other) const {
    sink(key); // !
    return key < other.key;
  }
};
struct Key {
  std::string name;
  bool operator==(const Key &) const = default;
};
template <> struct std::hash<Key> {
  size_t operator()(const Key &key) const {
    sink(key.name); // !
    return key.name.size();
  }
};
struct Compare {
  bool operator()(const std::string &a, const std::string &b) const {
    sink(a); // !
    return a < b;
  }
};

void fields() {
  std::vector<Person> v{{email(), "x"}, {"a", "b"}};
  sink(v[0].mail); // !
  sink(v[0].note);
  sink(v[1].mail);
  sink(v.front().mail); // !
  sink(v.front().note);
  for (const auto &[mail, note] : v) {
    sink(mail); // !
    sink(note);
  }
  for (Person p : v)
    sink(p.note);
  v[1].note = email();
  sink(v[1].note); // !
  sink(v[0].note);
  v[1].note = "clean";
  sink(v[1].note);
  std::map<int, Person> m;
  m[1].mail = email();
  sink(m[1].mail); // !
  sink(m[1].note);
  sink(m[2].mail);
  m[1] = Person{"a", "b"};
  sink(m[1].mail);
  std::map<std::string, std::vector<Person>> n;
  n["a"].push_back({"x", email()});
  sink(n["a"][0].note); // !
  sink(n["a"][0].mail);
  for (auto &[key, people] : n)
    for (auto &p : people) {
      sink(p.mail);
      sink(p.note); // !
    }
  std::vector<std::vector<std::string>> grid(2, std::vector<std::string>(2));
  grid[0][1] = email();
  sink(grid[0][1]); // !
  sink(grid[0][0]);
  sink(grid[1][1]);
  auto &row = grid[1];
  row[0] = email();
  sink(grid[1][0]); // !
  std::map<std::string, std::map<std::string, std::string>> deep;
  deep["a"]["b"] = email();
  sink(deep["a"]["b"]); // !
  sink(deep["a"]["c"]);
  sink(deep["c"]["b"]);
}
void made() {
  std::vector<Made> v;
  v.emplace_back(email(), age());
  sink(v[0].text); // !
  sinkNumber(v[0].number); // !
  std::vector<Made> w;
  w.emplace_back("x", age());
  sink(w.back().text);
  sinkNumber(w.back().number); // !
  std::map<int, Made> m;
  m.emplace(1, Made("x", age()));
  sink(m.at(1).text);
  m.try_emplace(2, email(), 3);
  sink(m.at(2).text); // !
  sinkNumber(m.at(2).number);
  std::vector<Loud> loud;
  loud.emplace_back(email());
  std::vector<Quiet> quiet;
  quiet.emplace_back(email());
  sink(quiet[0].text);
  std::deque<Made> d;
  d.emplace_front(email(), 1);
  sink(d.front().text); // !
  std::queue<Made> q;
  q.emplace(email(), 1);
  sink(q.front().text); // !
  sinkNumber(q.front().number);
  auto p = std::make_unique<std::vector<Person>>();
  p->push_back({email(), "x"});
  sink((*p)[0].mail); // !
  sink(p->at(0).note);
}
void pointers() {
  std::vector<std::unique_ptr<Person>> v;
  v.push_back(std::make_unique<Person>());
  v[0]->mail = email();
  sink(v[0]->mail); // !
  sink(v[0]->note);
  for (auto &p : v)
    sink(p->mail); // !
  std::vector<std::shared_ptr<Person>> w;
  auto shared = std::make_shared<Person>();
  w.push_back(shared);
  w[0]->note = email();
  sink(shared->note); // !
  sink(shared->mail);
  Person one;
  std::vector<Person *> x{&one};
  x[0]->mail = email();
  sink(one.mail); // !
  sink(one.note);
  std::map<int, Person *> y;
  Person two;
  y[1] = &two;
  two.note = email();
  sink(y[1]->note); // !
  sink(y[1]->mail);
  std::vector<std::reference_wrapper<Person>> z{two};
  sink(z[0].get().note); // !
  sink(z[0].get().mail);
}
void ordered() {
  std::set<Ordered> s;
  s.insert({email()});
  s.insert({email()});
  std::map<Ordered, int> m;
  m[{email()}] = 1;
  std::unordered_map<Key, int> h;
  h[Key{email()}] = 1;
  sinkNumber(h[Key{email()}]);
  std::set<std::string, Compare> t;
  t.insert(email());
  t.insert(email());
  std::vector<Ordered> v{{email()}, {email()}};
  std::sort(v.begin(), v.end());
}
void references() {
  std::vector<std::string> v{"a", "b"};
  std::string &first = v[0];
  first = email();
  sink(v[0]); // !
  sink(v[1]);
  sink(first); // !
  first = "clean";
  sink(v[0]);
  std::string *p = &v[1];
  *p = email();
  sink(v[1]); // !
  sink(v[0]);
  auto it = v.begin();
  *it = email();
  sink(v[0]); // !
  std::map<std::string, std::string> m;
  auto &slot = m["a"];
  slot = email();
  sink(m["a"]); // !
  sink(m["b"]);
  slot = "x";
  sink(m["a"]);
  std::vector<std::string> copy = v;
  v.clear();
  sink(copy[0]); // !
  const auto &back = copy.back();
  sink(back); // !
  copy[1] = "z";
  auto add = [&](const std::string &s) { v.push_back(s); };
  add(email());
  sink(v[0]); // !
}
