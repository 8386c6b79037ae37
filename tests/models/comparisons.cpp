// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// What containers and algorithms compare and hash by is called with what they compare, where it is a function of the project.
#include <earmark/earmark.h>
#include <algorithm>
#include <functional>
#include <list>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

struct Key {
  std::string name, city;
  bool operator<(const Key &other) const {
    sink(name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(other.city);
    return name < other.name;
  }
};
void ordered() {
  std::set<Key> s;
  s.insert(Key{email(), ""});
}
struct Order {
  bool operator()(const std::string &a, const std::string &b) const {
    sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return a < b;
  }
};
void compared() {
  std::map<std::string, int, Order> m;
  m[email()] = 1;
}
struct ValueOrder {
  bool operator()(const std::string &a, const std::string &b) const {
    sink(a);
    return a < b;
  }
};
void onlyKeys() {
  std::map<std::string, std::string, ValueOrder> m;
  m["key"] = email();
}
struct Hash {
  size_t operator()(const std::string &a) const {
    sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return a.size();
  }
};
void hashed() {
  std::unordered_map<std::string, int, Hash> m;
  m[email()] = 1;
}
struct Id {
  std::string text;
  bool operator==(const Id &other) const {
    sink(other.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return text == other.text;
  }
};
template <> struct std::hash<Id> {
  size_t operator()(const Id &id) const {
    sink(id.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return 0;
  }
};
void specialised() {
  std::unordered_set<Id> s;
  s.insert(Id{email()});
}
struct Item {
  std::string name;
  int rank;
};
bool operator<(const Item &a, const Item &b) {
  sink(b.name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return a.rank < b.rank;
}
void sorted() {
  std::vector<Item> v{{email(), 1}, {"b", 2}};
  std::sort(v.begin(), v.end());
}
struct Plain {
  std::string name;
};
bool operator<(const Plain &a, const Plain &b) {
  sink(a.name);
  return a.name < b.name;
}
void sortedClean() {
  std::vector<Plain> v{{"a"}, {"b"}};
  std::sort(v.begin(), v.end());
}
struct Base {
  std::string name;
  bool operator==(const Base &other) const {
    sink(name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return name == other.name;
  }
};
struct Derived : Base {};
void found(const std::vector<Derived> &given) {
  std::vector<Derived> v = given;
  v.push_back({{email()}});
  (void)std::find(v.begin(), v.end(), Derived{{"x"}});
}
void queued() {
  auto later = [](const std::string &a, const std::string &b) {
    sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return a < b;
  };
  std::priority_queue<std::string, std::vector<std::string>, decltype(later)> q(later);
  q.push(email());
}
struct Rank {
  std::string who;
  auto operator<=>(const Rank &other) const {
    sink(who); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return who <=> other.who;
  }
};
void ranked() {
  std::list<Rank> l;
  l.push_back(Rank{email()});
  l.sort();
}
struct Transparent {
  using is_transparent = void;
  template <class A, class B> bool operator()(const A &a, const B &b) const {
    sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return a < b;
  }
};
void transparent() {
  std::set<std::string, Transparent> s;
  s.insert(email());
}
// Objects of the library that are called compute.
void computed() {
  std::vector<std::string> v{email()}, w{"x"};
  sink(std::accumulate(v.begin(), v.end(), std::string(), std::plus<>{})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::accumulate(w.begin(), w.end(), std::string(), std::plus<>{}));
  std::sort(v.begin(), v.end(), std::greater<>{});
}
