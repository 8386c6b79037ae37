// RUN: not %earmark check %s --fail-on warning -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// XFAIL: *
// Handlers in a member of an object out of sight are found by that member, but not where a library call stands between.
#include <earmark/earmark.h>
#include <functional>
#include <map>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

struct Table {
  std::map<std::string, std::function<void(const std::string &)>> handlers;
  void add(const std::string &name, std::function<void(const std::string &)> handler) { handlers[name] = handler; }
  void handle(const std::string &line) { handlers[line](line); }
};
void fill(Table &table) {
  table.add("show", [](const std::string &line) {
    sink(line); // CHECK: [[@LINE]]:{{[0-9]+}}: warning: {{.*}}[personal-data-in-log]
  });
}
void run(Table &table) { table.handle(email()); }
