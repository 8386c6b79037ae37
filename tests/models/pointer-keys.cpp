// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Keys that are pointers are no iterators.
#include <earmark/earmark.h>
#include <map>
#include <string>
#include <unordered_map>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
void tried() {
  std::map<const char *, const char *> m;
  m.try_emplace("k", email());
  sink(m["k"]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m["j"]);
  m.erase("k");
  sink(m["k"]);
}
void extracted() {
  std::unordered_map<const char *, const char *> m;
  m["k"] = email();
  auto node = m.extract("k");
  sink(node.mapped()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m["k"]);
}
void hinted() {
  std::map<std::string, const char *> m;
  m.try_emplace(m.begin(), "k", email());
  sink(m["k"]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  m.erase(m.begin());
  sink(m["k"]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
