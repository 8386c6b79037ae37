// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// RUN: not %earmark check --stats %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --check-prefix=STATS
// STATS-NOT: no control flow graph
// Loops over what is not known yet, in templates that nothing instantiates: the code around them is not lost.
#include <earmark/earmark.h>
#include <map>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
struct User {
  EARMARK_PERSONAL("contact.email") std::string address;
  std::string id;
};

template <class All> void around(const All &all) {
  for (const auto &one : all)
    sink(one);
  sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <class All> void inside(const All &all) {
  for (auto one : all) {
    sink("one");
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
template <class All> void collected(All &all) {
  std::string last = "none";
  for (auto &one : all) {
    sink(last); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    last = email();
    one = "seen";
  }
  sink(last); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  last = "";
  sink(last);
}
template <class T> struct Store {
  std::vector<T> items;
  std::vector<User> users;
  void log() {
    for (auto &item : items)
      sink(item);
    for (const User &user : users) {
      sink(user.id);
      sink(user.address); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
  }
};
template <class T> void local(T key) {
  std::map<T, std::string> names;
  names[key] = email();
  for (const auto &[k, name] : names)
    sink(name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <class T> void array(T) {
  T all[2];
  for (auto &one : all)
    one = email();
  for (const auto &one : all)
    sink(one); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <class T> void nested(const T &rows) {
  for (const auto &row : rows)
    for (const auto &cell : row) {
      if (cell.empty())
        continue;
      sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
}
template <class T> void lambda(const T &rows) {
  auto each = [](const auto &row) {
    for (const auto &cell : row)
      sink(cell);
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  };
  each(rows);
}
template <class All> void clean(const All &all) {
  for (auto one : all)
    sink("one");
  for (auto &one : all)
    sink(one);
}
