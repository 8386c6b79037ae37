// Known wrong: a pointer to a member that was passed is taken for a pointer to the object around it: the caller does not see the write to another member.
// RUN: %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --allow-empty --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
struct Node { Node *next; };
struct Item { Node link; const char *mail; };
void put(Node *n) {
  reinterpret_cast<Item *>(reinterpret_cast<char *>(n) - __builtin_offsetof(Item, link))->mail = email();
}
void written() {
  Item i{{nullptr}, ""};
  put(&i.link);
  sink(i.mail); // a leak
}
