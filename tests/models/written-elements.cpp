// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Elements written through iterators and references that were taken before other
// calls on the container ran, and elements that calls merely looked at.
#include <earmark/earmark.h>
#include <algorithm>
#include <map>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void look(std::string &s) {
  if (s.empty())
    s = "x";
}
void fetch(std::string &s) { s = email(); }

void filled() {
  std::vector<std::string> v(3);
  std::fill(v.begin(), v.end(), email());
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  v.clear();
  sink(v[0]);
}
void filledOfOthers(std::vector<std::string> &v) {
  std::fill(v.begin(), v.end(), email());
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void replaced(std::vector<std::string> v) {
  auto first = v.begin(), last = v.end();
  sink(v[0]);
  std::replace_if(first, last, [](const std::string &) { return true; }, email());
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writtenAfterClear() {
  std::vector<std::string> v(3);
  std::string &first = v[0];
  v.back() = email();
  v.pop_back();
  first = "x";
  sink(v[0]);
}
void lookedAt() {
  std::map<std::string, std::string> m;
  m["two"] = email();
  for (auto &[key, value] : m) {
    sink(key);
    sink(value); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    look(value);
  }
  sink(m["one"]);
  sink(m["two"]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writtenInLoop() {
  std::map<std::string, std::string> m;
  for (auto &[key, value] : m) {
    fetch(value);
    look(value);
  }
  sink(m["one"]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writtenAndLookedAt(int i) {
  std::vector<std::string> v{"a"};
  auto &element = v[i];
  element = email();
  look(element);
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void movedOn(std::vector<std::string> v) {
  v = {"a", email()};
  auto it = v.begin();
  *it = "x";
  sink(*it);
  ++it;
  sink(*it); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *it = "y";
  sink(*it);
  sink(*(it - 1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
