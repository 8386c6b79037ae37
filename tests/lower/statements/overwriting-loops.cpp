// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// A loop over all elements that writes each of them leaves nothing of what they
// held; one that may pass over some, or end early, or that writes others, does not.
#include <earmark/earmark.h>
#include <list>
#include <map>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
std::string mask(const std::string &) { return "x"; }
std::string same(const std::string &s) { return s; }
struct Card {
  std::string name, mail;
};
void constant() {
  std::vector<std::string> v{email()};
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto &e : v) {
    sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    e = "x";
    sink(e);
  }
  sink(v[0]);
  for (auto &e : v)
    sink(e);
  v.push_back(email());
  sink(v.back()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void masked() {
  std::list<std::string> v{email()};
  for (auto &e : v)
    e = mask(e);
  sink(v.front());
}
void copied() {
  std::vector<std::string> v{email()};
  for (auto &e : v)
    e = same(e);
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void personal() {
  std::vector<std::string> v{"a"};
  for (auto &e : v)
    e = email();
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (auto &e : v)
    e = "x";
  sink(v[0]);
}
void perhaps(bool c) {
  std::vector<std::string> v{email()};
  for (auto &e : v)
    if (c)
      e = "x";
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void passedOver(bool c) {
  std::vector<std::string> v{email()};
  for (auto &e : v) {
    if (c)
      continue;
    e = "x";
  }
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void leftEarly(bool c) {
  std::vector<std::string> v{email()};
  for (auto &e : v) {
    if (c)
      break;
    e = "x";
  }
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writtenBehind(bool c) {
  std::vector<std::string> v{email()};
  for (auto &e : v) {
    e = "x";
    if (c)
      v[0] = email();
  }
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writtenThroughIterator() {
  std::vector<std::string> v{"a", "b"};
  auto first = v.begin();
  for (auto &e : v) {
    e = "x";
    *first = email();
  }
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void writtenTwice() {
  std::vector<std::string> v{"a", "b"};
  for (auto &e : v) {
    e = "x";
    e += email();
  }
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void oneMember() {
  std::vector<Card> v{{email(), email()}};
  for (auto &e : v)
    e.mail = "x";
  sink(v[0].mail);
  sink(v[0].name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void values() {
  std::map<int, Card> m;
  m[1].mail = email();
  for (auto &[key, card] : m)
    card.mail = mask(card.mail);
  sink(m[1].mail);
  sink(m[1].name);
}
void entries() {
  std::map<int, std::string> m;
  m[1] = email();
  for (auto &entry : m)
    entry.second = "x";
  sink(m[1]);
}
void wipe(std::vector<std::string> &v) {
  for (auto &e : v)
    e = "x";
}
void wiped() {
  std::vector<std::string> v{email()};
  wipe(v);
  sink(v[0]);
}
struct Cards {
  std::vector<std::string> all;
  void wipe() {
    for (auto &e : all)
      e = "";
  }
};
void wipedMember() {
  Cards c;
  c.all.push_back(email());
  sink(c.all[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.wipe();
  sink(c.all[0]);
}
void thrown() {
  std::vector<std::string> v{email()};
  try {
    for (auto &e : v)
      e = same(mask(e));
  } catch (...) {
  }
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
