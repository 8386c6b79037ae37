// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// What a call writes into an object is also behind the reference or iterator into that object that it returns.
#include <earmark/earmark.h>
#include <map>
#include <set>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

void strings() {
  std::string a, b, c, d;
  sink(a += email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b = email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.append("x").append(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.append("x").append("clean"));
}
void sequences() {
  std::vector<std::string> v, w;
  sink(v.emplace_back(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*w.insert(w.begin(), email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void associations() {
  std::map<int, std::string> m, n;
  sink(m.emplace(1, email()).first->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(n.try_emplace(1, email()).first->second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::set<std::string> s;
  sink(*s.insert(email()).first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void overwritten() {
  std::string a = email();
  sink(a = "clean");
  a = email();
  sink(a.assign("clean"));
}
