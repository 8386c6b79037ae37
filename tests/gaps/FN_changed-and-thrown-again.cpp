// RUN: %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// CHECK: no findings
// Data that a handler caught by a base class, which another handler changes an exception to and throws again.
#include <earmark/earmark.h>
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(int);
struct Base { int data; };
struct Derived : Base { int extra = 0; };
void thrownAgain() {
  int number = bsn(), first = 4, second = 29;
  try { throw Derived{{number}, 1}; } catch (const Base &e) { first = e.data; } catch (...) { first = number; }
  try {
    try { throw int(first); } catch (int &e) { e = first; throw; }
  } catch (const int &e) { second = e; }
  sink(second); // should be an error: personal-data-in-log
}
