// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Containers and algorithms that compare or hash by functions of the project do not call these.
#include <earmark/earmark.h>
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
struct Key {
  std::string name;
  bool operator<(const Key &other) const {
    sink(name); // should be an error, from `ordered`
    return name < other.name;
  }
};
struct Order {
  bool operator()(const std::string &a, const std::string &b) const {
    sink(a); // should be an error, from `compared`
    return a < b;
  }
};
struct Hash {
  size_t operator()(const std::string &a) const {
    sink(a); // should be an error, from `hashed`
    return a.size();
  }
};
void ordered() {
  std::set<Key> s;
  s.insert(Key{email()});
}
void compared() {
  std::map<std::string, int, Order> m;
  m[email()] = 1;
}
void hashed() {
  std::unordered_map<std::string, int, Hash> m;
  m[email()] = 1;
}
void inSight() { sink(email()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
