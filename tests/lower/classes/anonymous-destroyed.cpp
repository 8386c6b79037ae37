// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Members of anonymous structs that have destructors, and that parentheses initialise.
#include <earmark/earmark.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
struct Card {
  int tag;
  union {
    int number;
    long wide;
  };
  struct {
    std::string name;
    std::string mail;
  };
};
void braces() {
  Card card{0, {0}, {"a", "b"}};
  card.name = email();
  sink(card.name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(card.mail);
}
void parentheses() {
  Card card(0, {1}, {email(), "b"});
  sink(card.name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(card.mail);
}
